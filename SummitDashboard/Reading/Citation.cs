using System.Globalization;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>How a view of the casebook is cited: the same words on the page and in every export.</summary>
public static partial class Citation
{
    /// <summary>A citation ready to paste; the view's permalink follows it.</summary>
    /// <param name="what">What is cited, as the page's heading says it.</param>
    /// <param name="today">When it was read.</param>
    public static string Of(Casebook casebook, string what, DateOnly today) =>
        $"“{what}{(what.Length > 0 && what[^1] is '?' or '!' or '.' ? "" : ".")}” In {casebook.Head.Title} (casebook), revision "
        + $"{casebook.Revision.ToString(CultureInfo.InvariantCulture)}. "
        + $"SummitDashboard. Accessed {Edtf.FormatDay(Edtf.DayNumber(today))}.";

    /// <summary>A text about one source without the places in it that it names: “treaty (¶ 3)” is “treaty” of any other.</summary>
    public static string WithoutParagraphs(string text) => Spaces().Replace(Paragraphs().Replace(text, " "), "").Trim();

    [GeneratedRegex(@"\(?¶¶?\s*\d+(\s*[,–-]\s*\d+)*\)?")]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"\s+(?=[,.;:])|(?<=\s)\s+")]
    private static partial Regex Spaces();
}
