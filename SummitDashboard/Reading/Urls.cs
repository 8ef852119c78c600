using System.Globalization;
using System.Text.Encodings.Web;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>
/// Every address in the app, typed: no page writes a route by hand. They are relative to the page's <c>&lt;base href&gt;</c>, so that the
/// app may stand under any path of a host; the overview is the base itself. Query values are appended with <see cref="With"/>.
/// </summary>
public static class Urls
{
    public const string Overview = "";
    public const string Timeline = "timeline";
    public const string Claims = "claims";
    public const string Actors = "actors";
    public const string Sources = "sources";
    public const string Help = "help";

    /// <summary>The cross-tables of the coding, and each of them.</summary>
    public const string Tables = "tables";
    public const string CitationTable = "tables/citations";
    public const string WordTable = "tables/words";
    public const string SilenceTable = "tables/silence";
    public const string SimilarityTable = "tables/similarity";

    /// <summary>A cross-table as a file.</summary>
    public static string TableExport(string table) => $"{table}.csv";

    /// <summary>Everything that can be found in a casebook.</summary>
    public const string Search = "search";

    /// <summary>The first hits while somebody types, as JSON.</summary>
    public const string QuickSearch = "search/quick";

    /// <summary>The searches that one keeps; where one is kept, and where one is changed.</summary>
    public const string Searches = "searches";
    public const string SaveSearch = "searches/save";

    /// <summary>Where a search that is kept is changed.</summary>
    public static string SavedSearch(string id) => $"searches/{id}";

    /// <summary>What is found of some words, with fields if they name some.</summary>
    public static string SearchFor(string words) => With(Search, ("q", words));

    /// <summary>The same in every casebook that one may see, from the server’s address.</summary>
    public const string LibrarySearch = "library/search";

    /// <summary>The first hits in all of them while somebody types, as JSON.</summary>
    public const string LibraryQuickSearch = "library/search/quick";

    /// <summary>The named choices of sources.</summary>
    public const string Sets = "sets";

    /// <summary>A set, among the others.</summary>
    public static string Set(SourceSet set) => $"sets#{set.Slug}";

    public const string SignIn = "account/sign-in";
    public const string SignOut = "account/sign-out";
    public const string Password = "account/password";
    public const string People = "account/people";

    /// <summary>What waits to be mended on the server, for owners.</summary>
    public const string Server = "account/server";

    /// <summary>The sign-in page that leads back to an address of ours.</summary>
    public static string SignInFor(string back) => With(SignIn, ("returnUrl", back));

    /// <summary>Where a one-time link leads.</summary>
    public static string Welcome(string secret) => $"account/welcome/{secret}";

    public static string Claim(Claim claim) => $"claims/{claim.Slug}";

    /// <summary>The desk at which one cell is coded.</summary>
    public static string Code(Claim claim, Source source) => $"claims/{claim.Slug}/code/{source.Slug}";

    /// <summary>Where what a source does not tell is signed at once.</summary>
    public static string Rest(Source source) => $"sources/{source.Slug}/rest";

    /// <summary>What people have begun to code.</summary>
    public const string Begun = "begun";

    /// <summary>Where an item is changed.</summary>
    public static string Edit(Item item) => $"edit/{Kinds.Of(item).Word}/{item.Slug}";

    /// <summary>
    /// Where a part of an item (<c>mention</c>, <c>statement</c>, <c>role</c>, <c>name</c>) is changed, by its place in the list; null adds
    /// one.
    /// </summary>
    public static string EditPart(Item item, string part, int? place = null) =>
        $"{Edit(item)}/{part}/{place?.ToString(CultureInfo.InvariantCulture) ?? "new"}";

    /// <summary>Where a new item of a kind is made.</summary>
    public static string New(ItemKind kind) => $"new/{Kinds.Of(kind).Word}";

    /// <summary>What a stretch picked in a source's text can be quoted for (<see cref="PickedPlace"/>).</summary>
    public static string Quote(Source source, int paragraph, int start, int end) =>
        $"sources/{source.Slug}/quote?at={PickedPlace.Say(source, paragraph, start, end)}";

    public const string History = "history";

    /// <summary>The casebook folder as a download.</summary>
    public const string CasebookZip = "export/casebook.zip";

    /// <summary>The same with its articles, for its owners: what another server opens.</summary>
    public const string WholeZip = "export/whole.zip";

    /// <summary>What the owners of a casebook say of it: who may read it, whether it is put away.</summary>
    public const string CasebookSettings = "settings";
    public const string Reliability = "reliability";

    /// <summary>The grades of a source, or of its framing of a claim: held, given before, and a form to give one.</summary>
    public static string Grade(Source source, Claim? claim = null) =>
        claim is null ? $"reliability/{source.Slug}" : $"reliability/{source.Slug}/{claim.Slug}";

    /// <summary>Every change of one item.</summary>
    public static string HistoryOf(Item item) => With(History, ("item", item.RawId));

    /// <summary>What was changed both here and in the casebook folder, to be decided on.</summary>
    public const string FromFolder = "history/folder";

    /// <summary>One revision: what it changed, and a way to take it back.</summary>
    public static string Revision(long number) => string.Create(CultureInfo.InvariantCulture, $"history/{number}");

    public const string Talks = "present";

    /// <summary>A talk with its stops.</summary>
    public static string Talk(Talk talk) => $"present/{talk.Slug}";

    /// <summary>The stage at a step, from 1.</summary>
    public static string Stage(string talk, int step = 1) => string.Create(CultureInfo.InvariantCulture, $"present/{talk}/{step}");

    /// <summary>The presenter's desk.</summary>
    public static string Desk(string talk) => $"present/{talk}/desk";

    /// <summary>A talk as one file (<c>html</c>), for a timeline maker (<c>json</c>), or to print (null).</summary>
    public static string TalkExport(string talk, string? extension) =>
        $"present/{talk}/{(extension is null ? "print" : $"export.{extension}")}";

    /// <summary>Where a talk is opened to an audience.</summary>
    public static string GoLive(string talk) => $"present/{talk}/live";

    /// <summary>Where an audience types its code.</summary>
    public const string Follow = "live";

    /// <summary>The audience's page.</summary>
    public static string Live(string code) => $"live/{code}";

    /// <summary>Where an audience's guesses go.</summary>
    public static string Guess(string code) => $"live/{code}/guess";

    /// <summary>What the audience guessed, counted.</summary>
    public static string LiveResults(string code) => $"live/{code}/results.csv";

    /// <summary>A claim with one source's telling in view.</summary>
    public static string Telling(Claim claim, Source source) => $"claims/{claim.Slug}#{source.Slug}";

    public static string Actor(Actor actor) => $"actors/{actor.Slug}";

    public static string Source(Source source) => $"sources/{source.Slug}";

    /// <summary>Where an editor supplies a source's article.</summary>
    public static string Article(Source source) => $"sources/{source.Slug}/article";

    /// <summary>The file that a source’s article was read from.</summary>
    public static string Original(Source source) => $"sources/{source.Slug}/original";

    /// <summary>The files that editors brought and that wait to be sources’ articles.</summary>
    public const string Imports = "import";

    /// <summary>Where files are sent to.</summary>
    public const string ImportFiles = "import/files";

    /// <summary>What was read from a file, before it counts.</summary>
    public static string Import(string id) => $"import/{id}";

    /// <summary>The file itself, as it was brought: as a download, or shown.</summary>
    public static string ImportedFile(string id, bool isShown = false) => With($"import/{id}/file", ("show", isShown ? "on" : null));

    /// <summary>How many paragraphs the reader shows on one page.</summary>
    public const int ReaderParagraphs = 80;

    /// <summary>
    /// A source's reader, at a paragraph if one is named: on the page it stands on, with the words of a note picked out if one is named.
    /// </summary>
    public static string Reader(Source source, int? paragraph = null, string? note = null)
    {
        var path = $"sources/{source.Slug}/text";
        if (paragraph is not { } p)
            return path;
        var page = (p - 1) / ReaderParagraphs + 1;
        return With(path, ("at", note), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null))
            + "#p"
            + p.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The timeline with an event chosen.</summary>
    public static string Event(Event evt) => With(Timeline, ("event", evt.Slug));

    /// <summary>The side-by-side and the matrix as files; <paramref name="extension"/> is <c>csv</c> or <c>md</c>.</summary>
    public static string ClaimExport(Claim claim, string extension) => $"claims/{claim.Slug}/export.{extension}";

    public static string MatrixExport(string extension) => $"claims/export.{extension}";

    /// <summary>Every telling of every claim in one file.</summary>
    public const string TellingsExport = "claims/tellings.csv";

    /// <summary>
    /// The path under which the app stands, as a page's <c>&lt;base href&gt;</c> and a cookie say it: <c>/</c> or <c>/summit/</c>.
    /// </summary>
    public static string Base(HttpRequest request) => request.PathBase.ToUriComponent() + "/";

    /// <summary>The same of the server, outside of every casebook: where cookies of people are good.</summary>
    public static string ServerBase(HttpContext context) =>
        (context.Features.Get<CasebookPath>()?.Server ?? context.Request.PathBase).ToUriComponent() + "/";

    /// <summary>What the address of the casebook that is asked for adds to the server’s; "" outside of one.</summary>
    public static string CasebookPart(HttpRequest request) =>
        request.HttpContext.Features.Get<CasebookPath>() is { } path ? Casebook(path.Slug) : "";

    /// <summary>The address of a casebook, from the server’s.</summary>
    public static string Casebook(string slug) => $"{CasebookPath.Segment}/{slug}/";

    /// <summary>Beside it in the address: the casebook was just opened from a zip.</summary>
    public const string Opened = "opened";

    // What stood at the top before there were several casebooks.
    private static readonly string[] Rooms =
    [
        Timeline,
        Claims,
        Actors,
        Sources,
        Help,
        Search,
        Searches,
        Sets,
        Tables,
        History,
        Reliability,
        Talks,
        Imports,
        "edit",
        "new",
        "export",
        CasebookSettings,
    ];

    /// <summary>Whether a path is one that every casebook has, but for its beginning.</summary>
    public static bool IsInCasebook(string path) => Rooms.Contains(path.Split('/')[0]);

    /// <summary>The casebooks of the server, from the server’s address.</summary>
    public const string Library = "library";

    /// <summary>What is said of a casebook that cannot be opened; nobody is led there.</summary>
    public const string Unopened = "unopened";

    /// <summary>Where a casebook is begun, from the server’s address.</summary>
    public const string NewCasebook = "library/new";

    /// <summary>An address with the scheme and host by which it was asked, for what leaves the page: a citation, a QR code.</summary>
    public static string Absolute(HttpRequest request, string url) => $"{request.Scheme}://{request.Host}{Base(request)}{url}";

    /// <summary>
    /// Leads to an address of ours, with a path and without a host: whatever a proxy says of these, a browser stays where it is.
    /// </summary>
    public static IResult Redirect(string url) => Results.LocalRedirect("~/" + url);

    /// <summary>The same to an address of the server, outside of every casebook.</summary>
    public static IResult RedirectToServer(HttpContext context, string url) => Results.LocalRedirect(ServerBase(context) + url);

    /// <summary>An address with query values; null and empty ones are left out.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var mark = '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            // A comma may stand in a query as it is, and “sources=Br,Ye” is to be read by people too.
            path = $"{path}{mark}{name}={UrlEncoder.Default.Encode(value).Replace("%2C", ",")}";
            mark = '&';
        }
        return path;
    }
}
