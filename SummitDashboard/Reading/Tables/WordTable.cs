using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Tables;

/// <summary>What a marked word does: it weakens, or it evaluates.</summary>
public enum WordKind
{
    Hedges,
    Loaded,
}

/// <summary>A marked word in one passage: it counts once there, however often it was marked.</summary>
/// <param name="Key">The word as it is compared, without case; what is marked in a translation alone is a word apart.</param>
/// <param name="IsInTelling">True where the passage is quoted for a claim.</param>
public sealed record WordPlace(WordKind Kind, string Key, string Word, bool IsTranslated, CodedPassage Passage, bool IsInTelling);

/// <summary>A word with its counts.</summary>
public sealed record WordCount(WordKind Kind, string Key, string Word, bool IsTranslated, IReadOnlyList<WordPlace> Places);

/// <summary>Hedges or loaded words of a source.</summary>
/// <param name="Count">In how many places: words times passages.</param>
/// <param name="InTellings">How many of them in what is quoted for a claim.</param>
/// <param name="InTranslation">How many of them are marked in a translation alone.</param>
/// <param name="PerThousand">For each thousand words quoted; null where nothing is quoted.</param>
/// <param name="PerTelling">Those in tellings for each claim told; null where none is.</param>
public sealed record WordFigures(int Count, int InTellings, int InTranslation, double? PerThousand, double? PerTelling);

/// <summary>
/// Hedges and loaded words by source, counted in its coded passages as they were marked: a word counts once in each passage where it is
/// marked, so that a source’s count is the sum of its words’ counts, and each the number of passages it leads to.
/// </summary>
public sealed class WordTable
{
    private readonly ILookup<(SourceId, WordKind), WordPlace> places;
    private readonly Dictionary<SourceId, (int Words, int Tellings)> sizes;
    private readonly Dictionary<(SourceId, WordKind), WordFigures> figures;

    private WordTable(TableScope scope, List<WordPlace> all, Dictionary<SourceId, (int, int)> sizes)
    {
        (Scope, this.sizes) = (scope, sizes);
        places = all.ToLookup(p => (p.Passage.Source.Id, p.Kind));
        figures = scope
            .Sources.SelectMany(s => Enum.GetValues<WordKind>(), (s, k) => (s, k))
            .ToDictionary(c => (c.s.Id, c.k), c => Figures(c.s, c.k));
        var collation = Collation.Of(scope.Casebook.Head.Language);
        Words = all.GroupBy(p => (p.Kind, p.Key))
            .Select(g => new WordCount(g.Key.Kind, g.Key.Key, g.First().Word, g.First().IsTranslated, [.. g]))
            .OrderByDescending(w => w.Places.Count)
            .ThenBy(w => w.Word, collation)
            .ToLookup(w => w.Kind);
    }

    public static WordTable Of(TableScope scope) => Known.Of(scope.Casebook).Of(scope.Key, () => Make(scope));

    private static readonly Derived<Casebook, Kept<WordTable>> Known = new(_ => new(4));

    private static WordTable Make(TableScope scope)
    {
        var sizes = new Dictionary<SourceId, (int, int)>();
        var all = new List<WordPlace>();
        foreach (var source in scope.Sources)
        {
            var words = 0;
            foreach (var passage in scope.Passages(source))
            {
                words += Text.Words.Count(passage.Exact);
                all.AddRange(In(passage));
            }
            var tellings = SourceIndex
                .Of(scope.Casebook)
                .Tellings(source)
                .Count(t => t.Framing.Stance != Stance.Silent && scope.Counts(source, t.Claim));
            sizes[source.Id] = (words, tellings);
        }
        return new(scope, all, sizes);
    }

    public TableScope Scope { get; }

    /// <summary>The words of each kind, those first that stand in most passages.</summary>
    public ILookup<WordKind, WordCount> Words { get; }

    /// <summary>How many words of a source are quoted: those of its coded passages, each once.</summary>
    public int Quoted(Source source) => sizes[source.Id].Words;

    /// <summary>How many claims a source tells.</summary>
    public int Tellings(Source source) => sizes[source.Id].Tellings;

    public WordFigures Of(Source source, WordKind kind) => figures[(source.Id, kind)];

    /// <summary>The places behind a cell: of a source, of a word, of both, of all.</summary>
    public IEnumerable<WordPlace> In(Source? source, WordKind kind, string? key) =>
        (source is { } one ? places[(one.Id, kind)] : Scope.Sources.SelectMany(s => places[(s.Id, kind)])).Where(p =>
            key is null || p.Key == key
        );

    /// <summary>The rows in an order.</summary>
    public IReadOnlyList<Source> Rows(RowOrder order)
    {
        var figure = Array.Find(Columns, c => c.Key == order.By).Figure;
        return order.Of(Scope, s => figure is null || IsUnread(s) ? null : figure(this, s));
    }

    /// <inheritdoc cref="CitationTable.IsUnread"/>
    public bool IsUnread(Source source) => Scope.Coded(source) == 0 && Enum.GetValues<WordKind>().All(k => Of(source, k).Count == 0);

    /// <summary>Whether it has a column of this name to be sorted by.</summary>
    public static bool Has(string sort) => Array.Exists(Columns, c => c.Key == sort);

    /// <summary>The columns that a table of sources has, as an address sorts by them and as they are headed.</summary>
    public static readonly (string Key, string Label, Func<WordTable, Source, double?> Figure)[] Columns =
    [
        ("told", "claims told", (t, s) => t.Tellings(s)),
        ("quoted", "words quoted", (t, s) => t.Quoted(s)),
        ("hedges", "hedges", (t, s) => t.Of(s, WordKind.Hedges).Count),
        ("hedges-per-1000", "hedges per 1,000 words quoted", (t, s) => t.Of(s, WordKind.Hedges).PerThousand),
        ("hedges-per-telling", "hedges per claim told", (t, s) => t.Of(s, WordKind.Hedges).PerTelling),
        ("loaded", "loaded words", (t, s) => t.Of(s, WordKind.Loaded).Count),
        ("loaded-per-1000", "loaded per 1,000 words quoted", (t, s) => t.Of(s, WordKind.Loaded).PerThousand),
        ("loaded-per-telling", "loaded per claim told", (t, s) => t.Of(s, WordKind.Loaded).PerTelling),
    ];

    private WordFigures Figures(Source source, WordKind kind)
    {
        var (own, size) = (places[(source.Id, kind)].ToList(), sizes[source.Id]);
        var told = own.Count(p => p.IsInTelling);
        return new(
            own.Count,
            told,
            own.Count(p => p.IsTranslated),
            size.Words == 0 ? null : 1000.0 * own.Count / size.Words,
            size.Tellings == 0 ? null : (double)told / size.Tellings
        );
    }

    // Words of the original, or where none is marked in it, of the translation.
    private static IEnumerable<WordPlace> In(CodedPassage passage) =>
        from kind in Enum.GetValues<WordKind>()
        from marked in passage.Coded.SelectMany(a => Marked(a.Quotation, kind), (a, word) => (word.Word, word.IsTranslated, Of: a))
        group marked by (Kind: kind, Key: (marked.IsTranslated ? "≈" : "") + Folding.Of(marked.Word)) into uses
        select new WordPlace(
            uses.Key.Kind,
            uses.Key.Key,
            uses.First().Word,
            uses.First().IsTranslated,
            passage,
            uses.Any(u => u.Of is ClaimAnnotation)
        );

    private static IEnumerable<(string Word, bool IsTranslated)> Marked(Quotation quotation, WordKind kind)
    {
        var (own, translated) =
            kind == WordKind.Hedges ? (quotation.Hedges, quotation.Translation?.Hedges) : (quotation.Loaded, quotation.Translation?.Loaded);
        return own.Count > 0 ? own.Select(w => (w, false)) : (translated ?? []).Select(w => (w, true));
    }
}
