using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Talks;

/// <summary>What one source says at a stop.</summary>
/// <param name="Quotations">At most <see cref="Most"/>; none where the source says nothing.</param>
/// <param name="Does">What it does in a word or two: “expects it”, “asserts”; empty where it says nothing.</param>
/// <param name="How">The same with whom it cites, or what else it does.</param>
/// <param name="Nothing">The sentence for a source that says nothing.</param>
/// <param name="Certainty">The answer to a guess at how certain it is: the word of its stance, or of the stance that its mode stands
/// for.</param>
/// <param name="Kind">Why it says nothing, where it does not.</param>
public sealed record StopTelling(
    Source Source,
    IReadOnlyList<Quotation> Quotations,
    string Does,
    string How,
    string Nothing,
    string Certainty,
    CellKind Kind
)
{
    /// <summary>More fragments of one source than this cannot be read from the back row.</summary>
    public const int Most = 2;

    /// <summary>What a source says at a stop.</summary>
    public static StopTelling Of(Casebook casebook, Stop stop, Source source) =>
        casebook.Claims.TryGet(stop.Claim, out var claim)
            ? Of(casebook, Cell.Of(casebook, claim, source))
            : Of(casebook.Events[stop.Event!.Value], source);

    /// <summary>
    /// How many of all sources do what: “Of five sources, two expect it, one reports it. One says nothing of it. One is not coded yet.”
    /// </summary>
    public static string Summary(Casebook casebook, Stop stop)
    {
        var all = casebook.Sources.Select(s => Of(casebook, stop, s)).ToList();
        var telling = all.Where(w => w.Kind == CellKind.Told).GroupBy(w => w.Does).ToList();
        var quiet = all.Count(w => w.Kind != CellKind.Told);
        var words = telling.Count switch
        {
            0 => "",
            1 when quiet == 0 && all.Count > 1 => $"All {Prose.Number(all.Count)} {Plural(telling[0].Key)}.",
            _ => $"Of {Prose.Count(all.Count, "source")}, "
                + $"{string.Join(", ", telling.Select(g => $"{Prose.Number(g.Count())} {(g.Count() == 1 ? g.Key : Plural(g.Key))}"))}.",
        };
        string[] others =
        [
            Number(CellKind.Silent, "says nothing of it", "say nothing of it"),
            Number(CellKind.WrittenBefore, "was written before it happened", "were written before it happened"),
            Number(CellKind.CannotTell, "may have been written before it happened", "may have been written before it happened"),
            Number(CellKind.Uncoded, "is not coded yet", "are not coded yet"),
        ];
        return string.Join(' ', others.Prepend(words).Where(w => w.Length > 0));

        string Number(CellKind kind, string one, string several) =>
            all.Count(w => w.Kind == kind) is var n and > 0 ? $"{Capital(Prose.Number(n))} {(n == 1 ? one : several)}." : "";
    }

    private static StopTelling Of(Event happening, Source source)
    {
        var mentions = happening.Mentions.Where(m => m.Source == source.Id).Take(Most).ToList();
        var modes = mentions.Select(m => m.Mode).Distinct().ToList();
        return new(
            source,
            [.. mentions.Select(m => m.Quotation)],
            modes.Count == 0 ? "" : Verb(modes[0]),
            string.Join(", ", modes.Select(Verb)),
            "does not speak of it",
            modes.Count == 0
                ? ""
                : Vocabulary.Of(
                    modes[0] switch
                    {
                        MentionMode.Anticipated => Stance.Anticipates,
                        MentionMode.Attributed => Stance.Attributes,
                        _ => Stance.Asserts,
                    }
                ),
            modes.Count == 0 ? CellKind.Silent : CellKind.Told
        );
    }

    private static StopTelling Of(Casebook casebook, Cell cell)
    {
        if (cell.Framing is not { } framing || cell.Kind != CellKind.Told)
            return new(
                cell.Source,
                [],
                "",
                "",
                cell.Kind switch
                {
                    CellKind.WrittenBefore => "written before it happened",
                    CellKind.Uncoded => "not read for this yet",
                    _ => "does not speak of it",
                },
                "",
                cell.Kind
            );
        var quotations = framing.Quotations.Take(Most).ToList();
        var cited = quotations.Select(q => q.Cites).OfType<Cited>().Select(casebook.NameOf).Distinct().ToList();
        return new(
            cell.Source,
            quotations,
            cell.Word,
            cell.Word + (cited.Count > 0 ? ", citing " + string.Join(" and ", cited) : ""),
            "",
            cell.Word,
            cell.Kind
        );
    }

    private static string Verb(MentionMode mode) =>
        mode switch
        {
            MentionMode.Anticipated => "expects it",
            MentionMode.Recalled => "looks back on it",
            MentionMode.Attributed => "tells it as somebody’s word",
            _ => "reports it",
        };

    // “expects it” to “expect it”: every verb here ends in s.
    private static string Plural(string does) =>
        does.Split(' ', 2) is [var verb, .. var rest] ? string.Join(' ', [verb[..^1], .. rest]) : does;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
