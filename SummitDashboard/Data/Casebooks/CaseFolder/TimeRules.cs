using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// What <c>check</c> holds of times, beyond what loading needs: a date that says more than its ground, and two that cannot both be right.
/// </summary>
public static class TimeRules
{
    /// <summary>Adds the problems found to the folder's.</summary>
    public static void Check(CaseFolderContents contents)
    {
        var events = contents.Events.ToDictionary(e => e.Id);
        foreach (var source in contents.Sources)
            if (source.Written is { } written)
            {
                Printed(contents, source, written);
                Past(contents, source, written, events.GetValueOrDefault(written.After ?? default));
                ToCome(contents, source, written, events.GetValueOrDefault(written.Before ?? default));
            }
        foreach (var happening in contents.Events)
        {
            Given(contents, happening);
            if (contents.Head is { } head)
                InPhase(contents, happening, head.Visit);
        }
    }

    // The printed day of publication is not the day of writing.
    private static void Printed(CaseFolderContents contents, Source source, Written written)
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
            contents.Complain(
                source,
                written,
                "written is marked given and rests on the words that print the publication; a day of writing taken from them is inferred.",
                "written"
            );
    }

    private static void Past(CaseFolderContents contents, Source source, Written written, Event? past)
    {
        if (past?.Date is not { EarliestDay: { } happened } date || IsVague(date) || IsVague(written.Date))
            return;
        if (written.Date.LatestDay < happened)
            contents.Complain(
                source,
                written,
                $"written.after names {past.Slug}, which is no earlier than {Edtf.FormatDay(happened)}, and the last day of written "
                    + $"is {Edtf.FormatDay(written.Date.LatestDay.Value)}.",
                "written"
            );
        else if (written.Basis != Basis.Given && written.Date.EarliestDay < happened)
            contents.Complain(
                source,
                written,
                $"written begins on {Edtf.FormatDay(written.Date.EarliestDay.Value)}, and what it is after, {past.Slug}, is no "
                    + $"earlier than {Edtf.FormatDay(happened)}; narrow the one, or name an earlier event.",
                "written"
            );
    }

    private static void ToCome(CaseFolderContents contents, Source source, Written written, Event? toCome)
    {
        if (toCome?.Date is not { LatestDay: { } happens } date || IsVague(date) || IsVague(written.Date))
            return;
        if (written.Date.EarliestDay > happens)
            contents.Complain(
                source,
                written,
                $"written.before names {toCome.Slug}, which is no later than {Edtf.FormatDay(happens)}, and the first day of written "
                    + $"is {Edtf.FormatDay(written.Date.EarliestDay.Value)}.",
                "written"
            );
        else if (written.Basis != Basis.Given && written.Date.LatestDay > happens)
            contents.Complain(
                source,
                written,
                $"written ends on {Edtf.FormatDay(written.Date.LatestDay.Value)}, and what it is before, {toCome.Slug}, is no later "
                    + $"than {Edtf.FormatDay(happens)}; narrow the one, or name a later event.",
                "written"
            );
    }

    // “About” and “perhaps” have no size, so nothing can be said to lie outside.
    private static bool IsVague(Edtf date) => date.IsApproximate || date.IsUncertain;

    private static void Given(CaseFolderContents contents, Event happening)
    {
        if (
            happening is { Date: not null, DateBasis: { Basis: Basis.Given } basis }
            && !happening.Mentions.Any(m => m.Date is not null && (basis.Sources.Count == 0 || basis.Sources.Contains(m.Source)))
        )
            contents.Complain(
                happening,
                happening,
                "its date is marked given, and no mention of the sources it is from has a date; add the mention that prints it, or "
                    + "mark it inferred.",
                "dateBasis"
            );
    }

    private static void InPhase(CaseFolderContents contents, Event happening, Edtf visit)
    {
        if (happening.Date is not { } date || IsVague(date) || visit.EarliestDay is not { } first || visit.LatestDay is not { } last)
            return;
        var (isOver, isLater) = (date.LatestDay < first, date.EarliestDay > last);
        if (
            happening.Phase switch
            {
                Phase.Visit => isOver || isLater,
                Phase.Aftermath => isOver,
                _ => isLater,
            }
        )
            contents.Complain(
                happening,
                happening,
                $"its date, {date.Describe()}, lies {(isOver ? "before" : "after")} the visit, {visit.Describe()}, and its phase is "
                    + $"{Vocabulary.Of(happening.Phase)}.",
                "phase"
            );
    }
}
