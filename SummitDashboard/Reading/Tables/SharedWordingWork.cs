using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Tables;

/// <summary>
/// Works out which wording the articles of a casebook share: beside the requests, one at a time, and kept until a source or its article is
/// another. Whoever asks decides whether the visitor may know (<see cref="Access.TextAccess"/>).
/// </summary>
public sealed class SharedWordingWork(TextLibrary library) : IDisposable
{
    // The casebook as it is, and what somebody looks at of its past.
    private const int Most = 4;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly List<(List<(Source Source, ArticleText Text)> Of, Task<SharedWordingTable> Work)> kept = [];

    /// <summary>Raised when something was worked out.</summary>
    public event Action? Done;

    /// <summary>
    /// The table of a casebook, or the work on it; null where there is too much to compare, or too many others are being worked out.
    /// </summary>
    public Task<SharedWordingTable>? Of(Casebook casebook)
    {
        List<(Source Source, ArticleText Text)> texts =
        [
            .. casebook.Sources.Select(s => (s, library.Of(s))).Where(t => t.Item2 is not null).Select(t => (t.s, t.Item2!)),
        ];
        if (texts.Sum(t => (long)t.Source.Article.Words) > SharedWordingTable.MostWords)
            return null;
        lock (gate)
        {
            if (kept.Find(k => IsOf(k.Of, texts)) is { Work: { } known })
                return known;
            if (kept.Count >= Most)
            {
                if (kept.FindIndex(k => k.Work.IsCompleted) is var oldest && oldest < 0)
                    return null;
                kept.RemoveAt(oldest);
            }
            var work = Task.Run(() => Work(texts));
            kept.Add((texts, work));
            return work;
        }
    }

    public void Dispose() => closing.Cancel();

    private async Task<SharedWordingTable> Work(List<(Source, ArticleText)> texts)
    {
        await turn.WaitAsync(closing.Token);
        try
        {
            return SharedWordingTable.Of(texts, closing.Token);
        }
        finally
        {
            turn.Release();
            _ = Task.Run(() => Done?.Invoke());
        }
    }

    private static bool IsOf(List<(Source Source, ArticleText Text)> known, List<(Source Source, ArticleText Text)> texts) =>
        known.Count == texts.Count
        && known.Zip(texts).All(p => ReferenceEquals(p.First.Source, p.Second.Source) && ReferenceEquals(p.First.Text, p.Second.Text));
}
