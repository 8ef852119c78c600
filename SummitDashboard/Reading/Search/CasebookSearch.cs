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

    /// <summary>In how many sources.</summary>
    public int Sources { get; init; }
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
            var all = query.Counted(e => indexing.Index.Count(Allowed(e, withCells: true)), casebook);
            var counts = all.Shown;
            var groups = counts.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => Group(casebook, query, sought, g, page)).ToList();
            return new SearchResults(counts.Sum(c => c.Count), groups, SearchFacet.Of([all], query, casebook.Sources))
            {
                Sources = counts.Select(c => c.Source).Where(s => s.Length > 0).Distinct().Count(),
            };
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
        return new(kind, all, Page(casebook, query, its, places, Paging.Of(page, all, OnPage).Before), []);
    }

    // What stands on a page of one kind, asked for at once.
    private List<SearchPart> Page(
        Casebook casebook,
        SearchQuery query,
        SearchExpression sought,
        List<(Source? Source, int Count)> places,
        int before
    )
    {
        var on = new List<(Source? Source, int Count)>();
        var (skipped, shown) = (0, 0);
        foreach (var place in places)
            if (on.Count == 0 && skipped + place.Count <= before)
                skipped += place.Count;
            else if (shown < OnPage)
            {
                shown += place.Count - (on.Count == 0 ? before - skipped : 0);
                on.Add(place);
            }
        if (on.Count == 0)
            return [];
        var tags = on.Select(p => new SearchExpression.Tag(p.Source is null ? SearchTags.NoSource : SearchTags.Source(p.Source.Id.Value)));
        var hits = Hits(
                indexing.Index,
                casebook,
                sought & new SearchExpression.Any([.. tags]),
                query.Typed ?? query.Expression!,
                before - skipped,
                OnPage,
                [.. on.Select(p => p.Source?.Id.Value ?? "")]
            )
            .ToLookup(h => h.Source?.Id);
        return [.. on.Where(p => hits.Contains(p.Source?.Id)).Select(p => new SearchPart(p.Source, p.Count, [.. hits[p.Source?.Id]]))];
    }

    /// <summary>The first hits while somebody types: what has the words in its name before what has them in its text.</summary>
    /// <returns>The hits, and why there may be more, in a sentence: the index cannot be read, or is not whole yet.</returns>
    public async Task<(IReadOnlyList<SearchHit> Hits, string? Problem)> Quick(Casebook casebook, string text, int most)
    {
        var fields = new SearchFields(casebook);
        if (SearchParser.Read(text, fields, [], isTyping: true) is not { } read)
            return ([], null);
        var found = await Ask(() =>
        {
            var sought = Allowed(read, fields.AsksForCells);
            var named = new SearchExpression.Any([
                .. new[] { SearchKind.Claim, SearchKind.Event, SearchKind.Actor, SearchKind.Source, SearchKind.Talk }.Select(
                    k => new SearchExpression.Tag(SearchTags.Kind(k))
                ),
            ]);
            var first = Hits(casebook, sought & named, read, 0, most / 2);
            var others = new SearchExpression.All([sought, new SearchExpression.Not(named)]);
            var rest = LikelyHits.Of(indexing.Index, casebook, others, read, most - first.Count);
            return new SearchResults(first.Count + rest.Count, [new(SearchKind.Claim, 0, [new(null, 0, [.. first, .. rest])], [])], []);
        });
        var state = State;
        return ([.. found.Groups.SelectMany(g => g.Hits)], found.Problem ?? (state.IsWhole ? null : Behind(state)));
    }

    /// <summary>
    /// What a search that an address names finds for this visitor: kept until what can be found is another, so that many who look at once,
    /// and a page that is drawn again, ask the index once.
    /// </summary>
    public async Task<FoundSearch> Among(Casebook casebook, FoundSearch asked)
    {
        var (fields, notices, mended) = (new SearchFields(casebook), new List<string>(), new List<string>());
        if (SearchParser.Read(asked.Query, fields, notices, mended: mended) is not { } read)
            return asked with
            {
                IsUnreadable = true,
                Notices = [.. notices, $"“found:” says nothing that can be looked for; all {asked.Name} are shown."],
            };
        var sought = Allowed(read, fields.AsksForCells);
        var key = $"{indexing.Stamp} {texts.Granted} {notes.Allows(visitor.Role)} {asked.Name} {asked.Query}";
        var state = State;
        try
        {
            var look = () =>
                Reads.Aside(() =>
                    asked.Name == FoundSearch.Claims
                        ? indexing.Index.Among(sought & OfClaims, ItemKind.Claim)
                        : indexing.Index.Among(sought, null)
                );
            var held = Sets.Of(casebook).Of(key, look);
            var ids = await (held.IsFaulted ? look() : held);
            return asked with
            {
                Ids = ids,
                IsPending = !state.IsWhole,
                Notices = state.IsWhole ? notices : [.. notices, Behind(state)],
                Mended = mended,
            };
        }
        catch (Exception e) when (e is FullTextDamagedException or DatabaseUnavailableException)
        {
            return asked with { IsPending = true, Notices = [.. notices, $"{Missing(e)} All {asked.Name} are shown meanwhile."] };
        }
    }

    /// <summary>The same of each search that an address names.</summary>
    public async Task<IReadOnlyList<FoundSearch>> Look(Casebook casebook, QueryReader address)
    {
        var looked = new List<FoundSearch>();
        foreach (var name in new[] { FoundSearch.Sources, FoundSearch.Claims })
            if (address.Found(name) is { } asked)
                looked.Add(await Among(casebook, asked));
        return looked;
    }

    // What stands in claims, so that the articles, most of what there is, need not be looked through.
    private static readonly SearchExpression OfClaims = new SearchExpression.Any([
        .. new[] { SearchKind.Claim, SearchKind.Quotation, SearchKind.Aspect, SearchKind.Gloss, SearchKind.Note, SearchKind.Cell }.Select(
            k => new SearchExpression.Tag(SearchTags.Kind(k))
        ),
    ]);

    // Addresses can be made up without end; those in use are few.
    private const int MostSets = 256;
    private static readonly Derived<Casebook, Kept<Task<HashSet<string>>>> Sets = new(_ => new(MostSets));

    /// <summary>That not everything can be found yet, in a sentence.</summary>
    public static string Behind(SearchState state) =>
        state.IsStuck
            ? $"{state.Why} What was changed since then may be missing here; that is tried again by itself."
            : $"{state.Why ?? "The index follows what was changed."} {state.Done:N0} of {state.All:N0} claims, articles and the like can "
                + "be found so far; the rest follows by itself.";

    private List<SearchHit> Hits(Casebook casebook, SearchExpression sought, SearchQuery query, int from, int most) =>
        Hits(casebook, sought, query.Typed ?? query.Expression!, from, most);

    private List<SearchHit> Hits(Casebook casebook, SearchExpression sought, SearchExpression typed, int from, int most) =>
        Hits(indexing.Index, casebook, sought, typed, from, most);

    /// <summary>Hits as they are shown.</summary>
    /// <param name="typed">Whose words are marked in them.</param>
    /// <param name="sources">In whose order they come; null where the likeliest come first.</param>
    internal static List<SearchHit> Hits(
        FullTextIndex index,
        Casebook casebook,
        SearchExpression sought,
        SearchExpression typed,
        int from,
        int most,
        IReadOnlyList<string>? sources = null
    )
    {
        var phrases = typed.Sought().ToList();
        return
        [
            .. index
                .Find(sought, from, most, phrases.Count > 0, sources)
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
        catch (Exception e) when (e is FullTextDamagedException or DatabaseUnavailableException)
        {
            return SearchResults.None with { Problem = $"{Missing(e)} Search again in a moment." };
        }
    }

    // A damaged index is made anew; one that is not there yet is on its way.
    private string Missing(Exception e)
    {
        if (e is DatabaseUnavailableException)
            return "The index cannot be read just now.";
        if (State is { IsStuck: true, Why: { } why })
        {
            indexing.Damaged();
            return why;
        }
        if (!File.Exists(indexing.Index.File) || State.Why is not null)
            return "The index is still being made.";
        indexing.Damaged();
        return "The index was damaged and is being made anew.";
    }
}
