using System.Data.Common;
using System.Globalization;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Library;

/// <summary>The casebooks of the server as its database has them, read by plain SQL: it is read at every start.</summary>
internal static class CasebookRows
{
    public static IReadOnlyList<CasebookRow> Read(string file)
    {
        using var connection = Engine.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "Id", "Slug", "Folder", "Readers", "By", "At", "Archived", "Deleted", "Title", "Lede", "Sources", "Claims", "Coded",
                "Revision", "Changed", "IsLive"
            FROM "Casebook" ORDER BY "Title", "Slug"
            """;
        using var rows = command.ExecuteReader();
        var all = new List<CasebookRow>();
        while (rows.Read())
            all.Add(
                new()
                {
                    Id = rows.GetString(0),
                    Slug = rows.GetString(1),
                    Folder = rows[2] as string,
                    Readers = ReadersWords.TryRead(rows[3] as string ?? "", out var readers) ? readers : Readers.Members,
                    By = rows.GetString(4),
                    At = Moment(rows, 5)!.Value,
                    Archived = Moment(rows, 6),
                    Deleted = Moment(rows, 7),
                    Title = rows.GetString(8),
                    Lede = rows.GetString(9),
                    Sources = rows.GetInt32(10),
                    Claims = rows.GetInt32(11),
                    Coded = rows.GetInt32(12),
                    Revision = rows.GetInt64(13),
                    Changed = Moment(rows, 14),
                    IsLive = rows.GetBoolean(15),
                }
            );
        return all;
    }

    private static DateTime? Moment(DbDataReader rows, int column) =>
        rows[column] is string text
            ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
            : null;
}
