namespace SummitDashboard.Data.Database;

/// <summary>
/// The turn to write. SQLite has one writer, and whoever else wants to write sleeps on a thread: here one waits without a thread, one at a
/// time, and no longer than <see cref="Patience"/>. What the database refuses becomes a sentence.
/// </summary>
public class Writer(Troubles troubles, ILogger<Writer> logger)
{
    /// <summary>How long one waits for one's turn; a lock that another program holds is then waited for as the connection says.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>
    /// Writes on another thread than the caller's. Throws <see cref="DatabaseUnavailableException"/>; then nothing was written.
    /// </summary>
    public async Task<T> Take<T>(Func<Task<T>> write)
    {
        if (!await turn.WaitAsync(Patience))
            throw DatabaseUnavailableException.Busy();
        try
        {
            var result = await Task.Run(write);
            troubles.Clear(Name);
            return result;
        }
        catch (Exception e) when (DatabaseUnavailableException.Of(e) is { } unavailable)
        {
            logger.LogWarning("The database could not be written: {Why} ({Error})", unavailable.Why, e.GetBaseException().Message);
            troubles.Say(Name, unavailable.Why);
            Engine.ForgetReadOnly(e);
            throw unavailable;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The same without a result.</summary>
    public Task Take(Func<Task> write) =>
        Take(async () =>
        {
            await write();
            return true;
        });

    private const string Name = "the database";
}
