using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>The sentences of the room: why a cell is empty, what stands over the columns, what a day changes.</summary>
public static class ClaimLabels
{
    /// <summary>What stands in a slot of a telling: its words, or which of the two ways of standing empty it is.</summary>
    public static string Slot(Framing framing, Aspect slot) =>
        framing.In(slot.Key)?.Text ?? (framing.TermOf(slot.Key) is null ? "not yet coded" : "not said");

    /// <summary>The same for a table to be counted: what is no text of the source’s or the coder’s stands in brackets.</summary>
    public static string? SlotIn(Framing? framing, Aspect slot, Func<AspectValue, string> filled) =>
        framing is null or { Stance: Stance.Silent } ? null
        : framing.In(slot.Key) is { } value ? filled(value)
        : $"({Slot(framing, slot)})";

    /// <summary>Why a source has no telling, in a sentence or two.</summary>
    public static string WhyEmpty(Casebook casebook, Telling telling)
    {
        var (source, cell) = (telling.Source, telling.Cell);
        if (telling.IsNotYet)
            return $"Not yet written on this day. Written: {Labels.Of(source.Written?.Date)}.";
        if (cell.Framing is not { } framing)
            return "Nobody has coded this yet.";
        var happening = casebook.Events.TryGet(cell.Claim.Event, out var evt) ? evt.Label : "";
        return cell.Kind switch
        {
            CellKind.WrittenBefore => $"Written before it happened, so it could not tell it. {ReadInFull(framing)}",
            CellKind.CannotTell =>
                $"{ReadInFull(framing)} The claim is not made, and from the dates it cannot be told whether this was written before it "
                    + $"happened. Written: {Labels.Of(source.Written?.Date)}. “{happening}”: {Labels.Of(evt?.Date)}.",
            _ => $"{ReadInFull(framing)} The claim is not made.",
        };
    }

    /// <summary>“before the visit”, in the casebook's own word for what it is about.</summary>
    public static string Against(Casebook casebook, WritingTime time)
    {
        if (time == WritingTime.CannotTell)
            return "cannot tell when";
        var name = casebook.Head.Phases.GetValueOrDefault(Phase.Visit) ?? "the event";
        return $"{Labels.Of(time)} {(name.StartsWith("The ", StringComparison.Ordinal) ? "the " + name[4..] : name)}";
    }

    /// <summary>Neighbouring columns that were written at the same time, as against the visit.</summary>
    public static IEnumerable<(WritingTime When, int Columns)> Groups(IReadOnlyList<Telling> tellings)
    {
        for (var start = 0; start < tellings.Count; )
        {
            var end = start + 1;
            while (end < tellings.Count && tellings[end].When == tellings[start].When)
                end++;
            yield return (tellings[start].When, end - start);
            start = end;
        }
    }

    /// <summary>On what the order of the columns rests.</summary>
    public static string OrderOfColumns(IEnumerable<Source> sources)
    {
        var dated = sources.Where(s => s.Published is { Basis: Basis.Given }).Select(s => s.Siglum).ToList();
        var printed = dated.Count switch
        {
            0 => "none prints a date",
            1 => $"only {dated[0]} prints a date",
            _ => $"{Prose.List(dated, Prose.MostNames)} print a date",
        };
        return $"Columns stand in the order of writing as far as it is known; {printed}.";
    }

    /// <summary>What existed by a day, counted.</summary>
    public static string Existed(IReadOnlyCollection<Source> sources, long day)
    {
        var (certainly, possibly) = AsOfDay.Count(sources, day);
        var parts = new List<string>();
        if (certainly > 0)
            parts.Add($"{Prose.Number(certainly)} certainly written");
        if (possibly > 0)
            parts.Add($"{Prose.Number(possibly)} possibly");
        if (sources.Count - certainly - possibly is > 0 and var not)
            parts.Add($"{Prose.Number(not)} not yet");
        return string.Join(", ", parts);
    }

    /// <summary>
    /// Which sources existed by the end of a day, by name: a source that can have been written on either side of it may not have existed
    /// yet. “Br and Tu were written; Ye may or may not have been (written 18 or 19 June 2024); Al was not written yet.”
    /// </summary>
    public static string ExistedByName(IReadOnlyCollection<Source> sources, long day)
    {
        var by = sources.ToLookup(s => s.ExistedBy(day));
        var parts = new List<string>();
        if (by.Contains(Existence.Certainly))
            parts.Add($"{Names(by[Existence.Certainly])} {Were(by[Existence.Certainly])} written");
        foreach (var open in by[Existence.Possibly].GroupBy(s => s.Written?.Date.Describe()))
            parts.Add($"{Names(open)} may or may not have been ({(open.Key is { } days ? "written " + days : "no date is known")})");
        if (by.Contains(Existence.NotYet))
            parts.Add($"{Names(by[Existence.NotYet])} {Were(by[Existence.NotYet])} not written yet");
        return string.Join("; ", parts) + ".";

        static string Names(IEnumerable<Source> some) => Prose.List([.. some.Select(s => s.Siglum)], Prose.MostNames);
        static string Were(IEnumerable<Source> some) => some.Count() == 1 ? "was" : "were";
    }

    /// <summary>Which rows are not shown because only differences are; at least one.</summary>
    public static string Folded(IReadOnlyCollection<ComparisonRow> rows) =>
        $"{Labels.Count(rows.Count, "row")} in which all shown tellings say the same {(rows.Count == 1 ? "is" : "are")} folded "
        + $"away: {Prose.Names(rows.Select(r => r.Label))}.";

    private static string ReadInFull(Framing framing) =>
        "Read in full"
        + (framing.ReadOn is { } on ? $" on {Edtf.FormatDay(Edtf.DayNumber(on))}" : "")
        + (framing.ReadBy is { } by ? $" by {by}" : "")
        + ".";
}
