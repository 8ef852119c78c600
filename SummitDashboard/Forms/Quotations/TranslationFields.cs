using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>A quotation’s translation as fields; none where its text is empty.</summary>
public sealed class TranslationFields
{
    public string Text { get; set; } = "";
    public TranslationMethod Method { get; set; }
    public string By { get; set; } = "";

    /// <summary>A day, as a calendar’s field has it.</summary>
    public string On { get; set; } = "";
    public List<string> Hedges { get; set; } = [];
    public List<string> Loaded { get; set; } = [];

    /// <summary>The words of the original of which it was made.</summary>
    public string For { get; set; } = "";

    /// <summary>True where it was made of other words than these.</summary>
    public bool IsOutOfDate(string exact) => Text.Length > 0 && For.Length > 0 && For != exact;

    /// <summary>
    /// Takes over what a program proposed for these words. A translation of other words than are quoted by then is out of date.
    /// </summary>
    public void Take(string text, string words, string by, DateOnly on)
    {
        (Text, For, Method, By, On) = (text, words, TranslationMethod.Machine, by, Day(on));
        (Hedges, Loaded) = ([], []);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static TranslationFields Of(Quotation quotation) =>
        quotation.Translation is not { } t
            ? new()
            : new()
            {
                Text = t.Text,
                Method = t.Method,
                By = t.By ?? "",
                On = t.On is { } day ? Day(day) : "",
                Hedges = [.. t.Hedges],
                Loaded = [.. t.Loaded],
                For = t.Of ?? quotation.Exact,
            };

    /// <summary>The translation of these words; one whose words were changed since is out of date.</summary>
    public Translation? Read(FieldReader reader, string name, string before, string exact) =>
        FieldReader.Optional(Text) is not { } text
            ? null
            : new()
            {
                Text = text,
                Method = Method,
                By = FieldReader.Optional(By),
                On = reader.Day($"{name}.on", $"{before}Translated on", On),
                Hedges = FieldReader.Filled(Hedges),
                Loaded = FieldReader.Filled(Loaded),
                Of = IsOutOfDate(exact) ? For : null,
            };
}
