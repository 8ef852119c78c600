using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// Reading the items one by one, so that one bad record is one bad record: in its place stands what the history last kept of it, or
/// nothing, and then also nothing that names it.
/// </summary>
internal sealed class StoredItems(DbConnection connection, DbTransaction? transaction)
{
    private readonly Dictionary<string, Item> items = [];
    private readonly List<SetAside> aside = [];

    /// <summary>The items that hold together, and those that were set aside.</summary>
    public static (IReadOnlyCollection<Item> Items, SetAsides Aside) Read(DbConnection connection, DbTransaction? transaction)
    {
        var read = new StoredItems(connection, transaction);
        read.ReadAll();
        for (var i = 0; i < read.aside.Count; i++)
            read.LookBack(i);
        read.LeaveOutWhatNamesThem();
        return (read.items.Values, new(read.aside));
    }

    private void ReadAll()
    {
        var newer = Newer();
        using var command = Command("""SELECT "Id", "Kind", "Slug", "Json" FROM "Item" """);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (id, slug) = (Text(rows[0]), Text(rows[2]));
            var kind = Engine.Whole(rows[1]) is { } number and >= int.MinValue and <= int.MaxValue ? (ItemKind)number : (ItemKind)(-1);
            if (newer.Contains(id))
                aside.Add(new(id, kind, slug, "it was written by a newer version of the program"));
            else if (Document(kind, id, rows[3]) is (var item, null) && item.Slug == slug)
                items.Add(id, item);
            else
                aside.Add(new(id, kind, slug, Document(kind, id, rows[3]).Why ?? "its document is that of another item"));
        }
    }

    // The history keeps a copy of every document, the newest one too.
    private void LookBack(int i)
    {
        using var command = Command(
            """
            SELECT "Revision", "Kind", "After", "Schema" FROM "Change" WHERE "ItemId" = @id AND "After" IS NOT NULL
            ORDER BY "Revision" DESC
            """
        );
        command.Add("@id", aside[i].Id);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (
                Engine.Whole(rows[3]) is not { } schema
                || schema > Documents.Schema
                || Engine.Whole(rows[1]) is not { } kind
                || Document((ItemKind)kind, aside[i].Id, rows[2]) is not (var item, null)
            )
                continue;
            items[item.RawId] = aside[i].Slug.Length > 0 ? item with { Slug = aside[i].Slug } : item;
            aside[i] = aside[i] with
            {
                Kind = Kinds.Of(item).Number,
                Slug = items[item.RawId].Slug,
                Shown = Convert.ToInt64(rows[0], CultureInfo.InvariantCulture),
            };
            return;
        }
    }

    private void LeaveOutWhatNamesThem()
    {
        for (var again = true; again; )
        {
            again = false;
            foreach (var item in items.Values.ToList())
            {
                foreach (var (gone, lost) in Lacking(item).Where(r => !aside.Exists(a => a.Id == r.Id)))
                {
                    aside.Add(new(lost, gone, "", "its record is gone"));
                    LookBack(aside.Count - 1);
                }
                var lacking = Lacking(item);
                if (lacking.Count == 0)
                    continue;
                items.Remove(item.RawId);
                aside.RemoveAll(a => a.Id == item.RawId);
                var (kind, id) = lacking[0];
                aside.Add(new(item.RawId, Kinds.Of(item).Number, item.Slug, $"it names {NameOf(kind, id)}, which is left out"));
                again = true;
            }
        }
    }

    private string NameOf(ItemKind kind, string id) =>
        aside.Find(a => a.Id == id && a.Slug.Length > 0)?.Name ?? $"{Kinds.Of(kind).Word} {id}";

    private List<(ItemKind Kind, string Id)> Lacking(Item item) =>
        [.. Kinds.Of(item).ReferencesOf(item).Where(r => !items.TryGetValue(r.Id, out var named) || Kinds.Of(named).Number != r.Kind)];

    private HashSet<string> Newer()
    {
        using var command = Command(
            """
            SELECT c."ItemId" FROM "Change" c WHERE c."Schema" > @schema
                AND c."Revision" = (SELECT MAX(d."Revision") FROM "Change" d WHERE d."ItemId" = c."ItemId")
            """
        );
        command.Add("@schema", Documents.Schema);
        using var rows = command.ExecuteReader();
        var found = new HashSet<string>();
        while (rows.Read())
            found.Add(Text(rows[0]));
        return found;
    }

    private static (Item Item, string? Why) Document(ItemKind kind, string id, object json)
    {
        try
        {
            var item = Documents.Read(kind, json as string ?? throw new JsonException("its document is no text"));
            return (
                item,
                item.RawId != id ? "its document is that of another item"
                : WholeDocument.Lacks(item) is { } lack ? $"its document lacks its {lack}"
                : null
            );
        }
        catch (Exception e)
            when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return (null!, $"its document cannot be read ({e.Message.TrimEnd('.')})");
        }
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
