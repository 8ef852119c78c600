using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SummitDashboard.Domain;

/// <summary>Reads a whole EDTF text: a date, an interval or a one-of set. Single dates are read in the other half of the class.</summary>
internal sealed partial class EdtfParser
{
    const int LongestText = 200;

    static readonly SearchValues<char> Alphabet = SearchValues.Create("0123456789-/.,[]{}XYEST?~%Z:+");

    // The standard's own examples have spaces after the commas of a set.
    [GeneratedRegex(@"(?<=,) +")]
    private static partial Regex AfterComma { get; }

    readonly string text;
    string? error;

    EdtfParser(string text) => this.text = text;

    /// <returns>The parts, or null with an error for the writer.</returns>
    public static EdtfParts? Parse(string? text, out string? error)
    {
        var parser = new EdtfParser(text ?? "");
        var parts = parser.Everything();
        error = parts is null ? parser.error : null;
        return parts;
    }

    EdtfParts? Everything()
    {
        if (text.Length == 0)
            return Refuse("There is no date here; write one such as 2024-06-18, 2024-06 or 2024.");
        if (text.Length > LongestText)
            return Refuse($"This is too long for a date: {text.Length} characters, where at most {LongestText} are read.");

        var stranger = AfterComma.Replace(text, spaces => new(',', spaces.Length)).AsSpan().IndexOfAnyExcept(Alphabet);
        if (stranger >= 0)
            return Refuse(stranger, AboutStranger(text[stranger]));
        if (text.IndexOfAny(['{', '}']) is >= 0 and var brace)
            return Refuse(brace, "sets of several dates at once are level 2 and not read here; square brackets mean one of them.");
        if (text[0] == '[')
            return OneOf();
        if (text.IndexOfAny(['[', ']']) is >= 0 and var bracket)
            return Refuse(bracket, "brackets can only enclose the whole, as in [2024-06-18,2024-06-19] for one of two days.");
        if (text.IndexOf(',') is >= 0 and var comma && !text[..comma].Contains('T')) // a comma may also begin a fraction of a second
            return Refuse(comma, "a list of possible dates stands in square brackets, as in [2024-06-18,2024-06-19].");
        if (text.Contains('/'))
            return Interval();

        return Date(0, text.Length, withTime: true) is { } date ? new(EdtfForm.Date, [new(date, date)]) : null;
    }

    EdtfParts? Interval()
    {
        var slash = text.IndexOf('/');
        if (text.IndexOf('/', slash + 1) is >= 0 and var second)
            return Refuse(second, "an interval has one slash, between its start and its end; take this one out.");

        return End(0, slash) is { } from && End(slash + 1, text.Length) is { } to && InOrder(from, to, 0)
            ? new(EdtfForm.Interval, [new(from, to)])
            : null;
    }

    EdtfDate? End(int start, int stop) =>
        text[start..stop] switch
        {
            "" => EdtfDate.Unknown,
            ".." => EdtfDate.Open,
            _ => Date(start, stop),
        };

    EdtfParts? OneOf()
    {
        var close = text.IndexOf(']');
        if (close < 0)
            return Refuse(text.Length, "the closing bracket ] is missing; add it.");
        if (close < text.Length - 1)
            return Refuse(close + 1, "nothing can follow the closing bracket; take out what stands here.");
        if (text.IndexOf('/') is >= 0 and var slash)
            return Refuse(slash, "a set holds no intervals; write .. for a range, as in [1670..1672].");

        var spans = ImmutableArray.CreateBuilder<EdtfSpan>();
        for (var start = 1; start <= close; )
        {
            var comma = text.IndexOf(',', start);
            var stop = comma < 0 ? close : comma;
            if (Item(start, stop, isFirst: start == 1, isLast: stop == close) is not { } span)
                return null;
            spans.Add(span);
            start = stop + 1;
            while (start < close && text[start] == ' ')
                start++;
        }
        return new(EdtfForm.OneOf, spans.ToImmutable());
    }

    EdtfSpan? Item(int start, int stop, bool isFirst, bool isLast)
    {
        var dots = text.IndexOf("..", start, stop - start, StringComparison.Ordinal);
        if (dots < 0)
            return Date(start, stop) is { } only ? new EdtfSpan(only, only) : null;

        var isOpenStart = dots == start;
        var isOpenEnd = dots + 2 == stop;
        if (isOpenStart && isOpenEnd)
            Fail(dots, "a range needs a date on at least one side of the dots, as in [..2024-06-18].");
        else if (isOpenStart && !isFirst)
            Fail(dots, "only the first item of a set can begin with dots; move it to the front.");
        else if (isOpenEnd && !isLast)
            Fail(dots, "only the last item of a set can end with dots; move it to the end.");
        else if (
            (isOpenStart ? EdtfDate.Open : Date(start, dots)) is { } from
            && (isOpenEnd ? EdtfDate.Open : Date(dots + 2, stop)) is { } to
            && InOrder(from, to, start)
        )
            return new EdtfSpan(from, to);
        return null;
    }

    /// <summary>Refused is only what cannot be: 2004/2004-03 may well end after it starts.</summary>
    bool InOrder(EdtfDate from, EdtfDate to, int position)
    {
        if (from.Earliest is not { } first || to.Latest is not { } last)
            return true;
        // A winter ends in the year after the one that it is written with: 2005-01/2004-24 would pass by its days, and reads backward.
        var hasSeason = from.Shape == EdtfShape.Season || to.Shape == EdtfShape.Season;
        if (first <= last && !(hasSeason && from.FirstYear > to.LastYear))
            return true;
        Fail(position, "the start comes after the end; swap the two.");
        return false;
    }

    static string AboutStranger(char c) =>
        c switch
        {
            _ when char.IsWhiteSpace(c) => "a date holds no spaces, but after the commas of a set; write year, month, day, as 2024-06-18.",
            >= '\u2010' and <= '\u2015' or '\u2212' => "this is a dash; use the plain hyphen -.",
            'x' or 'y' or 't' or 'z' => $"letters are capitals here; write {char.ToUpperInvariant(c)}.",
            'u' => "an unspecified digit is written X.",
            > ' ' and <= '~' => $"“{c}” has no meaning in a date; write one such as 2024-06-18.",
            _ => $"the character U+{(int)c:X4} has no meaning in a date; write one such as 2024-06-18.",
        };

    EdtfParts? Refuse(string sentence)
    {
        error = sentence;
        return null;
    }

    EdtfParts? Refuse(int position, string what) => Refuse(At(position, what));

    EdtfDate? Fail(int position, string what)
    {
        error = At(position, what);
        return null;
    }

    static string At(int position, string what) => $"Character {position + 1}: {what}";
}
