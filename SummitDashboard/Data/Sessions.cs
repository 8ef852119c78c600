namespace SummitDashboard.Data;

/// <summary>
/// Tells every open circuit of an account that its sign-in is over. Where another process changes accounts (<c>people disable</c>), it is
/// noticed within a second: while anybody is signed in, the stamps of those accounts are looked at.
/// </summary>
public sealed class Sessions : IDisposable
{
    private readonly DataOptions options;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Circuits, string Stamp)> watched = [];
    private readonly Rounds look;

    public Sessions(DataOptions options, TimeProvider clock, Troubles troubles, ILogger<Sessions> logger)
    {
        this.options = options;
        look = new("looking after who is signed in", TimeSpan.FromSeconds(1), clock, troubles, logger, _ => Look());
    }

    /// <summary>A circuit of this account was opened; dispose what is returned when it closes.</summary>
    /// <param name="stamp">The account's security stamp as the cookie has it.</param>
    public IDisposable Watch(string accountId, string stamp, Action<string> ended)
    {
        lock (gate) watched[accountId] = watched.TryGetValue(accountId, out var known) ? (known.Circuits + 1, known.Stamp) : (1, stamp);
        look.Start();
        Ended += ended;
        return new Watching(() =>
        {
            Ended -= ended;
            lock (gate)
                if (watched.TryGetValue(accountId, out var known))
                {
                    if (known.Circuits > 1) watched[accountId] = (known.Circuits - 1, known.Stamp);
                    else watched.Remove(accountId);
                }
        });
    }

    public void Dispose() => look.Dispose();

    private Task Look()
    {
        List<(string Id, string Stamp)> accounts;
        lock (gate) accounts = [.. watched.Select(w => (w.Key, w.Value.Stamp))];
        foreach (var (id, stamp) in accounts)
        {
            if (Stamp(id) is var now && now == stamp) continue;
            lock (gate)
                if (watched.TryGetValue(id, out var known)) watched[id] = (known.Circuits, now);
            if (stamp.Length > 0) End(id);
        }
        return Task.CompletedTask;
    }

    // “-” where the account cannot sign in any more.
    private string Stamp(string accountId)
    {
        using var connection = Database.Connect(options.DatabaseFile);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "SecurityStamp" FROM "Account" WHERE "Id" = $id AND NOT "Disabled" """;
        command.Parameters.AddWithValue("$id", accountId);
        return command.ExecuteScalar() as string ?? "-";
    }

    private sealed class Watching(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }

    private event Action<string>? Ended;

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
