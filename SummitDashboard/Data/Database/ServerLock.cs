using SummitDashboard.Data.Database.Backups;

namespace SummitDashboard.Data.Database;

/// <summary>
/// The data folder belongs to one server at a time, and to none while a backup is restored: two would each show what the other does not.
/// Whoever takes it finishes a restore that was broken off.
/// </summary>
public sealed class ServerLock(ServerFolder folder) : IDisposable
{
    private IDisposable? held;

    /// <summary>
    /// Takes the data folder until this is disposed of. Throws <see cref="StartupException"/> where another process has it.
    /// </summary>
    public void Take()
    {
        if (held is not null)
            return;
        DatabaseFile.RequireWritable(folder.DatabaseFile);
        held = HeldFile.TryTake(Path.Combine(folder.Path, "server.lock"), stays: true)
            ?? throw new StartupException(
                $"Another copy of the program uses the data folder {folder.Path}. Stop that one, or set Data:Folder (Data__Folder) to "
                    + "another folder."
            );
        PlannedMoves.Finish(folder);
    }

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }
}
