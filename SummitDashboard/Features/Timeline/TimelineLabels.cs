using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Timeline;

/// <summary>The timeline's words for what the casebook holds.</summary>
public static class TimelineLabels
{
    /// <summary>The page's heading: “Two days, five tellings”.</summary>
    public static string Heading(Casebook casebook)
    {
        var tellings = Prose.Count(casebook.Sources.Count, "telling");
        return Prose.Sentence(
            casebook.Head.Visit is { EarliestDay: { } first, LatestDay: { } last } && last - first < 1_000_000
                ? $"{Prose.Count((int)(last - first) + 1, "day")}, {tellings}"
                : tellings
        );
    }

    /// <summary>A date as a label has room for it: without the visit's year where the zone says it already.</summary>
    public static string Short(Casebook casebook, Event evt) => evt.Date is null ? "" : Shortened.Of(casebook).Of(evt);

    // An event's label is asked for several times on a page, and by every reader: worked out once for a snapshot.
    private static readonly Derived<Casebook, Derived<Event, string>> Shortened = new(c => new(evt => Shorten(c, evt)));

    private static string Shorten(Casebook casebook, Event evt)
    {
        var date = evt.Date!;
        var words = date.Describe();
        if (evt.Phase == Phase.Background)
            return words;
        if (casebook.Head.Visit is not { } visit)
            return words;
        var year = visit.Describe().Split(' ')[^1];
        return words.EndsWith(" " + year, StringComparison.Ordinal) && words.Length > year.Length + 3 ? words[..^(year.Length + 1)] : words;
    }

    /// <summary>What a mark says when pointed at, and to who cannot see it.</summary>
    public static string Of(IEnumerable<MentionMode> modes) => string.Join(", ", modes.Select(m => Vocabulary.Of(m)));

    /// <summary>“12”, “1.2k”: a number for a narrow place.</summary>
    public static string Tiny(int n) =>
        n < 1000 ? $"{n}"
        : n < 10_000 ? FormattableString.Invariant($"{n / 100 / 10.0:0.#}k")
        : $"{n / 1000}k";

    /// <summary>
    /// When a source was written, and what that rests on: the days, and the events that its words treat as past or to come.
    /// </summary>
    public static string Written(Casebook casebook, Source source) =>
        source.Written is { } written
            ? $"{written.Date.Describe()}, "
                + $"{(source.Published is { Basis: Basis.Given } ? "printed in the source" : Labels.Of(written))}"
                + (Settled(casebook, written) is { } settled ? $"; {settled}" : "")
            : "nothing is known";

    /// <summary>
    /// What places the writing among the events more closely than its days do: “its words look back on “A” and expect “B””. Null where
    /// they name neither.
    /// </summary>
    public static string? Settled(Casebook casebook, Written written)
    {
        var past = casebook.Events.TryGet(written.After, out var over) ? $"look back on “{over.Label}”" : null;
        var toCome = casebook.Events.TryGet(written.Before, out var later) ? $"expect “{later.Label}”" : null;
        return (past ?? toCome) is null ? null : "its words " + string.Join(" and ", new[] { past, toCome }.OfType<string>());
    }
}
