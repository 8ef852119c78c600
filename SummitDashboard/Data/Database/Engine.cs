using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SummitDashboard.Data.Database;

/// <summary>
/// What the rooms of <c>Data</c> ask of the database engine beyond EF Core. With the rest of this folder it is all that knows which engine
/// it is. What the engine refuses is told by <see cref="DatabaseUnavailableException"/>, copies are made by <see cref="Backups.Backup"/>.
/// </summary>
internal static class Engine
{
    /// <summary>Waits some seconds for a lock; commits are on the disk before they are acknowledged.</summary>
    public static string ConnectionString(string file, int lockSeconds = 5) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = lockSeconds }.ToString();

    /// <summary>An open connection of its own, for plain SQL: most starts and most pages never wake EF Core, which takes long.</summary>
    public static DbConnection Open(string file) => Opened(ConnectionString(file));

    private static SqliteConnection Opened(string text)
    {
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The same, but kept by nobody: what was opened while the file could only be read stays so, whatever the file allows later.
    /// </summary>
    public static DbConnection OpenOnce(string file) =>
        Opened(new SqliteConnectionStringBuilder(ConnectionString(file)) { Pooling = false }.ToString());

    /// <summary>
    /// Where something could only be read, what is kept of connections is given back, so that it can be written once it may be.
    /// </summary>
    public static void ForgetReadOnly(Exception e)
    {
        if (e.GetBaseException() is SqliteException { SqliteErrorCode: 8 })
            SqliteConnection.ClearAllPools();
    }

    /// <summary>
    /// An open connection to a database that is there already; what is kept of it is its own, until <see cref="ReleaseThere"/>.
    /// </summary>
    public static DbConnection OpenThere(string file) => Opened(There(file));

    /// <summary>Gives back what was kept by <see cref="OpenThere"/>.</summary>
    public static void ReleaseThere(string file)
    {
        using var connection = new SqliteConnection(There(file));
        SqliteConnection.ClearPool(connection);
    }

    private static string There(string file) =>
        new SqliteConnectionStringBuilder(ConnectionString(file)) { Mode = SqliteOpenMode.ReadWrite }.ToString();

    /// <summary>Gives back what was kept of connections to a database that is used no more.</summary>
    public static void Release(string file, int lockSeconds)
    {
        // One for EF Core, and one for plain SQL.
        foreach (var text in new[] { ConnectionString(file), ConnectionString(file, lockSeconds) })
            using (var connection = new SqliteConnection(text))
                SqliteConnection.ClearPool(connection);
    }

    /// <summary>Begins to read one moment of the database, whoever writes to it meanwhile; nobody waits for it.</summary>
    public static DbTransaction BeginReading(this DbContext db)
    {
        db.Database.OpenConnection();
        var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        db.Database.UseTransaction(moment);
        return moment;
    }

    /// <summary>
    /// Begins a transaction that has the write lock from its beginning, so that nobody changes what it reads before it writes.
    /// </summary>
    public static IDbContextTransaction BeginWriting(this DbContext db) => db.Database.BeginTransaction(IsolationLevel.Serializable);

    /// <summary>Whether the database has all of these tables.</summary>
    public static bool HasTables(DbConnection connection, params string[] names)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ("
            + $"{string.Join(", ", names.Select((_, n) => $"@name{n}"))})";
        for (var n = 0; n < names.Length; n++)
            command.Add($"@name{n}", names[n]);
        return Whole(command.ExecuteScalar()) == names.Length;
    }

    /// <summary>Gives a command a value.</summary>
    public static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>A whole number, however wide the engine has it; null for anything else, which a damaged record may hold.</summary>
    public static long? Whole(object? value) =>
        value switch
        {
            long wide => wide,
            int narrow => narrow,
            _ => null,
        };
}
