using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Sources;

/// <summary>
/// How another source tells a claim; <paramref name="Words"/> is what stands for its telling, null where it does not tell it.
/// </summary>
public sealed record OtherTelling(Source Source, Cell Cell, Quotation? Words);

/// <summary>How every source but one tells a claim.</summary>
/// <param name="Shown">In the order of writing; where there are more than have room, those first that tell it.</param>
/// <param name="Rest">The others, by what they do.</param>
public sealed record OthersTelling(IReadOnlyList<OtherTelling> Shown, IReadOnlyList<(string Word, int Count)> Rest)
{
    private const int Most = 12;

    /// <summary>How many claims that are told elsewhere one page lists.</summary>
    public const int MostElsewhere = 40;

    /// <summary>The others beside a source.</summary>
    /// <param name="among">Those alone; null for all.</param>
    public static OthersTelling Of(Casebook casebook, Claim claim, Source beside, ShownSources? among = null)
    {
        var framings = claim.Framings.DistinctBy(f => f.Source).ToDictionary(f => f.Source);
        var others = casebook.Sources.Where(s => s.Id != beside.Id && (among?.Contains(s) ?? true)).ToList();
        var isAll = others.Count <= Most;
        var shown = isAll
            ? others
            : others
                .OrderBy(s =>
                    framings.GetValueOrDefault(s.Id) switch
                    {
                        null => 2,
                        { Stance: Stance.Silent } => 1,
                        _ => 0,
                    }
                )
                .Take(Most)
                .ToList();
        return new(
            [.. shown.Select(s => Telling(s))],
            isAll
                ? []
                :
                [
                    .. others
                        .Except(shown)
                        .Select(s => Cell.Of(casebook, claim, s, framings.GetValueOrDefault(s.Id)).Word)
                        .CountBy(word => word)
                        .OrderBy(c => Array.IndexOf(Cell.AllWords, c.Key))
                        .Select(c => (c.Key, c.Value)),
                ]
        );

        OtherTelling Telling(Source source)
        {
            var framing = framings.GetValueOrDefault(source.Id);
            return new(
                source,
                Cell.Of(casebook, claim, source, framing),
                framing is null ? null : ContentWords.KeyQuotation(claim, framing)
            );
        }
    }

    /// <summary>The claims that others tell and a source does not, in the order of the story.</summary>
    /// <param name="among">Those others alone; null for all.</param>
    public static IReadOnlyList<Claim> Elsewhere(Casebook casebook, Source source, ShownSources? among = null)
    {
        var here = SourceIndex
            .Of(casebook)
            .Tellings(source)
            .Where(t => t.Framing.Stance != Stance.Silent)
            .Select(t => t.Claim.Id)
            .ToHashSet();
        return [.. casebook.Claims.Where(c => !here.Contains(c.Id) && c.Framings.Any(Tells))];

        bool Tells(Framing framing) => framing.Stance != Stance.Silent && (among?.Contains(casebook.Sources[framing.Source]) ?? true);
    }
}
