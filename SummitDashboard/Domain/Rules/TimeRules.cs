namespace SummitDashboard.Domain;

/// <summary>Times that say more than their ground, and two that cannot both be right.</summary>
internal static class TimeRules
{
    /// <summary>When a source was written.</summary>
    public static IEnumerable<Finding> Of(Source source, CheckContext context) =>
        source.Written is not { } written
            ? []
            :
            [
                .. Printed(source, written),
                .. Past(written, written.After is { } past ? context.Event(past) : null),
                .. ToCome(written, written.Before is { } toCome ? context.Event(toCome) : null),
            ];

    /// <summary>An event, as against the days that the timeline unfolds.</summary>
    public static IEnumerable<Finding> Of(Event happening, CasebookHead? head)
    {
        if (
            head is null
            || happening.Date is not { } date
            || IsVague(date)
            || head.Visit is not { EarliestDay: { } first, LatestDay: { } last } visit
        )
            yield break;
        var (isOver, isLater) = (date.LatestDay < first, date.EarliestDay > last);
        if (
            happening.Phase switch
            {
                Phase.Visit => isOver || isLater,
                Phase.Aftermath => isOver,
                _ => isLater,
            }
        )
            yield return new(
                happening,
                $"its date, {date.Describe()}, lies {(isOver ? "before" : "after")} the days of the casebook, {visit.Describe()}, and its "
                    + $"phase is {Vocabulary.Of(happening.Phase)}.",
                "phase"
            );
    }

    // The printed day of publication is not the day of writing.
    private static IEnumerable<Finding> Printed(Source source, Written written)
    {
        if (
            written.Basis == Basis.Given
            && source.Published is { } published
            && written.Paragraph == published.Paragraph
            && (
                written.Words is not { } words
                || published.Words is not { } printed
                || words.Contains(printed, StringComparison.Ordinal)
                || printed.Contains(words, StringComparison.Ordinal)
            )
        )
            yield return new(
                written,
                "written is marked given and rests on the words that print the publication; a day of writing taken from them is inferred.",
                "basis"
            );
    }

    private static IEnumerable<Finding> Past(Written written, Event? past)
    {
        if (past?.Date is not { EarliestDay: { } happened } date || IsVague(date) || IsVague(written.Date))
            yield break;
        if (written.Date.LatestDay < happened)
            yield return new(
                written,
                $"written.after names {past.Slug}, which is no earlier than {Edtf.FormatDay(happened)}, and the last day of written "
                    + $"is {Edtf.FormatDay(written.Date.LatestDay.Value)}.",
                "value"
            );
        else if (written.Basis != Basis.Given && written.Date.EarliestDay < happened)
            yield return new(
                written,
                $"written begins on {Edtf.FormatDay(written.Date.EarliestDay.Value)}, and what it is after, {past.Slug}, is no "
                    + $"earlier than {Edtf.FormatDay(happened)}; narrow the one, or name an earlier event.",
                "value"
            );
    }

    private static IEnumerable<Finding> ToCome(Written written, Event? toCome)
    {
        if (toCome?.Date is not { LatestDay: { } happens } date || IsVague(date) || IsVague(written.Date))
            yield break;
        if (written.Date.EarliestDay > happens)
            yield return new(
                written,
                $"written.before names {toCome.Slug}, which is no later than {Edtf.FormatDay(happens)}, and the first day of written "
                    + $"is {Edtf.FormatDay(written.Date.EarliestDay.Value)}.",
                "value"
            );
        else if (written.Basis != Basis.Given && written.Date.LatestDay > happens)
            yield return new(
                written,
                $"written ends on {Edtf.FormatDay(written.Date.LatestDay.Value)}, and what it is before, {toCome.Slug}, is no later "
                    + $"than {Edtf.FormatDay(happens)}; narrow the one, or name a later event.",
                "value"
            );
    }

    // “About” and “perhaps” have no size, so nothing can be said to lie outside.
    private static bool IsVague(Edtf date) => date.IsApproximate || date.IsUncertain;
}
