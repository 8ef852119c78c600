using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>One edit inside its transaction: plan, rules, next snapshot, rows. What cannot be built is not written.</summary>
internal sealed class Writing(Entry entry, Casebook casebook, SetAsides aside, Func<Source, ArticleText?> textOf)
{
    private readonly SummitDb db = entry.Db;

    /// <summary>Writes the edit's rows, without committing them; where nothing has to change there is no next snapshot.</summary>
    public (Outcome Outcome, Casebook? Next, IReadOnlyList<ItemChange> Changes) Carry(Edit edit, string? reason)
    {
        var context = new WriteContext(
            entry.Author,
            entry.Now,
            number => Revisions.ChangesOf(db, number),
            (id, number) => Revisions.Since(db, id, number),
            id => db.Seeds.AsNoTracking().SingleOrDefault(s => s.ItemId == id),
            textOf
        );
        switch (edit.Plan(casebook, context))
        {
            case Plan.Clash clash:
                return (ConflictWith(clash), null, []);
            case Plan.Impossible impossible:
                return (new Outcome.Invalid(impossible.Why), null, []);
            case Plan.Changes { Items: var changes, Note: var note }:
                if (aside.Refusals(changes) is { Count: > 0 } refusals)
                    return (new Outcome.Invalid(refusals), null, []);
                if (edit.WriteBeside(entry) is { Count: > 0 } refused)
                    return (new Outcome.Invalid(refused), null, []);
                if (changes.Count == 0)
                    return (new Outcome.Committed(casebook.Revision, Changed: false), null, []);
                var number = casebook.Revision + 1;
                if (Consistency.Problems(casebook, changes) is { Count: > 0 } problems)
                    return (new Outcome.Invalid(problems), null, []);
                if (edit.BringsTexts && Consistency.Unseen(changes) is { Count: > 0 } unseen)
                    return (new Outcome.Invalid(unseen), null, []);
                var next = casebook.With(number, changes);
                if (Consistency.Rules(next, changes) is { Count: > 0 } broken)
                    return (new Outcome.Invalid(broken), null, []);
                if (edit.BringsTexts && Consistency.Brought(casebook, next, changes, textOf) is { Count: > 0 } brought)
                    return (new Outcome.Invalid(brought), null, []);
                Revisions.Append(db, number, entry.Now, entry.Author, edit.Verb, reason, edit.Undoes, changes);
                return (new Outcome.Committed(number, Note: note), next, changes);
            default:
                throw new InvalidOperationException("A plan of a kind that nobody carries out.");
        }
    }

    private Outcome.Conflict ConflictWith(Plan.Clash clash)
    {
        var changes =
            from change in db.Changes.AsNoTracking()
            join revision in db.Revisions on change.Revision equals revision.Number
            where change.ItemId == clash.ItemId
            orderby revision.Number descending
            select new { change, revision };
        var last = (
            clash.IsOfPart is { } isOfPart
                ? changes.AsEnumerable().FirstOrDefault(c => isOfPart(Revisions.Read(c.change)))
                : changes.FirstOrDefault()
        )?.revision;
        return new(clash.Current, last?.By ?? "", last?.At ?? entry.Now, last?.Number ?? casebook.Revision, last?.AccountId);
    }
}
