using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Library;

/// <summary>
/// The casebooks of this server. What pages ask of them is held in memory and looked at anew where another process changed it; what
/// changes it goes through the <see cref="ServerDoor"/>.
/// </summary>
public sealed partial class CasebookLibrary : IDisposable
{
    /// <summary>How long a deleted casebook can be brought back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly ServerFolder folder;
    private readonly IConfiguration settings;
    private readonly IDbContextFactory<ServerDb> databases;
    private readonly ServerDoor door;
    private readonly TimeProvider clock;
    private readonly PeriodicTask rounds;
    private readonly Lock gate = new();
    private readonly Lock looking = new();
    private readonly Dictionary<string, CasebookSummary> told = [];
    private readonly ILogger<CasebookLibrary> logger;
    private volatile IReadOnlyList<CasebookRow> all = [];

    public CasebookLibrary(
        ServerFolder folder,
        IConfiguration settings,
        IDbContextFactory<ServerDb> databases,
        ServerDoor door,
        TimeProvider clock,
        ServerTroubles troubles,
        ILogger<CasebookLibrary> logger
    )
    {
        (this.folder, this.settings, this.databases, this.door, this.clock, this.logger) = (
            folder,
            settings,
            databases,
            door,
            clock,
            logger
        );
        rounds = new("the list of casebooks", TimeSpan.FromSeconds(1), clock, troubles, logger, _ => Round());
    }

    /// <summary>Every casebook, the deleted ones included, by title.</summary>
    public IReadOnlyList<CasebookRow> All => all;

    /// <summary>The one at an address; null where there is none, or where it was deleted.</summary>
    public CasebookRow? At(string slug) => all.FirstOrDefault(c => c.Slug == slug && c.Deleted is null);

    /// <summary>The one with an id; null where there is none.</summary>
    public CasebookRow? Get(string id) => all.FirstOrDefault(c => c.Id == id);

    /// <summary>The one that the settings name, once it was opened.</summary>
    public CasebookRow? First => Get(CasebookRow.First);

    /// <summary>Who may read a casebook, or whether it is there at all, was changed.</summary>
    public event Action<string>? Changed;

    /// <summary>Reads which there are, and takes up the folders that the settings name. The database has been made ready.</summary>
    public void Open()
    {
        Look();
        foreach (var named in Named())
            if (all.All(c => c.Folder != named))
                Take(IdOf(named), Path.GetFileName(named), named);
        rounds.Start();
    }

    /// <summary>Where a casebook lies.</summary>
    public DataOptions PlaceOf(CasebookRow casebook)
    {
        if (casebook.Id == CasebookRow.First)
            return DataOptions.From(settings);
        var own = FolderOf(casebook.Id);
        var files = casebook.Folder ?? Path.Combine(own, ServerFolder.FilesName);
        return new(files, DataOptions.TextsOf(files), Path.Combine(own, ServerFolder.CasebookName));
    }

    /// <summary>The folder of the data folder in which a casebook other than the first has its database.</summary>
    public string FolderOf(string id) => Path.Combine(folder.Casebooks, id);

    /// <summary>
    /// A casebook says how it stands: shown at once, and on the disk within a second. The first one comes into the library by this.
    /// </summary>
    public void Tell(string id, CasebookSummary summary)
    {
        if (Get(id) is not { Slug.Length: > 0 })
            Take(id, summary.Title, null);
        lock (gate)
        {
            told[id] = summary;
            all = [.. all.Select(c => c.Id == id ? With(c, summary) : c)];
        }
    }

    /// <summary>Changes what the server says of a casebook: for its owners.</summary>
    public Task<Outcome> Change(string? by, string id, Action<CasebookRow> change) =>
        door.Enter(by, Right.ManageCasebook, id, "casebook", async entry =>
        {
            if (await entry.Db.Casebooks.FindAsync(id) is not { } row)
                return new Outcome.Invalid(["There is no such casebook."]);
            change(row);
            await entry.Db.SaveChangesAsync();
            entry.Then(() =>
            {
                Look();
                Changed?.Invoke(id);
            });
            return new CasebookBegun(row);
        });

    /// <summary>Whether an audience may be following a talk of it; written at once, so that a new start finds it.</summary>
    public async Task SetLive(string id, bool isLive)
    {
        if (Get(id)?.IsLive == isLive)
            return;
        await door.Writer.Take(async () =>
        {
            await using var db = databases.CreateDbContext();
            await db.Casebooks.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(r => r.IsLive, isLive));
        });
        Look();
    }

    public void Dispose()
    {
        rounds.Dispose();
        Keep();
    }

    private void Look()
    {
        // One after another: a look that reads early and ends late would take back what a later one found.
        lock (looking)
        {
            var read = CasebookRows.Read(folder.DatabaseFile);
            lock (gate)
                all = [.. read.Select(c => told.TryGetValue(c.Id, out var summary) ? With(c, summary) : c)];
        }
    }

    private async Task Round()
    {
        await Reads.Aside(() =>
        {
            Keep();
            Look();
            Purge();
            return true;
        });
    }

    // What was told since, in one transaction.
    private void Keep()
    {
        Dictionary<string, CasebookSummary> news;
        lock (gate)
        {
            if (told.Count == 0)
                return;
            news = new(told);
        }
        using (var db = databases.CreateDbContext())
        {
            foreach (var (id, summary) in news)
                if (db.Casebooks.Find(id) is { } row)
                    Set(row, summary);
            db.SaveChanges();
        }
        lock (gate)
            foreach (var (id, summary) in news)
                if (told.GetValueOrDefault(id) == summary)
                    told.Remove(id);
    }

    // What was deleted long enough ago: the row with its members and links first, so that nothing leads to a folder that is gone.
    private void Purge()
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        // One that the settings name stays deleted for as long as they do: it would come back as if it were new.
        foreach (var gone in all.Where(c => c.Deleted < before && (c.Folder is null || !Named().Contains(c.Folder))))
        {
            using (var db = databases.CreateDbContext())
            {
                db.Members.Where(m => m.CasebookId == gone.Id).ExecuteDelete();
                db.OneTimeLinks.Where(l => l.CasebookId == gone.Id).ExecuteDelete();
                db.Casebooks.Where(c => c.Id == gone.Id).ExecuteDelete();
            }
            if (Directory.Exists(FolderOf(gone.Id)))
                Directory.Delete(FolderOf(gone.Id), recursive: true);
            Look();
        }
    }

    private static CasebookRow With(CasebookRow row, CasebookSummary summary)
    {
        var next = row.Copy();
        Set(next, summary);
        return next;
    }

    private static void Set(CasebookRow row, CasebookSummary summary) =>
        (row.Title, row.Lede, row.Sources, row.Claims, row.Coded, row.Revision, row.Changed) = (
            summary.Title,
            summary.Lede,
            summary.Sources,
            summary.Claims,
            summary.Coded,
            summary.Revision,
            summary.Changed
        );
}

/// <summary>A casebook was begun, or what the server says of it changed.</summary>
public sealed record CasebookBegun(CasebookRow Casebook) : Outcome.Done;
