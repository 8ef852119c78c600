using SummitDashboard.Text;

namespace SummitDashboard.Formats.References;

/// <summary>A work as a bibliography names it.</summary>
public sealed record Reference
{
    internal string? Title { get; init; }
    internal IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The paper, journal or site it stands in; where there is none, its publisher.</summary>
    internal string? PublishedIn { get; init; }

    /// <summary>EDTF: a day, a month or a year.</summary>
    internal string? Date { get; init; }
    internal string? Language { get; init; }
    internal string? Url { get; init; }

    /// <summary>As it is written there, with or without an address before it.</summary>
    internal string? Doi { get; init; }

    /// <summary>When it was looked up, as EDTF.</summary>
    internal string? Accessed { get; init; }

    /// <summary>A person’s name as it is read; in Han, Hangul and kana the surname stands first, and no blank behind it.</summary>
    internal static string NameOf(string? given, string? family) =>
        given is null || family is null ? given ?? family ?? ""
        : Script.IsOfEastAsia(given) && Script.IsOfEastAsia(family) ? family + given
        : $"{given} {family}";

    /// <summary>A year, month and day as far as they are numbers; null without a year.</summary>
    internal static string? DateOf(string? year, string? month = null, string? day = null)
    {
        if (!int.TryParse(year, out var y) || y is < 1000 or > 2100)
            return null;
        if (!int.TryParse(month, out var m) || m is < 1 or > 12)
            return $"{y:0000}";
        return int.TryParse(day, out var d) && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? $"{y:0000}-{m:00}-{d:00}" : $"{y:0000}-{m:00}";
    }
}
