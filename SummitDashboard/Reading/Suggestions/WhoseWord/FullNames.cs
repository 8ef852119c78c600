using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Who is named in full before he is called by half his name: “Lim” is the “Lim Soo-jin” of some paragraphs before.</summary>
internal static partial class FullNames
{
    /// <summary>The full name; null where none stands there, or two.</summary>
    /// <param name="name">As it is printed here: one word.</param>
    /// <param name="earlier">What stands before it.</param>
    public static string? Of(string name, IEnumerable<string> earlier)
    {
        if (name.Length < 2 || !char.IsUpper(name[0]) || Words.In(name).Count != 1)
            return null;
        var full = earlier
            .SelectMany(p => Capitals().Matches(p))
            .Select(m => In(m.Value, name))
            .OfType<string>()
            .Distinct()
            .Take(2)
            .ToList();
        return full is [var one] ? one : null;
    }

    // “Lim Soo-jin” and “Elena Marsh”, also behind a title; “President Lim” is no more than “Lim”.
    internal static string? In(string capitals, string name)
    {
        var words = capitals.Split(' ');
        var at = Array.IndexOf(words, name);
        return at < 0 ? null
            : words.Length - at is 2 or 3 ? string.Join(' ', words[at..])
            : at == words.Length - 1 && at > 0 && !Titles.Contains(words[at - 1]) ? $"{words[at - 1]} {name}"
            : null;
    }

    // Words with capitals in a row, where nothing leads to them that leads to places and houses (“at Moscow State University”).
    [GeneratedRegex(
        @"(?<!\p{Lu}[\p{L}’'-]* |\b(?:[Tt]he|[Ii]n|[Aa]t|[Ff]rom|[Oo]f|[Tt]o) |[\p{L}\p{N}’'-])\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]*)+"
    )]
    private static partial Regex Capitals();

    /// <summary>True for what stands before a name and is none: “President”.</summary>
    internal static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>True for “Ms” and the like, which say nothing of whom they stand before.</summary>
    internal static bool IsHonorific(string word) => Honorifics.Contains(word);

    private static readonly FrozenSet<string> Honorifics = [.. "Mr Mrs Ms Miss Mx Herr Herrn Frau Mme Mlle Sr Sra".Split(' ')];

    private static readonly FrozenSet<string> Titles =
    [
        .. (
            "Mr Mrs Ms Miss Mx Dr Sir Lord Lady King Queen Prince Princess Pope "
            + "President Vice-President Premier Chancellor Minister Secretary "
            + "Secretary-General Chairman Chairwoman Chair Chief Leader Director Director-General Commissioner Adviser Advisor Envoy "
            + "Ambassador Senator Congressman Congresswoman Representative Lawmaker Governor Judge Justice Mayor Spokesman Spokeswoman "
            + "Spokesperson Marshal General Lieutenant Major Admiral Colonel Commander Captain Sergeant Professor Researcher Analyst "
            + "Historian Economist Journalist Reporter Correspondent Comrade Dictator Diplomat Official Coordinator Expert "
            + "Herr Frau Präsident Präsidentin Ministerin Kanzler Kanzlerin Sprecher Sprecherin"
        ).Split(' '),
    ];
}
