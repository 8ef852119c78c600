using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Database.FullText;

/// <summary>
/// An index of everything that can be found in a casebook, in a file of its own beside the database: it can be made anew from casebook and
/// articles at any time, and making it holds no writer up. It keeps words as <see cref="SearchWords"/> folds them, in FTS5 without a copy
/// of its own, and the texts beside it. Entries come and go by their owner, which has a stamp by which it is seen whether they are still
/// those of now. Whatever it throws for a damaged file is <see cref="FullTextDamagedException"/>.
/// </summary>
/// <remarks>This is the seam: another engine’s full text has to answer these questions, and reads the same expressions.</remarks>
/// <param name="isAside">
/// Of a casebook that need not be open: it is only asked, and nothing of it is kept once this is disposed. There
/// <see cref="FullTextDamagedException"/> is thrown as well where there is no index, or one of another version.
/// </param>
public sealed partial class FullTextIndex(string file, bool isAside = false) : ISearchNames, IDisposable
{
    private const int MostPhrases = 8; // by which rows are ordered
    private const long Version = 6;

    private const string Schema = """
        CREATE TABLE owner (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE entry (
          id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, kind INTEGER NOT NULL, source TEXT NOT NULL, state TEXT NOT NULL,
          language TEXT NOT NULL, grade TEXT NOT NULL, item INTEGER NOT NULL, itemId TEXT NOT NULL, part INTEGER NOT NULL);
        CREATE INDEX entry_owner ON entry (owner);
        CREATE TABLE name (owner TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, tag TEXT NOT NULL);
        CREATE INDEX name_owner ON name (owner);
        CREATE INDEX name_value ON name (field, value);
        CREATE INDEX name_tag ON name (tag, field);
        CREATE TABLE whole (revision INTEGER NOT NULL);
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
            using var connection = Engine.OpenOnce(file);
            if (VersionOf(connection) == Version)
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
            if (Directory.Exists(path))
                Directory.Delete(path); // where something stands in it, it is somebody's
            else
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

    /// <summary>The revision with which everything could be found; null where some of it is still missing.</summary>
    public long? Whole() =>
        Guarded(() =>
        {
            using var connection = Open();
            return Engine.Whole(Scalar(connection, "SELECT revision FROM whole"));
        });

    /// <inheritdoc/>
    public IReadOnlyList<string> TagsOf(string field, string value) =>
        Names("SELECT DISTINCT tag FROM name WHERE field = @field AND value = @value", ("@field", field), ("@value", Folding.Of(value)));

    /// <inheritdoc/>
    public IReadOnlyList<NameForm> FormsOf(string tag) =>
        SearchNames.Forms(
            from field in new[] { SearchName.Form, SearchName.Beginning }
            from value in Names(
                "SELECT value FROM name WHERE tag = @tag AND field = @field ORDER BY rowid",
                ("@field", field),
                ("@tag", tag)
            )
            select new SearchName(field, value, tag)
        );

    /// <summary>Puts these entries in the place of those that the owners had, all or none; an owner without a stamp goes.</summary>
    /// <param name="whole">The revision of which everything can be found then; null where more is to come.</param>
    public void Replace(IReadOnlyList<(string Owner, string? Stamp, IReadOnlyList<SearchEntry> Entries)> owners, long? whole = null) =>
        Guarded(() =>
        {
            using var connection = Engine.OpenOnce(file);
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
                    gone.CommandText = "DELETE FROM name WHERE owner = @owner";
                    gone.ExecuteNonQuery();
                    gone.CommandText = "DELETE FROM owner WHERE name = @owner";
                    gone.ExecuteNonQuery();
                }
                if (stamp is null)
                    continue;
                FullTextEntries.Insert(connection, owner, entries);
                using var now = Command(connection, "INSERT INTO owner (name, stamp) VALUES (@owner, @stamp)");
                now.Add("@owner", owner);
                now.Add("@stamp", stamp);
                now.ExecuteNonQuery();
            }
            Run(connection, "DELETE FROM whole");
            if (whole is { } revision)
                Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO whole (revision) VALUES ({revision})"));
            transaction.Commit();
            return true;
        });

    /// <summary>
    /// The entries that are found, the likeliest first, or as they were put there. Where no article may be found, the order tells nothing
    /// of them either.
    /// </summary>
    /// <param name="sources">Before that, in the order of these sources; null where it does not matter.</param>
    public List<FullTextHit> Find(
        SearchExpression sought,
        int from,
        int most,
        bool isRanked = true,
        IReadOnlyList<string>? sources = null
    ) =>
        Guarded(() =>
        {
            using var connection = Open();
            sought = Settled(sought);
            var words = sought.Tags().Any(SearchTags.IsBroad) ? sought.Worded() : null;
            var order = isRanked ? FullTextEntries.OrderOf(sought, words) : FullTextOrder.AsPut;
            List<SearchExpression.Phrase> phrases = [.. sought.Sought().Distinct().Take(MostPhrases)];
            using var command = Command(connection, FullTextEntries.Finding(order, sources?.Count ?? 0, phrases.Count));
            if (order == FullTextOrder.ByPhrases)
                foreach (var (n, phrase) in phrases.Index())
                    command.Add($"@p{n}", MatchExpression.Of(phrase));
            foreach (var (n, source) in (sources ?? []).Index())
                command.Add($"@s{n}", source);
            command.Add("@sought", MatchExpression.Of(sought));
            if (order == FullTextOrder.LikelyByWords)
                command.Add("@words", MatchExpression.Of(words!));
            command.Add("@most", most);
            command.Add("@from", from);
            using var rows = command.ExecuteReader();
            var hits = new List<FullTextHit>();
            while (rows.Read())
                hits.Add(FullTextEntries.Read(rows));
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
            command.Add("@sought", MatchExpression.Of(Settled(sought)));
            using var rows = command.ExecuteReader();
            var counts = new List<FullTextCount>();
            while (rows.Read())
                counts.Add(
                    new(
                        FullTextEntries.KindAt(rows, 0),
                        rows.GetString(1),
                        rows.GetString(2),
                        rows.GetString(3),
                        rows.GetString(4),
                        rows.GetInt32(5)
                    )
                );
            return counts;
        });

    /// <summary>The ids of the sources that what is found is of; or of the items of a kind that it belongs to.</summary>
    public HashSet<string> Among(SearchExpression sought, ItemKind? of) =>
        [
            .. Names(
                $"""
                SELECT DISTINCT {(of is null ? "e.source" : "e.itemId")} FROM found f JOIN entry e ON e.id = f.rowid
                WHERE found MATCH @sought AND {(of is null ? "e.source <> @of" : "e.item = @of")}
                """,
                ("@sought", MatchExpression.Of(Settled(sought))),
                ("@of", of is { } kind ? (int)kind : "")
            ),
        ];

    /// <summary>Gives back what was kept of its file, which is open as long.</summary>
    public void Dispose()
    {
        if (isAside)
            Engine.ReleaseThere(file);
        else
            Engine.Release(file, 5);
    }

    private List<string> Names(string sql, params (string Name, object Value)[] given) =>
        Guarded(() =>
        {
            using var connection = Open();
            using var command = Command(connection, sql);
            foreach (var (name, value) in given)
                command.Add(name, value);
            using var rows = command.ExecuteReader();
            var names = new List<string>();
            while (rows.Read())
                names.Add(rows.GetString(0));
            return names;
        });
}
