using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SummitDashboard.Forms;

/// <summary>What is typed and not yet saved, as it is kept.</summary>
/// <param name="At">When it was kept, or typed in last on the device.</param>
/// <param name="Basis">The document that it was begun with.</param>
/// <param name="Fields">The form’s model; missing where the server has not seen the draft yet.</param>
/// <param name="Typed">What was typed since, by the names of the fields.</param>
/// <param name="Values">What older versions of the program kept instead: all fields as texts.</param>
/// <param name="Here">True where it was only begun sooner than the page was ready.</param>
/// <param name="Told">When the server told the fields to the device, where something was typed since.</param>
/// <param name="Kept">On the device: what the server told at that time it has kept as well.</param>
/// <param name="Asides">What was typed into a field in which something else was typed elsewhere, and stands there.</param>
public sealed record Draft(
    DateTimeOffset At,
    string? Basis,
    JsonElement? Fields,
    Dictionary<string, string?>? Typed,
    Dictionary<string, string?>? Values = null,
    bool Here = false,
    DateTimeOffset? Told = null,
    DateTimeOffset? Kept = null,
    IReadOnlyList<Aside>? Asides = null
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // drafts go to the database and to the device, never into a page
    };

    /// <summary>False where nothing was typed.</summary>
    [JsonIgnore]
    public bool HasSomething =>
        Fields is not null || Typed?.Values.Any(v => v is not null) == true || Values?.Values.Any(v => v is not null) == true;

    /// <summary>A draft that was kept; null where there is none, or it is none.</summary>
    public static Draft? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Draft>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What of them was typed, by the names of the fields.</summary>
    public static Dictionary<string, string> Texts(Dictionary<string, string?>? of) =>
        of?.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!) ?? [];

    /// <summary>The version that it was begun from; the other where that cannot be read any more.</summary>
    public object? Begun(FormBase form, object? otherwise)
    {
        try
        {
            return form.Restore(Basis);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return otherwise;
        }
    }

    /// <summary>A form's model, as a draft holds it.</summary>
    public static JsonElement Model(object values) => JsonSerializer.SerializeToElement(JsonNode.Parse(Forms.Fields.Write(values)));

    /// <summary>The model that its fields are; null where they are none of this form’s.</summary>
    public object? In(FormBase form)
    {
        try
        {
            return Fields is { } fields ? form.Parse(fields.GetRawText()) : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The draft as it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);
}

/// <summary>What was typed into a field at one place while something else was at another.</summary>
/// <param name="Name">The field.</param>
/// <param name="Text">What does not stand in it.</param>
public sealed record Aside(string Name, string Text)
{
    /// <summary>What is kept beside a field that was changed at two places; null where nothing of it would be lost.</summary>
    /// <param name="name">The field.</param>
    /// <param name="other">What does not stand there.</param>
    /// <param name="stands">What does.</param>
    /// <param name="known">What both knew before: who changed nothing of it has typed nothing.</param>
    public static Aside? Of(string name, string other, string stands, params ReadOnlySpan<string> known) =>
        known.Contains(other) || !IsLost(other, stands) ? null : new(name, other);

    /// <summary>Whether a field is part of a row of a list, whose number shifts as rows come and go.</summary>
    public static bool IsOfARow(string name) => name.Split('.') is [_, var row, ..] && int.TryParse(row, out _);

    /// <summary>Whether a text is gone where this stands: what is part of it is not, and a tick is no text.</summary>
    public static bool IsLost(string text, string stands) =>
        text is not ("" or "true") && !stands.Contains(text.Trim(), StringComparison.Ordinal);
}
