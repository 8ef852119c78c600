using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Exchange;

/// <summary>
/// The history as a file of the casebook folder: one revision a line, oldest first, with the documents before and after each change.
/// Who made it stands there by name; accounts never do.
/// </summary>
internal static class HistoryFile
{
    /// <summary>Its name in the casebook folder.</summary>
    public const string Name = "history.jsonl";

    /// <summary>Longest line read, in bytes: the first revision holds a whole casebook.</summary>
    public const int MaxLine = 64 * 1024 * 1024;

    private static readonly HistoryContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by this program and by people, never by a browser
            RespectNullableAnnotations = true,
        }
    );

    /// <summary>Writes every revision of the database, with or without the notes of presenters.</summary>
    public static void Write(SummitDb db, Stream stream, bool notes)
    {
        foreach (var row in db.Revisions.AsNoTracking().OrderBy(r => r.Number).ToList())
        {
            var changes = db.Changes.AsNoTracking().Where(c => c.Revision == row.Number).OrderBy(c => c.ItemId).AsEnumerable();
            JsonSerializer.Serialize(
                stream,
                new RevisionLine
                {
                    Schema = Documents.Schema,
                    Number = row.Number,
                    At = DateTime.SpecifyKind(row.At, DateTimeKind.Utc),
                    By = row.By,
                    Command = row.Command,
                    Reason = row.Reason,
                    Undoes = row.Undoes,
                    Changes =
                    [
                        .. changes.Select(c => new ChangeLine
                        {
                            Kind = Vocabulary.Of(c.Kind),
                            Id = c.ItemId,
                            Before = Element(c.Kind, c.Before, notes),
                            After = Element(c.Kind, c.After, notes),
                        }),
                    ],
                },
                Context.RevisionLine
            );
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>
    /// The revisions of a file, one by one. Throws <see cref="HistoryException"/>, with the line, for what is not a history.
    /// </summary>
    public static IEnumerable<RecordedRevision> Read(string path)
    {
        var number = 0L;
        foreach (var line in Lines(path))
        {
            number++;
            yield return Revision(line, number);
        }
        if (number == 0)
            throw new HistoryException(0, "holds no revision; take the file away, or export again.");
    }

    /// <summary>
    /// True for a folder that an older version exported: what its files leave out, they leave out in that version’s meaning.
    /// </summary>
    public static bool IsOfSchema1(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            return false;
        var start = new byte[Encoding.UTF8.GetByteCount(Schema1)];
        using var stream = File.OpenRead(path);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && Encoding.UTF8.GetString(start) == Schema1;
    }

    private const string Schema1 = """{"schema":1,""";

    private static RecordedRevision Revision(ReadOnlyMemory<byte> line, long number)
    {
        try
        {
            var read = JsonSerializer.Deserialize(line.Span, Context.RevisionLine) ?? throw new JsonException("the line is null");
            if (read.Schema is < 1 or > Documents.Schema)
                throw new HistoryException(
                    number,
                    $"has the schema {read.Schema}; this version of the program reads {Documents.Schema} and older."
                );
            if (read.Number != number)
                throw new HistoryException(
                    number,
                    $"is revision {read.Number}; revision {number} should stand here, each on its line, none left out."
                );
            if (read.At.Kind != DateTimeKind.Utc)
                throw new HistoryException(number, "“at” should be a moment in UTC, such as 2026-11-22T10:30:00Z.");
            if (read.Undoes is { } undone && (undone < 1 || undone >= number))
                throw new HistoryException(number, $"takes back revision {undone}, which does not come before it.");
            if (string.IsNullOrWhiteSpace(read.By) || string.IsNullOrWhiteSpace(read.Command))
                throw new HistoryException(number, "“by” and “command” should not be blank.");
            return new(
                new()
                {
                    Number = number,
                    At = read.At,
                    By = read.By,
                    Command = read.Command,
                    Reason = read.Reason,
                    Undoes = read.Undoes,
                },
                [.. read.Changes.Select(Change)]
            );
        }
        catch (JsonException e)
        {
            throw new HistoryException(number, $"cannot be read: {e.Message}");
        }
    }

    private static ItemChange Change(ChangeLine change)
    {
        if (!Vocabulary.TryRead<ItemKind>(change.Kind, out var kind))
            throw new JsonException($"“{change.Kind}” is no kind of item.");
        var read = new ItemChange(Document(kind, change.Before), Document(kind, change.After));
        if (read.Before is null && read.After is null)
            throw new JsonException($"a change of {change.Kind} {change.Id} has neither “before” nor “after”.");
        if ((read.Before ?? read.After)!.RawId != change.Id || read.Id != change.Id)
            throw new JsonException($"a change of {change.Kind} {change.Id} holds a document with another id.");
        return read;
    }

    private static Item? Document(ItemKind kind, JsonElement? element)
    {
        if (element is not { } json)
            return null;
        var item = Documents.Read(kind, json.GetRawText());
        return WholeDocument.Lacks(item) is { } lack
            ? throw new JsonException($"a document of kind {Vocabulary.Of(kind)} lacks its {lack}.")
            : Kinds.Of(item).Exported(item, withNotes: true);
    }

    private static JsonElement? Element(ItemKind kind, string? json, bool notes)
    {
        if (json is null)
            return null;
        Item item;
        try
        {
            item = Documents.Read(kind, json);
        }
        catch (JsonException e)
        {
            throw new StartupException(
                $"Nothing was exported: a record of the history, of {Vocabulary.Of(kind)}, cannot be read ({e.Message.TrimEnd('.')}). "
                    + "Export without the history (--no-history), or restore a backup from before the damage.",
                e
            );
        }
        return JsonElement.Parse(Documents.Write(Kinds.Of(item).Exported(item, notes)));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(string path)
    {
        // Pipes and devices have no length, and would block.
        using var stream = new FileInfo(path).Length == 0 ? Stream.Null : File.OpenRead(path);
        var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var number = 1L;
        for (int read; (read = stream.Read(buffer)) > 0; )
        for (var at = 0; at < read; )
        {
            var end = Array.IndexOf(buffer, (byte)'\n', at, read - at);
            line.Write(buffer, at, (end < 0 ? read : end) - at);
            if (line.Length > MaxLine)
                throw new HistoryException(number, $"is longer than {MaxLine / 1024 / 1024} MiB.");
            at = end < 0 ? read : end + 1;
            if (end < 0)
                continue;
            yield return line.GetBuffer().AsMemory(0, (int)line.Length);
            number++;
            line.SetLength(0);
        }
        if (line.Length > 0)
            yield return line.GetBuffer().AsMemory(0, (int)line.Length);
    }
}

/// <summary>A line of the history file that cannot be used, and why.</summary>
internal sealed class HistoryException(long line, string message) : Exception(message)
{
    public Problem Problem { get; } = new(HistoryFile.Name, (int)line, message);
}

/// <summary>One revision as the history file has it.</summary>
internal sealed record RecordedRevision(RevisionRow Row, IReadOnlyList<ItemChange> Changes);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class RevisionLine
{
    public required int Schema { get; init; }
    public required long Number { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public required string Command { get; init; }
    public string? Reason { get; init; }
    public long? Undoes { get; init; }
    public required IReadOnlyList<ChangeLine> Changes { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class ChangeLine
{
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public JsonElement? Before { get; init; }
    public JsonElement? After { get; init; }
}

[JsonSerializable(typeof(RevisionLine))]
internal sealed partial class HistoryContext : JsonSerializerContext;
