using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>A file that waits no longer and can be had back: it was taken out, or what its rows say was taken in.</summary>
/// <param name="By">Who did that.</param>
/// <param name="At">UTC.</param>
public sealed record LeftFile(string Id, string Name, LeftAs As, string By, DateTime At);

/// <summary>What waits no longer goes a day later, so that it can be had back as it was left.</summary>
public sealed partial class Imports
{
    /// <summary>How long a file can be had back.</summary>
    public static readonly TimeSpan LeftFor = TimeSpan.FromDays(1);

    /// <summary>Those that can be had back, the last first; articles are kept beside their texts (<see cref="Kept"/>).</summary>
    public Task<List<LeftFile>> Left()
    {
        var since = clock.GetUtcNow().UtcDateTime - LeftFor;
        return databases.Read(db =>
            db.LeftImports.Where(l => l.As != LeftAs.Article && l.At >= since)
                .OrderByDescending(l => l.At)
                .Join(db.Imports.IgnoreQueryFilters(), l => l.Id, i => i.Id, (l, i) => new LeftFile(l.Id, i.Name, l.As, l.By, l.At))
                .ToList()
        );
    }

    /// <summary>Takes files out: these, or all that wait to be read where <paramref name="ids"/> is null.</summary>
    public Task<Outcome> TakeOut(IReadOnlyCollection<string>? ids, string? accountId) => Changing(accountId, entry =>
        {
            var gone = entry
                .Db.Imports.Where(i => ids == null ? i.State == ImportState.Waiting || i.State == ImportState.Reading : ids.Contains(i.Id))
                .Select(i => i.Id)
                .ToList();
            foreach (var id in gone)
                entry.Then(() => TakenOut?.Invoke(id));
            Leave(entry, gone, LeftAs.TakenOut);
        });

    /// <summary>
    /// Has files wait again, as they were left, with what was typed beside them; not what waits already, and none for which there is no
    /// room, which is said where it holds of all.
    /// </summary>
    public Task<Outcome> BringBack(IReadOnlyCollection<string> ids, string? accountId) =>
        door.Enter(accountId, Right.Edit, "import", entry =>
        {
            var db = entry.Db;
            var left = db.LeftImports.Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToList();
            var waiting = left.Count > 0 ? same.WaitingIn(db) : [];
            var anew = left.Where(id => !waiting.Contains(same.HashOf(db, id))).ToList();
            var back = anew.Take(Math.Max(0, options.Files - db.Imports.Count())).ToList();
            ToWait(db, back);
            entry.Then(Tell);
            return Task.FromResult<Outcome>(
                left.Count == 0 || back.Count > 0 ? new Outcome.Done()
                : anew.Count == 0 ? new Outcome.Failed("The same file waits already.")
                : new Outcome.Failed($"There is no room for it: {options.Files:N0} files wait.")
            );
        });

    /// <summary>What a file says was taken in, inside the transaction; false where it is no longer there.</summary>
    internal static bool TakenUp(Entry entry, string id, LeftAs how = LeftAs.TakenIn)
    {
        if (!entry.Db.Imports.Any(i => i.Id == id))
            return false;
        Leave(entry, [id], how);
        return true;
    }

    // What others have begun beside a file that is gone leads nowhere; a page that is open keeps its words to copy.
    private static void Leave(Entry entry, IReadOnlyCollection<string> ids, LeftAs how)
    {
        var db = entry.Db;
        foreach (var id in ids)
        {
            var drafts = db.Drafts.Where(d =>
                d.Key == $"import/{id}" || d.Key.StartsWith($"import/{id}/") || d.Key.StartsWith($"rows/{id}/")
            );
            db.LeftImports.Add(
                new()
                {
                    Id = id,
                    As = how,
                    Drafts = JsonSerializer.Serialize(drafts.AsNoTracking().ToList()),
                    By = entry.Author.Name,
                    At = entry.Now,
                }
            );
            drafts.ExecuteDelete();
        }
        db.SaveChanges();
        Forget(db, entry.Now);
    }

    // What was left longer ago than it can be had back.
    private static void Forget(SummitDb db, DateTime now)
    {
        var before = now - LeftFor;
        var past = db.LeftImports.Where(l => l.At < before).Select(l => l.Id).ToList();
        db.Imports.IgnoreQueryFilters().Where(i => past.Contains(i.Id)).ExecuteDelete();
        db.LeftImports.Where(l => past.Contains(l.Id)).ExecuteDelete();
    }

    private static void ToWait(SummitDb db, IReadOnlyCollection<string> ids)
    {
        foreach (var left in db.LeftImports.Where(l => ids.Contains(l.Id)).ToList())
        {
            db.LeftImports.Remove(left);
            foreach (var draft in JsonSerializer.Deserialize<List<DraftRow>>(left.Drafts) ?? [])
                if (!db.Drafts.Any(d => d.AccountId == draft.AccountId && d.Key == draft.Key))
                    db.Drafts.Add(draft);
        }
        db.SaveChanges();
    }

    // The file of an article, as it waited before it was taken in.
    private static string? LeftOf(SummitDb db, KeptFile file) =>
        db
            .LeftImports.Where(l => l.As == LeftAs.Article)
            .Join(db.Imports.IgnoreQueryFilters().Where(i => i.Size == file.Size), l => l.Id, i => i.Id, (l, i) => i)
            .AsNoTracking()
            .AsEnumerable()
            .FirstOrDefault(i => Convert.ToHexStringLower(SHA256.HashData(i.Bytes)) == file.Sha256)
            ?.Id;
}
