using System.Runtime.InteropServices;

namespace SummitDashboard.Domain;

/// <summary>
/// How contested a claim is, from 0 (all say the same) to 1 (no two do): the mean of two parts, each the share of pairs that
/// differ (Simpson's index of diversity without replacement).
/// <list type="bullet">
/// <item><see cref="Stances"/>: over the sources that could have known (coded, and not certainly written before), the share of
/// pairs whose stances differ; silence counts as a stance.</item>
/// <item><see cref="Aspects"/>: over the sources that tell it, the share of pairs whose values differ, averaged over the slots that
/// anybody fills. A slot found empty differs from a filled one; one that is not yet coded is left out, with its source, and a slot
/// coded for one source only is no slot to compare.</item>
/// </list>
/// </summary>
/// <param name="Stances">0 to 1.</param>
/// <param name="Aspects">0 to 1.</param>
/// <param name="Tellings">How many sources tell it.</param>
/// <param name="Knowing">How many could have known.</param>
/// <param name="StanceKinds">How many different stances are taken, silence left out.</param>
public sealed record Contestedness(double Stances, double Aspects, int Tellings, int Knowing, int StanceKinds)
{
    /// <summary>The mean of the two parts, 0 to 1.</summary>
    public double Score => (Stances + Aspects) / 2;

    /// <summary>Among all sources.</summary>
    public static Contestedness Of(Casebook casebook, Claim claim) =>
        Among(claim, claim.Framings.Select(f => Cell.Of(casebook, claim, casebook.Sources[f.Source])));

    /// <summary>Among the sources of these cells, which are of one claim.</summary>
    public static Contestedness Among(Claim claim, IEnumerable<Cell> cells)
    {
        var coded = cells.Where(c => c.Kind is not (CellKind.Uncoded or CellKind.WrittenBefore)).Select(c => c.Framing!).ToList();
        var told = coded.Where(f => f.Stance != Stance.Silent).ToList();
        var slots = claim
            .Aspects.Where(a => told.Any(f => f.In(a.Key) is not null))
            .Select(a => told.Select(f => f.TermOf(a.Key)).OfType<string>().ToList())
            .Where(terms => terms.Count > 1)
            .ToList();
        return new(
            Diversity(coded.Select(f => (int)f.Stance)),
            slots.Count == 0 ? 0 : slots.Average(Diversity),
            told.Count,
            coded.Count,
            told.Select(f => f.Stance).Distinct().Count()
        );
    }

    /// <summary>The share of pairs that differ; 0 where there is no pair.</summary>
    public static double Diversity<T>(IEnumerable<T> values)
        where T : notnull
    {
        var counts = new Dictionary<T, long>();
        long n = 0,
            same = 0;
        foreach (var value in values)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _);
            same += count++;
            n++;
        }
        return n < 2 ? 0 : 1 - (2.0 * same / (n * (n - 1)));
    }
}
