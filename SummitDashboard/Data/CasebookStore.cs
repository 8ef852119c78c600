using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SummitDashboard.Data.CaseFolder;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>
/// The one door to the casebook: reads are a look at <see cref="Current"/>, an immutable snapshot that all readers share; a change is
/// written to the database in one transaction and then published as the next snapshot.
/// </summary>
public sealed class CasebookStore(IDbContextFactory<SummitDb> databases, DataOptions options, TimeProvider clock)
{
    private volatile Casebook? current;

    /// <summary>The casebook as it now stands. Throws before <see cref="Open"/> has succeeded.</summary>
    public Casebook Current => current ?? throw new InvalidOperationException("The casebook has not been opened.");

    /// <summary>
    /// Makes the database ready, takes over what changed in the casebook folder, and publishes the snapshot. All or nothing:
    /// throws <see cref="StartupException"/>, having loaded nothing, where the folder or the database cannot be used.
    /// </summary>
    public void Open()
    {
        Database.RequireWritable(options.DatabaseFile);
        if (TryOpenUnchanged()) return;

        var folder = CaseFolderReader.Read(options.CasebookFolder);
        if (folder.Problems.Count > 0)
            throw new StartupException(
                $"The casebook in {options.CasebookFolder} has {folder.Problems.Count} problem(s); nothing was loaded.\n"
                + string.Join('\n', folder.Problems.Take(100).Select(p => "  " + p))
                + (folder.Problems.Count > 100 ? $"\n  … and {folder.Problems.Count - 100} more" : "")
                + "\nMend them and start again; “check” lists them without starting the server.");

        Database.Prepare(databases, options.DatabaseFile);
        Database.Guard(options.DatabaseFile, () =>
        {
            using var db = databases.CreateDbContext();
            using var transaction = db.Database.BeginTransaction();
            TakeOver(db, folder);
            var load = db.SeedLoads.SingleOrDefault() ?? db.SeedLoads.Add(new() { Fingerprint = "" }).Entity;
            load.Fingerprint = StoredCasebook.FingerprintOf(options.CasebookFolder);
            db.SaveChanges();
            var next = StoredCasebook.Read(db.Database.GetDbConnection(), transaction.GetDbTransaction());
            transaction.Commit();
            current = next;
        });
    }

    // The folder is as it was when this very build last loaded it: there is nothing to take over.
    private bool TryOpenUnchanged()
    {
        if (!File.Exists(options.DatabaseFile) || !Directory.Exists(options.CasebookFolder)) return false;
        Database.Guard(options.DatabaseFile, () =>
        {
            using var connection = Database.Connect(options.DatabaseFile);
            connection.Open();
            if (StoredCasebook.Fingerprint(connection) == StoredCasebook.FingerprintOf(options.CasebookFolder))
                current = StoredCasebook.Read(connection);
        });
        return current is not null;
    }

    // The folder rules as long as nothing else writes: items that differ from what it said last time are replaced, in one revision.
    private void TakeOver(SummitDb db, CaseFolderContents folder)
    {
        var items = db.Items.ToDictionary(i => i.Id);
        var seeds = db.Seeds.ToDictionary(s => s.ItemId);
        var revision = (db.Revisions.Max(r => (long?)r.Number) ?? 0) + 1;
        var changes = new List<ChangeRow>();
        FreeSlugs(db, folder, items);
        var seen = new HashSet<string>();

        foreach (var (kind, item) in folder.Items())
        {
            seen.Add(item.Id);
            var json = Documents.Write(item);
            if (seeds.TryGetValue(item.Id, out var seed) && seed.Json == json) continue;
            items.TryGetValue(item.Id, out var row);
            changes.Add(new() { Revision = revision, ItemId = item.Id, Kind = kind, Before = row?.Json, After = json, Schema = Documents.Schema });
            if (row is null) db.Items.Add(new() { Id = item.Id, Kind = kind, Slug = item.Slug, Version = 1, Json = json });
            else (row.Kind, row.Slug, row.Json, row.Version) = (kind, item.Slug, json, row.Version + 1);
            if (seed is null) db.Seeds.Add(new() { ItemId = item.Id, Kind = kind, Json = json });
            else seed.Json = json;
        }

        foreach (var gone in seeds.Values.Where(s => !seen.Contains(s.ItemId)))
        {
            db.Seeds.Remove(gone);
            if (!items.TryGetValue(gone.ItemId, out var row)) continue;
            changes.Add(new() { Revision = revision, ItemId = row.Id, Kind = row.Kind, Before = row.Json, After = null, Schema = Documents.Schema });
            db.Items.Remove(row);
        }

        if (changes.Count == 0) return;
        db.Revisions.Add(new() { Number = revision, At = clock.GetUtcNow().UtcDateTime, By = "casebook folder", Reason = null, Command = "load" });
        db.Changes.AddRange(changes);
    }

    // Two items may swap their slugs; each first steps aside to its id, which no slug can look like.
    private static void FreeSlugs(SummitDb db, CaseFolderContents folder, Dictionary<string, ItemRow> items)
    {
        foreach (var (kind, item) in folder.Items())
            if (items.TryGetValue(item.Id, out var row) && (row.Slug != item.Slug || row.Kind != kind))
                row.Slug = "/" + row.Id;
        db.SaveChanges();
    }
}
