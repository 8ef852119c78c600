using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>One edit inside its transaction: plan, rules, next snapshot, rows. What cannot be built is not written.</summary>
internal sealed class Writing(SummitDb db, Casebook casebook, Author author, DateTime now, SetAsides aside)
{
    /// <summary>Writes the edit's rows, without committing them; where nothing has to change there is no next snapshot.</summary>
    public (Outcome Outcome, Casebook? Next, IReadOnlyList<ItemChange> Changes) Carry(Edit edit, string? reason)
    {
        var context = new WriteContext(
            author,
            now,
            number => Revisions.ChangesOf(db, number),
            (id, number) => Revisions.Since(db, id, number),
            id => db.Seeds.AsNoTracking().SingleOrDefault(s => s.ItemId == id)
        );
        switch (edit.Plan(casebook, context))
        {
            case Plan.Clash clash:
                return (ConflictWith(clash), null, []);
            case Plan.Impossible impossible:
                return (new Outcome.Invalid(impossible.Why), null, []);
            case Plan.Changes { Items: var changes }:
                if (aside.Refusals(changes) is { Count: > 0 } refusals)
                    return (new Outcome.Invalid(refusals), null, []);
                if (edit is DecideSeed decision)
                    Decide(decision);
                if (edit is SupplyArticle { Content: var content } && Shelve(content) is { } refused)
                    return (new Outcome.Invalid([refused]), null, []);
                if (changes.Count == 0)
                    return (new Outcome.Committed(casebook.Revision, Changed: false), null, []);
                var number = casebook.Revision + 1;
                if (Consistency.Problems(casebook, changes) is { Count: > 0 } problems)
                    return (new Outcome.Invalid(problems), null, []);
                var next = casebook.With(number, changes);
                if (Consistency.Problems(next, casebook, changes) is { Count: > 0 } broken)
                    return (new Outcome.Invalid(broken), null, []);
                Revisions.Append(db, number, now, author, edit.Verb, reason, (edit as Undo)?.Revision, changes);
                return (new Outcome.Committed(number), next, changes);
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
        return new(clash.Current, last?.By ?? "", last?.At ?? now, last?.Number ?? casebook.Revision);
    }

    // Kept beside the casebook, and known by its hash.
    private string? Shelve(string content)
    {
        if (TextLibrary.Problem(content) is { } problem)
            return problem;
        db.Database.ExecuteSql(
            $"""INSERT INTO "Text" ("Sha256", "Content", "By", "At") VALUES ({ArticleText.From(content).Sha256}, {content}, {author.Name}, {now}) ON CONFLICT DO NOTHING"""
        );
        return null;
    }

    private void Decide(DecideSeed decision)
    {
        var seed = db.Seeds.Single(s => s.ItemId == decision.ItemId);
        if (decision.Offered.Length == 0)
            db.Seeds.Remove(seed);
        else
            (seed.Json, seed.Offered) = (decision.Offered, null);
        db.SaveChanges();
    }
}
