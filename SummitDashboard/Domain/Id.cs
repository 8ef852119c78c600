using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>
/// The stable id of an item of one kind: <c>SourceId</c>, <c>ClaimId</c> … It is made of a string only where one comes in, from an address,
/// a form, a file or a row, and never by itself. In documents it is that string.
/// </summary>
/// <param name="Value">As it is stored; null only in an id that nobody has set.</param>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct Id<T>(string Value)
    where T : Item
{
    public override string ToString() => Value;
}

/// <summary>Writes an id as its string, also where it is the key of an object.</summary>
internal sealed class IdJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GenericTypeArguments))!;

    private sealed class Of<T> : JsonConverter<Id<T>>
        where T : Item
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("An id is a string.");

        public override void Write(Utf8JsonWriter writer, Id<T> id, JsonSerializerOptions options) => writer.WriteStringValue(id.Value);

        public override Id<T> ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<T> id, JsonSerializerOptions options) =>
            writer.WritePropertyName(id.Value);
    }
}
