using System.Text.RegularExpressions;
using SummitDashboard.Data.Search;

namespace SummitDashboard.Reading.Search;

// What stands anywhere in one source: WITH.
public sealed partial class SearchParser
{
    /// <summary>Stands between what is to be found anywhere in one source.</summary>
    public const string With = "WITH";

    /// <summary>
    /// What was typed, with each of its words anywhere in one source instead of all in one paragraph; null where it is not several words
    /// (<c>AND</c> and <c>NOT</c> between them), but something of which that cannot be said so simply.
    /// </summary>
    public static string? AnywhereInOneSource(string text)
    {
        var (sides, isNot) = (new List<string>(), false);
        foreach (var part in SidePattern().Matches(text).Select(m => m.Value))
        {
            if (part is "AND")
                continue;
            if (part is "NOT")
            {
                isNot = true;
                continue;
            }
            var (its, isMinus) = part.Length > 1 && part[0] == '-' ? (part[1..], true) : (part, false);
            var isWhole = its.TrimEnd('*') is [var first, .., var last] && (first, last) is ('"', '"') or ('(', ')');
            if (its is "OR" or With or "|" || its.StartsWith("NEAR", StringComparison.Ordinal) || its.Contains(':'))
                return null;
            if (!isWhole && its.Any(c => c is '(' or ')' || Quotes.Contains(c)))
                return null;
            if (its.Any(char.IsLetterOrDigit))
                sides.Add(isNot || isMinus ? $"NOT {its}" : its);
            isNot = false;
        }
        return sides.Count < 2 || sides.TrueForAll(s => s.StartsWith("NOT ", StringComparison.Ordinal))
            ? null
            : string.Join($" {With} ", sides);
    }

    [GeneratedRegex("""-?"[^"]*"\*?|-?\([^()]*\)|\S+""")]
    private static partial Regex SidePattern();

    // It binds less than all else does.
    private SearchExpression? InOneSource()
    {
        var (sides, isAsked) = (new List<SearchExpression>(), false);
        do
        {
            if (AnyOf() is { } side)
                sides.Add(side);
            else if (isAsked || Stands(With))
                Mend("Nothing stands on one side of WITH.");
        } while (Takes(With) && (isAsked = true));
        if (sides.Count > 1 && sides.TrueForAll(s => s is SearchExpression.Not))
        {
            Mend("WITH needs something that is to be found; it was read as AND.");
            return new SearchExpression.All(sides);
        }
        return sides.Count > 1 ? new SearchExpression.InOneSource(sides) : sides.FirstOrDefault();
    }
}
