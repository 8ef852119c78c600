using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>
/// Three-way merge of documents, part by part: what only one side changed is taken from that side, what both changed differently is a
/// conflict and stays as the first side has it. A claim’s framings are told apart by their source, a source’s paragraphs by number,
/// slots by key; all other lists are merged as sets of their entries.
/// </summary>
public static class Merge
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// The merged document, and the paths on which the two sides disagree: <c>framings/4f2a…/gloss</c>, or "" for the document as a whole.
    /// What is not JSON is merged as a whole.
    /// </summary>
    public static (string Json, IReadOnlyList<string> Conflicts) Of(string was, string ours, string theirs)
    {
        if (ours == theirs || was == theirs)
            return (ours, []);
        if (was == ours)
            return (theirs, []);
        try
        {
            var conflicts = new List<string>();
            var merged = Node(Parse(was), Parse(ours), Parse(theirs), "", conflicts);
            return (merged is null ? "null" : Documents.Canonical(merged), conflicts);
        }
        // Half a surrogate pair; a number beyond all numbers.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return (ours, [""]);
        }
    }

    private static JsonNode? Parse(string json) => JsonNode.Parse(json, documentOptions: Strict);

    private static JsonNode? Node(JsonNode? was, JsonNode? ours, JsonNode? theirs, string path, List<string> conflicts)
    {
        if (JsonNode.DeepEquals(ours, theirs) || JsonNode.DeepEquals(was, theirs))
            return ours?.DeepClone();
        if (JsonNode.DeepEquals(was, ours))
            return theirs?.DeepClone();
        if (ours is JsonObject a && theirs is JsonObject b)
            return Object(was as JsonObject ?? [], a, b, path, conflicts);
        if (ours is JsonArray x && theirs is JsonArray y)
            return List(was as JsonArray ?? [], x, y, path, conflicts);
        conflicts.Add(path.TrimStart('/'));
        return ours?.DeepClone();
    }

    private static JsonObject Object(JsonObject was, JsonObject ours, JsonObject theirs, string path, List<string> conflicts)
    {
        var merged = new JsonObject();
        foreach (var name in ours.Select(p => p.Key).Union(theirs.Select(p => p.Key)))
            if (Node(was[name], ours[name], theirs[name], $"{path}/{name}", conflicts) is { } value)
                merged[name] = value;
        return merged;
    }

    private static JsonArray List(JsonArray was, JsonArray ours, JsonArray theirs, string path, List<string> conflicts) =>
        KeyOf(path) is { } key && Keyed(was, key) is { } a && Keyed(ours, key) is { } b && Keyed(theirs, key) is { } c
            ? ByKey(a, b, c, path, conflicts)
            : AsSet(was, ours, theirs, path, conflicts);

    private static string? KeyOf(string path) =>
        path[(path.LastIndexOf('/') + 1)..] switch
        {
            "framings" => "source",
            "paragraphs" => "number",
            "aspects" or "themes" => "key",
            _ => null,
        };

    // The entries by their key; null where an entry has none or two have the same.
    private static Dictionary<string, JsonNode>? Keyed(JsonArray list, string key)
    {
        var found = new Dictionary<string, JsonNode>();
        foreach (var entry in list)
            if (entry is not JsonObject o || o[key] is not { } k || !found.TryAdd(k.ToJsonString().Trim('"'), entry))
                return null;
        return found;
    }

    private static JsonArray ByKey(
        Dictionary<string, JsonNode> was,
        Dictionary<string, JsonNode> ours,
        Dictionary<string, JsonNode> theirs,
        string path,
        List<string> conflicts
    )
    {
        var merged = new JsonArray();
        foreach (var key in ours.Keys.Concat(theirs.Keys.Where(k => !ours.ContainsKey(k))))
            if (
                Node(was.GetValueOrDefault(key), ours.GetValueOrDefault(key), theirs.GetValueOrDefault(key), $"{path}/{key}", conflicts) is
                { } entry
            )
                merged.Add(entry);
        return merged;
    }

    // What theirs took away goes, what it added comes last. Where both took the same away and one put something else, nobody knows for
    // what.
    private static JsonArray AsSet(JsonArray was, JsonArray ours, JsonArray theirs, string path, List<string> conflicts)
    {
        var gone = was.Where(e => !Has(theirs, e)).ToList();
        var added = theirs.Where(e => !Has(was, e) && !Has(ours, e)).ToList();
        if (gone.Any(e => !Has(ours, e)) && (added.Count > 0 || ours.Any(e => !Has(was, e) && !Has(theirs, e))))
        {
            conflicts.Add(path.TrimStart('/'));
            return (JsonArray)ours.DeepClone();
        }
        return [.. ours.Where(e => !Has(gone, e)).Concat(added).Select(e => e?.DeepClone())];

        static bool Has(IEnumerable<JsonNode?> list, JsonNode? entry) => list.Any(e => JsonNode.DeepEquals(e, entry));
    }
}
