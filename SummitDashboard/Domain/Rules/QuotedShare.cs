using System.Globalization;
using SummitDashboard.Text;
using Counted = (int Word, int PerWord, bool Begins);

namespace SummitDashboard.Domain;

/// <summary>How much of an article is quoted, in words as they are counted (<see cref="Words.Counted"/>).</summary>
/// <param name="Quoted">Words that the fragments cover; what several quote counts once.</param>
/// <param name="Of">Words of the whole article; 0 where nobody knows which it is.</param>
public sealed record QuotedShare(int Quoted, int Of)
{
    /// <summary>All fragments of an article together cover at most this share of its words.</summary>
    public const double Most = 0.25;

    /// <summary>True where more is quoted than may be.</summary>
    public bool IsOver => Of > 0 && Quoted > Of * Most;

    /// <summary>How many words may still be quoted.</summary>
    public int Left => Math.Max(0, (int)(Of * Most) - Quoted);

    /// <summary>Percent, rounded up: past 25 only where it is over.</summary>
    public int Percent => Of == 0 ? 0 : (int)Math.Ceiling(100.0 * Quoted / Of);

    /// <summary>“18 % of this article is quoted (72 of 400 words); at most 25 % may be.”</summary>
    public string Says =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Rounded} % of this article is quoted ({Quoted:N0} of {Of:N0} words); at most {Most * 100:0} % may be."
        );

    private string Rounded => Quoted > 0 && Quoted * 100L < Of ? "Less than 1" : Percent.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is said where it is over, and how to mend it.</summary>
    internal string TooMuch =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"its fragments cover {Quoted} of {Of} words ({Percent} %); at most a quarter may be quoted. Shorten some, or quote the same "
                + $"fragment twice."
        );

    /// <summary>Of these fragments; with the text at hand as they stand there, else as they overlap each other.</summary>
    public static QuotedShare In(Source source, ArticleText? text, IEnumerable<Quotation> quotations)
    {
        var byParagraph = quotations.Where(q => q.Exact.Length > 0).GroupBy(q => q.Paragraph);
        return new(
            text is null
                ? byParagraph.Sum(g => Joined(g.Select(q => q.Exact)))
                : byParagraph.Sum(g => g.Key < 1 || g.Key > text.Paragraphs.Count ? 0 : Covered(text, g.Key, g)),
            source.Article.Words
        );
    }

    /// <summary>Every fragment of a source that a casebook holds, the words that its facts rest on among them.</summary>
    public static IEnumerable<Quotation> Quotations(Casebook casebook, Source source) =>
        [
            .. casebook.FramingsBySource[source.Id].SelectMany(t => t.Framing.Quotations),
            .. casebook.MentionsBySource[source.Id].Select(m => m.Mention.Quotation),
            .. casebook
                .Actors.Concat<Item>([source])
                .SelectMany(i => Kinds.Of(i).QuotedOf(i))
                .Where(q => q.Source == source.Id)
                .Select(q => q.Quotation),
        ];

    /// <summary>
    /// The same beside a part that is being edited, whose saved quotations are left out once; another part may quote the same.
    /// </summary>
    public static List<Quotation> Beside(Casebook casebook, Source source, IEnumerable<Quotation> saved)
    {
        var others = Quotations(casebook, source).ToList();
        foreach (var own in saved)
            if (others.FindIndex(q => (q.Exact, q.Paragraph) == (own.Exact, own.Paragraph)) is var n and >= 0)
                others.RemoveAt(n);
        return others;
    }

    /// <summary>How many words of an article are left to quote, where a stretch of it is more than these; null where it is not.</summary>
    public static int? LeftWhereTooMuch(Casebook casebook, Source source, ArticleText text, int paragraph, TextSpan stretch)
    {
        if (!source.Article.IsKnown || paragraph < 1 || paragraph > text.Paragraphs.Count)
            return null;
        var whole = text.Paragraphs[paragraph - 1];
        var exact = stretch.In(whole);
        var quoted = Quotations(casebook, source).ToList();
        var left = In(source, text, quoted).Left;
        if (Words.Count(exact) <= left)
            return null;
        var more = new Quotation
        {
            Exact = exact,
            Paragraph = paragraph,
            Occurrence = 1 + TextSpan.CountOf(whole[..(stretch.End - 1)], exact),
        };
        return In(source, text, quoted.Append(more)).IsOver ? left : null;
    }

    private static int Covered(ArticleText text, int paragraph, IEnumerable<Quotation> quotations)
    {
        var spans = quotations.Select(text.Find).OfType<TextSpan>().ToList();
        return Words.Count(
            Words.Counted(text.Paragraphs[paragraph - 1]).Where(w => spans.Any(s => w.Span.Start < s.End && w.Span.End > s.Start))
        );
    }

    // Without the text: fragments that stand inside another, or begin with the words in which another ends, count once.
    private static int Joined(IEnumerable<string> fragments)
    {
        var numbers = new Dictionary<string, int>();
        var runs = fragments
            .Distinct()
            .Select(f => Words.Counted(f).Select(w => (NumberOf(w.Span.In(f)), w.PerWord, w.Begins)).ToArray())
            .OrderByDescending(r => r.Length)
            .ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            var held = Held(runs[i]);
            for (var j = runs.Count - 1; j > i; j--)
                if (MayJoin(held, runs[j]) && Join(runs[i], runs[j]) is { } joined)
                {
                    (runs[i], held) = (joined, Held(joined));
                    runs.RemoveAt(j);
                    j = runs.Count;
                }
        }
        return runs.Sum(r => Words.Count(r.Select(w => new CountedWord(default, w.PerWord, w.Begins))));

        int NumberOf(string word) => numbers.TryGetValue(word, out var known) ? known : numbers[word] = numbers.Count;
    }

    // Hundreds of fragments may stand in a paragraph, and each is held against each: most have no word in common, which a bit each tells.
    private static ulong Held(Counted[] run) => run.Aggregate(0UL, (bits, w) => bits | 1UL << w.Word);

    // Whether the longer one stands over the shorter or beside it, it has the first or the last word of that.
    private static bool MayJoin(ulong longer, Counted[] shorter) =>
        shorter.Length == 0 || ((longer >> shorter[0].Word) & 1) != 0 || ((longer >> shorter[^1].Word) & 1) != 0;

    private static Counted[]? Join(Counted[] longer, Counted[] shorter)
    {
        for (var at = 0; at + shorter.Length <= longer.Length; at++)
            if (Same(longer.AsSpan(at, shorter.Length), shorter))
                return longer;
        for (var overlap = shorter.Length - 1; overlap > 0; overlap--)
        {
            if (Same(longer.AsSpan(longer.Length - overlap), shorter.AsSpan(0, overlap)))
                return [.. longer, .. shorter[overlap..]];
            if (Same(longer.AsSpan(0, overlap), shorter.AsSpan(shorter.Length - overlap)))
                return [.. shorter, .. longer[overlap..]];
        }
        return null;

        static bool Same(ReadOnlySpan<Counted> a, ReadOnlySpan<Counted> b)
        {
            for (var i = 0; i < a.Length; i++)
                if (a[i].Word != b[i].Word)
                    return false;
            return true;
        }
    }
}
