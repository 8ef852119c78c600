using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Reading.Search;

/// <summary>Hits of one kind in one source.</summary>
/// <param name="Source">Null for what is of no source, and where hits of a kind are not grouped by them.</param>
/// <param name="Count">How many there are of it, shown or not.</param>
public sealed record SearchPart(Source? Source, int Count, IReadOnlyList<SearchHit> Hits);

/// <summary>Hits of one kind: the first of them, or a page.</summary>
/// <param name="Elsewhere">The sources of the others, where only the first are shown.</param>
public sealed record SearchGroup(
    SearchKind Kind,
    int Count,
    IReadOnlyList<SearchPart> Parts,
    IReadOnlyList<(Source Source, int Count)> Elsewhere
)
{
    public IEnumerable<SearchHit> Hits => Parts.SelectMany(p => p.Hits);
}

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
            var groups = counts.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => Group(casebook, query, sought, g, page)).ToList();
            return new SearchResults(counts.Sum(c => c.Count), groups, SearchFacet.Of(typed, casebook.Sources));
        });
    }

    // The likeliest of all, or a page of them: source by source, as these stand in the casebook, and what is of none last.
    private SearchGroup Group(
        Casebook casebook,
        SearchQuery query,
        SearchExpression sought,
        IGrouping<SearchKind, FullTextCount> counts,
        int page
    )
    {
        var (kind, all) = (counts.Key, counts.Sum(c => c.Count));
        var its = sought & new SearchExpression.Tag(SearchTags.Kind(kind));
        if (kind == SearchKind.Source) // each is its own
        {
            var (from, most) = query.OnlyKind is null ? (0, OfEach) : (Paging.Of(page, all, OnPage).Before, OnPage);
            return new(kind, all, [new(null, all, Hits(casebook, its, query, from, most))], []);
        }
        var of = counts.GroupBy(c => c.Source).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        List<(Source? Source, int Count)> places =
        [
            .. casebook.Sources.Where(s => of.ContainsKey(s.Id.Value)).Select(s => ((Source?)s, of[s.Id.Value])),
            .. of.TryGetValue("", out var ofNone) ? [(null, ofNone)] : Array.Empty<(Source?, int)>(),
        ];
        if (query.OnlyKind is null)
        {
            var first = Hits(casebook, its, query, 0, OfEach).ToLookup(h => h.Source?.Id);
            var (here, elsewhere) = (places.Where(p => first.Contains(p.Source?.Id)), places.Where(p => !first.Contains(p.Source?.Id)));
            return new(
                kind,
                all,
                [.. here.Select(p => new SearchPart(p.Source, p.Count, [.. first[p.Source?.Id]]))],
                [.. elsewhere.Where(p => p.Source is not null).Select(p => (p.Source!, p.Count))]
            );
        }
        var parts = new List<SearchPart>();
        var (before, room) = (Paging.Of(page, all, OnPage).Before, OnPage);
        foreach (var (source, count) in places)
        {
            var most = Math.Min(room, count - before);
            if (most > 0)
            {
                var tag = source is null ? SearchTags.NoSource : SearchTags.Source(source.Id.Value);
                parts.Add(new(source, count, Hits(casebook, its & new SearchExpression.Tag(tag), query, before, most)));
                room -= most;
            }
            before = Math.Max(0, before - count);
        }
        return new(kind, all, parts, []);
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
            return new SearchResults(first.Count + rest.Count, [new(SearchKind.Claim, 0, [new(null, 0, [.. first, .. rest])], [])], []);
        });
        return [.. found.Groups.SelectMany(g => g.Hits)];
    }

    private List<SearchHit> Hits(Casebook casebook, SearchExpression sought, SearchQuery query, int from, int most) =>
        Hits(casebook, sought, query.Typed ?? query.Expression!, from, most);

    private List<SearchHit> Hits(Casebook casebook, SearchExpression sought, SearchExpression typed, int from, int most) =>
        Hits(indexing.Index, casebook, sought, typed, from, most);

    /// <summary>Hits as they are shown.</summary>
    /// <param name="typed">Whose words are marked in them.</param>
    internal static List<SearchHit> Hits(
        FullTextIndex index,
        Casebook casebook,
        SearchExpression sought,
        SearchExpression typed,
        int from,
        int most
    )
    {
        var phrases = typed.Sought().ToList();
        return
        [
            .. index
                .Find(sought, from, most, isRanked: phrases.Count > 0)
                .Select(h => SearchHit.Of(casebook, h.Number, h.Entry, phrases))
                .OfType<SearchHit>(),
        ];
    }

    private SearchExpression Allowed(SearchExpression sought, bool withCells) =>
        new SearchRights(texts.Granted, notes.Allows(visitor.Role)).Allowed(sought, withCells);

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
