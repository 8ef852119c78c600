using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Articles;

/// <summary>How files are read, one after another.</summary>
public sealed partial class Imports
{
    /// <summary>Begun so often and never ended, a file has ended the server with it, and is not begun again.</summary>
    private const int MostTries = 2;

    // Of this process: what was begun before it and not ended is begun again, and counted.
    private readonly ConcurrentDictionary<string, bool> begun = [];
    private volatile bool mayWait = true;

    /// <summary>The next file to read, now being read; null where none waits.</summary>
    public async Task<ImportRow?> Next()
    {
        if (!mayWait)
            return null;
        mayWait = false;
        ImportRow? next = null;
        try
        {
            await Quietly(Claim);
        }
        catch
        {
            mayWait = true; // a disk that is full today has room tomorrow, and nobody says so
            throw;
        }
        if (next is not null)
            Tell();
        return next;

        void Claim(SummitDb db)
        {
            var tried = db.Imports.Where(i => i.State == ImportState.Reading && i.Tries >= MostTries).Select(i => i.Id).ToList();
            foreach (var ended in tried.Where(id => !begun.ContainsKey(id)))
                db.Imports.Where(i => i.Id == ended)
                    .ExecuteUpdate(i =>
                        i.SetProperty(r => r.State, ImportState.Failed)
                            .SetProperty(r => r.Says, "The server ended twice while it read this file. Bring its text in another format.")
                    );
            // By the index alone: a thousand files are not gone through for the next of them.
            var id = db
                .Imports.Where(i => i.State == ImportState.Waiting || i.State == ImportState.Reading)
                .OrderBy(i => i.At)
                .ThenBy(i => i.Id)
                .Select(i => i.Id)
                .FirstOrDefault();
            next = id is null ? null : db.Imports.AsNoTracking().Single(i => i.Id == id);
            if (next is { } row)
                db.Imports.Where(i => i.Id == row.Id)
                    .ExecuteUpdate(i =>
                        i.SetProperty(r => r.State, ImportState.Reading)
                            .SetProperty(r => r.Tries, begun.TryAdd(row.Id, true) ? row.Tries + 1 : row.Tries)
                    );
        }
    }

    /// <summary>A file was read; one that was taken out meanwhile stays out.</summary>
    public Task Read(string id, string reading, string says) =>
        Ended(id, i => i.SetProperty(r => r.State, ImportState.Read).SetProperty(r => r.Reading, reading).SetProperty(r => r.Says, says));

    /// <summary>A file could not be read.</summary>
    public Task Failed(string id, string why) =>
        Ended(id, i => i.SetProperty(r => r.State, ImportState.Failed).SetProperty(r => r.Says, why));

    /// <summary>A file waits again, since the server ends.</summary>
    public Task PutBack(string id) => Ended(id, i => i.SetProperty(r => r.State, ImportState.Waiting).SetProperty(r => r.Tries, 0));

    /// <summary>A zip gives way to what is in it.</summary>
    public async Task Unpacked(ImportRow zip, IReadOnlyList<Arrived> files)
    {
        var isDone = false;
        await Write(db =>
        {
            if (db.Imports.Where(i => i.Id == zip.Id).ExecuteDelete() != 1)
                return;
            Insert(db, [.. files.Select(f => f with { Name = zip.Name + InZip + f.Name })], zip.By, zip.At);
            isDone = true;
        });
        if (isDone)
            same.NoteUnpacked(zip.Bytes, files);
    }

    /// <summary>Whether a file came in a zip.</summary>
    public static bool IsOfZip(ImportRow row) => row.Name.Contains(InZip, StringComparison.Ordinal);

    // What stands between the name of a zip and the path of a file in it, and in the name of nothing that came by itself.
    private const string InZip = " › ";

    private static Arrived Apart(Arrived file) => file with { Name = file.Name.Replace(InZip, " - ", StringComparison.Ordinal) };

    private Task Ended(string id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<ImportRow>> how) =>
        Write(db => db.Imports.Where(i => i.Id == id && i.State == ImportState.Reading).ExecuteUpdate(how));
}
