using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;
using Folk = SummitDashboard.Data.Accounts.People;

namespace SummitDashboard.Tests.Shell.Casebooks;

/// <summary>
/// A casebook that one may not see, against every address there is in one: each answers as it does where there is no casebook at all.
/// </summary>
public sealed partial class CasebookGateTests(CasebookGateTests.Site site) : IClassFixture<CasebookGateTests.Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Outsiders() => ["nobody", "of another", "of none", "presenter of another", "owner of another"];

    [Theory, MemberData(nameof(Outsiders))]
    public async Task EveryAddress_OfACasebookThatOneMayNotSee_AnswersAsIfThereWereNone(string who)
    {
        var wrong = new List<string>();
        foreach (var (method, path) in site.Addresses())
        {
            var (there, nowhere) = (await Ask(who, method, "secret", path), await Ask(who, method, "secrit", path));
            if (there != nowhere)
            {
                var at = there.Zip(nowhere).TakeWhile(pair => pair.First == pair.Second).Count();
                wrong.Add($"{method} {path}: {Around(there, at)}\nand of none: {Around(nowhere, at)}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(5)));
        Assert.True(site.Addresses().Count > 60);
    }

    [Fact]
    public async Task Member_OfACasebookForMembers_SeesItAndIsToldOfItInTheLibrary()
    {
        var reader = site.People["reader"];
        using var answer = await reader.GetAsync(site.App.Site + "/c/secret/claims", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Secret", await reader.GetStringAsync(site.App.Site + "/" + Urls.Library, Stop));
        foreach (var who in new[] { "nobody", "of another", "of none" })
            Assert.DoesNotContain("Secret", await site.People[who].GetStringAsync(site.App.Site + "/" + Urls.Library, Stop));
    }

    [Fact]
    public async Task Role_InOneCasebook_IsNoneInAnother()
    {
        var editor = site.People["of another"];
        var first = await editor.GetStringAsync(site.App.Address + Urls.Claims, Stop);
        Assert.Contains("Another, editor", first);
        Assert.Contains("Another, no role here", await editor.GetStringAsync(site.App.Site + "/c/open/claims", Stop));
        using var import = await editor.GetAsync(site.App.Site + "/c/open/" + Urls.WholeZip, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, import.StatusCode);
        Assert.Contains("and have no role here", await import.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Address_OfTheTimeBeforeTheLibrary_LeadsIntoTheFirstCasebook()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(site.App.Site + "/claims/first-visit?sources=Br", Stop);
        Assert.Equal(site.App.Address + "claims/first-visit?sources=Br", answer.RequestMessage!.RequestUri!.AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The first casebook is where addresses of before lead: where it is for its members they lead nobody else there.</summary>
    [Fact]
    public async Task EveryAddressOfTheServer_WhereTheFirstCasebookIsForItsMembers_NamesItToNobody()
    {
        var library = site.App.OfServer.GetRequiredService<CasebookLibrary>();
        var first = library.First!;
        var was = first.Readers;
        Assert.IsType<CasebookBegun>(await library.Change(Folk.Shell, first.Id, c => c.Readers = Readers.Members));
        try
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            foreach (
                var path in Site.AddressesOf(site.App.OfServer).Select(a => a.Path).Concat(["live/ABCDEF", "claims", "", "live"]).Distinct()
            )
            {
                using var answer = await http.GetAsync($"{site.App.Site}/{path}", Stop);
                var said = $"{answer.Headers.Location} {await answer.Content.ReadAsStringAsync(Stop)}";
                Assert.DoesNotContain(first.Slug, said, StringComparison.Ordinal);
                Assert.DoesNotContain(first.Title, said, StringComparison.Ordinal);
            }
        }
        finally
        {
            await library.Change(Folk.Shell, first.Id, c => c.Readers = was);
        }
    }

    [Fact]
    public async Task SignOut_FromACasebookThatOneMayNotSeeThen_LeadsToTheLibrary()
    {
        await site.App.Person("Sigrid", AccountRole.Reader);
        using var sigrid = await new LiveTalk(site.App).SignedIn("Sigrid");
        var library = site.App.OfServer.GetRequiredService<CasebookLibrary>();
        var was = library.First!.Readers;
        Assert.IsType<CasebookBegun>(await library.Change(Folk.Shell, CasebookRow.First, c => c.Readers = Readers.Members));
        try
        {
            await sigrid.SignOut();
            Assert.Equal($"{site.App.Site}/{Urls.Library}", sigrid.LedTo?.AbsoluteUri);
        }
        finally
        {
            await library.Change(Folk.Shell, CasebookRow.First, c => c.Readers = was);
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 120)];

    private async Task<string> Ask(string who, string method, string slug, string path)
    {
        using var request = new HttpRequestMessage(new(method), $"{site.App.Site}/c/{slug}/{path}");
        request.Headers.Accept.ParseAdd("text/html");
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([]);
        using var answer = await site.People[who].SendAsync(request, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        return $"{(int)answer.StatusCode} {answer.RequestMessage!.RequestUri!.PathAndQuery.Replace(slug, "*")} "
            + Changing().Replace(body.Replace(slug, "*"), "");
    }

    // Tokens and markers differ from one answer to the next.
    [GeneratedRegex("""value="[^"]{60,}"|<!--.*?-->|nonce="[^"]*" """, RegexOptions.Singleline)]
    private static partial Regex Changing();

    /// <summary>A server with three casebooks: the shipped one, one that is open, and one for its members.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public TestApp App { get; } = new TestApp().Started();
        public Dictionary<string, HttpClient> People { get; } = [];

        public async ValueTask InitializeAsync()
        {
            var casebooks = App.OfServer.GetRequiredService<NewCasebooks>();
            var secret = await Begin(casebooks, "Secret", Readers.Members);
            await Begin(casebooks, "Open", Readers.Open);
            People["nobody"] = new();
            await App.Person("Another", AccountRole.Editor);
            await App.Person("Pia", AccountRole.Presenter);
            var reader = await App.Person("Rea", AccountRole.Presenter);
            var none = await App.Person("Nona", AccountRole.Presenter);
            using (var scope = App.Services.CreateScope())
            {
                var people = scope.ServiceProvider.GetRequiredService<Folk>();
                await people.SetRole(Folk.Shell, reader, secret, AccountRole.Reader);
                await people.SetRole(Folk.Shell, none, CasebookRow.First, null);
                await people.SetRole(Folk.Shell, await App.Person("Otto", AccountRole.Editor), CasebookRow.First, AccountRole.Owner);
            }
            foreach (
                var (who, name) in new[]
                {
                    ("of another", "Another"),
                    ("presenter of another", "Pia"),
                    ("reader", "Rea"),
                    ("of none", "Nona"),
                    ("owner of another", "Otto"),
                }
            )
                People[who] = new(new HttpClientHandler { CookieContainer = (await new LiveTalk(App).SignedIn(name)).Cookies });
        }

        /// <summary>Every address that a casebook answers at, pages, endpoints, circuits and files.</summary>
        public IReadOnlyList<(string Method, string Path)> Addresses() =>
            [
                .. AddressesOf(App.Services),
                ("GET", "app.css"),
                ("GET", "claims/first-visit"),
                ("GET", "live/ABCDEF"),
                ("GET", "_blazor?id=x"),
            ];

        /// <summary>The same of the casebook’s or the server’s own endpoints.</summary>
        public static IEnumerable<(string Method, string Path)> AddressesOf(IServiceProvider services) =>
            from endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            where
                endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null
            let path = Filled(endpoint.RoutePattern.RawText!.TrimStart('/'))
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
            select (method, path);

        public ValueTask DisposeAsync()
        {
            foreach (var client in People.Values)
                client.Dispose();
            App.Dispose();
            return ValueTask.CompletedTask;
        }

        private static async Task<string> Begin(NewCasebooks casebooks, string title, Readers readers) =>
            Assert.IsType<CasebookBegun>(await casebooks.Begin(Folk.Shell, title, "2031-05-14", readers)).Casebook.Id;

        private static string Filled(string pattern) =>
            Parameter()
                .Replace(pattern, p => p.Value.Contains("int", StringComparison.Ordinal) ? "1"
                    : p.Value.Contains("regex", StringComparison.Ordinal) ? "csv"
                    : "nothing");
    }

    [GeneratedRegex(@"\{(?>[^{}]|\{(?<d>)|\}(?<-d>))*\}")]
    private static partial Regex Parameter();
}
