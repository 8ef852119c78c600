using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Whether a form of a person’s name is his where it stands, or a part of another’s: “Lim” in “Lim Min-ho”.</summary>
internal static partial class PersonNames
{
    private const int MostInName = 4;
    private const char LastLatin = '\u024F';

    /// <summary>The form, or the whole name around it where that is his (“Lim Jong-sik”); null where it is a part of another’s.</summary>
    public static TextSpan? Whole(string sentence, TextSpan form, Actor actor, SmallWords small)
    {
        if (!IsCapital(sentence, form) || IsHeadline(sentence, small))
            return form;
        var words = Words.In(sentence).ToList();
        var first = words.FindIndex(w => w.Start == form.Start);
        var last = words.FindIndex(w => w.End == form.End);
        if (first < 0 || last < first)
            return form; // a form that ends in the middle of a word
        var isPart = first == last;
        while (last + 1 < words.Count && IsNext(sentence, words[last], words[last + 1], small))
            last++;
        // Where no small words are known, what begins the sentence may be one.
        while (isPart && first > (small.IsEmpty ? 1 : 0) && IsFirstName(sentence, words[first - 1], words[first], small))
            first--;
        var whole = Across(words[first..(last + 1)]);
        return whole == form || !IsComparable(form.In(sentence), actor) ? form
            : IsOf(whole.In(sentence), actor) ? whole
            : null;
    }

    /// <summary>
    /// The last full name with this surname before a place, and whether others have it too; null where none stands there.
    /// </summary>
    /// <param name="surname">One word.</param>
    /// <param name="before">What stands before, in order.</param>
    public static (string Name, bool IsAlone)? LastWith(string surname, IEnumerable<string> before, SmallWords small, PartyNouns nouns)
    {
        var found = (
            from text in before
            from sentence in Sentences.In(text).Select(s => s.In(text))
            where !IsHeadline(sentence, small)
            from run in Capitals().Matches(sentence)
            where !IsOfKin(sentence[..run.Index])
            let name = FullNames.In(WithoutCase(run.Value), surname)
            where name is not null && name.Split(' ').Length <= MostInName && !name.Split(' ').Any(w => IsDate(w) || small[w] != 0)
            select name
        ).ToList();
        return found.Count > 0 ? (found[^1], found.Distinct().Count() == 1) : null;

        // “Lim’s father, [Lim Bo]”: he is named for the other’s sake.
        bool IsOfKin(string before) => Words.Of(before.TrimEnd(',', ' ')).LastOrDefault() is { } last && nouns.IsKin(last);
    }

    /// <summary>True where a printed name has every word of this person’s: “Lim Jong-sik” for “Lim Jong Sik”.</summary>
    public static bool IsOf(string printed, Actor actor)
    {
        var parts = Parts(printed).ToList();
        return FullForms(actor)
            .Any(f => Parts(f).All(p => parts.Exists(w => w == p || (p[0] > LastLatin && w.StartsWith(p, StringComparison.Ordinal)))));
    }

    /// <summary>True for the surname of somebody whose full name is known in the same letters.</summary>
    public static bool IsSurname(string printed, Actor actor) =>
        printed.Length > 1 && char.IsUpper(printed[0]) && Words.In(printed).Count == 1 && IsComparable(printed, actor);

    private static bool IsComparable(string printed, Actor actor) =>
        FullForms(actor).Any(f => (f[0] > LastLatin) == (printed[0] > LastLatin));

    private static IEnumerable<string> FullForms(Actor actor) =>
        actor.Names.Where(n => n.Kind == NameKind.FullName).Select(n => n.Form).Append(actor.Name).Where(f => Words.In(f).Count > 1);

    private static IEnumerable<string> Parts(string name) =>
        WithoutCase(name).ToLowerInvariant().Split([' ', '-', '‐', '‑'], StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutCase(string name) =>
        name.EndsWith("’s", StringComparison.Ordinal) || name.EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : name;

    // Of languages that write every noun so only what no noun looks like.
    private static bool IsNext(string sentence, TextSpan word, TextSpan next, SmallWords small) =>
        IsPlain(sentence, word, next, small)
        && next.In(sentence) is var printed
        && (
            small.HasCapitals
                ? printed.IndexOf('-') is > 0 and var at && at + 1 < printed.Length && char.IsLower(printed[at + 1])
                : next.Length > 0
        )
        && !FullNames.IsTitle(printed);

    private static bool IsFirstName(string sentence, TextSpan before, TextSpan word, SmallWords small) =>
        !small.HasCapitals
        && IsPlain(sentence, before, word, small)
        && before.In(sentence) is var printed
        && !FullNames.IsTitle(printed)
        && !printed.All(char.IsUpper)
        && WithoutCase(printed) == printed;

    private static bool IsPlain(string sentence, TextSpan one, TextSpan other, SmallWords small) =>
        sentence[one.End..other.Start] is " " or "\u00A0"
        && IsCapital(sentence, one)
        && IsCapital(sentence, other)
        && new[] { one, other }.All(w => small[w.In(sentence)] == WordRoles.None && !IsDate(w.In(sentence)));

    private static bool IsDate(string word) => DayNames.IsWeekday(word) || DayNames.IsMonth(word);

    /// <summary>True for “Lim Hails Falk at Last”: capitals tell nothing there.</summary>
    public static bool IsHeadline(string sentence, SmallWords small) =>
        Words.Of(sentence).Where(w => small[w] == WordRoles.None && char.IsLetter(w[0])).ToList() is { Count: > 3 } all
        && all.TrueForAll(w => char.IsUpper(w[0]));

    [GeneratedRegex(@"(?<![\p{L}\p{N}’'-]|\p{Lu}[\p{L}’'-]* )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]*)+")]
    private static partial Regex Capitals();
}
