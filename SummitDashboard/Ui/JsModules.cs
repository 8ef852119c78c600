using Microsoft.JSInterop;

namespace SummitDashboard.Ui;

/// <summary>The scripts of components.</summary>
public static class JsModules
{
    /// <summary>Disposes a script, whether the browser still answers or not: one that has gone has taken its scripts along.</summary>
    /// <param name="module">The script; null where it was never loaded.</param>
    /// <param name="watching">What one of its functions returned, with a <c>stop</c> to call first.</param>
    public static async ValueTask DisposeTolerantly(this IJSObjectReference? module, IJSObjectReference? watching = null)
    {
        try
        {
            if (watching is not null)
                await watching.InvokeVoidAsync("stop");
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody is left to tell.
        }
    }
}
