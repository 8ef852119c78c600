using System.Data.Common;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Database.FullText;

/// <summary>How entries stand in the index.</summary>
internal static class FullTextEntries
{
    public static void Insert(DbConnection connection, string owner, IReadOnlyList<SearchEntry> entries)
    {
        using var entry = FullTextIndex.Command(
            connection,
            """
            INSERT INTO entry (owner, kind, source, state, language, grade, item, itemId, part)
            VALUES (@owner, @kind, @source, @state, @language, @grade, @item, @itemId, @part) RETURNING id
            """
        );
        using var said = FullTextIndex.Command(connection, "INSERT INTO said (id, text) VALUES (@id, @text)");
        using var found = FullTextIndex.Command(connection, "INSERT INTO found (rowid, words, tags) VALUES (@id, @words, @tags)");
        using var name = FullTextIndex.Command(
            connection,
            "INSERT INTO name (owner, field, value, tag) VALUES (@owner, @field, @value, @tag)"
        );
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
            foreach (var its in one.Names ?? [])
            {
                Set(name, ("@owner", owner), ("@field", its.Field), ("@value", Folding.Of(its.Value)), ("@tag", its.Tag));
                name.ExecuteNonQuery();
            }
        }
    }

    /// <summary>By what is ranked.</summary>
    /// <param name="words">What is sought without its tags; null where that is everything, or no tag is broad.</param>
    public static FullTextOrder OrderOf(SearchExpression sought, SearchExpression? words) =>
        sought.Excludes(SearchTags.Kind(SearchKind.Article)) ? FullTextOrder.ByPhrases
        : words is null ? FullTextOrder.Likely
        : FullTextOrder.LikelyByWords;

    /// <summary>Asks for entries that are found, <c>@sought</c>, <c>@from</c>, <c>@most</c>, in an order.</summary>
    /// <param name="sources">How many sources are given, <c>@s0</c> and so on, in whose order they come before that.</param>
    /// <param name="phrases">How many phrases are given, <c>@p0</c> and so on, where they are ordered by these.</param>
    public static string Finding(FullTextOrder order, int sources, int phrases)
    {
        var place = order switch
        {
            FullTextOrder.AsPut => "found.rowid",
            FullTextOrder.ByPhrases => string.Concat(
                Enumerable.Range(0, phrases).Select(n => $"-(found.rowid IN (SELECT rowid FROM found WHERE found MATCH @p{n}))")
            ) + "+ length(t.text) / 1e9",
            _ => "bm25(found, 1.0, 0.0)",
        };
        var which =
            order == FullTextOrder.LikelyByWords
                ? "found MATCH @words AND +found.rowid IN (SELECT rowid FROM found WHERE found MATCH @sought)"
                : "found MATCH @sought";
        var sourceOf = string.Concat(Enumerable.Range(0, sources).Select(n => $" WHEN @s{n} THEN {n}"));
        var (part, of) = sources == 0 ? ("0", "") : ($"CASE o.source{sourceOf} END", "JOIN entry o ON o.id = found.rowid");
        var said = order == FullTextOrder.ByPhrases ? "JOIN said t ON t.id = found.rowid" : "";
        return $"""
            SELECT f.id, e.kind, e.item, e.itemId, s.text, e.source, e.part, e.state, e.language
            FROM (SELECT found.rowid AS id, {place} AS place, {part} AS part FROM found {of} {said} WHERE {which}
                  ORDER BY part, place, id LIMIT @most OFFSET @from) f
            JOIN entry e ON e.id = f.id JOIN said s ON s.id = f.id ORDER BY f.part, f.place, f.id
            """;
    }

    /// <summary>One of them.</summary>
    public static FullTextHit Read(DbDataReader row) =>
        new(
            row.GetInt64(0),
            new(
                KindAt(row, 1),
                Known((ItemKind)row.GetInt32(2)),
                row.GetString(3),
                row.GetString(4),
                row.GetString(5),
                row.GetInt32(6),
                row.GetString(7),
                row.GetString(8)
            )
        );

    /// <summary>The kind in a column. Throws <see cref="FullTextDamagedException"/> for what is none.</summary>
    public static SearchKind KindAt(DbDataReader row, int column) => Known((SearchKind)row.GetInt32(column));

    private static T Known<T>(T kind)
        where T : struct, Enum => Enum.IsDefined(kind) ? kind : throw new FullTextDamagedException($"Nothing is of the kind {kind}.");

    private static IEnumerable<string> TagsOf(SearchEntry entry) =>
        [
            SearchTags.All,
            SearchTags.Kind(entry.Kind),
            entry.Source.Length > 0 ? SearchTags.Source(entry.Source) : SearchTags.NoSource,
            .. SearchEntry.StatesOf(entry.State).Select(SearchTags.State),
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
}
