using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>Copies of the database that are whole, whoever writes to it meanwhile.</summary>
internal static class DatabaseCopy
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Copies a database with SQLite's backup API into one file that needs no other beside it, and checks the copy. Throws
    /// <see cref="StartupException"/> where the original is no sound database; the target is then gone again.
    /// </summary>
    /// <param name="to">Overwritten. Only its owner may read it: it holds accounts and articles.</param>
    public static void Make(string from, string to)
    {
        Remove(to);
        try
        {
            CreateForOwner(to).Dispose();
            DatabaseFile.Guard(from, () =>
            {
                using (var original = Open(from, SqliteOpenMode.ReadOnly))
                using (var copy = Open(to, SqliteOpenMode.ReadWrite))
                {
                    // The moment is taken by a statement, which waits for a lock, where the backup itself would give up at once.
                    using var moment = original.BeginTransaction(deferred: true);
                    Ask(original, "SELECT COUNT(*) FROM sqlite_master");
                    original.BackupDatabase(copy);
                    Ask(copy, "PRAGMA journal_mode=DELETE");
                }
                RequireSound(to, from);
            });
        }
        catch
        {
            Remove(to);
            throw;
        }
    }

    /// <summary>A new file that only its owner may read.</summary>
    public static FileStream CreateForOwner(string file)
    {
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = OwnerOnly;
        return new(file, create);
    }

    /// <summary>
    /// Deletes a database file and what SQLite keeps beside it: a journal left by one that was killed would be played into the next.
    /// </summary>
    public static void Remove(string file)
    {
        foreach (var end in new[] { "-journal", "-wal", "-shm", "" })
            File.Delete(file + end);
    }

    /// <summary>Throws <see cref="StartupException"/> unless a database is one of this program, and of no newer version of it.</summary>
    /// <param name="called">The name to give it in the message.</param>
    /// <param name="tables">Some that it has to have.</param>
    public static void RequireOurs<TDb>(IDbContextFactory<TDb> databases, string file, string called, params string[] tables)
        where TDb : DbContext
    {
        using var db = databases.CreateDbContext();
        var known = db.Database.GetMigrations().ToHashSet();
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        if (!Engine.HasTables(connection, ["__EFMigrationsHistory", .. tables]))
            throw new StartupException($"{called} is a database, but none of this program.");
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (!known.Contains(reader.GetString(0)))
                throw new StartupException(
                    $"{called} was made by a newer version of the program (it knows “{reader.GetString(0)}”). Update the program first."
                );
    }

    /// <summary>The casebook's revision in a database; 0 where it holds none. Throws where nothing of it can be served.</summary>
    public static long Revision(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        return Ask(connection, """SELECT COUNT(*) FROM "Item" """) is 0L ? 0 : StoredCasebook.Read(connection, null, out _).Revision;
    }

    /// <summary>Whether a file that nobody writes to is a database of the length that it says itself: a look at its first bytes.</summary>
    public static bool IsWhole(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> head = stackalloc byte[32];
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.StartsWith("SQLite format 3\0"u8))
                return false;
            // As SQLite's file format has it.
            var size = BinaryPrimitives.ReadUInt16BigEndian(head[16..]) is var page && page == 1 ? 65_536 : page;
            return stream.Length == (long)size * BinaryPrimitives.ReadUInt32BigEndian(head[28..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A connection that nobody shares and that ends with its use.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 5,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    /// <summary>The first value that a statement gives.</summary>
    public static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Throws <see cref="StartupException"/> where SQLite’s own check finds a database damaged.</summary>
    public static void RequireSound(string file, string called)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        if (Ask(connection, "PRAGMA integrity_check(1)") as string is var answer && answer != "ok")
            throw new StartupException($"{called} is damaged: {answer}");
        if (Ask(connection, "PRAGMA foreign_key_check") is { } table)
            throw new StartupException($"{called} is damaged: rows of its table {table} name rows that are not there.");
    }
}
