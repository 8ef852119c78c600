namespace SummitDashboard.Formats.References;

/// <summary>A work as a bibliography names it: what it says of it, with the name of the field that says so; and the entry itself.</summary>
public sealed record Reference(string Label, string Entry)
{
    internal string? Title { get; init; }
    internal IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The paper, journal or site it stands in; where there is none, its publisher.</summary>
    internal string? PublishedIn { get; init; }

    /// <summary>EDTF: a day, a month or a year.</summary>
    internal string? Date { get; init; }
    internal string? Language { get; init; }
    internal string? Url { get; init; }

    /// <summary>“Okafor 2031, Ferry to Sandholm sails again”.</summary>
    internal static string LabelOf(string? author, string? date, string? title) =>
        string.Join(
            ", ",
            new[] { string.Join(" ", new[] { author, date?.Split('-')[0] }.OfType<string>()), title }.Where(p => !string.IsNullOrEmpty(p))
        )
            is { Length: > 0 } label
            ? label
            : "an entry without a title";

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
