using System.Text.RegularExpressions;
using SummitDashboard.Data.Search;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>
/// Reads what somebody typed: words, <c>"phrases"</c>, beginnings (<c>sanct*</c>), <c>AND</c>, <c>OR</c>, <c>NOT</c> or <c>-</c>,
/// <c>NEAR</c> or <c>NEAR/5</c>, <c>WITH</c>, brackets, and fields (<c>source:Br</c>, <see cref="SearchFields"/>). Whatever cannot be
/// read is mended or passed over with a notice; it never throws.
/// </summary>
public sealed partial class SearchParser
{
    /// <summary>Longest query that is read, in UTF-16 units: a letter may carry any number of marks.</summary>
    public const int Longest = 1_000;

    /// <summary>A character of a reader’s that is longer may be cut.</summary>
    private const int LongestCharacter = 40;

    /// <summary>Most words, phrases and fields in one.</summary>
    public const int Most = 60;

    private const int Deepest = 20;
    private const int UsualDistance = 10;
    private const int FarthestDistance = 100;

    /// <summary>Each opens a phrase, and each closes one.</summary>
    internal const string Quotes = "\"“”„‟«»＂";

    private readonly SearchFields fields;
    private readonly ICollection<string> notices;
    private readonly ICollection<string> mended;
    private readonly bool isTyping;
    private readonly string text;
    private int at;
    private int depth;
    private int parts;

    private SearchParser(string text, SearchFields fields, ICollection<string> notices, ICollection<string> mended, bool isTyping) =>
        (this.text, this.fields, this.notices, this.mended, this.isTyping) = (text, fields, notices, mended, isTyping);

    /// <summary>What is searched for; null where nothing is left to search for.</summary>
    /// <param name="isTyping">Of somebody who still types the last word is taken for a beginning.</param>
    /// <param name="mended">Takes those of the notices with which nothing was left out that could be looked for.</param>
    public static SearchExpression? Read(
        string text,
        SearchFields fields,
        ICollection<string> notices,
        bool isTyping = false,
        ICollection<string>? mended = null
    )
    {
        var before = notices.Count;
        if (Shortened(text) is var taken && taken.Length < text.Length)
        {
            notices.Add($"Only the first {Longest:N0} characters were read; the rest was passed over.");
            text = taken;
        }
        var parser = new SearchParser(text, fields, notices, mended ?? [], isTyping);
        var read = parser.InOneSource();
        while (parser.at < parser.text.Length) // a bracket that was never opened
        {
            parser.at++;
            parser.Mend("A bracket is closed that was not opened; it was passed over.");
            if (parser.InOneSource() is { } more)
                read = read is null ? more : read & more;
        }
        if (read is null && notices.Count == before && !string.IsNullOrWhiteSpace(text))
            parser.Say($"“{QueryReader.Short(text.Trim())}” has no word that could be looked for.");
        return read;
    }

    /// <summary>As much of what was typed as is read.</summary>
    public static string Shortened(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = Longest;
        while (end > Longest - LongestCharacter && !Characters.IsBoundary(text, end))
            end--;
        return text[
            ..(
                end > Longest - LongestCharacter ? end
                : char.IsLowSurrogate(text[Longest]) ? Longest - 1
                : Longest
            )
        ];
    }

    /// <summary>What was typed with its small “or”, “and”, “not” and “near” as operators; null where none stands between words.</summary>
    public static string? WithOperators(string text) =>
        SmallOperator().Replace(text, m => Quotes.Contains(m.Value[0]) ? m.Value : m.Value.ToUpperInvariant()) is var asked && asked != text
            ? asked
            : null;

    [GeneratedRegex($"""([{Quotes}][^{Quotes}]*[{Quotes}]?)|(?<=\S\s+)(?i:or|and|not|near(/\d+)?)(?=\s+\S)""")]
    private static partial Regex SmallOperator();

    // Signs that nobody types but who means a regular expression: .* [a-z] \b ]+ {2,}
    [GeneratedRegex(@"\.[*+]|\[[^\]]*-[^\]]*\]|\][*+?{]|\\[bdswBDSW]|\{\d+,?\d*\}|^\^|\|.*\$$")]
    private static partial Regex ExpressionPattern();

    private SearchExpression? AnyOf()
    {
        var any = new List<SearchExpression>();
        do
        {
            if (AllOf() is { } all)
                any.Add(all);
            else if (any.Count > 0)
                Mend("Nothing follows OR.");
        } while (Takes("OR") || Takes("|"));
        return any.Count switch
        {
            0 => null,
            1 => any[0],
            _ => new SearchExpression.Any(any),
        };
    }

    private SearchExpression? AllOf()
    {
        var all = new List<SearchExpression>();
        while (true)
        {
            Takes("AND");
            Blank();
            if (at >= text.Length || text[at] == ')' || Stands("OR") || Stands("|") || Stands(With))
                break;
            if (parts >= Most)
            {
                Say($"Only the first {Most} words were read; the rest was passed over.");
                at = text.Length;
                break;
            }
            if (Part() is { } part)
                all.Add(Nearby(part));
        }
        return all.Count switch
        {
            0 => null,
            1 => all[0],
            _ => new SearchExpression.All(all),
        };
    }

    private SearchExpression Nearby(SearchExpression first)
    {
        var (phrases, distance) = (new List<SearchExpression.Phrase>(), UsualDistance);
        while (TakesNear() is { } asked)
        {
            var next = Part();
            if (first is not SearchExpression.Phrase one || next is not SearchExpression.Phrase other)
            {
                Mend("NEAR stands between two words or phrases; it was read as AND.");
                return next is null ? first : first & next;
            }
            if (phrases.Count == 0)
                phrases.Add(one);
            phrases.Add(other);
            distance = asked;
        }
        return phrases.Count == 0 ? first : new SearchExpression.Near(phrases, distance);
    }

    private SearchExpression? Part()
    {
        Blank();
        if (at >= text.Length)
            return null;
        if (Takes("NOT") || (text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && at++ >= 0))
        {
            var not = ++depth > Deepest ? null : Part();
            depth--;
            if (not is null)
                Mend("Nothing follows NOT.");
            return not is null ? null : new SearchExpression.Not(not);
        }
        if (text[at] == '(')
            return Bracket();
        parts++;
        return Quotes.Contains(text[at]) ? Phrase() : Word();
    }

    private SearchExpression? Bracket()
    {
        at++;
        if (++depth > Deepest)
        {
            Say("There are too many brackets in each other; the inner ones were passed over.");
            at = text.Length;
            return null;
        }
        var inside = InOneSource();
        depth--;
        if (at < text.Length && text[at] == ')')
            at++;
        else
            Mend("A bracket is not closed; it was taken to end with the line.");
        return inside;
    }

    private SearchExpression? Phrase()
    {
        var words = Quoted();
        var isPrefix = words.TrimEnd().EndsWith('*') || (at < text.Length && text[at] == '*' && at++ >= 0);
        if (words.TrimEnd(' ', '*').Contains('*'))
            Mend("In a phrase “*” stands behind the last word alone; elsewhere it was passed over.");
        return PhraseOf(words, isPrefix);
    }

    private string Quoted()
    {
        var end = text.IndexOfAny(Quotes.ToCharArray(), at + 1);
        if (end < 0)
            Mend("A quotation mark is missing; the phrase was taken to end with the line.");
        var words = end < 0 ? text[(at + 1)..] : text[(at + 1)..end];
        at = end < 0 ? text.Length : end + 1;
        return words;
    }

    private SearchExpression? Word()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')') && !Quotes.Contains(text[at]))
            at++;
        var word = text[start..at];
        if (word.IndexOf(':') is > 0 and var colon && fields.Knows(word[..colon]))
        {
            var value = word[(colon + 1)..];
            if (value.Length == 0 && at < text.Length && Quotes.Contains(text[at]))
                value = Quoted();
            return fields.Of(word[..colon], value, notices);
        }
        if (
            word.IndexOf(':') is > 1 and var sign
            && word[..sign].All(char.IsAsciiLetter)
            && !word.Contains("://", StringComparison.Ordinal)
        )
            Mend($"“{QueryReader.Short(word[..sign])}” is no field, and was looked for as a word. Fields are {SearchFields.Names}.");
        if (word == "NEAR" || word.StartsWith("NEAR/", StringComparison.Ordinal))
            Mend($"NEAR stands between two words or phrases; here “{QueryReader.Short(word)}” was looked for as a word.");
        if (ExpressionPattern().IsMatch(word))
            Mend(
                $"“{QueryReader.Short(word)}” was looked for by its letters and digits: regular expressions are not read. "
                    + "A beginning is sought as sanct*."
            );
        else if (word.TrimEnd('*').Contains('*') && SearchWords.Of(word).Any())
            Mend(
                $"“*” stands behind a word alone, for its ending (sanct*); elsewhere it was passed over, as in "
                    + $"“{QueryReader.Short(word)}”."
            );
        var isLast = isTyping && at == text.Length;
        return PhraseOf(word.TrimEnd('*'), word.EndsWith('*') || isLast);
    }

    private SearchExpression? PhraseOf(string words, bool isPrefix)
    {
        var folded = SearchWords.Of(words).ToList();
        if (folded.Count > 0)
            return new SearchExpression.Phrase(folded, isPrefix || SearchWords.IsStem(folded[^1]));
        if (words.Trim().Length > 0)
            Mend($"“{QueryReader.Short(words.Trim())}” has no letter, no digit and no emoji, so it cannot be looked for.");
        return null;
    }

    private void Mend(string notice)
    {
        Say(notice);
        mended.Add(notice);
    }

    private void Say(string notice)
    {
        if (!notices.Contains(notice))
            notices.Add(notice);
    }
}
