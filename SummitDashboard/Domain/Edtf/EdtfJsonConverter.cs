using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>A date in JSON is its text. What is not such a date is a <see cref="JsonException"/> with the parser's sentence.</summary>
public sealed class EdtfJsonConverter : JsonConverter<Edtf>
{
    public override Edtf Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A date is written as a text, such as \"2024-06-18\".");
        return Edtf.TryParse(reader.GetString(), out var value, out var error) ? value : throw new JsonException(error);
    }

    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
