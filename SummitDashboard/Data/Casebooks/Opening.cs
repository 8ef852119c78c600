using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// Opening the casebook at the start. A database that is whole is served, whatever the folder is like: a folder with problems is not taken
/// over at all until they are mended, and they are told. Only where there is nothing to serve is a folder with problems refused.
/// </summary>
internal sealed class Opening(IDbContextFactory<SummitDb> databases, DataOptions options, DateTime now, Troubles troubles)
{
    private const string AboutFolder = "the casebook folder";
    private const string AboutBeside = "files beside those of the casebook";
    private const string AboutRecords = "records that cannot be read";

    /// <summary>
    /// The snapshot, and the items that could not be read. Throws <see cref="StartupException"/> where there is nothing to serve.
    /// </summary>
    public (Casebook Casebook, SetAsides Aside) Open()
    {
        DatabaseFile.RequireWritable(options.DatabaseFile);
        // Beside the reading: nothing is served or written before it ends.
        var sound = Task.Run(() => Soundness.Require(options.DatabaseFile));
        if (Unchanged() is { } casebook)
        {
            sound.GetAwaiter().GetResult();
            TellBeside(CaseFolderReader.PassedOver(options.CasebookFolder));
            return (casebook, SetAsides.None);
        }
        var folder = CaseFolderReader.Read(options.CasebookFolder);
        sound.GetAwaiter().GetResult();
        var opened = Changed(folder);
        TellBeside(folder.PassedOver);
        Tell(AboutRecords, opened.Aside.All.Count == 0 ? null : opened.Aside.Words(options.DatabaseFile));
        return opened;
    }

    // The folder is as it was when this very build last loaded it: there is nothing to take over.
    private Casebook? Unchanged()
    {
        if (!File.Exists(options.DatabaseFile) || !Directory.Exists(options.CasebookFolder))
            return null;
        Casebook? casebook = null;
        DatabaseFile.Guard(options.DatabaseFile, () =>
        {
            using var connection = Engine.Open(options.DatabaseFile);
            if (
                StoredCasebook.Fingerprint(connection) is not { Length: > 0 } known
                || known != StoredCasebook.FingerprintOf(options.CasebookFolder)
            )
                return;
            try
            {
                casebook = StoredCasebook.Read(connection);
            }
            catch (Exception e) when (StoredCasebook.IsUnreadable(e))
            {
                // A record is bad: read one by one.
            }
        });
        return casebook;
    }

    private (Casebook Casebook, SetAsides Aside) Changed(CaseFolderContents folder)
    {
        var isNew = !DatabaseFile.HoldsCasebook(options.DatabaseFile);
        if (isNew && folder.Problems.Count > 0)
            throw new StartupException(
                $"The casebook in {options.CasebookFolder} has {Count(folder)}; nothing was loaded.\n{Listed(folder)}\nMend them and "
                    + "start again; “check” lists them without starting the server."
            );

        DatabaseFile.Prepare(databases, options.DatabaseFile);
        (Casebook, SetAsides) opened = default;
        DatabaseFile.Guard(options.DatabaseFile, () =>
        {
            var waits = isNew ? null : Waiting(folder);
            if (waits is null)
            {
                try
                {
                    opened = Take(folder, isNew);
                }
                catch (Exception e) when (!isNew && e is StartupException or DbUpdateException)
                {
                    waits =
                        $"Nothing was taken over from {options.CasebookFolder}; the dashboard shows what its database holds. "
                        + $"{(e is DbUpdateException ? e.InnerException?.Message : e.Message)}";
                }
            }
            if (waits is not null)
                opened = AsItIs();
            Tell(AboutFolder, waits);
        });
        return opened;
    }

    private string? Waiting(CaseFolderContents folder)
    {
        if (folder.Problems.Count > 0)
            return $"{options.CasebookFolder} has {Count(folder)}, so nothing was taken over from it; the dashboard shows what its "
                + $"database holds. Mend them and start again; “check” lists them.\n{Listed(folder)}";
        using var db = databases.CreateDbContext();
        return folder.IsEmpty && db.Seeds.Any(s => s.Kind != ItemKind.Casebook)
            ? $"{options.CasebookFolder} is empty, though the casebook was loaded from it; the dashboard shows what its database "
                + $"holds. See whether its disk is there, or write the files back with “export {options.CasebookFolder}”."
            : null;
    }

    private (Casebook, SetAsides) Take(CaseFolderContents folder, bool isNew)
    {
        using var db = databases.CreateDbContext();
        using var transaction = db.Database.BeginTransaction();
        var opened = Take(db, transaction, options.CasebookFolder, folder, now, isNew);
        var load = db.SeedLoads.SingleOrDefault() ?? db.SeedLoads.Add(new() { Fingerprint = "" }).Entity;
        // A bad record is told at every start.
        load.Fingerprint = opened.Aside.All.Count > 0 ? "" : StoredCasebook.FingerprintOf(options.CasebookFolder) ?? "";
        db.SaveChanges();
        transaction.Commit();
        return opened;
    }

    /// <summary>Takes over what the folder says, inside the caller's transaction, and reads what comes of it.</summary>
    public static (Casebook Casebook, SetAsides Aside) Take(
        SummitDb db,
        IDbContextTransaction transaction,
        string from,
        CaseFolderContents folder,
        DateTime now,
        bool isNew
    )
    {
        if (!folder.IsEmpty)
            Exchange.HistoryIntake.Take(db, from);
        GivenColours.Give(db, transaction, now);
        if (!folder.IsEmpty)
            FolderIntake.Take(db, folder, now, StoredItems.Read(db.Database.GetDbConnection(), transaction.GetDbTransaction()));
        else if (isNew)
            FolderIntake.Begin(db, now);
        var casebook = StoredCasebook.Read(db.Database.GetDbConnection(), transaction.GetDbTransaction(), out var aside);
        return (casebook, aside);
    }

    private (Casebook, SetAsides) AsItIs()
    {
        using (var db = databases.CreateDbContext())
        using (var transaction = db.Database.BeginTransaction())
        {
            GivenColours.Give(db, transaction, now);
            transaction.Commit();
        }
        using var connection = Engine.Open(options.DatabaseFile);
        return (StoredCasebook.Read(connection, null, out var aside), aside);
    }

    private void TellBeside(IEnumerable<Problem> passedOver)
    {
        try
        {
            Tell(
                AboutBeside,
                passedOver.Take(100).ToList() is { Count: > 0 } some
                    ? $"In {options.CasebookFolder} lies what is passed over, though it looks as if it held something. The rest was "
                        + $"read.\n{string.Join('\n', some)}"
                    : null
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It went while it was looked at, as an editor's files do.
        }
    }

    private void Tell(string about, string? what)
    {
        if (what is null)
            troubles.Clear(about);
        else
            troubles.Say(about, what);
    }

    private static string Count(CaseFolderContents folder) =>
        folder.Problems.Count == 1 ? "1 problem" : string.Create(CultureInfo.InvariantCulture, $"{folder.Problems.Count} problems");

    private static string Listed(CaseFolderContents folder) =>
        string.Join('\n', folder.Problems.Take(100).Select(p => "  " + p))
        + (folder.Problems.Count > 100 ? $"\n  … and {folder.Problems.Count - 100} more" : "");
}
