using System.Collections.Frozen;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>
/// The articles that a user has put into the texts folder, known by hash, read at start and again whenever the folder changes.
/// They are never copied elsewhere.
/// </summary>
public sealed class TextLibrary : IDisposable
{
    /// <summary>Largest article read, in bytes.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>Most files looked at.</summary>
    public const int MaxFiles = 10_000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly string folder;
    private readonly ILogger<TextLibrary> logger;
    private readonly Timer look;
    private volatile FrozenDictionary<string, ArticleText> texts;
    private string stamp;

    public TextLibrary(DataOptions options, ILogger<TextLibrary> logger)
    {
        (folder, this.logger) = (options.TextsFolder, logger);
        stamp = Stamp();
        texts = ReadFolder(folder, Say);
        // Looking beats watching: it also notices a folder that is made, moved away or mounted later.
        look = new Timer(_ => LookAgain(), null, Every, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised after the folder was read again.</summary>
    public event Action? Changed;

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Count;

    /// <summary>The text of a source, or null where it has not been supplied.</summary>
    public ArticleText? Of(Source source) => texts.GetValueOrDefault(source.Article.Sha256);

    /// <summary>Every readable article of a folder, by hash; <paramref name="say"/> hears of files that are passed over, and why.</summary>
    public static FrozenDictionary<string, ArticleText> ReadFolder(string folder, Action<string>? say = null)
    {
        var found = new Dictionary<string, ArticleText>();
        foreach (var path in Paths(folder))
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

    public void Dispose() => look.Dispose();

    private static IEnumerable<string> Paths(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Take(MaxFiles) : [];

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
