using SummitDashboard.Domain;

namespace SummitDashboard.Data.Library;

/// <summary>What the library says of a casebook.</summary>
/// <param name="Coded">Cells that are coded, silent ones included, of sources times claims.</param>
/// <param name="Changed">When its last revision was made, UTC.</param>
public sealed record CasebookSummary(string Title, string Lede, int Sources, int Claims, int Coded, long Revision, DateTime Changed)
{
    public static CasebookSummary Of(Casebook casebook, DateTime changed) =>
        new(
            casebook.Head.Title,
            casebook.Head.Lede,
            casebook.Sources.Count,
            casebook.Claims.Count,
            casebook.Claims.Sum(c => c.Framings.Count),
            casebook.Revision,
            changed
        );
}
