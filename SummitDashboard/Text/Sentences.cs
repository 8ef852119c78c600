using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SummitDashboard.Text;

/// <summary>Sentences of a paragraph, by the signs that end them: “the U.S. President and Mr. Kim” has none.</summary>
public static partial class Sentences
{
    private const char LastLatin = '\u024F';
    private const int LongestShort = 16; // characters, with what stands around it

    private static readonly char[] Ends = [.. ".!?”\"؟۔।。！？」』"];

    // What a name or a number follows.
    private static readonly FrozenSet<string> Leading = (
        "mr mrs ms mx messrs dr prof rev hon sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt brig amb supt st ste mt "
        + "ft vs mme mlle hr fr bzw vgl geb sr sra srta dra sig dott проф акад им ул"
    )
        .Split(' ')
        .ToFrozenSet();

    private static readonly FrozenSet<string> BeforeNumbers = "no nos nr art arts sec para fig vol ch p pp abs bd kap núm ст п № г"
        .Split(' ')
        .ToFrozenSet();

    // Of the languages with capitals: a sentence that begins with another word behind “U.S.” is rarer than “U.S. President”.
    private static readonly FrozenSet<string> Beginnings = new[] { "en", "de", "fr", "es", "pt", "it", "ru" }
        .SelectMany(FunctionWords.Of)
        .ToFrozenSet();

    /// <summary>The sentences of a paragraph in order, without the white space between them.</summary>
    public static IEnumerable<TextSpan> In(string paragraph)
    {
        var start = 0;
        if (Dateline().Match(paragraph) is { Success: true } dateline)
        {
            yield return new(0, dateline.Groups["line"].Length);
            start = dateline.Length;
        }
        foreach (Match between in Between().Matches(paragraph))
        {
            if (between.Index < start || (between.Length > 0 && LeadsOn(paragraph, between.Index, between.Index + between.Length)))
                continue;
            if (between.Index > start)
                yield return new(start, between.Index - start);
            start = between.Index + between.Length;
        }
        if (start < paragraph.Length)
            yield return new(start, paragraph.Length - start);
    }

    // Whether the point before a blank is that of a short form, an initial or an ordinal, and not of a sentence.
    private static bool LeadsOn(string paragraph, int end, int next)
    {
        var from = end;
        while (from > 0 && !char.IsWhiteSpace(paragraph[from - 1]))
            from--;
        if (end - from > LongestShort || ShortPattern().Match(paragraph[from..end]) is not { Success: true } form)
            return false;
        var (word, follows) = (form.Groups["word"].Value.ToLowerInvariant(), WordPattern().Match(paragraph, next).Groups["word"].Value);
        if (form.Groups["hour"].Success)
            return DayNames.IsWeekday(follows);
        if (form.Groups["letters"].Success)
            return follows.Length > 0 && char.IsUpper(follows[0]) && !Beginnings.Contains(follows.ToLowerInvariant());
        if (form.Groups["number"].Success)
            return follows.Length > 0 && (char.IsLower(follows[0]) || (follows[0] <= LastLatin && DayNames.IsMonth(follows)));
        var isNumber = next < paragraph.Length && char.IsDigit(paragraph[next]);
        return isNumber
            ? BeforeNumbers.Contains(word) || (word.Length > 2 && word[0] <= LastLatin && DayNames.IsMonth(word))
            : Leading.Contains(word) && follows.Length > 0 && char.IsUpper(follows[0]);
    }

    /// <summary>A sentence without the signs that end it, by which a fragment is held against it.</summary>
    public static string Bare(string sentence) => sentence.Trim().TrimEnd(Ends);

    [GeneratedRegex(@"(?<=[.!?؟۔।][”""]?)(?>\s+)(?!(?<=\b\p{L}\.\s+)\p{Ll})|(?<=[。！？][」』”]?)")]
    private static partial Regex Between();

    // Where it was written and when stands before a dash, and is no part of what is told: “SEOUL, June 19 (AP) — The”.
    [GeneratedRegex(@"^(?<line>\p{Lu}[\p{Lu}./’' -]{2,40}(?:[,(][^–—\n]{0,50})?)\s+(?:[–—-]|--)\s+(?=[“""]?\p{Lu})")]
    private static partial Regex Dateline();

    // U.S. or W. | 3. | Mr.
    [GeneratedRegex(
        @"^[\p{P}\p{S}]*(?:(?<hour>[ap]\.m\.)|(?<letters>(?:\p{L}\.){2,}|\p{Lu}\.)|(?<number>\d{1,2})\.|(?<word>[\p{L}№]{1,6})\.)$"
    )]
    private static partial Regex ShortPattern();

    [GeneratedRegex(@"\G[^\p{L}\p{N}\s]*(?<word>[\p{L}\p{M}'’]+)")]
    private static partial Regex WordPattern();
}
