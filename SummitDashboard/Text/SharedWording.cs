namespace SummitDashboard.Text;

/// <summary>Words that two texts share in the same order: where they stand in each, by paragraph from 1 and in UTF-16 units.</summary>
public sealed record SharedRun(int Paragraph, TextSpan Span, int OtherParagraph, TextSpan OtherSpan, int Words);

/// <summary>
/// How much of their wording two texts share, by word shingles (Broder 1997): of every run of five words, folded, whether the other text
/// has it too.
/// </summary>
/// <param name="OfThis">The share of this text’s shingles that the other has, 0 to 1.</param>
/// <param name="OfOther">The share of the other’s that this one has.</param>
public readonly record struct SharedWording(double OfThis, double OfOther)
{
    /// <summary>How many words make a shingle.</summary>
    public const int Size = 5;

    /// <summary>The measure for two texts of which the shingles are known.</summary>
    public static SharedWording Between(IReadOnlySet<ulong> one, IReadOnlySet<ulong> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        double shared = few.Count(many.Contains);
        return new(one.Count == 0 ? 0 : shared / one.Count, other.Count == 0 ? 0 : shared / other.Count);
    }

    /// <summary>The shingles of a text, each as a number; a paragraph shorter than one has none.</summary>
    public static IReadOnlySet<ulong> ShinglesOf(IReadOnlyList<string> paragraphs)
    {
        var shingles = new HashSet<ulong>();
        foreach (var words in Read(paragraphs).GroupBy(w => w.Paragraph).Select(g => g.ToList()))
            for (var n = 0; n + Size <= words.Count; n++)
                shingles.Add(Hash(words, n));
        return shingles;
    }

    /// <summary>The longest runs of words that both have, in the order of the first; none shorter than a shingle.</summary>
    public static IReadOnlyList<SharedRun> Runs(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (a, b) = (Read(one), Read(other));
        var places = new Dictionary<ulong, List<int>>();
        for (var n = 0; n + Size <= b.Count; n++)
            if (b[n].Paragraph == b[n + Size - 1].Paragraph)
                (places.TryGetValue(Hash(b, n), out var at) ? at : places[Hash(b, n)] = []).Add(n);
        var runs = new List<SharedRun>();
        for (var n = 0; n + Size <= a.Count; )
        {
            var (best, length) = (0, 0);
            if (a[n].Paragraph == a[n + Size - 1].Paragraph && places.TryGetValue(Hash(a, n), out var candidates))
                foreach (var place in candidates.Take(MostPlaces))
                    if (Length(a, n, b, place) is var found && found > length)
                        (best, length) = (place, found);
            if (length < Size)
            {
                n++;
                continue;
            }
            runs.Add(new(a[n].Paragraph, Span(a, n, length), b[best].Paragraph, Span(b, best, length), length));
            n += length;
        }
        return runs;
    }

    // A phrase that stands everywhere is held against its first places only.
    private const int MostPlaces = 20;

    private readonly record struct Word(string Folded, int Paragraph, TextSpan Span);

    private static List<Word> Read(IReadOnlyList<string> paragraphs) =>
        [.. paragraphs.SelectMany((text, n) => Text.Words.In(text).Select(span => new Word(Folding.Of(span.In(text)), n + 1, span)))];

    private static int Length(List<Word> a, int at, List<Word> b, int place)
    {
        var length = 0;
        while (
            at + length < a.Count
            && place + length < b.Count
            && a[at + length].Folded == b[place + length].Folded
            && a[at + length].Paragraph == a[at].Paragraph
            && b[place + length].Paragraph == b[place].Paragraph
        )
            length++;
        return length;
    }

    private static TextSpan Span(List<Word> words, int at, int length) =>
        new(words[at].Span.Start, words[at + length - 1].Span.End - words[at].Span.Start);

    // FNV-1a, the same on every machine; what it takes for one by chance is one of billions.
    private static ulong Hash(List<Word> words, int at)
    {
        var hash = 14695981039346656037UL;
        for (var n = at; n < at + Size; n++)
        {
            foreach (var c in words[n].Folded)
                hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }
        return hash;
    }
}
