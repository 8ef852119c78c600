using System.Collections.Frozen;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Articles;

/// <summary>
/// The articles, known by hash: those in the texts folder, read at start and again whenever the folder changes, and those that editors
/// uploaded or pasted, which are kept in the database.
/// </summary>
public sealed class TextLibrary : IDisposable
{
    /// <summary>Largest article read, in bytes.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>Most files looked at.</summary>
    public const int MaxFiles = 10_000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly string folder;
    private readonly string databaseFile;
    private readonly CasebookStore store;
    private readonly ILogger<TextLibrary> logger;
    private readonly PeriodicTask look;
    private readonly IDisposable subscription;
    private readonly Lock gate = new();
    private volatile FrozenDictionary<string, ArticleText> texts;
    private volatile FrozenDictionary<string, ArticleText> supplied;
    private string stamp;
    private volatile bool mayLack;

    public TextLibrary(DataOptions options, CasebookStore store, TimeProvider clock, Troubles troubles, ILogger<TextLibrary> logger)
    {
        (folder, databaseFile, this.store, this.logger) = (options.TextsFolder, options.DatabaseFile, store, logger);
        subscription = store.Changes.Subscribe(OnPublished);
        supplied = ReadSupplied();
        stamp = Stamp();
        texts = ReadFolder(folder, Say);
        store.TextOf = Of;
        // Looking beats watching: it also notices a folder that is made, moved away or mounted later.
        look = new("the articles’ folder", Every, clock, troubles, logger, _ => LookAgain());
        look.Start();
    }

    /// <summary>Raised after the folder was read again, or an article was supplied.</summary>
    public event Action? Changed;

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Count + supplied.Count;

    /// <summary>The text of a source, or null where it has not been supplied.</summary>
    public ArticleText? Of(Source source) =>
        texts.GetValueOrDefault(source.Article.Sha256) ?? supplied.GetValueOrDefault(source.Article.Sha256);

    /// <summary>
    /// Keeps an article that an editor uploaded or pasted, and the source as it is with it, in one transaction: the right is asked of the
    /// database, as for every write.
    /// </summary>
    public Task<Outcome> Supply(SupplyArticle edit, string? accountId) => store.Write(Told(edit), accountId, "article supplied");

    /// <summary>The edit, which tells this library of the article once it is written; for who writes it by himself.</summary>
    public SupplyArticle Told(SupplyArticle edit) => edit with { Supplied = text => Shelve([text]) };

    /// <summary>Why a text cannot be kept as an article; null where it can.</summary>
    public static string? Problem(string content) =>
        System.Text.Encoding.UTF8.GetByteCount(content) > MaxBytes ? $"The text is larger than {MaxBytes / 1024 / 1024} MiB."
        : ArticleText.From(content).Paragraphs.Count == 0 ? "The text is empty."
        : null;

    /// <summary>Every readable article of a folder, by hash; <paramref name="say"/> hears of files that are passed over, and why.</summary>
    public static FrozenDictionary<string, ArticleText> ReadFolder(string folder, Action<string>? say = null)
    {
        var found = new Dictionary<string, ArticleText>();
        foreach (var path in Readable(folder, say))
        {
            try
            {
                if (Files.Read(path, MaxBytes) is not { } bytes)
                    say?.Invoke($"{path} is larger than {MaxBytes / 1024 / 1024} MiB and was passed over.");
                else if (ArticleText.From(bytes) is not { } text)
                    say?.Invoke($"{path} is not UTF-8 and was passed over; save it again with that encoding.");
                else
                    found[text.Sha256] = text;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                say?.Invoke($"{path} cannot be read: {e.Message}");
            }
        }
        return found.ToFrozenDictionary();
    }

    /// <summary>
    /// The SHA-256 (hexadecimal) of what a file of this name in the folder holds; null where there is none, or it cannot be read.
    /// </summary>
    public static string? HashOf(string folder, string name)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        try
        {
            return File.Exists(path) && Files.Read(path, MaxBytes) is { } bytes
                ? ArticleText.From(bytes)?.Sha256 ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        subscription.Dispose();
        look.Dispose();
    }

    private void Shelve(IReadOnlyCollection<ArticleText> some)
    {
        lock (gate)
            supplied = supplied.Concat(some.Select(t => KeyValuePair.Create(t.Sha256, t))).DistinctBy(t => t.Key).ToFrozenDictionary();
        Changed?.Invoke();
    }

    // Another process may have supplied an article with a source's edit; it is fetched with the next look, since nothing is read on the
    // writer's thread.
    private void OnPublished(Published published) => mayLack |= published.Changes?.Any(c => c.Kind == ItemKind.Source) ?? true;

    private void Fetch()
    {
        mayLack = false;
        var lacking = store.Current.Sources.Where(s => s.Article.IsKnown && Of(s) is null).Select(s => s.Article.Sha256).ToHashSet();
        if (lacking.Count > 0 && ReadSupplied(lacking) is { Count: > 0 } found)
            Shelve(found.Values);
    }

    private FrozenDictionary<string, ArticleText> ReadSupplied(IReadOnlySet<string>? only = null)
    {
        if (!File.Exists(databaseFile))
            return FrozenDictionary<string, ArticleText>.Empty;
        using var connection = Engine.Open(databaseFile);
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Content", "Sha256" FROM "Text" """;
        using var reader = command.ExecuteReader();
        var found = new Dictionary<string, ArticleText>();
        while (reader.Read())
            if (only?.Contains(reader.GetString(1)) is not false && ArticleText.From(reader.GetString(0)) is var text)
                found[text.Sha256] = text;
        return found.ToFrozenDictionary();
    }

    private static IEnumerable<string> Paths(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Take(MaxFiles) : [];

    // A folder that may not be looked into, or is on a disk that has gone, holds no article; that is no reason to stop.
    private static List<string> Readable(string folder, Action<string>? say)
    {
        try
        {
            return [.. Paths(folder)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say?.Invoke($"The folder {folder} cannot be read: {e.Message} Articles in it are taken for not supplied.");
            return [];
        }
    }

    private string Stamp()
    {
        try
        {
            return string.Join(
                '\n',
                Paths(folder).Select(p => new FileInfo(p)).Select(f => $"{f.Name} {(f.Exists ? f.Length : 0)} {f.LastWriteTimeUtc.Ticks}")
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private Task LookAgain()
    {
        if (mayLack)
            Fetch();
        var now = Stamp();
        if (now == stamp)
            return Task.CompletedTask;
        texts = ReadFolder(folder, Say);
        stamp = now;
        logger.LogInformation("Read {Count} article(s) from {Folder}.", texts.Count, folder);
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    private void Say(string what) => logger.LogWarning("{What}", what);
}
