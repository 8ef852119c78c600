using System.Text.RegularExpressions;

namespace SummitDashboard.Formats.References;

/// <summary>The lasting name of a work (<c>10.1000/182</c>), as bibliographies and addresses hold it.</summary>
public static partial class Doi
{
    /// <summary>The name in a field or an address, in small letters: it has no case. Null where there is none.</summary>
    public static string? In(string? text) =>
        text is not null && Pattern().Match(text) is { Success: true } found
            ? found.Value.TrimEnd('.', ',', ';', ')').ToLowerInvariant()
            : null;

    /// <summary>The address that leads to it.</summary>
    public static string Address(string doi) => $"https://doi.org/{doi}";

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s""<>]+")]
    private static partial Regex Pattern();
}
