using SummitDashboard.Domain;

namespace SummitDashboard.Data.Edits;

/// <summary>
/// Takes back what one revision did, as a new revision. Parts that were changed since are not touched: then the conflicts are listed and
/// nothing is undone.
/// </summary>
public sealed record Undo(long Revision) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "undo";

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        var changes = context.ChangesOf(Revision);
        if (changes.Count == 0) return Edits.Plan.No($"There is no revision {Revision}.");
        var back = new List<ItemChange>();
        var conflicts = new List<string>();
        foreach (var change in changes)
        {
            var current = casebook.Find(change.Kind, change.Id);
            if (change is { Before: null, After: Grade given }) Withdraw(casebook, context, given, back, conflicts);
            else if (Documents.Same(current, change.Before)) continue;
            else if (Documents.Same(current, change.After)) back.Add(new(current, change.Before));
            else if (current is null || change.Before is null || change.After is null) conflicts.Add($"{Name(change)} was {(current is null ? "removed" : "changed")} since.");
            else
            {
                var (json, disagreements) = Merge.Of(Documents.Write(change.After), Documents.Write(current), Documents.Write(change.Before));
                if (disagreements.Count == 0) back.Add(new(current, Documents.Read(change.Kind, json)));
                else conflicts.AddRange(disagreements.Select(d => $"{Name(change)}: {PathWords.Of(d, casebook)} was changed since."));
            }
        }
        return conflicts.Count > 0 ? Edits.Plan.No([.. conflicts]) : Edits.Plan.Of(back);
    }

    private static string Name(ItemChange change) => $"{Kinds.Word(change.Kind)} {(change.After ?? change.Before)!.Slug}";

    // A grade is never taken out of the history: its editor withdraws it.
    private static void Withdraw(Casebook casebook, WriteContext context, Grade grade, List<ItemChange> back, List<string> conflicts)
    {
        if (casebook.Grades.Held(grade.Source, grade.Claim).All(g => g.Id != grade.Id)) conflicts.Add("This grade is no longer held; there is nothing to take back.");
        else if (grade.AccountId != context.Author.AccountId) conflicts.Add($"A grade is {grade.By}’s own judgement; only {grade.By} can withdraw it.");
        else
        {
            var id = Ids.New();
            back.Add(new(null, grade with { Id = id, Slug = id, Mark = null, Rationale = "Withdrawn.", Evidence = [], Checklist = [], Review = null, At = casebook.Grades.Next(grade, context.Now) }));
        }
    }
}
