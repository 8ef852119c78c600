using System.Globalization;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>What a casebook answered to a search of all.</summary>
/// <param name="IsMissed">Whether it could not be searched: its index is missing, old or damaged, or cannot be read just now.</param>
/// <param name="Lacks">What of it cannot be found yet; null where everything can.</param>
/// <param name="Notices">What the query names that this casebook does not know.</param>
/// <param name="Kinds">How many hits there are of each kind.</param>
public sealed record SearchedCasebook(
    CasebookRow Casebook,
    bool IsMissed,
    string? Lacks,
    IReadOnlyList<string> Notices,
    IReadOnlyList<(SearchKind Kind, int Count)> Kinds
)
{
    public int Count => Kinds.Sum(k => k.Count);

    /// <summary>Whether its index was met, and is of no use.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>The casebook as it was searched, with its first hits; null where it is on another page, or could not be opened.</summary>
    public (Casebook Casebook, IReadOnlyList<SearchHit> Hits)? Shown { get; init; }
}

/// <summary>What was found in all of them.</summary>
/// <param name="Count">How many hits there are in all.</param>
/// <param name="With">In how many casebooks.</param>
/// <param name="Searched">Those of the page in which something was found, the most hits first.</param>
/// <param name="Nothing">Those that were searched, and in which nothing was found.</param>
/// <param name="Missed">Those that could not be searched.</param>
/// <param name="Notices">What was not understood, in whichever casebook.</param>
/// <param name="Namesakes">Titles that more than one casebook has, of those that one may see.</param>
/// <param name="ReadsAllArticles">Whether the visitor may read the articles of every casebook.</param>
public sealed record LibraryResults(
    SearchQuery Query,
    Paging Page,
    int Count,
    int With,
    IReadOnlyList<SearchedCasebook> Searched,
    IReadOnlyList<SearchedCasebook> Nothing,
    IReadOnlyList<SearchedCasebook> Missed,
    IReadOnlyList<SearchFacet> Facets,
    IReadOnlyCollection<string> Notices,
    IReadOnlyCollection<string> Namesakes,
    bool ReadsAllArticles
)
{
    /// <summary>How many one may see.</summary>
    public int All => With + Nothing.Count + Missed.Count;
}

/// <summary>What is found in all of them while somebody types.</summary>
/// <param name="Titled">Casebooks that are called so.</param>
/// <param name="Problem">Why there may be more, in a sentence; null where everything was searched.</param>
public sealed record LibraryQuickResults(
    IReadOnlyList<CasebookRow> Titled,
    IReadOnlyList<(CasebookRow Casebook, SearchHit Hit)> Hits,
    string? Problem
);

/// <summary>
/// Searches every casebook that a visitor may see. Their indexes are counted without opening them; opened are only those of the page, one
/// after another, for their first hits. In each a visitor has the rights that he has there.
/// </summary>
public sealed class LibrarySearch(
    CasebookAccess access,
    AccessOptions options,
    CasebookLibrary library,
    IOpensCasebooks casebooks,
    SearchAhead ahead,
    Visitor visitor
)
{
    /// <summary>Casebooks on a page.</summary>
    public const int OnPage = 10;

    /// <summary>Hits of a casebook.</summary>
    public const int OfEach = 3;

    private readonly NotesAccess notes = new(options);

    /// <summary>Searches for what an address says.</summary>
    public async Task<LibraryResults> Run(string uri, CancellationToken left)
    {
        var said = new List<string>();
        var query = Read(NoNames.Only, uri, said);
        if (query.Expression is null)
            return new(query, Paging.Of(1, 0, OnPage), 0, 0, [], [], [], [], said, [], true);
        var visible = access.VisibleTo(visitor);
        var all = await Reads.Aside(() => visible.Select(v => Ask(v.Casebook, RightsOf(v.Role), uri, left)).ToList());
        ahead.Make(all.Where(a => a.Answer.IsMissed || a.Answer.Lacks is not null).Select(a => (a.Answer.Casebook.Id, a.Answer.IsDamaged)));
        var searched = all.Where(a => !a.Answer.IsMissed).ToList();
        // What every casebook says is said once.
        var common = searched
            .Select(a => a.Answer.Notices.AsEnumerable())
            .DefaultIfEmpty([])
            .Aggregate((one, its) => one.Intersect(its))
            .ToList();
        var answers = searched.Select(a => a.Answer with { Notices = [.. a.Answer.Notices.Except(common)] }).ToList();
        var found = answers.Where(a => a.Count > 0).OrderByDescending(a => a.Count).ToList();
        var address = new QueryReader(uri, []);
        var page = address.Page(found.Count, OnPage);
        var rights = visible.ToDictionary(v => v.Casebook.Id, v => RightsOf(v.Role));
        var shown = new List<SearchedCasebook>();
        foreach (var answer in page.On(found))
            shown.Add(answer with { Shown = await Hits(answer.Casebook, rights[answer.Casebook.Id], uri, left) });
        return new(
            query,
            page,
            found.Sum(f => f.Count),
            found.Count,
            shown,
            [.. answers.Where(a => a.Count == 0)],
            [.. all.Select(a => a.Answer).Where(a => a.IsMissed)],
            SearchFacet.Of([.. searched.Select(a => a.Counts).OfType<SearchCounts>()], query, []),
            [.. common, .. address.Notices],
            [.. visible.GroupBy(v => v.Casebook.Title).Where(g => g.Count() > 1).Select(g => g.Key)],
            rights.Values.All(r => r.Articles)
        );
    }

    /// <summary>
    /// The first hits while somebody types, with casebooks that are called so before them: of the casebooks with the most hits, a few of
    /// each, since each has to be opened.
    /// </summary>
    public async Task<LibraryQuickResults> Quick(string words, CancellationToken left)
    {
        if (string.IsNullOrWhiteSpace(words))
            return new([], [], null);
        var visible = access.VisibleTo(visitor);
        var named = visible
            .Select(v => v.Casebook)
            .Where(c => CultureInfo.InvariantCulture.CompareInfo.IndexOf(c.Title, words.Trim(), Loosely) >= 0)
            .Take(OnPage)
            .ToList();
        var all = await Reads.Aside(() =>
            visible.Select(v => (v.Casebook, Rights: RightsOf(v.Role), Found: Typed(v.Casebook, RightsOf(v.Role), words, left))).ToList()
        );
        var found = new List<(CasebookRow, SearchHit)>();
        var unopened = 0;
        foreach (var (casebook, rights, _) in all.Where(v => v.Found.Count > 0).OrderByDescending(v => v.Found.Count).Take(QuickCasebooks))
            if (await Hits(casebook, c => Typed(rights, new SearchNames(c), words), QuickHits, left) is var (_, hits))
                found.AddRange(hits.Select(h => (casebook, h)));
            else
                unopened++;
        var missed = all.Count(v => !v.Found.IsWhole);
        return new(
            named,
            found,
            missed > 0 ? Gathering(missed)
                : unopened > 0 ? $"{Labels.Count(unopened, "casebook")} cannot be opened just now; what was found there is not shown."
                : null
        );
    }

    /// <summary>That some casebooks could not be searched, in a sentence.</summary>
    public static string Gathering(int casebooks) =>
        $"What can be found in {Labels.Count(casebooks, "casebook")} is being gathered; search again in a moment.";

    private const int QuickCasebooks = 3;
    private const int QuickHits = 4;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static (SearchExpression Sought, SearchExpression Typed)? Typed(SearchRights rights, ISearchNames names, string words)
    {
        var fields = new SearchFields(names, isElsewhere: true);
        return SearchParser.Read(words, fields, [], isTyping: true) is { } read ? (rights.Allowed(read, fields.AsksForCells), read) : null;
    }

    // How many hits there are, and whether all of it could be searched.
    private (int Count, bool IsWhole) Typed(CasebookRow casebook, SearchRights rights, string words, CancellationToken left)
    {
        left.ThrowIfCancellationRequested();
        using var index = new FullTextIndex(library.PlaceOf(casebook).SearchFile, isAside: true);
        try
        {
            var isWhole = index.Whole() is not null;
            return (Typed(rights, index, words) is var (sought, _) ? index.Count(sought).Sum(c => c.Count) : 0, isWhole);
        }
        catch (Exception e) when (e is FullTextDamagedException || DatabaseUnavailableException.Of(e) is not null)
        {
            ahead.Make([(casebook.Id, e is FullTextDamagedException && File.Exists(index.File))]);
            return (0, false);
        }
    }

    private SearchRights RightsOf(AccountRole? role) => new(TextAccess.Grants(options, role, visitor.IsLocal), notes.Allows(role));

    private static SearchQuery Read(ISearchNames names, string uri, ICollection<string> notices) =>
        SearchQuery.Read(new SearchFields(names, isElsewhere: true), new(uri, notices), Urls.LibrarySearch);

    private (SearchedCasebook Answer, SearchCounts? Counts) Ask(
        CasebookRow casebook,
        SearchRights rights,
        string uri,
        CancellationToken left
    )
    {
        left.ThrowIfCancellationRequested();
        var notices = new List<string>();
        using var index = new FullTextIndex(library.PlaceOf(casebook).SearchFile, isAside: true);
        try
        {
            var whole = index.Whole();
            var query = Read(index, uri, notices);
            if (query.Expression is null)
                return (new(casebook, false, null, notices, []), null);
            var counts = query.Counted(e => index.Count(rights.Allowed(e, withCells: true)));
            var kinds = counts.Shown.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(c => c.Count)));
            return (new(casebook, false, Lacks(casebook, whole), notices, [.. kinds]), counts);
        }
        catch (Exception e) when (e is FullTextDamagedException || DatabaseUnavailableException.Of(e) is not null)
        {
            // The others are searched all the same.
            return (new(casebook, true, null, [], []) { IsDamaged = e is FullTextDamagedException && File.Exists(index.File) }, null);
        }
    }

    private static string? Lacks(CasebookRow casebook, long? whole) =>
        whole is null ? "Only a part of it can be found so far; the rest follows by itself."
        : whole < casebook.Revision ? "Its latest changes may not be found yet."
        : null;

    private Task<(Casebook, IReadOnlyList<SearchHit>)?> Hits(CasebookRow row, SearchRights rights, string uri, CancellationToken left) =>
        Hits(
            row,
            casebook =>
                Read(new SearchNames(casebook), uri, []) is { Expression: { } asked } query
                    ? (rights.Allowed(asked, query.AsksForCells), query.Typed ?? asked)
                    : null,
            OfEach,
            left
        );

    private async Task<(Casebook, IReadOnlyList<SearchHit>)?> Hits(
        CasebookRow row,
        Func<Casebook, (SearchExpression Sought, SearchExpression Typed)?> asked,
        int most,
        CancellationToken left
    )
    {
        left.ThrowIfCancellationRequested();
        try
        {
            return await casebooks.In(row.Id, services => Reads.Aside(() =>
                {
                    var casebook = services.GetRequiredService<CasebookStore>().Current;
                    var index = services.GetRequiredService<FullTextIndex>();
                    IReadOnlyList<SearchHit> hits = asked(casebook) is var (sought, typed)
                        ? LikelyHits.Of(index, casebook, sought, typed, most)
                        : [];
                    return (casebook, hits);
                }));
        }
        catch (Exception e) when (e is StartupException or FullTextDamagedException or DatabaseUnavailableException)
        {
            if (e is FullTextDamagedException)
                ahead.Make([(row.Id, true)]);
            return null;
        }
    }

    // Of no casebook.
    private sealed class NoNames : ISearchNames
    {
        public static readonly NoNames Only = new();

        public IReadOnlyList<string> TagsOf(string field, string value) => [];

        public IReadOnlyList<NameForm> FormsOf(string tag) => [];
    }
}
