namespace SummitDashboard.Domain;

/// <summary>
/// Tags of a source: a plain word (<c>wire</c>), or a key and a value (<c>country: KR</c>), by which sources are chosen and gathered.
/// </summary>
public static class Tags
{
    /// <summary>Most tags of one source.</summary>
    public const int Most = 24;

    /// <summary>The key of a tag, or null for a plain word; and its value.</summary>
    public static (string? Key, string Value) Split(string tag) =>
        tag.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } key, { Length: > 0 } value]
            ? (key, value)
            : (null, tag.Trim());

    /// <summary>A tag as it is kept: without spaces at its ends, with one after the colon.</summary>
    public static string Tidy(string tag) => Split(tag) is ({ } key, var value) ? $"{key}: {value}" : tag.Trim();

    /// <summary>
    /// The value that a source has under a key, whatever its letters’ case; null where it has none. Several stand in one, in the order of
    /// letters, whichever was typed first.
    /// </summary>
    public static string? Under(Source source, string key) =>
        source
            .Tags?.Select(Split)
            .Where(t => key.Equals(t.Key, StringComparison.OrdinalIgnoreCase))
            .Select(t => t.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList()
            is { Count: > 0 } values
            ? string.Join(", ", values)
            : null;
}
