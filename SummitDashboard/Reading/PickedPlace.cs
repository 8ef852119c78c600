using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading;

/// <summary>
/// A stretch picked in a source’s text, as addresses carry it: paragraph, start and end in UTF-16 units, and by the beginning of its
/// SHA-256 of which article (<c>3.12.45.1a2b3c4d</c>), since another has other words there.
/// </summary>
public sealed record PickedPlace(int Paragraph, TextSpan Span)
{
    private const int Digits = 8;

    /// <summary>What is said of a place in an article that was replaced, and how to mend it.</summary>
    public const string Replaced = "The article was replaced since these words were picked. Select them again in the text.";

    /// <summary>As an address says it.</summary>
    public static string Say(Source source, int paragraph, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{paragraph}.{start}.{end}")
        + (source.Article.IsKnown && source.Article.Sha256.Length > Digits ? $".{source.Article.Sha256[..Digits]}" : "");

    /// <summary>Whether an address names a place in another article than this one.</summary>
    public static bool IsOfAnother(string? said, ArticleText text) =>
        said?.Split('.') is [_, _, _, { Length: Digits } of] && !text.Sha256.StartsWith(of, StringComparison.OrdinalIgnoreCase);

    /// <summary>The place in this text that an address names; null where it names none.</summary>
    public static PickedPlace? Read(string? said, ArticleText text) =>
        said?.Split('.') is [var p, var s, var e, ..]
        && !IsOfAnother(said, text)
        && int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var paragraph)
        && int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && paragraph >= 1
        && paragraph <= text.Paragraphs.Count
        && start < end
        && end <= text.Paragraphs[paragraph - 1].Length
            ? new(paragraph, new(start, end - start))
            : null;
}
