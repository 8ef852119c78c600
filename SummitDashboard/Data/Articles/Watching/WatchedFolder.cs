using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>How it stands with the folder that is watched, as of the last look.</summary>
/// <param name="Path">From the folder under which folders may be watched; “” is that folder itself.</param>
/// <param name="By">Who named it.</param>
/// <param name="Problem">Why nothing can be read there now, and that it is tried again; null where nothing is wrong.</param>
/// <param name="Unfinished">How many files are being written, or cannot be read yet.</param>
/// <param name="WithoutRoom">How many wait until there is room among the files that wait.</param>
/// <param name="Refused">What is left there, and why, in sentences.</param>
public sealed record WatchedState(string Path, string By, string? Problem, int Unfinished, int WithoutRoom, IReadOnlyList<string> Refused);

/// <summary>
/// The folder on the server that a casebook watches: what appears in it is read as if it had been dropped. A file that is being written is
/// waited for, none is read twice, and nothing there is changed. A folder that vanishes is said, and looked for again.
/// </summary>
public sealed class WatchedFolder : HostedRounds
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly IDbContextFactory<SummitDb> databases;
    private readonly Imports imports;
    private readonly ImportOptions options;
    private readonly Door door;
    private readonly string own;
    private readonly SemaphoreSlim looking = new(1);
    private Dictionary<string, LyingFile> lying = [];
    private volatile WatchedState? state;

    public WatchedFolder(
        IDbContextFactory<SummitDb> databases,
        Imports imports,
        ImportOptions options,
        ServerFolder server,
        Door door,
        TimeProvider clock,
        Troubles troubles,
        ILogger<WatchedFolder> logger
    )
        : base("the watched folder", Every, clock, troubles, logger)
    {
        (this.databases, this.imports, this.options, this.door) = (databases, imports, options, door);
        own = server.Path;
    }

    /// <summary>Raised when it stands otherwise with the folder, from whatever thread.</summary>
    public event Action? Changed;

    /// <summary>How it stood at the last look; null where no folder is watched.</summary>
    public WatchedState? State => state;

    /// <summary>The folder under which folders may be watched; null where the settings name none.</summary>
    public string? Under => options.FoldersUnder is { Length: > 0 } under ? under : null;

    /// <summary>
    /// Whether a casebook that is not open has a folder watched, as its database says; false where that cannot tell.
    /// </summary>
    public static bool IsNamedIn(string databaseFile)
    {
        if (!File.Exists(databaseFile))
            return false;
        try
        {
            using var connection = Engine.Open(databaseFile);
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT COUNT(*) FROM "WatchedFolder" """;
            return command.ExecuteScalar() is > 0L;
        }
        catch (DbException) // one of an older version, which is not open yet, watches none
        {
            return false;
        }
        finally
        {
            Engine.Release(databaseFile, 5); // nobody is in it
        }
    }

    /// <summary>Has this folder watched from now on, in place of any other. For owners of the server.</summary>
    public async Task<Outcome> Watch(string name, string? accountId)
    {
        if (Under is not { } under)
            return new Outcome.Failed("The server’s settings name no folder under which others may be watched (Import:FoldersUnder).");
        if (FolderLook.Folder(under, name, own, out var problem) is not { } folder)
            return new Outcome.Failed(problem!);
        var path = Path.GetRelativePath(FolderLook.Root(under), folder).Replace('\\', '/');
        return await Setting(accountId, entry => entry.Db.WatchedFolders.Add(
                new()
                {
                    Path = path == "." ? "" : path,
                    By = entry.Author.Name,
                    ById = entry.Author.AccountId,
                    At = entry.Now,
                }
            ));
    }

    /// <summary>Watches no folder any more; what was queued from it stays. For owners of the server.</summary>
    public Task<Outcome> Leave(string? accountId) => Setting(accountId, _ => { });

    /// <summary>
    /// Looks at the folder once: a file that lies there as it did at the look before is taken up, unless it was before.
    /// </summary>
    public async Task Look()
    {
        await looking.WaitAsync();
        try
        {
            var before = state;
            state = await Looked();
            if (!Same(before, state))
                Changed?.Invoke();
        }
        finally
        {
            looking.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        looking.Dispose();
    }

    protected override Task Round(CancellationToken cancel) => Look();

    private async Task<Outcome> Setting(string? accountId, Action<Entry> write)
    {
        var outcome = await door.Enter(accountId, Right.NameServerFolder, "watched folder", entry =>
        {
            entry.Db.WatchedFolders.ExecuteDelete();
            write(entry);
            entry.Db.SaveChanges();
            return Task.FromResult<Outcome>(new Outcome.Done());
        });
        if (outcome is Outcome.Done)
            await Look();
        return outcome;
    }

    private async Task<WatchedState?> Looked()
    {
        if (await databases.Read(db => db.WatchedFolders.AsNoTracking().SingleOrDefault()) is not { } row)
        {
            lying.Clear();
            return null;
        }
        // It is the server's disk that is read: for as long as who had it read may.
        if (row.ById is { } by && !door.May(by, Right.NameServerFolder))
            return Trouble(
                $"Nothing is taken from it: {row.By}, who named it, is not an owner of the server any more. An owner names it again, or "
                    + "has it watched no longer."
            );
        if (Under is not { } under)
            return Trouble("The server’s settings no longer name a folder under which others may be watched (Import:FoldersUnder).");
        if (FolderLook.Folder(under, row.Path, own, out var problem) is not { } folder)
            return Trouble(problem!);
        try
        {
            return await TakeUp(row, folder, await Task.Run(() => FolderLook.At(folder)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Trouble($"It cannot be looked into: {e.Message} It is tried again.");
        }

        WatchedState Trouble(string what)
        {
            lying.Clear();
            return new(row.Path, row.By, what, 0, 0, []);
        }
    }

    private async Task<WatchedState> TakeUp(WatchedFolderRow row, string folder, FolderLook look)
    {
        var known = await databases.Read(db => db.WatchedFiles.AsNoTracking().ToDictionary(f => f.Path));
        var fresh = look
            .Files.Where(f => known.GetValueOrDefault(f.Path) is not { } k || (k.Size, k.Written) != (f.Size, f.Written))
            .ToList();
        // What lies as it did at the last look is whole; an empty file is one that somebody begins to write.
        var whole = fresh.Where(f => f.Size > 0 && lying.GetValueOrDefault(f.Path) == f).ToList();
        lying = fresh.ToDictionary(f => f.Path);
        var (unfinished, without) = (fresh.Count - whole.Count, 0);
        foreach (var file in whole)
            if (await imports.HasRoom())
                unfinished += await TakeUp(row, folder, file) ? 0 : 1;
            else
                without++;
        return new(row.Path, row.By, null, unfinished, without, look.Refused);
    }

    // False where it cannot be read yet, or changed while it was.
    private async Task<bool> TakeUp(WatchedFolderRow row, string folder, LyingFile file)
    {
        byte[]? bytes;
        try
        {
            bytes = await Task.Run(() => Files.Read(Path.Combine(folder, file.Path), options.FileBytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        if (FolderLook.File(folder, file.Path) != file)
            return false;
        var sha256 = bytes is null ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes));
        var arrived = bytes is null
            ? new Arrived(file.Path, [], $"It has {file.Size / 1048576.0:0.0} MiB; at most {options.FileMiB} are taken.")
            : new Arrived(file.Path, bytes);
        await imports.AddWatched(
            arrived,
            new()
            {
                Path = file.Path,
                Size = file.Size,
                Written = file.Written,
                Sha256 = sha256,
            },
            row.By
        );
        return true;
    }

    private static bool Same(WatchedState? a, WatchedState? b) =>
        a is null || b is null ? a is null && b is null : a.Refused.SequenceEqual(b.Refused) && a == b with { Refused = a.Refused };
}
