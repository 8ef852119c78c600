using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>The rows of the history: appended with every change, read one revision at a time.</summary>
internal static class Revisions
{
    /// <summary>Writes one revision, and the items as it leaves them; the caller commits.</summary>
    public static void Append(
        SummitDb db,
        long number,
        DateTime at,
        Author author,
        string verb,
        string? reason,
        long? undoes,
        IReadOnlyList<ItemChange> changes
    )
    {
        FreeSlugs(db, changes);
        db.Revisions.Add(
            new()
            {
                Number = number,
                At = at,
                By = author.Name,
                AccountId = author.AccountId,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                Command = verb,
                Undoes = undoes,
            }
        );
        db.SaveChanges();
        foreach (var change in changes)
        {
            var after = change.After is null ? null : Documents.Write(change.After);
            // What stood before is copied where it stands: a claim with many tellings is long.
            if (change.Before is null)
                db.Changes.Add(
                    new()
                    {
                        Revision = number,
                        ItemId = change.Id,
                        Kind = change.Kind,
                        After = after,
                        Schema = Documents.Schema,
                    }
                );
            else
                db.Database.ExecuteSql(
                    $"""
                    INSERT INTO "Change" ("Revision", "ItemId", "Kind", "Before", "After", "Schema")
                    SELECT {number}, "Id", "Kind", "Json", {after}, {Documents.Schema} FROM "Item" WHERE "Id" = {change.Id}
                    """
                );
            if (change.Before is null)
                db.Items.Add(
                    new()
                    {
                        Id = change.Id,
                        Kind = change.Kind,
                        Slug = change.After!.Slug,
                        Version = 1,
                        Json = after!,
                    }
                );
            else if (change.After is null)
                db.Items.Where(i => i.Id == change.Id).ExecuteDelete();
            else
                db.Items.Where(i => i.Id == change.Id)
                    .ExecuteUpdate(i =>
                        i.SetProperty(r => r.Json, after!)
                            .SetProperty(r => r.Slug, change.After.Slug)
                            .SetProperty(r => r.Version, r => r.Version + 1)
                    );
            if (change is { Before: { } b, After: var a } && b.Slug != a?.Slug)
                Remember(db, change.Kind, b);
        }
        db.SaveChanges();
    }

    /// <summary>What one revision did; empty where there is no such revision.</summary>
    public static IReadOnlyList<ItemChange> ChangesOf(SummitDb db, long number) =>
        [.. db.Changes.AsNoTracking().Where(c => c.Revision == number).AsEnumerable().Select(Read)];

    /// <summary>The revisions after this one that changed an item, the oldest first, and who made them.</summary>
    public static IReadOnlyList<(long Number, string By)> Since(SummitDb db, string itemId, long number) =>
        [
            .. (
                from change in db.Changes.AsNoTracking()
                join revision in db.Revisions on change.Revision equals revision.Number
                where change.ItemId == itemId && change.Revision > number
                orderby revision.Number
                select new { revision.Number, revision.By }
            )
                .AsEnumerable()
                .Select(r => (r.Number, r.By)),
        ];

    /// <summary>
    /// What the revisions after a snapshot did, taken together: each item as the snapshot has it and as it now is. Null where a record of
    /// them cannot be read.
    /// </summary>
    public static IReadOnlyList<ItemChange>? Since(SummitDb db, Casebook known)
    {
        var newest = new Dictionary<(ItemKind Kind, string Id), Item?>();
        foreach (var row in db.Changes.AsNoTracking().Where(c => c.Revision > known.Revision).OrderBy(c => c.Revision))
        {
            row.Before = null; // stands in the snapshot, or in a revision on the way
            if (TryRead(row) is not ({ } change, _))
                return null;
            newest[(row.Kind, row.ItemId)] = change.After;
        }
        return
        [
            .. newest
                .Select(n => new ItemChange(known.Find(n.Key.Kind, n.Key.Id), n.Value))
                .Where(c => c.Before is not null || c.After is not null),
        ];
    }

    /// <summary>A row of the history as the items that it speaks of; null, and why, where it cannot be read.</summary>
    public static (ItemChange? Change, string? Why) TryRead(ChangeRow row)
    {
        try
        {
            return row.Schema > Documents.Schema ? (null, "it was written by a newer version of the program") : (Read(row), null);
        }
        catch (Exception e) when (StoredCasebook.IsUnreadable(e))
        {
            return (null, e.Message.TrimEnd('.'));
        }
    }

    /// <summary>A row of the history as the items that it speaks of.</summary>
    public static ItemChange Read(ChangeRow row) =>
        new(
            row.Before is null ? null : Documents.Read(row.Kind, row.Before),
            row.After is null ? null : Documents.Read(row.Kind, row.After)
        );

    // The old name leads to the item from now on.
    private static void Remember(SummitDb db, ItemKind kind, Item item)
    {
        if (db.SlugAliases.Find(kind, item.Slug) is { } alias)
            alias.ItemId = item.RawId;
        else
            db.SlugAliases.Add(
                new()
                {
                    Kind = kind,
                    Slug = item.Slug,
                    ItemId = item.RawId,
                }
            );
    }

    // Two items may swap their slugs; each first steps aside to its id, which no slug can look like.
    private static void FreeSlugs(SummitDb db, IReadOnlyList<ItemChange> changes)
    {
        foreach (var change in changes.Where(c => c.Before is { } b && c.After is { } a && b.Slug != a.Slug))
            db.Items.Where(i => i.Id == change.Id).ExecuteUpdate(i => i.SetProperty(r => r.Slug, "/" + change.Id));
        foreach (var change in changes.Where(c => c.After is null))
            db.Items.Where(i => i.Id == change.Id).ExecuteUpdate(i => i.SetProperty(r => r.Slug, "/" + change.Id));
    }
}
