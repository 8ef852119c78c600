using System.Security.Cryptography;
using System.Text;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Library;

/// <summary>How a casebook comes into the library: begun by somebody, or named by the settings.</summary>
public sealed partial class CasebookLibrary
{
    /// <summary>
    /// Begins a casebook, which its author owns: for owners of the server. What is in it comes later, through its own door.
    /// </summary>
    /// <param name="say">Says more of it.</param>
    /// <param name="place">Fills its folder, in its author’s name, before anybody can open it; what throws leaves nothing behind.</param>
    public async Task<Outcome> Begin(string? by, string title, Action<CasebookRow>? say = null, Action<string, Author>? place = null)
    {
        // Files are written before the turn is taken, so that nobody waits for them; but not for who may not.
        Author? author = null;
        var may = await door.Enter(by, Right.ManageCasebook, null, "casebook", entry =>
        {
            author = entry.Author;
            return Task.FromResult<Outcome>(new Outcome.Done());
        });
        if (may is not Outcome.Done)
            return may;
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        try
        {
            using var making = await Task.Run(() => Made(FolderOf(id), path => place?.Invoke(path, author!)));
            var outcome = await door.Enter(by, Right.ManageCasebook, null, "casebook", async entry =>
            {
                var row = New(entry.Db, id, title, null, entry.Author.Name, entry.Now);
                say?.Invoke(row);
                entry.Db.Casebooks.Add(row);
                await entry.Db.SaveChangesAsync();
                entry.Then(Look);
                return new CasebookBegun(row);
            });
            if (outcome is Outcome.Done)
                making.Finish();
            return outcome;
        }
        catch (UnfitCasebookException e)
        {
            return new Outcome.Invalid([e.Message]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StartupException)
        {
            return new Outcome.Failed($"It could not be written: {e.Message.TrimEnd('.')}. Nothing was begun.");
        }
    }

    /// <summary>A folder beside those of the casebooks, for files that may become one; it is removed with what is left in it.</summary>
    internal UnfinishedFolder Aside() =>
        new(Path.Combine(folder.Casebooks, $".opening-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}"));

    private static UnfinishedFolder Made(string path, Action<string> place)
    {
        var making = new UnfinishedFolder(path);
        try
        {
            Directory.CreateDirectory(Path.Combine(path, ServerFolder.FilesName));
            place(path);
            return making;
        }
        catch
        {
            making.Dispose();
            throw;
        }
    }

    /// <summary>Removes what a process that was killed left of casebooks that it was beginning, and says so in the log.</summary>
    public void RemoveLeft()
    {
        bool IsKept(string id) => CasebookRows.Read(folder.DatabaseFile).Any(c => c.Id == id);
        foreach (var path in UnfinishedFolder.RemoveLeft(folder.Casebooks, IsKept))
            logger.LogWarning("{Folder} was left by a process that ended while it began a casebook; it was removed.", path);
    }

    // By the program itself, at its start.
    private void Take(string id, string title, string? named)
    {
        using (var db = databases.CreateDbContext())
        {
            // People who were there before the library have a place in the first casebook already.
            if (db.Casebooks.Find(id) is { } known)
                known.Slug = FreeSlug(db, title);
            else
                db.Casebooks.Add(New(db, id, title, named, "the settings", clock.GetUtcNow().UtcDateTime));
            db.SaveChanges();
        }
        Look();
    }

    private static CasebookRow New(ServerDb db, string id, string title, string? named, string by, DateTime now) =>
        new()
        {
            Id = id,
            Slug = FreeSlug(db, title),
            Folder = named,
            By = by,
            At = now,
            Title = title,
        };

    private static string FreeSlug(ServerDb db, string title) => Slugs.Free(Slugs.Of(title), slug => db.Casebooks.Any(c => c.Slug == slug));

    // The folders that the settings name beside the first.
    private IEnumerable<string> Named() =>
        from child in settings.GetSection("Casebook:Folders").GetChildren()
        where child.Value is { Length: > 0 }
        select Path.TrimEndingDirectorySeparator(DataOptions.Existing(child.Value!));

    private static string IdOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
