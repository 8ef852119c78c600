using System.Text.Json.Nodes;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.History;

/// <summary>
/// One field that two versions of an item have differently, in words; <paramref name="Pieces"/> run on with what went and what came.
/// </summary>
public sealed record Difference(string Label, IReadOnlyList<DiffPiece> Pieces);

/// <summary>Two versions of an item, field by field, as people read them: names for ids, one line for each part.</summary>
public static class Differences
{
    /// <summary>What differs; every field where one of the two is not there.</summary>
    /// <param name="casebook">For the names of what the fields refer to.</param>
    public static IReadOnlyList<Difference> Of(ItemChange change, Casebook casebook)
    {
        var (before, after) = (Lines(change.Before, casebook), Lines(change.After, casebook));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(label => before.GetValueOrDefault(label) != after.GetValueOrDefault(label))
                .Where(label => !label.EndsWith(InOrder, StringComparison.Ordinal) || IsMoved(before, after, label))
                .Select(label => new Difference(label, Pieces(before.GetValueOrDefault(label, ""), after.GetValueOrDefault(label, "")))),
        ];
    }

    /// <summary>Whose tellings of a claim that stayed were changed, as “: Tu, Wy”; nothing where it is about something else.</summary>
    public static string Tellings(ItemChange change, Casebook casebook)
    {
        if (change is not { Before: Claim before, After: Claim after })
            return "";
        var touched = before
            .Framings.Concat(after.Framings)
            .Select(f => f.Source)
            .Distinct()
            .Where(s => !Parts.Same(before.Of(s), after.Of(s)));
        var sigla = touched
            .Select(s => casebook.Sources.TryGet(s, out var source) ? source.Siglum : "a source that is gone")
            .Take(8)
            .ToList();
        return sigla.Count == 0 ? "" : $": {Prose.Names(sigla)}";
    }

    private static List<DiffPiece> Pieces(string before, string after)
    {
        if (before.Length == 0)
            return [new(after, ChangeType.Inserted)];
        if (after.Length == 0)
            return [new(before, ChangeType.Deleted)];
        if (before.Length + after.Length > 20_000)
            return [new(before, ChangeType.Deleted), new(after, ChangeType.Inserted)];
        return InlineDiffBuilder
            .Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker: new DelimiterChunker([' ', '\n', ',', ';']))
            .Lines;
    }

    private static Dictionary<string, string> Lines(Item? item, Casebook casebook)
    {
        var lines = new Dictionary<string, string>();
        if (item is not null && JsonNode.Parse(Documents.Write(item)) is JsonObject root)
            foreach (var (name, value) in root)
                if (name is not "id")
                    Add(lines, Word(name), value, casebook);
        return lines;
    }

    private const string InOrder = " in order";

    // Of parts that are called by their keys the order is told where it alone is another.
    private static bool IsMoved(Dictionary<string, string> before, Dictionary<string, string> after, string label) =>
        before.TryGetValue(label, out var was)
        && after.TryGetValue(label, out var now)
        && was.Split("; ").ToHashSet().SetEquals(now.Split("; "));

    private static void Add(Dictionary<string, string> lines, string label, JsonNode? node, Casebook casebook)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                    if (!(name is "source" or "key" or "number"))
                        Add(lines, $"{label}: {Word(name)}", value, casebook);
                break;
            case JsonArray list when list.All(e => e is JsonValue):
                if (list.Count > 0)
                    lines[label] = string.Join("; ", list.Select(e => Text(e!, casebook)));
                break;
            case JsonArray list:
                if (list.Count > 1 && list.All(part => part?["key"] is not null))
                    lines[label + InOrder] = string.Join("; ", list.Select(part => part!["key"]!.ToString()));
                for (var n = 0; n < list.Count; n++)
                    Add(lines, $"{label} {Name(list[n], n, casebook)}", list[n], casebook);
                break;
            case JsonValue number when number.TryGetValue<int>(out var order) && order == int.MaxValue:
                break; // no place of its own: last
            case not null:
                lines[label] = Text(node, casebook);
                break;
        }
    }

    // A part of a list is called by its source, key or number; else by its place.
    private static string Name(JsonNode? part, int place, Casebook casebook)
    {
        if (part?["source"] is { } source && part["stance"] is not null)
            return $"of {Text(source, casebook)}";
        if (part?["source"] is { } of)
            return $"{place + 1} ({Text(of, casebook)})";
        if (part?["key"] is { } key)
            return Text(key, casebook);
        return part?["number"]?.ToString() ?? (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(JsonNode value, Casebook casebook)
    {
        var text = value.ToString();
        return casebook.Sources.TryGet(new SourceId(text), out var source) ? source.Siglum
            : casebook.Actors.TryGet(new ActorId(text), out var actor) ? actor.Name
            : casebook.Events.TryGet(new EventId(text), out var happening) ? happening.Label
            : casebook.Claims.TryGet(new ClaimId(text), out var claim) ? claim.Question
            : text;
    }

    private static string Word(string name) =>
        string.Concat(name.Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())) switch
        {
            "framings" => "Framing",
            "quotations" => "quotation",
            "mentions" => "Mention",
            "statements" => "Statement",
            "paragraphs" => "Paragraph",
            "gloss" => "our reading",
            "account id" => "account",
            var words => words,
        };
}
