using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Where a sentence goes over to somebody else, outside of quotation marks: at a semicolon, or at “, and the ministry had”. What is said on
/// one side is nobody’s word on the other.
/// </summary>
internal sealed class ClauseBounds
{
    private const int MostToVerb = 14; // words from a subject to its verb, an aside between them
    private const int MostInList = 10;

    private readonly string sentence;
    private readonly SmallWords small;
    private readonly IReadOnlyList<TextSpan> words;
    private readonly HashSet<int> verbs;
    private readonly bool[] isQuoted;
    private readonly List<int> bounds = [];

    /// <param name="reporting">Its reporting words.</param>
    public ClauseBounds(string paragraph, TextSpan whole, IEnumerable<TextSpan> reporting, SmallWords small)
    {
        (sentence, this.small) = (whole.In(paragraph), small);
        words = Words.In(sentence);
        verbs = [.. reporting.Select(v => v.Start)];
        isQuoted = Quoted(paragraph, whole);
        for (var at = 0; at < sentence.Length; at++)
            if (sentence[at] is ';' or '；' or '؛' && !isQuoted[at])
                bounds.Add(at);
        for (var n = 1; n < words.Count - 1; n++)
            if (
                !isQuoted[words[n].Start]
                && Joins(n)
                && IsBehindComma(n)
                && IsSubject(n + 1)
                && (IsAgainst(n) || HasVerb(n + 1) || !IsOfList(n))
            )
                bounds.Add(words[n].Start);
    }

    /// <summary>True where it goes over between these two places.</summary>
    public bool Stand(int start, int end) => bounds.Exists(b => b >= start && b < end);

    /// <summary>True for what stands between quotation marks.</summary>
    public bool IsQuoted(int at) => isQuoted[at];

    // “, Falk said.”: what closes a sentence is about all that stands before it, but not behind the first words of another clause.
    public bool Closes(TextSpan verb, TextSpan party) =>
        Math.Min(verb.Start, party.Start) is var start
        && words.LastOrDefault(w => w.End <= start) is { Length: > 0 } before
        && HasSign(sentence, before.End, start)
        && !Joins(words.ToList().IndexOf(before))
        && Words.In(sentence[Math.Max(verb.End, party.End)..]).Count == 0
        && !bounds.Exists(b => sentence[b] == ';' && b < start);

    // Also of marks that were opened in a sentence before.
    private static bool[] Quoted(string paragraph, TextSpan whole)
    {
        var found = new bool[whole.Length];
        var opener = '\0';
        for (var at = 0; at < whole.End; at++)
        {
            var mark = paragraph[at];
            opener = mark switch
            {
                '"' => opener == '\0' ? mark : '\0',
                '“' => opener == '„' ? '\0' : mark,
                '„' => mark,
                '”' => '\0',
                '«' => opener == '»' ? '\0' : mark,
                '»' => opener == '\0' ? mark : '\0',
                _ => opener,
            };
            if (at >= whole.Start)
                found[at - whole.Start] = opener != '\0';
        }
        return found;
    }

    private WordRoles Roles(int n) => small[words[n].In(sentence)];

    private bool Joins(int n) => (Roles(n) & WordRoles.Joining) != 0 || IsAgainst(n);

    private bool IsAgainst(int n) => Against.Contains(words[n].In(sentence).ToLowerInvariant());

    private bool IsBehindComma(int n) => sentence.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End).ContainsAny(',', '،', '，');

    // Not “and that”, “and says”, “but later”, “while sailing”; “and he” may be the same one.
    private bool IsSubject(int n)
    {
        var word = words[n].In(sentence);
        var roles = Roles(n);
        return (roles & (WordRoles.Opening | WordRoles.Preposition | WordRoles.Helping | WordRoles.Passive | WordRoles.Adverb)) == 0
            && ((roles & WordRoles.Pronoun) == 0 || (roles & WordRoles.Determiner) != 0)
            && !verbs.Contains(words[n].Start)
            && !HasSign(sentence, words[n - 1].End, words[n].Start)
            && (roles != WordRoles.None || char.IsUpper(word[0]) || !IsVerbal(word));
    }

    private bool HasVerb(int n)
    {
        for (var at = n; at < words.Count && at < n + MostToVerb; at++)
        {
            if (isQuoted[words[at].Start] || bounds.Exists(b => b > words[n].Start && b < words[at].Start))
                return false;
            var roles = Roles(at);
            if (
                verbs.Contains(words[at].Start)
                || ((roles & (WordRoles.Helping | WordRoles.Passive)) != 0 && (roles & (WordRoles.Determiner | WordRoles.Pronoun)) == 0)
            )
                return true;
        }
        return false;
    }

    // “Flour, oil, and rice”: a comma behind the last verb already.
    private bool IsOfList(int n)
    {
        for (var at = n - 1; at > 0 && at > n - MostInList && !verbs.Contains(words[at].Start); at--)
            if (IsBehindComma(at))
                return true;
        return false;
    }

    private static bool IsVerbal(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("ing", StringComparison.Ordinal)
        || word.EndsWith("ly", StringComparison.Ordinal);

    private static readonly FrozenSet<string> Against =
    [
        .. "while whereas whilst während wohingegen tandis mientras mentre enquanto тогда".Split(' '),
    ];
}
