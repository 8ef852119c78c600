using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Who stands beside a reporting word, with no sign between: words with capitals (“US and South Korean officials said”, “according to the
/// North’s Foreign Ministry”; a sentence’s first word has a capital anyway), or words behind an article (“the port authority said”,
/// “according to the hospital of Velmar”). By plain rules, and right more often than not.
/// </summary>
internal static partial class WhoseWord
{
    private const int MostWords = 8;

    /// <summary>The name as it is printed; null where none stands there.</summary>
    public static string? Beside(string sentence, TextSpan verb)
    {
        var words = Words.In(sentence);
        var before = Run(sentence, words.Where(w => w.End <= verb.Start).Reverse(), verb.Start, isAfter: false);
        before.Reverse();
        var after = Run(sentence, words.Where(w => w.Start >= verb.End), verb.End, isAfter: true);
        return Before(sentence, before) ?? Aside(sentence, verb) ?? After(sentence, after, LeadingOn.Contains(LastOf(verb.In(sentence))));
    }

    // “The harbour master, Ivo Brandt, said”.
    private static string? Aside(string sentence, TextSpan verb) =>
        AsidePattern().Match(sentence[..verb.Start]) is { Success: true } named ? named.Groups[1].Value : null;

    [GeneratedRegex(@",\s(\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,3}),\s$")]
    private static partial Regex AsidePattern();

    // The words from the verb on, up to a sign.
    private static List<TextSpan> Run(string sentence, IEnumerable<TextSpan> words, int edge, bool isAfter)
    {
        var run = new List<TextSpan>();
        foreach (var word in words.Take(MostWords))
        {
            var (from, to) = isAfter ? (edge, word.Start) : (word.End, edge);
            if (sentence.AsSpan(from, to - from).ContainsAnyExcept(" \u00A0'’"))
                break;
            run.Add(word);
            edge = isAfter ? word.End : word.Start;
        }
        return run;
    }

    // What follows the last article, or the one before an “of”; else from the first capital on, behind which a common noun may follow
    // (“South Korean officials”).
    private static string? Before(string sentence, List<TextSpan> run)
    {
        var at = run.FindLastIndex(w => Is(sentence, w, Articles));
        while (at > 1 && Is(sentence, run[at - 1], Linking) && run.FindLastIndex(at - 2, w => Is(sentence, w, Articles)) is >= 0 and var of)
            at = of;
        var first = at >= 0 && at < run.Count - 1 ? at + 1 : run.FindIndex(w => IsCapital(sentence, w) && w.Start > 0);
        if (first < 0)
            return null;
        if (first == 1 && IsCapital(sentence, run[0]) && IsCapital(sentence, run[1]) && !Is(sentence, run[0], Articles))
            first = 0; // the sentence begins with it
        return sentence[run[first].Start..run[^1].End];
    }

    // Up to the last capital. Behind a verb what is reported may follow (“said the ferry sails to Velmar”), so that only a word that leads
    // to a name is followed by one in small letters.
    private static string? After(string sentence, List<TextSpan> run, bool leadsOn)
    {
        var isDescribed = run.Count > 1 && Is(sentence, run[0], Articles) && !IsCapital(sentence, run[1]);
        if (isDescribed && !leadsOn)
            return null;
        var first = isDescribed ? 1 : run.FindIndex(w => IsCapital(sentence, w) && w.Start > 0);
        var last = run.FindLastIndex(w => IsCapital(sentence, w));
        return first < 0 ? null : sentence[run[first].Start..run[last > 0 || !isDescribed ? last : NounsOf(sentence, run)].End];
    }

    // Two words behind the article, and what “of” adds to them.
    private static int NounsOf(string sentence, List<TextSpan> run)
    {
        var last = Math.Min(2, run.Count - 1);
        return last + 2 < run.Count && Is(sentence, run[last + 1], Linking) ? last + 2 : last;
    }

    private static bool Is(string sentence, TextSpan word, FrozenSet<string> some) => some.Contains(word.In(sentence).ToLowerInvariant());

    private static bool IsCapital(string sentence, TextSpan word) => char.IsUpper(sentence[word.Start]);

    private static string LastOf(string phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    private static readonly FrozenSet<string> Articles = Set(
        "the a an le la les un une der die das dem den ein eine el los las una il lo i gli o os as"
    );
    private static readonly FrozenSet<string> Linking = Set("of de du des von vom del della di do da");
    private static readonly FrozenSet<string> LeadingOn = Set("to selon laut según segundo secondo");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
