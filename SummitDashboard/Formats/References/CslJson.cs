using System.Text.Json;

namespace SummitDashboard.Formats.References;

/// <summary>CSL-JSON, the records of citation processors: an array of them, or one.</summary>
internal static class CslJson
{
    /// <summary>Throws <see cref="JsonException"/>.</summary>
    public static IEnumerable<Reference> Read(string text)
    {
        using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
        var root = document.RootElement;
        var items =
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("items", out var within)
            && within.ValueKind == JsonValueKind.Array
                ? within
                : root;
        List<JsonElement> works =
        [
            .. (items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : Enumerable.Repeat(items, 1)).Where(i =>
                i.ValueKind == JsonValueKind.Object
            ),
        ];
        // One without a title is a work that lacks it; where none has one it is some other JSON.
        return works.Exists(w => w.TryGetProperty("title", out _)) ? [.. works.Select(Of)] : [];
    }

    private static Reference Of(JsonElement item)
    {
        var title = Text(item, "title");
        var authors = Names(item).ToList();
        var date = Date(item, "issued");
        return new()
        {
            Title = title,
            Authors = authors,
            PublishedIn = Text(item, "container-title") ?? Text(item, "publisher"),
            Date = date,
            Language = Text(item, "language"),
            Url = Text(item, "URL"),
            Doi = Text(item, "DOI"),
            Accessed = Date(item, "accessed"),
        };
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static IEnumerable<string> Names(JsonElement item) =>
        item.TryGetProperty("author", out var authors) && authors.ValueKind == JsonValueKind.Array
            ? authors
                .EnumerateArray()
                .Where(a => a.ValueKind == JsonValueKind.Object)
                .Select(a => Text(a, "literal") ?? Reference.NameOf(Text(a, "given"), Text(a, "family")))
                .Where(n => n.Length > 0)
            : [];

    private static string? Date(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var issued) || issued.ValueKind != JsonValueKind.Object)
            return null;
        if (
            issued.TryGetProperty("date-parts", out var parts)
            && parts.ValueKind == JsonValueKind.Array
            && parts.GetArrayLength() > 0
            && parts[0].ValueKind == JsonValueKind.Array
        )
        {
            var numbers = parts[0].EnumerateArray().Select(p => p.ToString()).ToList();
            return Reference.DateOf(numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        }
        return (Text(issued, "raw") ?? Text(issued, "literal"))?.Split('-') is { } raw
            ? Reference.DateOf(raw.ElementAtOrDefault(0), raw.ElementAtOrDefault(1), raw.ElementAtOrDefault(2))
            : null;
    }
}
