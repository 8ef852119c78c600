using System.Data.Common;
using Microsoft.Data.Sqlite;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Database.FullText;

/// <summary>The index is damaged, of another version, or no index at all: it is thrown away and made anew.</summary>
/// <remarks>It bears no failure of the engine in itself, since that would be told of the casebook's own database.</remarks>
public sealed class FullTextDamagedException(string message) : Exception(message);

/// <summary>An entry that was found; <paramref name="Number"/> grows with the time at which it was put there.</summary>
public sealed record FullTextHit(long Number, SearchEntry Entry);

/// <summary>How many entries were found that are alike in these.</summary>
/// <param name="Grade"><see cref="SearchTags.Rated"/>, <see cref="SearchTags.Unrated"/>, or "" of what nobody grades.</param>
public readonly record struct FullTextCount(SearchKind Kind, string Source, string State, string Language, string Grade, int Count);

/// <summary>
/// An index of everything that can be found in a casebook, in a file of its own beside the database: it can be made anew from casebook and
/// articles at any time, and making it holds no writer up. It keeps words as <see cref="SearchWords"/> folds them, in FTS5 without a copy
/// of its own, and the texts beside it. Entries come and go by their owner, which has a stamp by which it is seen whether they are still
/// those of now. Whatever it throws for a damaged file is <see cref="FullTextDamagedException"/>.
/// </summary>
/// <remarks>This is the seam: another engine’s full text has to answer these six questions, and reads the same expressions.</remarks>
public sealed class FullTextIndex(string file)
{
    private const long Version = 2;

    private const string Schema = """
        CREATE TABLE owner (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE entry (
          id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, kind INTEGER NOT NULL, source TEXT NOT NULL, state TEXT NOT NULL,
          language TEXT NOT NULL, grade TEXT NOT NULL, item INTEGER NOT NULL, itemId TEXT NOT NULL, part INTEGER NOT NULL);
        CREATE INDEX entry_owner ON entry (owner);
        CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
        CREATE VIRTUAL TABLE found USING fts5 (
          words, tags, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4');
        """;

    /// <summary>Where it lies.</summary>
    public string File => file;

    /// <summary>Makes it where there is none. Throws <see cref="FullTextDamagedException"/> where what lies there is of no use.</summary>
    public void Prepare() =>
        Guarded(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var connection = Open();
            var version = Engine.Whole(Scalar(connection, "PRAGMA user_version"));
            if (version == Version)
                return true;
            if (Engine.Whole(Scalar(connection, "SELECT COUNT(*) FROM sqlite_master")) is not 0)
                throw new FullTextDamagedException("It was made by another version of the program.");
            Run(connection, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction();
            Run(connection, Schema + $"PRAGMA user_version = {Version};");
            transaction.Commit();
            return true;
        });

    /// <summary>Takes the file away, so that it is made anew.</summary>
    public void Discard()
    {
        Engine.Release(file, 5);
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
            System.IO.File.Delete(path);
    }

    /// <summary>Each owner with its stamp.</summary>
    public Dictionary<string, string> Stamps() =>
        Guarded(() =>
        {
            using var connection = Open();
            using var command = Command(connection, "SELECT name, stamp FROM owner");
            using var rows = command.ExecuteReader();
            var stamps = new Dictionary<string, string>();
            while (rows.Read())
                stamps[rows.GetString(0)] = rows.GetString(1);
            return stamps;
        });

    /// <summary>Puts these entries in the place of those that the owners had, all or none; an owner without a stamp goes.</summary>
    public void Replace(IReadOnlyList<(string Owner, string? Stamp, IReadOnlyList<SearchEntry> Entries)> owners) =>
        Guarded(() =>
        {
            using var connection = Open();
            Run(connection, "PRAGMA synchronous = OFF"); // what is lost with the power is made anew
            using var transaction = connection.BeginTransaction();
            foreach (var (owner, stamp, entries) in owners)
            {
                using (var gone = Command(connection, "DELETE FROM found WHERE rowid IN (SELECT id FROM entry WHERE owner = @owner)"))
                {
                    gone.Add("@owner", owner);
                    gone.ExecuteNonQuery();
                    gone.CommandText = "DELETE FROM said WHERE id IN (SELECT id FROM entry WHERE owner = @owner)";
                    gone.ExecuteNonQuery();
                    gone.CommandText = "DELETE FROM entry WHERE owner = @owner";
                    gone.ExecuteNonQuery();
                    gone.CommandText = "DELETE FROM owner WHERE name = @owner";
                    gone.ExecuteNonQuery();
                }
                if (stamp is null)
                    continue;
                Insert(connection, owner, entries);
                using var now = Command(connection, "INSERT INTO owner (name, stamp) VALUES (@owner, @stamp)");
                now.Add("@owner", owner);
                now.Add("@stamp", stamp);
                now.ExecuteNonQuery();
            }
            transaction.Commit();
            return true;
        });

    /// <summary>The entries that are found, the likeliest first (BM25), or as they were put there.</summary>
    public List<FullTextHit> Find(SearchExpression sought, int from, int most, bool isRanked = true) =>
        Guarded(() =>
        {
            using var connection = Open();
            using var command = Command(
                connection,
                $"""
                SELECT f.id, e.kind, e.item, e.itemId, s.text, e.source, e.part, e.state, e.language
                FROM (SELECT rowid AS id, {(isRanked ? "bm25(found, 1.0, 0.0)" : "rowid")} AS place FROM found WHERE found MATCH @sought
                      ORDER BY place, rowid LIMIT @most OFFSET @from) f
                JOIN entry e ON e.id = f.id JOIN said s ON s.id = f.id ORDER BY f.place, f.id
                """
            );
            command.Add("@sought", MatchExpression.Of(sought));
            command.Add("@most", most);
            command.Add("@from", from);
            using var rows = command.ExecuteReader();
            var hits = new List<FullTextHit>();
            while (rows.Read())
                hits.Add(
                    new(
                        rows.GetInt64(0),
                        new(
                            (SearchKind)rows.GetInt32(1),
                            (ItemKind)rows.GetInt32(2),
                            rows.GetString(3),
                            rows.GetString(4),
                            rows.GetString(5),
                            rows.GetInt32(6),
                            rows.GetString(7),
                            rows.GetString(8)
                        )
                    )
                );
            return hits;
        });

    /// <summary>How many are found, by what they are alike in.</summary>
    public List<FullTextCount> Count(SearchExpression sought) =>
        Guarded(() =>
        {
            using var connection = Open();
            using var command = Command(
                connection,
                """
                SELECT e.kind, e.source, e.state, e.language, e.grade, COUNT(*)
                FROM found f JOIN entry e ON e.id = f.rowid WHERE found MATCH @sought GROUP BY 1, 2, 3, 4, 5
                """
            );
            command.Add("@sought", MatchExpression.Of(sought));
            using var rows = command.ExecuteReader();
            var counts = new List<FullTextCount>();
            while (rows.Read())
                counts.Add(
                    new(
                        (SearchKind)rows.GetInt32(0),
                        rows.GetString(1),
                        rows.GetString(2),
                        rows.GetString(3),
                        rows.GetString(4),
                        rows.GetInt32(5)
                    )
                );
            return counts;
        });

    private static void Insert(DbConnection connection, string owner, IReadOnlyList<SearchEntry> entries)
    {
        using var entry = Command(
            connection,
            """
            INSERT INTO entry (owner, kind, source, state, language, grade, item, itemId, part)
            VALUES (@owner, @kind, @source, @state, @language, @grade, @item, @itemId, @part) RETURNING id
            """
        );
        using var said = Command(connection, "INSERT INTO said (id, text) VALUES (@id, @text)");
        using var found = Command(connection, "INSERT INTO found (rowid, words, tags) VALUES (@id, @words, @tags)");
        foreach (var one in entries)
        {
            Set(
                entry,
                ("@owner", owner),
                ("@kind", (int)one.Kind),
                ("@source", one.Source),
                ("@state", one.State),
                ("@language", one.Language),
                ("@grade", one.Tags?.FirstOrDefault(t => t is SearchTags.Rated or SearchTags.Unrated) ?? ""),
                ("@item", (int)one.Of),
                ("@itemId", one.ItemId),
                ("@part", one.Part)
            );
            var id = entry.ExecuteScalar()!;
            Set(said, ("@id", id), ("@text", one.Text));
            said.ExecuteNonQuery();
            Set(found, ("@id", id), ("@words", string.Join(' ', SearchWords.Of(one.Text))), ("@tags", string.Join(' ', TagsOf(one))));
            found.ExecuteNonQuery();
        }
    }

    private static IEnumerable<string> TagsOf(SearchEntry entry) =>
        [
            SearchTags.All,
            SearchTags.Kind(entry.Kind),
            .. entry.Source.Length > 0 ? [SearchTags.Source(entry.Source)] : Array.Empty<string>(),
            .. entry.State.Length > 0 ? [SearchTags.State(entry.State)] : Array.Empty<string>(),
            .. entry.Language.Length > 0 ? [SearchTags.Language(entry.Language)] : Array.Empty<string>(),
            .. entry.Tags ?? [],
        ];

    private static void Set(DbCommand command, params ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
            if (command.Parameters.Contains(name))
                command.Parameters[name].Value = value;
            else
                command.Add(name, value);
    }

    private SqliteConnection Open() => (SqliteConnection)Engine.Open(file);

    private static DbCommand Command(DbConnection connection, string sql)
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

    // 1 is also what a missing table is; 11 and 26 say it themselves, and 267 is FTS5’s own (https://www.sqlite.org/rescode.html).
    private static T Guarded<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 1 or 11 or 26)
        {
            throw new FullTextDamagedException(e.Message);
        }
    }
}
