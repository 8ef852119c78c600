using System.Data.Common;
using SummitDashboard.Data.Search;
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

    private static IEnumerable<string> TagsOf(SearchEntry entry) =>
        [
            SearchTags.All,
            SearchTags.Kind(entry.Kind),
            entry.Source.Length > 0 ? SearchTags.Source(entry.Source) : SearchTags.NoSource,
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
}
