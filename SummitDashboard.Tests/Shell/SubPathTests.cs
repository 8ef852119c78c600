using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>
/// Under a sub-path nothing leads out of it: every page that an owner can reach is asked, and all it links to, sends to, loads and
/// redirects to is looked at.
/// </summary>
public sealed partial class SubPathTests
{
    private const string Base = "/summit/";

    private static readonly (string Selector, string Attribute)[] Leads =
    [
        ("a[href]", "href"),
        ("area[href]", "href"),
        ("form[action]", "action"),
        ("[formaction]", "formaction"),
        ("link[href]", "href"),
        ("script[src]", "src"),
        ("img[src]", "src"),
        ("iframe[src]", "src"),
        ("[data-leave]", "data-leave"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_UnderASubPath_LeadsNowhereElse()
    {
        using var app = new TestApp(new Dictionary<string, string> { ["PathBase"] = Base }).Started();
        await app.Person("Ada", AccountRole.Owner);
        var root = app.Site.Root + Base + new Uri(app.Address).AbsolutePath[1..];
        using var ada = await new LiveTalk(root).SignedIn("Ada");
        var code = await ada.GoLive(app.Casebook.Talks[0].Slug);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = ada.Cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new(root),
        };

        var (wrong, shapes) = (new List<string>(), new HashSet<string>());
        var open = new Queue<Uri>(
            PageList
                .Of(app.Casebook)
                .Append(Urls.Live(code))
                .Append(Urls.Desk(app.Casebook.Talks[0].Slug) + "?live=" + code)
                .Select(p => new Uri(http.BaseAddress, p.TrimStart('/')))
        );
        while (open.TryDequeue(out var url))
        {
            if (url.AbsolutePath.EndsWith(Urls.SignOut, StringComparison.Ordinal) || !shapes.Add(Shape(url)))
                continue;
            using var answer = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, Stop);
            if (
                answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found)
                && !(
                    url.AbsolutePath.EndsWith(PageList.Missing, StringComparison.Ordinal)
                    || url.AbsolutePath.EndsWith("/not-found", StringComparison.Ordinal)
                )
            )
                wrong.Add($"{url.PathAndQuery} answers {(int)answer.StatusCode}");
            if (answer.Headers.Location is { } to)
            {
                if (!to.OriginalString.StartsWith(Base, StringComparison.Ordinal))
                    wrong.Add($"{url.PathAndQuery} redirects to {to.OriginalString}");
                else
                    open.Enqueue(new(url, to));
            }
            if (answer.Content.Headers.ContentType?.MediaType == "text/css")
                wrong.AddRange(
                    RootedInCss().Matches(await answer.Content.ReadAsStringAsync(Stop)).Select(m => $"{url.AbsolutePath}: {m.Value}")
                );
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || answer.Content.Headers.ContentDisposition is not null)
                continue;
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
            if (page.QuerySelector("base")?.GetAttribute("href") is not { } own || !own.StartsWith(Base, StringComparison.Ordinal))
                wrong.Add($"{url.PathAndQuery} has no base");
            foreach (
                var lead in page.All.SelectMany(e =>
                    Leads.Where(l => e.Matches(l.Selector)).Select(l => (Element: e, Url: e.GetAttribute(l.Attribute)!))
                )
            )
            {
                var target = new Uri(new Uri(http.BaseAddress, page.QuerySelector("base")?.GetAttribute("href") ?? ""), lead.Url);
                if (target.Authority != http.BaseAddress.Authority)
                    continue; // a source's own address
                if (!target.AbsolutePath.StartsWith(Base, StringComparison.Ordinal))
                    wrong.Add($"{url.PathAndQuery}: {lead.Element.OuterHtml[..Math.Min(120, lead.Element.OuterHtml.Length)]}");
                // “#x” alone would lead to the overview.
                else if (lead.Url.StartsWith('#') && url.AbsolutePath != page.QuerySelector("base")?.GetAttribute("href"))
                    wrong.Add($"{url.PathAndQuery}: {lead.Url}");
                else if (lead.Element.LocalName != "form")
                    open.Enqueue(new(target.GetLeftPart(UriPartial.Query)));
            }
        }
        Assert.Empty(wrong);
        Assert.True(shapes.Count > 60, $"Only {shapes.Count} kinds of pages were found.");
    }

    /// <summary>Scripts ask the server too: what they ask is relative to the page's base.</summary>
    [Fact]
    public void Scripts_Addresses_AreRelativeToTheBase() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Path.Combine(Repo.Root, "SummitDashboard"), "*.js", SearchOption.AllDirectories)
            where !Path.GetRelativePath(Repo.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
            from Match match in RootedInScript().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {match.Value}"
        );

    // Pages of one shape (/claims/*?sources) are made by the same code: one of each is enough.
    private static string Shape(Uri url) =>
        url.AbsolutePath.StartsWith(Base + "account/", StringComparison.Ordinal)
            ? url.AbsolutePath
            : string.Join(
                '/',
                url.AbsolutePath.Split('/')
                    .Select(
                        (part, i) =>
                            i is 2 || part is "code" or "text" or "quote" or "desk" or "print" ? part
                            : part.Contains('.') ? Path.GetExtension(part)
                            : part.Length > 0 ? "*"
                            : ""
                    )
            )
                + "?"
                + url.Query.TrimStart('?').Split('=')[0];

    [GeneratedRegex("""url\(\s*["']?/[^)]*""")]
    private static partial Regex RootedInCss();

    [GeneratedRegex(
        """(?:fetch|EventSource|WebSocket|import|assign|replace|navigateTo)\(\s*[`'"]/[^)]*|"""
            + """(?:href|action|src)\s*[:=]\s*[`'"]/.*|path=/[^$]"""
    )]
    private static partial Regex RootedInScript();
}
