using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Search;

/// <summary>What a visitor may find in a casebook: of the rest there is no hit, no word and no count.</summary>
public sealed record SearchRights(bool Articles, bool Notes)
{
    /// <summary>What is searched for, without what may not be found.</summary>
    /// <param name="sought">Whatever was asked for.</param>
    /// <param name="withCells">Whether cells without a telling are among it.</param>
    public SearchExpression Allowed(SearchExpression sought, bool withCells)
    {
        var hidden = new List<SearchKind>();
        if (!Articles)
            hidden.Add(SearchKind.Article);
        if (!Notes)
            hidden.Add(SearchKind.Notes);
        if (!withCells)
            hidden.Add(SearchKind.Cell);
        return new SearchExpression.All([
            // Which sources something is found in tells of what is hidden as well.
            sought.WithSides(side => Allowed(side, side.Tags().Any(IsOfCells))),
            .. hidden.Select(k => new SearchExpression.Not(new SearchExpression.Tag(SearchTags.Kind(k)))),
        ]);
    }

    private static bool IsOfCells(string tag) =>
        tag == SearchTags.Kind(SearchKind.Cell)
        || tag == SearchTags.State(SearchEntry.Uncoded)
        || tag == SearchTags.State(Vocabulary.Of(Stance.Silent));
}
