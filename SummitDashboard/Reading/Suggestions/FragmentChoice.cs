using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Chooses of a paragraph the words that one might quote.</summary>
internal static class FragmentChoice
{
    private const int FewestWords = 4;
    private const int DearFrom = 5;
    private const int Unclosed = 8; // words that a bracket costs whose other half is left out

    /// <summary>
    /// The stretch within one sentence that has most of what is sought in few words; null where no sentence has two words of which one
    /// could be left out.
    /// </summary>
    /// <param name="found">What is sought, where it stands in the paragraph.</param>
    /// <param name="weights">Of what it is quoted for.</param>
    /// <param name="language">That of the article (BCP 47), where it is known: words that only lead on to others end no fragment.</param>
    /// <param name="budget">How many words it should have; more only for what weighs much.</param>
    /// <param name="atMost">How many it has at most; without it twice as many.</param>
    public static TextSpan? Of(
        string paragraph,
        IEnumerable<WordStem> found,
        IReadOnlyDictionary<string, double> weights,
        string? language,
        int budget,
        int? atMost = null
    )
    {
        var small = FunctionWords.Of(language);
        var stems = found.Where(s => weights.ContainsKey(s.Key)).ToList();
        var most = Math.Min(CodebookRules.MaxWords, atMost ?? 2 * budget);
        var fewest = Math.Min(FewestWords, budget);
        // Where no word is sought, it is the words that make most sense by themselves.
        var price =
            stems.Count == 0 ? 1 : stems.Select(s => weights[s.Key]).Order().TakeLast(2).DefaultIfEmpty().Min() / (DearFrom + budget);
        TextSpan? best = null;
        var greatest = double.MinValue;
        var all = Words.In(paragraph);
        var sentences = Sentences.In(paragraph).ToList();
        var whole = sentences.Select(s => Sentences.Bare(s.In(paragraph))).ToHashSet(); // also where their words stand in another
        foreach (var sentence in sentences)
        {
            var words = all.Where(w => w.Start >= sentence.Start && w.End <= sentence.End).ToList();
            for (var first = 0; first < words.Count; first++)
            {
                var held = new HashSet<string>();
                var (value, next) = (0.0, stems.FindIndex(s => s.Span.Start >= words[first].Start));
                for (var last = first; last < words.Count; last++)
                {
                    var span = new TextSpan(words[first].Start, words[last].End - words[first].Start);
                    if (last - first >= most && Words.Count(span.In(paragraph)) > most)
                        break;
                    for (; next >= 0 && next < stems.Count && stems[next].Span.End <= span.End; next++)
                        if (held.Add(stems[next].Key))
                            value += weights[stems[next].Key];
                    var isWhole = first == 0 && last == words.Count - 1;
                    if (isWhole || (last - first + 1 < fewest && last - first + 1 < words.Count - 1))
                        continue;
                    var worth =
                        value
                        - (AreClosed(paragraph, span) ? 0 : Unclosed * price)
                        + price * (Edges(paragraph, words, first, last, small) - (last - first) - Math.Max(0, last - first + 1 - budget));
                    if (worth > greatest && MayBeQuoted(paragraph, span) && !whole.Contains(span.In(paragraph)))
                        (best, greatest) = (span, worth);
                }
            }
        }
        return best is { } chosen ? Trimmed(paragraph, chosen, small, whole) : null;
    }

    // Few words may leave no choice but to end on one that leads on: then fewer do.
    private static TextSpan Trimmed(string paragraph, TextSpan chosen, IReadOnlySet<string> small, HashSet<string> whole)
    {
        var words = Words.In(chosen.In(paragraph));
        var last = words.Count - 1;
        if (chosen.End < paragraph.Length && char.IsWhiteSpace(paragraph[chosen.End]))
            while (last > 0 && FunctionWords.Has(small, words[last].In(chosen.In(paragraph))))
                last--;
        var trimmed = last == words.Count - 1 ? chosen : new(chosen.Start, words[last].End);
        return MayBeQuoted(paragraph, trimmed) && !whole.Contains(trimmed.In(paragraph)) ? trimmed : chosen;
    }

    private static bool MayBeQuoted(string paragraph, TextSpan span) =>
        Words.Count(span.In(paragraph)) is >= 1 and <= CodebookRules.MaxWords
        && Characters.IsWhole(paragraph, span)
        && !Words.IsCutAt(paragraph, span.Start)
        && !Words.IsCutAt(paragraph, span.End);

    // Words that begin or end where a sign stands are more likely to make sense by themselves; those that end on “of the” are not.
    private static int Edges(string paragraph, List<TextSpan> words, int first, int last, IReadOnlySet<string> small) =>
        (
            first == 0 || HasSign(paragraph, words[first - 1].End, words[first].Start) ? 2
            : FunctionWords.Has(small, words[first].In(paragraph)) ? -1
            : 0
        )
        + (
            last == words.Count - 1 ? 3
            : FunctionWords.Has(small, words[last].In(paragraph)) && char.IsWhiteSpace(paragraph[words[last].End]) ? -3
            : HasSign(paragraph, words[last].End, words[last + 1].Start) ? 3
            : 0
        );

    private static bool AreClosed(string paragraph, TextSpan span)
    {
        var open = 0;
        foreach (var c in paragraph.AsSpan(span.Start, span.Length))
            if (
                (
                    open +=
                        c is '(' or '（' or '[' ? 1
                        : c is ')' or '）' or ']' ? -1
                        : 0
                ) < 0
            )
                return false;
        return open == 0;
    }

    private static bool HasSign(string paragraph, int start, int end) =>
        paragraph.AsSpan(start, end - start).ContainsAnyExcept(' ', '\u00A0');
}
