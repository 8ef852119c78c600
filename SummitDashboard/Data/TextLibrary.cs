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

    private readonly string folder;
    private readonly ILogger<TextLibrary> logger;
    private readonly FileSystemWatcher? watcher;
    private readonly Timer? settle;
    private volatile FrozenDictionary<string, ArticleText> texts = FrozenDictionary<string, ArticleText>.Empty;

    public TextLibrary(DataOptions options, ILogger<TextLibrary> logger)
    {
        (folder, this.logger) = (options.TextsFolder, logger);
        texts = ReadFolder(folder);
        if (!Directory.Exists(folder)) return;
        try
        {
            settle = new Timer(_ => Reload());
            watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
            foreach (var hear in new Action<FileSystemEventHandler>[] { h => watcher.Changed += h, h => watcher.Created += h, h => watcher.Deleted += h })
                hear((_, _) => Soon());
            watcher.Renamed += (_, _) => Soon();
        }
        catch (IOException e)
        {
            logger.LogWarning("The folder {Folder} cannot be watched ({Reason}); articles added to it are seen after a restart.", folder, e.Message);
        }
    }

    /// <summary>Raised after the folder was read again.</summary>
    public event Action? Changed;

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Count;

    /// <summary>The text of a source, or null where it has not been supplied.</summary>
    public ArticleText? Of(Source source) => texts.GetValueOrDefault(source.Article.Sha256);

    /// <summary>Every readable article of a folder, by hash. Files that are too large or not UTF-8 are passed over.</summary>
    public static FrozenDictionary<string, ArticleText> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder)) return FrozenDictionary<string, ArticleText>.Empty;
        var found = new Dictionary<string, ArticleText>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Take(10_000))
        {
            try
            {
                if (new FileInfo(path).Length <= MaxBytes && ArticleText.From(File.ReadAllBytes(path)) is { } text) found[text.Sha256] = text;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Being written just now, or not ours to read: the next change is looked at again.
            }
        }
        return found.ToFrozenDictionary();
    }

    public void Dispose()
    {
        watcher?.Dispose();
        settle?.Dispose();
    }

    // A copy raises several events; wait for it to end.
    private void Soon() => settle?.Change(TimeSpan.FromMilliseconds(200), Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        try
        {
            texts = ReadFolder(folder);
            logger.LogInformation("Read {Count} article(s) from {Folder}.", texts.Count, folder);
            Changed?.Invoke();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The folder {Folder} cannot be read: {Reason}", folder, e.Message);
        }
    }
}
