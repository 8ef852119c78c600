using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>What the rows of a table would bring, whatever they are.</summary>
/// <param name="Rows">A source, a claim or a cell each.</param>
/// <param name="Uncoded">How many rows say that nobody has coded theirs.</param>
public sealed record ProposedRows(IReadOnlyList<Proposed> Rows, int Uncoded)
{
    /// <summary>Reads them.</summary>
    /// <param name="table">The rows, with their columns matched.</param>
    /// <param name="casebook">As it stands.</param>
    /// <param name="textOf">The article of a source, where it is at hand.</param>
    /// <param name="signer">Who codes, where no column says it.</param>
    /// <param name="former">The addresses that lead on to what has another now.</param>
    public static ProposedRows Of(
        MatchedTable table,
        Casebook casebook,
        Func<Source, ArticleText?> textOf,
        string signer,
        IReadOnlySet<(ItemKind, string)> former
    )
    {
        switch (table.Kind)
        {
            case RowsOf.Sources:
                return new(SourceRows.Of(table, casebook, slug => former.Contains((ItemKind.Source, slug))), 0);
            case RowsOf.Claims:
                return new(ClaimRows.Of(table, casebook, slug => former.Contains((ItemKind.Claim, slug))), 0);
            default:
                var (cells, uncoded) = CodingRows.Of(table, casebook, textOf, signer);
                return new(cells, uncoded);
        }
    }

    /// <summary>True where the casebook says all of it already.</summary>
    public bool AreThere => Rows.All(r => r.IsThere);

    /// <summary>Whether the rows may be claims that are read otherwise: none names a source, or none a claim that is there.</summary>
    public static bool MayBeClaims(IReadOnlyList<Proposed> rows) =>
        rows.Count > 0 && rows.All(r => r is ProposedSource { Source.Name: "" } or ProposedCell { Claim: null });
}
