using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Search;

/// <summary>The likeliest hits of all kinds in one list.</summary>
internal static class LikelyHits
{
    /// <summary>Presenters’ notes come after the casebook’s own words.</summary>
    /// <param name="typed">Whose words are marked in them.</param>
    public static List<SearchHit> Of(FullTextIndex index, Casebook casebook, SearchExpression sought, SearchExpression typed, int most)
    {
        var notes = new SearchExpression.Tag(SearchTags.Kind(SearchKind.Notes));
        var own = CasebookSearch.Hits(index, casebook, new SearchExpression.All([sought, new SearchExpression.Not(notes)]), typed, 0, most);
        return own.Count >= most ? own : [.. own, .. CasebookSearch.Hits(index, casebook, sought & notes, typed, 0, most - own.Count)];
    }
}
