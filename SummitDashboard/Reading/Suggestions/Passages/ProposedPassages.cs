using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// What is proposed for a cell, or in a sentence why nothing is. Nothing of it is stored or counted until somebody quotes it.
/// </summary>
public sealed record ProposedPassages(IReadOnlyList<Passage> Passages, string? Nothing)
{
    /// <summary>How many are proposed.</summary>
    public const int Most = 5;

    /// <summary>The passages for a claim and a source.</summary>
    /// <param name="text">The source’s article; null where it is not here, or not for this visitor.</param>
    /// <param name="others">The articles that this visitor may read, by which it is told which words are rare.</param>
    /// <param name="near">How near its paragraphs are in meaning; null where no model is set.</param>
    public static ProposedPassages Of(
        Casebook casebook,
        Claim claim,
        Source source,
        ArticleText? text,
        IEnumerable<ArticleText> others,
        Nearness? near = null
    )
    {
        if (text is null)
            return No("the article is not here, or not for you to read.");
        var clues = SharedWords.Weighed(casebook, claim, source, Clues.Of(casebook, claim, source));
        if (clues.Count == 0 && near?.Of is null)
            return No("the claim is too short; it has no word to seek.");
        var budget = QuoteBudget.Of(casebook, claim, source, text);
        var marks = DefaultWords.For(casebook.Head, source.Language?.Value);
        var rarity = new WordRarity([text, .. others.Where(t => t != text)]);
        var found = PassageRanking.Rank(
            clues,
            source,
            text,
            rarity,
            Most,
            budget.ForEach,
            marks,
            near?.Of,
            budget.AtMost,
            budget.Left,
            mayLackWords: true,
            quoted: QuotedShare.Beside(casebook, source, claim.Of(source.Id)?.Quotations ?? [])
        );
        return found.Count > 0
            ? new(found, null) { Missing = near?.Problem, Budget = budget }
            : No("no paragraph shares a telling word with the claim, or with what is coded of other sources.");
    }

    /// <summary>Why they are not ranked by meaning though a model of it is set, in a sentence; null where nothing is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>How many words their fragments should have.</summary>
    public QuoteBudget Budget { get; init; } = new(null, 1);

    private static ProposedPassages No(string why) => new([], $"Nothing is proposed: {why}");
}

/// <summary>How a fragment stands in its paragraph, with some of the words around it.</summary>
public sealed record InContext(string Before, string Words, string After)
{
    private const int Around = 60;

    /// <summary>
    /// A fragment with about sixty characters at either side, cut between words and marked where it is cut; the sentence of an empty one.
    /// </summary>
    public static InContext Of(string paragraph, TextSpan fragment)
    {
        if (fragment.Length == 0 && Sentences.In(paragraph).FirstOrDefault(s => s.Start == fragment.Start) is { Length: > 0 } sentence)
            return new("", "", sentence.In(paragraph));
        var words = Text.Words.In(paragraph);
        var from = words.Where(w => w.Start >= fragment.Start - Around).Select(w => w.Start).FirstOrDefault(fragment.Start);
        from = from <= Around / 4 ? 0 : Math.Min(from, fragment.Start);
        var to = words.Where(w => w.End <= fragment.End + Around).Select(w => w.End).LastOrDefault(fragment.End);
        to = to >= paragraph.Length - Around / 4 ? paragraph.Length : Math.Max(to, fragment.End);
        return new(
            (from > 0 ? "… " : "") + paragraph[from..fragment.Start],
            fragment.In(paragraph),
            paragraph[fragment.End..to] + (to < paragraph.Length ? " …" : "")
        );
    }
}
