namespace SummitDashboard.Reading.Access;

/// <summary>Whether the browser of a circuit is connected; a circuit is kept for a while after its browser has gone.</summary>
public sealed class BrowserConnection : IDisposable
{
    private volatile bool isUp;
    private volatile CancellationTokenSource cut = new();

    public bool IsUp => isUp;

    /// <summary>
    /// Set as the connection is lost: what the browser was asked by then is answered no more, though it may have been done.
    /// </summary>
    public CancellationToken Cut => cut.Token;

    /// <summary>Raised once the browser is there again.</summary>
    public event Action? Back;

    /// <summary>The browser is there, for the first time or again.</summary>
    public void Found()
    {
        var isBack = cut.IsCancellationRequested;
        if (isBack)
            cut = new();
        isUp = true;
        if (isBack)
            Back?.Invoke();
    }

    /// <summary>The connection was lost.</summary>
    public Task Lost()
    {
        isUp = false;
        return cut.CancelAsync();
    }

    public void Dispose() => cut.Dispose();
}
