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
    public static string Of(Translation translation)
    {
        var said = Of(translation.Method);
        if (translation.By is { } by)
            said += $", {by}";
        if (translation.On is { } day)
            said += $", {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
        return translation.IsOutOfDate ? said + "; out of date: the original was changed since" : said;
    }
}
