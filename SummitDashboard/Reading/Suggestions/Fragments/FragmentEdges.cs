using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>The small words of a language, by what they do and all of them.</summary>
internal sealed record Smalls(IReadOnlySet<string> Functions, SmallWords Roles)
{
    /// <summary>Those of a language (BCP 47), where it is known.</summary>
    public static Smalls Of(string? language) => new(FunctionWords.Of(language), SmallWords.Of(language));
}

/// <summary>How well a fragment begins and ends where clauses cannot be told (<see cref="ClauseUnits"/>).</summary>
internal static class FragmentEdges
{
    // Words that begin or end where a sign stands are more likely to make sense by themselves; those that end on “of the” are not.
    public static int Of(string paragraph, List<TextSpan> words, int first, int last, Smalls small) =>
        Beginning(paragraph, words, first, small) + Ending(paragraph, words, first, last, small);

    private static int Beginning(string paragraph, List<TextSpan> words, int first, Smalls small)
    {
        if (first == 0 || HasSign(paragraph, words[first - 1].End, words[first].Start))
            return 2;
        if (IsOneName(paragraph, words[first - 1], words[first]))
            return Torn;
        var before = small.Roles[words[first - 1].In(paragraph)];
        return (before & (WordRoles.Helping | WordRoles.Passive)) != 0 ? -2
            : FunctionWords.Has(small.Functions, words[first].In(paragraph)) ? -1
            : 0;
    }

    // Best where a clause ends, well before a word that begins another phrase, badly before the verb or its object.
    public static int Ending(string paragraph, List<TextSpan> words, int first, int last, Smalls small)
    {
        if (last == words.Count - 1)
            return 3;
        var (word, next) = (words[last].In(paragraph), words[last + 1].In(paragraph));
        var isSign = HasSign(paragraph, words[last].End, words[last + 1].Start);
        // “That Putin” is cut before it says anything of him.
        for (var n = Math.Max(first, last - 2); n < last; n++)
            if ((small.Roles[words[n].In(paragraph)] & WordRoles.Opening) != 0 && (!isSign || n == last - 1))
                return Torn;
        var isLeading = FunctionWords.Has(small.Functions, word) || (small.Roles[word] & (WordRoles.Helping | WordRoles.Passive)) != 0;
        if (isLeading && char.IsWhiteSpace(paragraph[words[last].End]))
            return LeadsOn;
        if (isSign)
            return IsOpened(paragraph.AsSpan(words[last].End, words[last + 1].Start - words[last].End)) ? 0 : 3;
        if (small.Roles.IsEmpty)
            return 0;
        var roles = small.Roles[next];
        return IsOneName(paragraph, words[last], words[last + 1]) ? Torn
            : (roles & (WordRoles.Helping | WordRoles.Passive)) != 0 ? -6
            : (roles & WordRoles.Binding) != 0 ? (IsBound(paragraph, words, last) ? Torn : -3)
            : roles == WordRoles.None ? -3
            : (roles & (WordRoles.Opening | WordRoles.Joining | WordRoles.Preposition)) != 0 ? 1
            : -1;
    }

    private const int Torn = -12;
    public const int LeadsOn = -4;

    // “South | Korea”, “19 | June”.
    private static bool IsOneName(string paragraph, TextSpan one, TextSpan next) =>
        paragraph[one.End] is ' ' or '\u00A0'
        && (char.IsUpper(paragraph[one.Start]) || char.IsDigit(paragraph[one.Start]))
        && (char.IsUpper(paragraph[next.Start]) || char.IsDigit(paragraph[next.Start]));

    // “Chiefs | of Staff”.
    private static bool IsBound(string paragraph, List<TextSpan> words, int last) =>
        last + 2 < words.Count && char.IsUpper(paragraph[words[last].Start]) && char.IsUpper(paragraph[words[last + 2].Start]);

    // A quotation that begins ends no clause.
    private static bool IsOpened(ReadOnlySpan<char> between) =>
        between.Length > 1 && between[0] == ' ' && between[^1] is '"' or '“' or '„' or '«' or '(' or '[';

    private static bool HasSign(string paragraph, int start, int end) =>
        paragraph.AsSpan(start, end - start).ContainsAnyExcept(' ', '\u00A0');
}
