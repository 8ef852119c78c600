using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// A line that names the author, the paper and the day at once: “By Ada Lovelace, The Harbour Review, 21 June 2024”. Without a day nobody
/// can tell a paper from a second author, and it is none.
/// </summary>
/// <param name="Author">As it is printed, with its “By”.</param>
/// <param name="Publisher">Null where the line names none, or more than one thing that might be it.</param>
internal sealed partial record SignedLine(string Author, string? Publisher)
{
    private const int LongestPublisher = 8;
    private const int Longest = 300;

    /// <summary>Reads a line; null where it is no such.</summary>
    public static SignedLine? Of(string line)
    {
        if (line.Length > Longest || Dates.All(line) is not [_, ..] days)
            return null;
        var parts = PartPattern()
            .Split(days.Aggregate(line, (left, day) => left.Replace(day.Words, "|", StringComparison.Ordinal)))
            .Select(part => part.Trim(' ', '.', ':'))
            .Where(part => part.Length > 0 && !DayLabels.IsLabel(part) && !DayNames.IsWeekday(part))
            .ToList();
        if (parts.FindIndex(ParagraphKinds.IsByline) is not (>= 0 and var at))
            return null;
        // What somebody is stands behind the name, which may have no “By”.
        if (at > 0 && Desks.IsRole(parts[at]) && ParagraphKinds.IsPersonAlone(parts[at - 1]) && !PaperNames.Is(parts[at - 1]))
            at--;
        var author = parts[at];
        parts.RemoveAt(at);
        parts.RemoveAll(Desks.IsRole);
        return parts switch
        {
            [] => new(author, null),
            // A correspondent in brackets stands behind a town.
            [var town] when Bylines.InBrackets(author) is not null && !PaperNames.Is(town) => new(author, null),
            [var paper] when Words.Count(paper) <= LongestPublisher && BeginsAName(paper) => new(author, PaperNames.Quoted(paper) ?? paper),
            _ => null,
        };
    }

    private static bool BeginsAName(string part) => char.IsLetter(part[0]) && !char.IsLower(part[0]);

    [GeneratedRegex(@"\s*[,،、|·•;]\s*|\s+[-–—/]\s+")]
    private static partial Regex PartPattern();
}
