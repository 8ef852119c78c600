using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Items as JSON documents, and back. The generated code keeps reflection out of start-up.</summary>
public static class Documents
{
    /// <summary>The schema of the documents that this version writes.</summary>
    public const int Schema = 2;

    private static readonly DocumentContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true, // what is worked out is not stored
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // documents go to the database, never into a page
            RespectNullableAnnotations = true, // what says null where there is no such value is no document
        }
    );

    public static string Write(Item item) => JsonSerializer.Serialize(item, Context.GetTypeInfo(item.GetType())!);

    /// <summary>True where two items, or their documents, say the same.</summary>
    public static bool Same(Item? a, Item? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.GetType() == b.GetType() && Write(a) == Write(b));

    /// <summary>A document as <see cref="Write"/> would have written it.</summary>
    internal static string Canonical(System.Text.Json.Nodes.JsonNode node) => node.ToJsonString(Context.Options);

    /// <summary>The document of a part of an item: a framing, a mention, a statement, a role, a line of the naming ledger.</summary>
    public static string Part(object part) => JsonSerializer.Serialize(part, Context.GetTypeInfo(part.GetType())!);

    /// <summary>Reads the document of a part. Throws <see cref="JsonException"/> where it is not one.</summary>
    public static T Part<T>(string json)
        where T : class => (T)JsonSerializer.Deserialize(json, Context.GetTypeInfo(typeof(T))!)!;

    /// <summary>The same of a framing, which may have been written before its slots could be empty or not yet coded.</summary>
    public static Framing Framing(string json, Claim claim) => Upcasts.Of(Part<Framing>(json), claim);

    /// <summary>
    /// Reads a document, of this schema or of an older one. Throws <see cref="JsonException"/> where it is not one of this kind.
    /// </summary>
    public static Item Read(ItemKind kind, string json) =>
        Upcasts.Of(
            (Item?)
                JsonSerializer.Deserialize(
                    json,
                    Context.GetTypeInfo(Kinds.Find(kind)?.Type ?? throw new JsonException($"There is no document kind {kind}."))!
                )
                ?? throw new JsonException("The document is null.")
        );

    /// <summary>Reads a document; null where it is not one of this kind.</summary>
    public static Item? TryRead(ItemKind kind, string json)
    {
        try
        {
            return Read(kind, json);
        }
        catch (Exception e) when (StoredCasebook.IsUnreadable(e))
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(CasebookHead))]
[JsonSerializable(typeof(Source))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Grade))]
[JsonSerializable(typeof(Talk))]
[JsonSerializable(typeof(SourceSet))]
internal sealed partial class DocumentContext : JsonSerializerContext;
