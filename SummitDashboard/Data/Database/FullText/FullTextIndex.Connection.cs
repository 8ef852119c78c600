using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SummitDashboard.Data.Database.FullText;

// How the file is opened and asked, and what of it is damage.
public sealed partial class FullTextIndex
{
    private SqliteConnection Open()
    {
        if (!isAside)
            return (SqliteConnection)Engine.Open(file);
        var connection = (SqliteConnection)Engine.OpenThere(file);
        try
        {
            return VersionOf(connection) == Version
                ? connection
                : throw new FullTextDamagedException("It was made by another version of the program.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static long? VersionOf(DbConnection connection) => Engine.Whole(Scalar(connection, "PRAGMA user_version"));

    internal static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static object? Scalar(DbConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    // 1 is also what a missing table is, 14 a missing file or a folder in its place; 11 and 26 say it themselves, and 267 is FTS5’s own
    // (https://www.sqlite.org/rescode.html). 10 is a log that was cut as well as a disk that fails: made anew it is whole, or says why not.
    private T Guarded<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 1 or 10 or 11 or 14 or 26)
        {
            throw new FullTextDamagedException(e.Message);
        }
        catch (Exception e)
            when (e is InvalidCastException or OverflowException or (InvalidOperationException and not ObjectDisposedException))
        {
            // Nobody put that there: a number for words, or nothing (SQLite’s NULL).
            throw new FullTextDamagedException(e.Message);
        }
    }
}
