using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// What of a sentence only says that somebody says it: “Lindqvist said that …”, “… 고 말했다”. As far as the lists tell: the reporting words
/// of the casebook, and the words that begin a clause.
/// </summary>
internal static class ReportingFrame
{
    // So many words stand between the verb and its clause: who says so, to whom and where.
    private const int Between = 8;

    // Where the verb of the sentence comes last, and before a clause what leads to whoever speaks.
    private static readonly string[] VerbLast = ["ko", "ja"];
    private static readonly string[] Behind = ["따르면", "によると", "によれば"];
    private static readonly string[] Quoting = ["と", "고"];

    /// <summary>The words of the sentence without the frame around these, from one to another; all of them where none is told.</summary>
    /// <param name="reports">The words that report.</param>
    public static (int From, int To) Within(
        string paragraph,
        List<TextSpan> words,
        (int First, int Last) around,
        string? language,
        IReadOnlySet<int> reports,
        WordList? marks
    )
    {
        var (scope, its) = (ScopeWords.Of(language), language?.Split('-')[0].ToLowerInvariant());
        var (from, to) = (0, words.Count - 1);
        if (VerbLast.Contains(its))
        {
            for (var n = around.First - 1; n >= 0 && from == 0; n--)
                if (reports.Contains(n) && Behind.Contains(Word(n)))
                    from = n + 1;
            while (to > around.Last && reports.Contains(to) && !Behind.Contains(Word(to)))
                to--;
            if (to < words.Count - 1 && to > around.Last && Quoting.Contains(Word(to)))
                to--;
            return (from, to);
        }
        for (var n = around.First - 1; n > 0 && from == 0; n--)
            if (Begins(n) && Enumerable.Range(Math.Max(0, n - Between - 1), Math.Min(n, Between + 1)).Any(Reports))
                from = n + 1;
        return (from, to);

        string Word(int n) => words[n].In(paragraph);

        // “بأن”: with a preposition that is written as one word with it.
        bool Begins(int n) => scope.BeginsClause(Word(n)) || (its == "ar" && Word(n) is ['ب', .. var bare] && scope.BeginsClause(bare));

        // “وقال”: with an “and” that is.
        bool Reports(int n) =>
            reports.Contains(n) || (its == "ar" && Word(n) is ['و' or 'ف', .. var bare] && marks?.Reporting.Contains(bare) == true);
    }
}
