using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>How many words of a paragraph would be quoted for the first time.</summary>
internal sealed class FreshWords(string paragraph, IReadOnlyList<TextSpan> quoted)
{
    private readonly List<CountedWord> words =
        quoted.Count == 0 ? [] : [.. Words.Counted(paragraph).Where(w => !quoted.Any(q => w.Span.Start < q.End && w.Span.End > q.Start))];

    /// <summary>Those of a stretch, as <see cref="Domain.QuotedShare"/> counts them.</summary>
    public int In(TextSpan span) =>
        quoted.Count == 0
            ? Words.Count(span.In(paragraph))
            : Words.Count(words.Where(w => w.Span.Start < span.End && w.Span.End > span.Start));
}
