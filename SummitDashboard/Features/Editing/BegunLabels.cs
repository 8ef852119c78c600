using SummitDashboard.Data.Casebooks;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Editing;

/// <summary>Who has begun what, in words.</summary>
public static class BegunLabels
{
    /// <summary>“begun by you and Bob”.</summary>
    public static string By(IEnumerable<BegunCell> cells, Visitor visitor) =>
        $"begun by {Prose.List([.. cells.Select(c => Name(c, visitor)).Distinct()])}";

    /// <summary>Whose it is.</summary>
    public static string Name(BegunCell cell, Visitor visitor) =>
        cell.AccountId == visitor.AccountId ? "you" : cell.Name ?? "somebody who may code here no longer";
}
