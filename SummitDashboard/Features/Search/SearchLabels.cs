using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Search;

/// <summary>What the search calls what it finds.</summary>
public static class SearchLabels
{
    /// <summary>Several of a kind, as a heading.</summary>
    public static string Many(SearchKind kind) =>
        kind switch
        {
            SearchKind.Article => "In the articles",
            SearchKind.Quotation => "Quotations",
            SearchKind.Aspect => "Aspects",
            SearchKind.Gloss => "Our readings",
            SearchKind.Claim => "Claims",
            SearchKind.Event => "Events",
            SearchKind.Actor => "People",
            SearchKind.Source => "Sources",
            SearchKind.Talk => "Talks",
            SearchKind.Note => "Notes",
            SearchKind.Notes => "Presenters’ notes",
            _ => "Cells without a telling",
        };

    /// <summary>One of it.</summary>
    public static string One(SearchKind kind) =>
        kind switch
        {
            SearchKind.Article => "article",
            SearchKind.Gloss => "our reading",
            SearchKind.Actor => "person",
            SearchKind.Notes => "presenter’s note",
            SearchKind.Cell => "cell",
            _ => Vocabulary.Of(kind),
        };

    /// <summary>The name of a facet.</summary>
    public static string Facet(string name) =>
        name switch
        {
            "in" => "Where",
            "source" => "Source",
            "stance" => "Stance",
            "lang" => "Language",
            _ => "Grade",
        };

    /// <summary>A value of a facet, as people call it.</summary>
    public static string Value(string facet, string value) =>
        facet switch
        {
            "in" when Vocabulary.TryRead<SearchKind>(value, out var kind) => Many(kind),
            "stance" when value == SearchEntry.Uncoded => "not coded",
            _ => value,
        };
}
