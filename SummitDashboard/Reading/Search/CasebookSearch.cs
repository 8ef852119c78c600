using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Reading.Search;

/// <summary>Hits of one kind: the first of them, or a page.</summary>
public sealed record SearchGroup(SearchKind Kind, int Count, IReadOnlyList<SearchHit> Hits);

/// <summary>How many hits there are of each value of a facet, by what the address calls it.</summary>
public sealed record SearchFacet(string Name, IReadOnlyList<(string Value, int Count)> Values);

/// <summary>What was found.</summary>
/// <param name="Problem">Why nothing could be looked for, in a sentence; null where it could.</param>
public sealed record SearchResults(int Count, IReadOnlyList<SearchGroup> Groups, IReadOnlyList<SearchFacet> Facets, string? Problem = null)
{
    public static readonly SearchResults None = new(0, [], []);
}

/// <summary>
/// Searches a casebook for one visitor. Who may not read the articles, or presenters’ notes, finds nothing of them: no hit, no word and no
/// count.
/// </summary>
public sealed class CasebookSearch(SearchIndexing indexing, TextAccess texts, NotesAccess notes, Visitor visitor)
{
    /// <summary>Hits of a kind where all kinds are shown.</summary>
    public const int OfEach = 5;

    /// <summary>Hits on a page of one kind.</summary>
    public const int OnPage = 25;

    /// <summary>How far the index is.</summary>
    public SearchState State => indexing.State;

    /// <summary>Whether this visitor's searches go through the articles.</summary>
    public bool ReadsArticles => texts.Granted;

    /// <summary>Searches, on another thread. A damaged index is made anew, and that is said.</summary>
    public async Task<SearchResults> Run(Casebook casebook, SearchQuery query, int page)
    {
        if (query.Expression is null)
            return SearchResults.None;
        return await Ask(() =>
        {
            var sought = Allowed(query.Expression, query.AsksForCells);
            // Of what was typed alone all is counted once; what is chosen of kinds, sources and languages is some of that.
            var typed = indexing.Index.Count(Allowed(query.Typed ?? query.Expression, withCells: true));
            var counts = query.IsCountedApart ? indexing.Index.Count(sought) : query.Of(typed, casebook);
            var groups = new List<SearchGroup>();
            foreach (var kind in counts.GroupBy(c => c.Kind).OrderBy(g => g.Key))
            {
                var all = kind.Sum(c => c.Count);
                var (from, most) = query.OnlyKind is null ? (0, OfEach) : (Paging.Of(page, all, OnPage).Before, OnPage);
                groups.Add(
                    new(kind.Key, all, Hits(casebook, sought & new SearchExpression.Tag(SearchTags.Kind(kind.Key)), query, from, most))
                );
            }
            return new SearchResults(counts.Sum(c => c.Count), groups, Facets(casebook, typed));
        });
    }

    /// <summary>The first hits while somebody types: what has the words in its name before what has them in its text.</summary>
    public async Task<IReadOnlyList<SearchHit>> Quick(Casebook casebook, string text, int most)
    {
        var fields = new SearchFields(casebook);
        if (SearchParser.Read(text, fields, [], isTyping: true) is not { } read)
            return [];
        var found = await Ask(() =>
        {
            var sought = Allowed(read, fields.AsksForCells);
            var named = new SearchExpression.Any([
                .. new[] { SearchKind.Claim, SearchKind.Event, SearchKind.Actor, SearchKind.Source, SearchKind.Talk }.Select(
                    k => new SearchExpression.Tag(SearchTags.Kind(k))
                ),
            ]);
            var first = Hits(casebook, sought & named, read, 0, most / 2);
            var rest = Hits(casebook, new SearchExpression.All([sought, new SearchExpression.Not(named)]), read, 0, most - first.Count);
            return new SearchResults(first.Count + rest.Count, [new(SearchKind.Claim, 0, [.. first, .. rest])], []);
        });
        return found.Groups is [var only] ? only.Hits : [];
    }

    private List<SearchHit> Hits(Casebook casebook, SearchExpression sought, SearchQuery query, int from, int most) =>
        Hits(casebook, sought, query.Typed ?? query.Expression!, from, most);

    private List<SearchHit> Hits(Casebook casebook, SearchExpression sought, SearchExpression typed, int from, int most)
    {
        var phrases = typed.Sought().ToList();
        return
        [
            .. indexing
                .Index.Find(sought, from, most, isRanked: phrases.Count > 0)
                .Select(h => SearchHit.Of(casebook, h.Number, h.Entry, phrases))
                .OfType<SearchHit>(),
        ];
    }

    private SearchExpression Allowed(SearchExpression sought, bool withCells)
    {
        var hidden = new List<SearchKind>();
        if (!texts.Granted)
            hidden.Add(SearchKind.Article);
        if (!notes.Allows(visitor.Role))
            hidden.Add(SearchKind.Notes);
        if (!withCells)
            hidden.Add(SearchKind.Cell);
        return new SearchExpression.All([
            sought,
            .. hidden.Select(k => new SearchExpression.Not(new SearchExpression.Tag(SearchTags.Kind(k)))),
        ]);
    }

    // What there is to choose: of each facet all its values, whatever is chosen of it. Of cells without a telling only the state counts,
    // since they are shown where that is chosen.
    private static List<SearchFacet> Facets(Casebook casebook, List<FullTextCount> counts)
    {
        var all = counts.Where(c => c.Kind != SearchKind.Cell).ToList();
        var order = casebook.Sources.Select((s, n) => (s, n)).ToDictionary(p => p.s.Id.Value, p => (p.s.Siglum, p.n));
        int Graded(string tag) => all.Where(c => c.Grade == tag).Sum(c => c.Count);
        return
        [
            new("in", [.. all.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (Vocabulary.Of(g.Key), g.Sum(c => c.Count)))]),
            new(
                "source",
                [
                    .. all.Where(c => order.ContainsKey(c.Source))
                        .GroupBy(c => c.Source)
                        .OrderBy(g => order[g.Key].n)
                        .Select(g => (order[g.Key].Siglum, g.Sum(c => c.Count))),
                ]
            ),
            new(
                "stance",
                [
                    .. counts
                        .Where(c => c.State.Length > 0)
                        .GroupBy(c => c.State)
                        .OrderBy(g => Vocabulary.TryRead<Stance>(g.Key, out var stance) ? (int)stance : int.MaxValue)
                        .Select(g => (g.Key, g.Sum(c => c.Count))),
                ]
            ),
            new(
                "lang",
                [
                    .. all.Where(c => c.Language.Length > 0)
                        .GroupBy(c => c.Language)
                        .OrderByDescending(g => g.Sum(c => c.Count))
                        .Select(g => (g.Key, g.Sum(c => c.Count))),
                ]
            ),
            new("is", [.. new[] { ("rated", Graded(SearchTags.Rated)), ("unrated", Graded(SearchTags.Unrated)) }.Where(g => g.Item2 > 0)]),
        ];
    }

    private async Task<SearchResults> Ask(Func<SearchResults> ask)
    {
        try
        {
            return await Reads.Aside(ask);
        }
        catch (FullTextDamagedException)
        {
            if (!File.Exists(indexing.Index.File) || State.Why is not null)
                return SearchResults.None with { Problem = "The index is still being made; search again in a moment." };
            indexing.Damaged();
            return SearchResults.None with { Problem = "The index was damaged and is being made anew; search again in a moment." };
        }
    }
}
