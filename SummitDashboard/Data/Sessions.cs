namespace SummitDashboard.Data;

/// <summary>Tells every open circuit of an account that its sign-in is over.</summary>
public sealed class Sessions
{
    /// <summary>Raised with the account's id.</summary>
    public event Action<string>? Ended;

    public void End(string accountId)
    {
        foreach (var listener in (Ended?.GetInvocationList() ?? []).Cast<Action<string>>())
        {
            try
            {
                listener(accountId);
            }
            catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
            {
                // That circuit is gone already.
            }
        }
    }
}
