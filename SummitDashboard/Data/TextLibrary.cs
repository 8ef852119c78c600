using System.Collections.Frozen;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

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
    private readonly TimeProvider clock;
    private readonly ILogger<TextLibrary> logger;
    private readonly Timer look;
    private volatile FrozenDictionary<string, ArticleText> texts;
    private volatile FrozenDictionary<string, ArticleText> supplied;
    private string stamp;

    public TextLibrary(DataOptions options, TimeProvider clock, ILogger<TextLibrary> logger)
    {
        (folder, databaseFile, this.clock, this.logger) = (options.TextsFolder, options.DatabaseFile, clock, logger);
        supplied = ReadSupplied();
        stamp = Stamp();
        texts = ReadFolder(folder, Say);
        // Looking beats watching: it also notices a folder that is made, moved away or mounted later.
        look = new Timer(_ => LookAgain(), null, Every, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised after the folder was read again.</summary>
    public event Action? Changed;

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Count + supplied.Count;

    /// <summary>The text of a source, or null where it has not been supplied.</summary>
    public ArticleText? Of(Source source) => texts.GetValueOrDefault(source.Article.Sha256) ?? supplied.GetValueOrDefault(source.Article.Sha256);

    /// <summary>
    /// Keeps an article that an editor uploaded or pasted. Null where it is kept, else why not: the right is asked of the database, as for
    /// every write.
    /// </summary>
    public string? Supply(string content, string? accountId)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(content) > MaxBytes) return $"The text is larger than {MaxBytes / 1024 / 1024} MiB.";
        var text = ArticleText.From(content);
        if (text.Paragraphs.Count == 0) return "The text is empty.";
        using (var connection = Database.Connect(databaseFile))
        {
            connection.Open();
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = """SELECT "Role", "Name" FROM "Account" WHERE "Id" = $id AND NOT "Disabled" """;
            command.Parameters.AddWithValue("$id", accountId ?? "");
            string by;
            using (var reader = command.ExecuteReader())
            {
                if (!reader.Read() || !Enum.TryParse<AccountRole>(reader.GetString(0), out var role) || !Rights.Allows(role, Right.Edit)) return "Supplying articles is for editors.";
                by = reader.GetString(1);
            }
            command.CommandText = """INSERT OR IGNORE INTO "Text" ("Sha256", "Content", "By", "At") VALUES ($hash, $content, $by, $at)""";
            command.Parameters.AddWithValue("$hash", text.Sha256);
            command.Parameters.AddWithValue("$content", content);
            command.Parameters.AddWithValue("$by", by);
            command.Parameters.AddWithValue("$at", clock.GetUtcNow().UtcDateTime);
            command.ExecuteNonQuery();
            transaction.Commit();
        }
        supplied = ReadSupplied();
        Changed?.Invoke();
        return null;
    }

    /// <summary>Every readable article of a folder, by hash; <paramref name="say"/> hears of files that are passed over, and why.</summary>
    public static FrozenDictionary<string, ArticleText> ReadFolder(string folder, Action<string>? say = null)
    {
        var found = new Dictionary<string, ArticleText>();
        foreach (var path in Readable(folder, say))
        {
            try
            {
                if (Files.Read(path, MaxBytes) is not { } bytes) say?.Invoke($"{path} is larger than {MaxBytes / 1024 / 1024} MiB and was passed over.");
                else if (ArticleText.From(bytes) is not { } text) say?.Invoke($"{path} is not UTF-8 and was passed over; save it again with that encoding.");
                else found[text.Sha256] = text;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                say?.Invoke($"{path} cannot be read: {e.Message}");
            }
        }
        return found.ToFrozenDictionary();
    }

    /// <summary>The SHA-256 (hexadecimal) of what a file of this name in the folder holds; null where there is none, or it cannot be read.</summary>
    public static string? HashOf(string folder, string name)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        try
        {
            return File.Exists(path) && Files.Read(path, MaxBytes) is { } bytes ? ArticleText.From(bytes)?.Sha256 ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => look.Dispose();

    private FrozenDictionary<string, ArticleText> ReadSupplied()
    {
        if (!File.Exists(databaseFile)) return FrozenDictionary<string, ArticleText>.Empty;
        using var connection = Database.Connect(databaseFile);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Content" FROM "Text" """;
        using var reader = command.ExecuteReader();
        var found = new Dictionary<string, ArticleText>();
        while (reader.Read())
            if (ArticleText.From(reader.GetString(0)) is var text) found[text.Sha256] = text;
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
            return string.Join('\n', Paths(folder).Select(p => new FileInfo(p)).Select(f => $"{f.Name} {(f.Exists ? f.Length : 0)} {f.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private void LookAgain()
    {
        var now = Stamp();
        if (now != stamp)
        {
            stamp = now;
            texts = ReadFolder(folder, Say);
            logger.LogInformation("Read {Count} article(s) from {Folder}.", texts.Count, folder);
            Changed?.Invoke();
        }
        try
        {
            look.Change(Every, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The server is stopping.
        }
    }

    private void Say(string what) => logger.LogWarning("{What}", what);
}
