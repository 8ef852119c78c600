using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>How contested a claim is among the sources counted, and who of them could tell it.</summary>
/// <param name="Sources">How many sources are counted.</param>
/// <param name="Before">How many of them wrote before it happened.</param>
/// <param name="Uncoded">For how many of them nobody has looked.</param>
/// <param name="Among">What is told among the sources that are not shown: how the one shown stands to them, or that none shown tells it;
/// null where nothing is to be said.</param>
/// <param name="OfAll">True where one source is shown and the figures are those among all.</param>
public sealed record ScopedContestedness(Contestedness Contested, int Sources, int Before, int Uncoded, string? Among, bool OfAll)
{
    /// <summary>Among all sources where the address chooses none or one, else among those shown; that existed by its day.</summary>
    public static ScopedContestedness Of(Casebook casebook, Claim claim, ClaimsQuery query)
    {
        if (query.CountsAll)
            return New(
                casebook.Contested[claim.Id],
                casebook.Sources.Count,
                claim.Framings.Count,
                AmongOthers(casebook, claim, query),
                query.Alone is not null
            );
        var cells = Cells(casebook, claim, query).ToList();
        var contested = Contestedness.Among(claim, cells);
        return New(
            contested,
            cells.Count,
            cells.Count(c => c.Framing is not null),
            query.Alone is not null || contested.Tellings == 0 ? AmongOthers(casebook, claim, query) : null,
            query.Alone is not null
        );
    }

    /// <summary>
    /// The sources shown that existed by the day of the address; all where it shows one, which by itself differs from none.
    /// </summary>
    public static IEnumerable<Source> Counted(Casebook casebook, ClaimsQuery query) =>
        (query.Alone is null ? query.Shown.Sources : (IEnumerable<Source>)casebook.Sources).Where(s =>
            query.AsOf is not { } day || s.ExistedBy(day) != Existence.NotYet
        );

    // “Tu: silent · 3 of 4 others tell it”
    private static string? AmongOthers(Casebook casebook, Claim claim, ClaimsQuery query)
    {
        if (!query.Shown.Chosen || query.Shown.IsByNumber)
            return null;
        var told = LeftOut.Elsewhere(casebook, claim, query.Shown, query.AsOf);
        var others = casebook.Sources.Count(s =>
            !query.Shown.Contains(s) && (query.AsOf is not { } day || s.ExistedBy(day) != Existence.NotYet)
        );
        var by = $"{told:N0} of {Labels.Count(others, "other")} tell{(told == 1 ? "s" : "")} it";
        if (query.Alone is not { } one)
            return told == 0 ? null : $"none of these · {by}";
        var word =
            query.AsOf is { } asOf && one.ExistedBy(asOf) == Existence.NotYet ? "not yet written" : Cell.Of(casebook, claim, one).Word;
        return others == 0 ? null : $"{Prose.Name(one.Siglum)}: {word} · {by}";
    }

    /// <summary>Whether the sources shown differ on a claim: whether contestedness among them is above 0.</summary>
    public static bool Differs(Casebook casebook, Claim claim, ClaimsQuery query)
    {
        if (query.CountsAll)
            return casebook.Contested[claim.Id].Score > 0;
        // Any difference will do, so the measure itself is left alone: thousands of claims may be asked.
        Framing? first = null;
        var terms = new string?[claim.Aspects.Count];
        foreach (var cell in Cells(casebook, claim, query))
        {
            if (cell.Kind is CellKind.Uncoded or CellKind.WrittenBefore)
                continue;
            first ??= cell.Framing!;
            if (cell.Framing!.Stance != first.Stance || HasAnotherTerm(claim, cell.Framing, terms))
                return true;
        }
        return false;
    }

    // Against the first term met in each slot; what is not yet coded has none.
    private static bool HasAnotherTerm(Claim claim, Framing framing, string?[] terms)
    {
        if (framing.Stance == Stance.Silent)
            return false;
        for (var n = 0; n < terms.Length; n++)
            if (framing.TermOf(claim.Aspects[n].Key) is { } term && (terms[n] ??= term) != term)
                return true;
        return false;
    }

    /// <summary>“3 stances · 4 of 5 tell it, one wrote before”, or, of one source, “Tu: silent · 3 of 4 others tell it”.</summary>
    public string InShort
    {
        get
        {
            if (Among is not null)
                return Among;
            var told =
                Contested.Tellings == 0
                    ? "nobody tells it"
                    : $"{Contested.Tellings:N0} of {Sources:N0} tell{(Contested.Tellings == 1 ? "s" : "")} it";
            var stances = Contested.StanceKinds == 0 ? "" : Labels.Count(Contested.StanceKinds, "stance") + " · ";
            return stances
                + told
                + (Before == 0 ? "" : $", {Prose.Number(Before)} wrote before")
                + (Uncoded == 0 ? "" : $", {Prose.Number(Uncoded)} not coded yet");
        }
    }

    /// <summary>“0.72”, or a dash where none of the sources counted tells the claim: then nothing can differ.</summary>
    public string Score => Contested.Tellings == 0 ? "–" : $"{Contested.Score:0.00}";

    /// <summary>“stances 0.60, aspects 0.83; mean 0.72”, or why there is no score.</summary>
    public string Parts =>
        Contested.Tellings == 0
            ? $"{(OfAll || Among is null ? "no source" : "none of these sources")} tells it, so nothing can differ"
            : $"stances {Contested.Stances:0.00}, aspects {Contested.Aspects:0.00}; mean {Contested.Score:0.00}"
                + $"{(OfAll ? $", among all {Sources:N0} sources" : "")}";

    /// <summary>The score as a percentage, for the width of a bar.</summary>
    public string Width => Percent(Contested.Score);

    /// <summary>A share as a percentage in CSS.</summary>
    public static string Percent(double share) => $"{share * 100:0}%";

    private static ScopedContestedness New(Contestedness contested, int sources, int coded, string? among, bool ofAll) =>
        new(contested, sources, coded - contested.Knowing, sources - coded, among, ofAll);

    private static IEnumerable<Cell> Cells(Casebook casebook, Claim claim, ClaimsQuery query) =>
        Counted(casebook, query).Select(source => Cell.Of(casebook, claim, source));
}
