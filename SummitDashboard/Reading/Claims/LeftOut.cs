using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>What the sources shown leave out, counted against all sources: claims that none of them tells and others do.</summary>
/// <param name="Claims">Those that a shown source was read for and does not make, in story order.</param>
/// <param name="Told">How many claims the sources that are not shown tell.</param>
public sealed record LeftOut(ShownSources Shown, IReadOnlyList<Claim> Claims, int Told)
{
    /// <summary>Null where all sources are shown, or where framings are chosen and not sources.</summary>
    public static LeftOut? Of(Casebook casebook, ShownSources shown, long? asOf = null)
    {
        if (!shown.Chosen || shown.IsByNumber || shown.Sources.Count >= casebook.Sources.Count)
            return null;
        var told = casebook.Claims.Where(c => Elsewhere(casebook, c, shown, asOf) > 0).ToList();
        return new(
            shown,
            [
                .. told.Where(c =>
                    Cells(casebook, c, shown, asOf) is var cells
                    && cells.Exists(x => x.Kind == CellKind.Silent)
                    && !cells.Exists(x => x.Kind == CellKind.Told)
                ),
            ],
            told.Count
        );
    }

    /// <summary>How many of the sources not shown, of those that existed by a day, tell a claim.</summary>
    public static int Elsewhere(Casebook casebook, Claim claim, ShownSources shown, long? asOf) =>
        claim.Framings.Count(f =>
            f.Stance != Stance.Silent && casebook.Sources[f.Source] is var source && !shown.Contains(source) && Existed(source, asOf)
        );

    /// <summary>“Of the 21 claims that other sources tell, Tu is silent on 8.”</summary>
    public string Sentence =>
        Told == 0
            ? "The other sources tell no claim."
            : $"Of the {Labels.Count(Told, "claim")} that other sources tell, "
                + $"{Prose.List([.. Shown.Sources.Select(s => s.Siglum)], Prose.MostNames)} "
                + $"{(Shown.Sources.Count == 1 ? "is" : "are")} silent on {Prose.Number(Claims.Count)}.";

    private static List<Cell> Cells(Casebook casebook, Claim claim, ShownSources shown, long? asOf) =>
        [.. shown.Sources.Where(s => Existed(s, asOf)).Select(s => Cell.Of(casebook, claim, s))];

    private static bool Existed(Source source, long? asOf) => asOf is not { } day || source.ExistedBy(day) != Existence.NotYet;
}
