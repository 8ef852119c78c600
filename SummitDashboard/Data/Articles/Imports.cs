using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>
/// Files that editors brought and that are read, one after another, until each is a source’s article or taken out. They are rows, so that
/// what waits goes on after a restart.
/// </summary>
public sealed partial class Imports(IDbContextFactory<SummitDb> databases, Door door, TimeProvider clock, ImportOptions options)
{
    /// <summary>Said to whoever adds a file that another has added, or taken out.</summary>
    internal const string Gone = "This file is no longer among those that wait: somebody has added it, or taken it out.";

    private readonly SameFiles same = new();
    private readonly ConcurrentDictionary<string, TakenIn> taken = [];

    /// <summary>Raised after every change, from whatever thread.</summary>
    public event Action? Changed;

    /// <summary>Raised with the id of a file that is no longer wanted, so that whoever reads it stops.</summary>
    public event Action<string>? TakenOut;

    /// <summary>
    /// Takes files in, to be read, and says where they stand (<see cref="FilesCame"/>). Of those for which there is no room each says so.
    /// </summary>
    /// <param name="files">As they came.</param>
    /// <param name="accountId">Who brings them.</param>
    /// <param name="isAgain">True where some of them may have come before, on a way that was broken off: those are left out.</param>
    public async Task<Outcome> Add(IReadOnlyList<Arrived> files, string? accountId, bool isAgain = false)
    {
        FilesCame came = new(0, []);
        var outcome = await Changing(accountId, entry =>
        {
            List<Arrived> there = isAgain ? [.. same.There(entry.Db, files)] : [];
            Insert(entry.Db, [.. files.Where(f => !there.Contains(f)).Select(Apart)], entry.Author.Name, entry.Now);
            came = new(entry.Db.Imports.Count(), [.. there.Select(f => f.Name)]);
        });
        return outcome is Outcome.Done ? came : outcome;
    }

    /// <summary>Whether another file may wait.</summary>
    internal Task<bool> HasRoom() => databases.Read(db => db.Imports.Count() < options.Files);

    /// <summary>
    /// Takes in a file of a watched folder, and notes that it was taken up: what is known by its bytes, or was the file of a source,
    /// is noted alone.
    /// </summary>
    internal Task AddWatched(Arrived file, WatchedFileRow lies, string by) =>
        Write(db =>
        {
            var isKnown =
                lies.Sha256.Length > 0
                && (db.WatchedFiles.Any(f => f.Sha256 == lies.Sha256) || db.Originals.Any(o => o.Sha256 == lies.Sha256));
            db.WatchedFiles.Where(f => f.Path == lies.Path).ExecuteDelete();
            db.WatchedFiles.Add(lies);
            db.SaveChanges();
            var now = clock.GetUtcNow().UtcDateTime;
            if (!isKnown)
                Insert(db, [Apart(file)], by, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
        });

    /// <summary>Every file that waits, in the order in which they came.</summary>
    public Task<List<ImportEntry>> List() =>
        databases.Read(db =>
            same.Told(
                db,
                db.Imports.AsNoTracking()
                    .OrderBy(i => i.At)
                    .ThenBy(i => i.Id)
                    .Select(i => new ImportEntry(i.Id, i.Name, i.Size, i.State, i.Says, i.By, i.At))
                    .ToList()
            )
        );

    /// <summary>One file with what was read from it, but without its bytes; null where it is no longer among them.</summary>
    public Task<ImportRow?> Find(string id) =>
        databases.Read(db =>
            db.Imports.AsNoTracking()
                .Where(i => i.Id == id)
                .Select(i => new ImportRow
                {
                    Id = i.Id,
                    Name = i.Name,
                    Bytes = new byte[0],
                    Size = i.Size,
                    State = i.State,
                    Whole = i.Whole,
                    Reading = i.Reading,
                    Says = i.Says,
                    By = i.By,
                    At = i.At,
                })
                .SingleOrDefault()
        );

    /// <summary>A file as it was brought; null where it is no longer among them.</summary>
    public Task<ImportRow?> Whole(string id) => databases.Read(db => db.Imports.AsNoTracking().SingleOrDefault(i => i.Id == id));

    /// <summary>The file that an article was read from, the newest of several; null where it came by itself.</summary>
    public Task<OriginalRow?> OriginalOf(Article article) =>
        databases.Read(db =>
            db.Originals.AsNoTracking().Where(o => o.TextSha256 == article.Sha256).OrderByDescending(o => o.At).FirstOrDefault()
        );

    /// <summary>Whether there is one.</summary>
    public Task<bool> HasOriginal(Article article) => databases.Read(db => db.Originals.Any(o => o.TextSha256 == article.Sha256));

    /// <summary>Has a file read again, as it stands or as an article.</summary>
    public Task<Outcome> Again(string id, bool whole, string? accountId) =>
        Changing(accountId, entry =>
            entry
                .Db.Imports.Where(i => i.Id == id)
                .ExecuteUpdate(i =>
                    i.SetProperty(r => r.State, ImportState.Waiting).SetProperty(r => r.Whole, whole).SetProperty(r => r.Tries, 0)
                )
        );

    /// <summary>The edit, which has it known who took its file in as what; for who has the same file open.</summary>
    public SupplyArticle Told(SupplyArticle edit) =>
        edit with
        {
            TakenIn = author => taken[edit.Import ?? ""] = new(edit.Next.Id, author.AccountId, author.Name),
        };

    /// <summary>Who took a file in; null where nobody has since the server started.</summary>
    public TakenIn? TakenIn(string id) => taken.GetValueOrDefault(id);

    /// <summary>Keeps the file beside the text that was read from it, inside the transaction; false where it is no longer there.</summary>
    internal static bool KeepOriginal(Entry entry, string id, string textSha256)
    {
        if (entry.Db.Imports.AsNoTracking().SingleOrDefault(i => i.Id == id) is not { Reading: { } reading } row)
            return false;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(row.Bytes));
        entry.Db.Originals.Where(o => o.TextSha256 == textSha256 && o.Sha256 == sha256).ExecuteDelete();
        entry.Db.Originals.Add(
            new()
            {
                TextSha256 = textSha256,
                Sha256 = sha256,
                Name = row.Name,
                Bytes = row.Bytes,
                Reading = reading,
                By = entry.Author.Name,
                At = entry.Now,
            }
        );
        entry.Db.SaveChanges();
        return TakenUp(entry, id, LeftAs.Article);
    }

    private Task<Outcome> Changing(string? accountId, Action<Entry> change) => door.Enter(accountId, Right.Edit, "import", entry =>
        {
            change(entry);
            entry.Then(Tell);
            return Task.FromResult<Outcome>(new Outcome.Done());
        });

    private async Task Write(Action<SummitDb> write)
    {
        await Quietly(write);
        Tell();
    }

    private Task Quietly(Action<SummitDb> write) =>
        door.Writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = db.BeginWriting();
            write(db);
            await transaction.CommitAsync();
        });

    private void Tell()
    {
        mayWait = true;
        Changed?.Invoke();
    }

    private void Insert(SummitDb db, IReadOnlyList<Arrived> files, string by, DateTime at)
    {
        Forget(db, at);
        var room = options.Files - db.Imports.Count();
        // The order in which they came, within the same second too.
        var number = clock.GetUtcNow().Ticks;
        foreach (var (n, file) in files.Index())
        {
            if (n >= room && n >= Math.Max(room, 0) + 1)
                break;
            var problem =
                n >= room ? $"This file and {files.Count - n - 1} more were not taken: {options.Files:N0} wait already." : file.Problem;
            var row = new ImportRow
            {
                Id = $"{number + n:x16}{Ids.New()}",
                Name = file.Name,
                Bytes = problem is null ? file.Bytes : [],
                Size = problem is null ? file.Bytes.Length : 0,
                State = problem is null ? ImportState.Waiting : ImportState.Failed,
                Says = problem,
                By = by,
                At = at,
            };
            same.Note(row.Id, row.Bytes);
            db.Imports.Add(row);
        }
        db.SaveChanges();
    }
}
