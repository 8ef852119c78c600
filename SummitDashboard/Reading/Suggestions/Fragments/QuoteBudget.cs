using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What may still be quoted of an article, and for how much of the coding it is to do.</summary>
/// <param name="Left">Words that may still be quoted; null where nobody knows how long the article is.</param>
/// <param name="Cells">Cells of it that nobody has coded yet and that are likely to be told.</param>
public sealed record QuoteBudget(int? Left, int Cells)
{
    /// <summary>Fewer words carry nothing.</summary>
    public const int FewestWords = 3;

    // What is cut to fewer says too little to be taken by one key, even where the cells to come have to do with less.
    private const int FewestProposed = 4;

    // As many are kept for each of the others, where there are so many, before one may have more than its share.
    private const int Scarce = 8;

    /// <summary>How many words a quotation that is proposed should have: those to come have as many, or what says something.</summary>
    public int ForEach =>
        Left is { } left
            ? Math.Clamp(
                (int)Math.Ceiling(left / (double)Math.Max(1, Cells)),
                Math.Clamp(left, FewestWords, FewestProposed),
                CodebookRules.MaxWords
            )
            : CodebookRules.MaxWords;

    /// <summary>About how many words are left for each, as it is said; no more than one quotation may have.</summary>
    public int LeftForEach =>
        Left is { } left
            ? Math.Min((int)Math.Round(left / (double)Math.Max(1, Cells), MidpointRounding.AwayFromZero), CodebookRules.MaxWords)
            : CodebookRules.MaxWords;

    /// <summary>How many it has at most, where it weighs much: what is left, and beyond its share what leaves each other eight.</summary>
    public int AtMost =>
        Left is not { } left || left < FewestWords
            ? Math.Min(CodebookRules.MaxWords, 2 * ForEach)
            : Math.Min(Math.Min(CodebookRules.MaxWords, left), Math.Max(ForEach, left - (Cells - 1) * Scarce));

    /// <summary>True for a quotation of more words than this cell may have.</summary>
    /// <param name="fresh">Its words that nothing else quotes.</param>
    public bool IsExceededBy(int fresh) => Left is { } left && fresh > Math.Min(AtMost, left);

    /// <summary>True for one that leaves the cells to come fewer words than say something.</summary>
    /// <inheritdoc cref="IsExceededBy"/>
    public bool IsDrainedBy(int fresh) => IsExceededBy(fresh) && fresh > Left - (Cells - 1) * FewestProposed;

    /// <summary>True where the cells to come cannot each have as many as say something.</summary>
    public bool IsShort => Left < Cells * FewestProposed;

    /// <summary>What is left for all cells of an article that nobody has coded.</summary>
    /// <param name="quoted">A cell that is not saved yet and has its words: it needs none of what is left.</param>
    public static QuoteBudget Of(Casebook casebook, Source source, int left, Claim? quoted = null) =>
        new(left, LikelyTold(casebook, source, Open(casebook, source, quoted)));

    /// <summary>How many cells of an article nobody has coded.</summary>
    /// <inheritdoc cref="Of(Casebook, Source, int, Claim?)"/>
    public static int Open(Casebook casebook, Source source, Claim? quoted = null) =>
        casebook.Claims.Count(c => c.Id != quoted?.Id && c.Of(source.Id) is null);

    /// <summary>That of a cell about to be coded: what it has quoted already is not counted, the cell is.</summary>
    public static QuoteBudget Of(Casebook casebook, Claim claim, Source source, ArticleText text)
    {
        var others = QuotedShare.Beside(casebook, source, claim.Of(source.Id)?.Quotations ?? []);
        var left = source.Article.IsKnown ? QuotedShare.In(source, text, others).Left : (int?)null;
        return new(left, 1 + LikelyTold(casebook, source, Open(casebook, source, claim)));
    }

    // What is silent quotes nothing. How many are told is learnt of all that is coded, and the more of this source is, of that.
    private static int LikelyTold(Casebook casebook, Source source, int open)
    {
        var own = casebook.FramingsBySource[source.Id].Select(t => t.Framing.Stance).ToList();
        var told = own.Count(s => s != Stance.Silent);
        return (int)Math.Ceiling(open * (told + Before * Told.Of(casebook).Share) / (own.Count + Before));
    }

    private const int Before = 10;

    // So many of the cells coded so far are told, or half of them as long as few are coded.
    private sealed record Telling(double Share);

    private static readonly Derived<Casebook, Telling> Told = new(casebook =>
    {
        var (coded, told) = (0, 0);
        foreach (var framing in casebook.Claims.SelectMany(c => c.Framings))
            (coded, told) = (coded + 1, framing.Stance == Stance.Silent ? told : told + 1);
        return new((told + Before / 2.0) / (coded + Before));
    });
}
