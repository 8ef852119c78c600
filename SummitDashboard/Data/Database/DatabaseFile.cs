using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SummitDashboard.Data.Database;

/// <summary>Making the database file ready, and saying in plain words why it cannot be used.</summary>
internal static class DatabaseFile
{
    /// <summary>Makes sure of the data folder. Throws <see cref="StartupException"/> where nothing can be written there.</summary>
    public static void RequireWritable(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (File.Exists(folder))
            throw new StartupException($"Data:Folder names {folder}, which is a file. Set it (Data__Folder) to a folder.");
        if (Directory.Exists(file))
            throw new StartupException(
                $"{file} is a folder; the database is to be a file of that name. Move the folder away, or set Data:Folder to another one."
            );
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The data folder {folder} cannot be written to ({e.Message.TrimEnd('.')}). Give this user the right to, or set "
                    + "Data:Folder (Data__Folder) to another folder.",
                e
            );
        }
    }

    /// <summary>
    /// Creates or migrates the database. Throws <see cref="StartupException"/> where it cannot be used; the file is left as it was.
    /// </summary>
    public static void Prepare<TDb>(IDbContextFactory<TDb> databases, string file)
        where TDb : DbContext => Guard(file, () =>
        {
            using var db = databases.CreateDbContext();
            RequireKnown(db, file);
            if (db.Database.GetPendingMigrations().Any())
                Migrate(db, file);
        });

    /// <summary>The same up to one migration, where that was not applied yet.</summary>
    public static void PrepareUpTo<TDb>(IDbContextFactory<TDb> databases, string file, string migration)
        where TDb : DbContext => Guard(file, () =>
        {
            using var db = databases.CreateDbContext();
            RequireKnown(db, file);
            if (db.Database.GetPendingMigrations().Contains(migration))
                db.GetService<IMigrator>().Migrate(migration);
        });

    /// <summary>
    /// Makes sure that the database is there and as this version of the program has it, for the verbs that only read. Throws
    /// <see cref="StartupException"/>; nothing is created or migrated.
    /// </summary>
    public static void RequireCurrent<TDb>(IDbContextFactory<TDb> databases, string file)
        where TDb : DbContext
    {
        if (!File.Exists(file))
            throw new StartupException(
                $"There is no database {file}. Start the dashboard once, or set Data:Folder (Data__Folder) to the folder of another."
            );
        Guard(file, () =>
        {
            using var db = databases.CreateDbContext();
            RequireKnown(db, file);
            if (db.Database.GetPendingMigrations().Any())
                throw new StartupException(
                    $"The database {file} was made by an older version of the program. Start the dashboard once, which brings it up "
                        + "to date."
                );
        });
    }

    /// <summary>Whether the database is there and holds a casebook, of this version of the program or another.</summary>
    public static bool HoldsCasebook(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return false;
        var holds = false;
        Guard(file, () =>
        {
            using var connection = Engine.Open(file);
            if (!Engine.HasTables(connection, "Item", "Revision"))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT EXISTS (SELECT 1 FROM "Item") AND EXISTS (SELECT 1 FROM "Revision")""";
            holds = command.ExecuteScalar() is 1L;
        });
        return holds;
    }

    private static void RequireKnown(DbContext db, string file)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var unknown =
            File.Exists(file) && new FileInfo(file).Length > 0
                ? db.Database.GetAppliedMigrations().FirstOrDefault(m => !known.Contains(m))
                : null;
        if (unknown is not null)
            throw new StartupException(
                $"The database {file} was made by a newer version of the program (it knows “{unknown}”). Update the program, or set "
                    + "Data:Folder to another folder."
            );
    }

    // A program that was killed while it migrated leaves its lock behind, for which EF Core would wait for ever.
    private static void Migrate(DbContext db, string file)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            db.Database.MigrateAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            throw new StartupException(
                $"The database {file} is locked for a migration that another copy of the program began. If none is running, empty its "
                    + "table __EFMigrationsLock, or restore a backup.",
                e
            );
        }
    }

    /// <summary>Runs a step, turning the database's own errors into words.</summary>
    public static void Guard(string file, Action step)
    {
        try
        {
            step();
        }
        catch (HeadMissingException e)
        {
            throw new StartupException(
                $"The casebook in {file} is damaged: its title page (title, phases and themes) is missing there, or cannot be read. "
                    + $"Everything else was left as it is. {Soundness.HowToRestore(file)}",
                e
            );
        }
        // SQLITE_CORRUPT, SQLITE_NOTADB.
        catch (Exception e) when (e is JsonException or KeyNotFoundException or SqliteException { SqliteErrorCode: 11 or 26 })
        {
            throw new StartupException(
                $"The database {file} is damaged or is not a database ({e.Message}). It was left as it is. {Soundness.HowToRestore(file)}",
                e
            );
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6) // SQLITE_BUSY, SQLITE_LOCKED
        {
            throw new StartupException(
                $"The database {file} is in use by another program. Stop that one, or set Data:Folder to another folder.",
                e
            );
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 10 or 13 or 14) // READONLY, IOERR, FULL, CANTOPEN
        {
            throw new StartupException(
                $"The database {file} cannot be written ({e.Message}). Check the file’s rights and the free space, or set Data:Folder "
                    + "to another folder.",
                e
            );
        }
        catch (SqliteException e)
        {
            throw new StartupException(
                $"The database {file} cannot be used ({e.Message}). Move the file away: a new one is made from the casebook folder.",
                e
            );
        }
    }
}
