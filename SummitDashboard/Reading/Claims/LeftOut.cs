using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>What the sources shown leave out, counted against all sources: claims that none of them tells and others do.</summary>
/// <param name="Claims">
/// Those that every shown source was read for, or wrote too early for, and that none of them makes, in story order.
/// </param>
/// <param name="Told">How many claims the sources that are not shown tell.</param>
/// <param name="Uncoded">How many of their cells in the sources shown nobody has coded: these may tell or be silent.</param>
public sealed record LeftOut(ShownSources Shown, IReadOnlyList<Claim> Claims, int Told, int Uncoded)
{
    /// <summary>Null where all sources are shown, or where framings are chosen and not sources.</summary>
    public static LeftOut? Of(Casebook casebook, ShownSources shown, long? asOf = null)
    {
        if (!shown.Chosen || shown.IsByNumber || shown.Sources.Count >= casebook.Sources.Count)
            return null;
        var told = casebook
            .Claims.Where(c => Elsewhere(casebook, c, shown, asOf) > 0)
            .Select(c => (Claim: c, Cells: Cells(casebook, c, shown, asOf)))
            .ToList();
        return new(
            shown,
            [
                .. told.Where(c =>
                        c.Cells.Exists(x => x.Kind == CellKind.Silent) && !c.Cells.Exists(x => x.Kind is CellKind.Told or CellKind.Uncoded)
                    )
                    .Select(c => c.Claim),
            ],
            told.Count,
            told.Sum(c => c.Cells.Count(x => x.Kind == CellKind.Uncoded))
        );
    }

    /// <summary>How many of the sources not shown, of those that existed by a day, tell a claim.</summary>
    public static int Elsewhere(Casebook casebook, Claim claim, ShownSources shown, long? asOf) =>
        claim.Framings.Count(f =>
            f.Stance != Stance.Silent && casebook.Sources[f.Source] is var source && !shown.Contains(source) && Existed(source, asOf)
        );

    /// <summary>“Of the 21 claims that other sources tell, Tu is silent on 8.”</summary>
    public string Sentence
    {
        get
        {
            if (Told == 0)
                return "The other sources tell no claim.";
            var (sources, all) = (Prose.List([.. Shown.Sources.Select(s => s.Siglum)], Prose.MostNames), All);
            var silent =
                all is null ? $"{sources} is silent on {Prose.Number(Claims.Count)}"
                : Claims.Count == 0 ? $"there is none on which {sources} are {all} silent"
                : $"{sources} are {all} silent on {Prose.Number(Claims.Count)}";
            return $"Of the {Labels.Count(Told, "claim")} that other sources tell, {silent}."
                + (Uncoded == 0 ? "" : $" Not counted: {Labels.Count(Uncoded, "cell")} that nobody has coded yet.");
        }
    }

    private string? All =>
        Shown.Sources.Count switch
        {
            1 => null,
            2 => "both",
            _ => "all",
        };

    private static List<Cell> Cells(Casebook casebook, Claim claim, ShownSources shown, long? asOf) =>
        [.. shown.Sources.Where(s => Existed(s, asOf)).Select(s => Cell.Of(casebook, claim, s))];

    private static bool Existed(Source source, long? asOf) => asOf is not { } day || source.ExistedBy(day) != Existence.NotYet;
}
