using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>How the pages say where a translation comes from.</summary>
public static class TranslationLabels
{
    /// <summary>“our own translation”.</summary>
    public static string Of(TranslationMethod method) =>
        method switch
        {
            TranslationMethod.Own => "our own translation",
            TranslationMethod.Published => "published translation",
            _ => "machine translation",
        };

    /// <summary>“machine translation, DeepSomething, 28 November 2026; out of date”.</summary>
    public static string Of(Translation translation) => Of(translation.Method) + By(translation) + OutOfDate(translation);

    /// <summary>Who made it and when: “, DeepSomething, 28 November 2026”.</summary>
    public static string By(Translation translation) =>
        (translation.By is { } by ? $", {by}" : "")
        + (translation.On is { } day ? $", {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "");

    /// <summary>That it is not of the words that are quoted now; nothing where it is.</summary>
    public static string OutOfDate(Translation translation) =>
        translation.IsOutOfDate ? "; out of date: the original was changed since" : "";
}
