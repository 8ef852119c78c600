using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>Items as JSON documents, and back. The generated code keeps reflection out of start-up.</summary>
public static class Documents
{
    /// <summary>The schema of the documents that this version writes.</summary>
    public const int Schema = 1;

    private static readonly DocumentContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // documents go to the database, never into a page
    });

    public static string Write(Item item) => JsonSerializer.Serialize(item, Context.GetTypeInfo(item.GetType())!);

    /// <summary>Reads a document. Throws <see cref="JsonException"/> where it is not one of this kind.</summary>
    public static Item Read(ItemKind kind, string json) => kind switch
    {
        ItemKind.Casebook => JsonSerializer.Deserialize(json, Context.CasebookHead)!,
        ItemKind.Source => JsonSerializer.Deserialize(json, Context.Source)!,
        ItemKind.Actor => JsonSerializer.Deserialize(json, Context.Actor)!,
        ItemKind.Event => JsonSerializer.Deserialize(json, Context.Event)!,
        ItemKind.Claim => JsonSerializer.Deserialize(json, Context.Claim)!,
        ItemKind.Grade => JsonSerializer.Deserialize(json, Context.Grade)!,
        _ => throw new JsonException($"There is no document kind {kind}."),
    };
}

[JsonSerializable(typeof(CasebookHead))]
[JsonSerializable(typeof(Source))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Grade))]
internal sealed partial class DocumentContext : JsonSerializerContext;
