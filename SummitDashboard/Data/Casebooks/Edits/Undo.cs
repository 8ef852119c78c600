using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>
/// Takes back what one revision did, as a new revision. Parts that were changed since are not touched: then the conflicts are listed and
/// nothing is undone.
/// </summary>
/// <param name="OfTalks">True where it is asked for by who may only make talks: then it touches nothing else.</param>
public sealed record Undo(long Revision, bool OfTalks = false) : Edit
{
    public override Right Right => OfTalks ? Right.Compose : Right.Edit;
    public override string Verb => "undo";
    internal override long? Undoes => Revision;
    internal override bool BringsTexts => false;

    /// <summary>Why nothing was taken back, in sentences; none where it was.</summary>
    public static IReadOnlyList<string> Problems(Outcome outcome) =>
        outcome switch
        {
            Outcome.Committed { Changed: true } => [],
            Outcome.Committed => ["Everything already is as it was before this revision."],
            Outcome.Invalid invalid => invalid.Problems,
            Outcome.Failed failed => [failed.Why],
            Outcome.Forbidden => ["Your sign-in has ended, or your role was changed."],
            _ => ["It was changed since."],
        };

    /// <summary>What was done, in sentences.</summary>
    public static string Said(Outcome.Committed done) =>
        $"Taken back, as revision {done.Revision}.{(done.Note is { } note ? " " + note : "")}";

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        var changes = context.ChangesOf(Revision);
        if (changes.Count == 0)
            return Edits.Plan.No($"There is no revision {Revision}.");
        if (OfTalks && changes.Any(c => c.Kind != ItemKind.Talk))
            return Edits.Plan.No("This revision changed more than talks; an editor can take it back.");
        var back = new List<ItemChange>();
        var conflicts = new List<string>();
        foreach (var change in changes)
        {
            var current = casebook.Find(change.Kind, change.Id);
            if (change is { Before: null, After: Grade given } && !CameBack(given, changes))
                TakeBack(casebook, context, given, back, conflicts);
            else if (Documents.Same(current, change.Before))
                continue;
            else if (HasMovedSince(current, change))
            {
                // Its number in the order of writing is where others that came or went have put it; what made room for it stays there.
                if (change.Before is null)
                    back.Add(new(current, null));
            }
            else if (Documents.Same(current, change.After))
                back.Add(new(current, change.Before));
            else if (current is null || change.Before is null || change.After is null)
                conflicts.Add($"{Name(change)} was {(current is null ? "removed" : "changed")} since{Where(change)}.");
            else
            {
                var (json, disagreements) = Merge.Of(
                    Documents.Write(change.After),
                    Documents.Write(current),
                    Documents.Write(change.Before)
                );
                if (disagreements.Count == 0 && Documents.Read(change.Kind, json) is var merged && !Documents.Same(merged, current))
                    back.Add(new(current, merged));
                else
                    conflicts.AddRange(
                        disagreements.Select(d => $"{Name(change)}: {PathLabels.Of(d, casebook)} was changed since{Where(change)}.")
                    );
            }
        }
        return conflicts.Count > 0 ? Edits.Plan.No([.. conflicts]) : BroughtBack(casebook, back);

        string Where(ItemChange change) =>
            context.Since(change.Id, Revision) is { Count: > 0 } later
                ? $", with revision {string.Join(", ", later.Take(5).Select(r => $"{r.Number} ({r.By})"))}"
                    + $"{(later.Count > 5 ? " …" : "")}; take that back first"
                : "";
    }

    // What was removed comes back as it can among what stands now.
    private static Plan.Changes BroughtBack(Casebook casebook, List<ItemChange> back)
    {
        var notes = new List<string>();
        for (var i = 0; i < back.Count; i++)
        {
            if (back[i] is not { Before: null, After: { } item })
                continue;
            var kind = Kinds.Of(item);
            var (comes, said) = kind.BroughtBack(item, kind.In(casebook).Concat(back.Take(i).Select(c => c.After).OfType<Item>()));
            back[i] = new(null, comes);
            if (said is not null)
                notes.Add(said);
        }
        return new(back, notes.Count == 0 ? null : string.Join(' ', notes));
    }

    private static bool HasMovedSince(Item? current, ItemChange change) =>
        current is Source now
        && change.After is Source then
        && now.Order != then.Order
        && Documents.Same(now with { Order = then.Order }, then)
        && (change.Before is null || change.Before is Source before && Documents.Same(before with { Order = then.Order }, then));

    private static string Name(ItemChange change) =>
        $"{Kinds.Of(change.Kind).Word} “{Kinds.Of(change.Kind).TitleOf((change.After ?? change.Before)!)}”";

    // True for a grade that the revision did not give, but brought back with what it judges.
    private static bool CameBack(Grade grade, IReadOnlyList<ItemChange> changes) =>
        changes.Any(c => c.Before is null && (c.Id == grade.Source.Value || c.Id == grade.Claim?.Value));

    // A grade is never taken out of the history: its editor holds again what he held before it, or nothing.
    private static void TakeBack(Casebook casebook, WriteContext context, Grade grade, List<ItemChange> back, List<string> conflicts)
    {
        var given = casebook.Grades.History(grade.Source, grade.Claim).Where(g => g.Editor == grade.Editor).ToList();
        if (given.Count == 0 || given[^1].Id != grade.Id)
            conflicts.Add("This grade is no longer held; there is nothing to take back.");
        else if (grade.AccountId != context.Author.AccountId)
            conflicts.Add($"A grade is {grade.By}’s own judgement; only {grade.By} can take it back.");
        else
        {
            var (id, at) = (Ids.New<Grade>(), casebook.Grades.Next(grade, context.Now));
            var before =
                given.Count > 1
                    ? given[^2]
                    : grade with
                    {
                        Mark = null,
                        Rationale = "Withdrawn.",
                        Evidence = [],
                        Checklist = [],
                        Review = null,
                    };
            back.Add(new(null, before with { Id = id, Slug = id.Value, At = at }));
        }
    }
}
