using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;
using Folk = SummitDashboard.Data.Accounts.People;

namespace SummitDashboard.Tests.Shell;

/// <summary>
/// Every endpoint the program has, as it says itself, against every role: who is let in. An endpoint that is not in the table fails here.
/// What a page then offers, and whether an edit is carried out, is asked anew (RightsTests).
/// </summary>
public sealed partial class EndpointMatrixTests(EndpointMatrixTests.People people) : IClassFixture<EndpointMatrixTests.People>
{
    /// <summary>What has no right of its own, and yet asks for a sign-in.</summary>
    private const string SignedIn = "signed in";

    /// <summary>
    /// The right that an address of a casebook asks for before anything else. Everybody comes in where none is; pages of editing, grading
    /// and undoing are read by all and say whom they are for.
    /// </summary>
    private static readonly Dictionary<string, string> OfACasebook = new()
    {
        [nameof(Right.Read)] = """
            / /help /error /not-found /timeline /claims /claims/{Slug} /actors /actors/{Slug} /sources /sources/{slug} /sources/{slug}/text
            /search /search/quick /searches
            /sets /import /import/{Id} /tables /tables/citations /tables/words /tables/silence /tables/similarity
            /tables/citations.csv /tables/words.csv /tables/silence.csv /tables/similarity.csv
            /sources/{Slug}/quote /sources/{Slug}/rest /begun
            /account/sign-in /account/sign-out /account/welcome/{Secret} /history /history/{Number} /history/folder /reliability
            /reliability/{Slug} /reliability/{Slug}/{ClaimSlug}
            /claims/{Slug}/code/{SourceSlug} /edit/{Kind}/{Slug} /edit/{Kind}/{Slug}/{Part}/{Place} /edit/talk/{Slug} /new/{Kind} /new/talk
            /claims/export.{extension:regex(^(csv|md)$)} /claims/{slug}/export.{extension:regex(^(csv|md)$)} /claims/tellings.csv
            /export/casebook.zip
            /present /present/{Slug} /present/{talk}/{step:int} /present/{talk}/desk /present/{talk}/print /present/{talk}/export.html
            /present/{talk}/export.json /present/{talk}/live
            /live /live/{code} /live/{code}/stream /live/{code}/guess /{**path:file}
            """,
        [SignedIn] = "/account/password /account/people /account/server /settings /searches/save /searches/{id}",
        [nameof(Right.Present)] = """
            /live/{code}/wheel /live/{code}/show /live/{code}/hand /live/{code}/take /live/{code}/end /live/{code}/results.csv
            """,
        [nameof(Right.ManageCasebook)] = "/export/whole.zip",
        [nameof(Right.Edit)] = "/sources/{Slug}/article /sources/{slug}/original /import/files /import/{id}/file",
    };

    /// <summary>The same of the server’s own.</summary>
    private static readonly Dictionary<string, string> OfTheServer = new()
    {
        [nameof(Right.Read)] = """
            / /library /library/search /library/search/quick /library/unopened
            /account/sign-in /account/sign-out /account/welcome/{Secret} /error /not-found
            /live /live/{code} /{**path:file} /{*path:nonfile}
            """,
        [SignedIn] = "/account/password /account/people /library/new",
    };

    /// <summary>
    /// The role that each kind of person has in both casebooks, or null. One of another casebook owns that one; one that is above owns the
    /// server.
    /// </summary>
    private static readonly Dictionary<string, AccountRole?> Role = new()
    {
        ["nobody"] = null,
        ["disabled"] = null,
        ["of none"] = null,
        ["of another"] = null,
        ["reader"] = AccountRole.Reader,
        ["presenter"] = AccountRole.Presenter,
        ["editor"] = AccountRole.Editor,
        ["owner"] = AccountRole.Owner,
        ["above"] = AccountRole.Owner,
    };

    public static TheoryData<string> Everybody() => [.. Role.Keys];

    public static TheoryData<string> Members() => [.. Role.Where(r => r.Value is not null).Select(r => r.Key)];

    [Theory, MemberData(nameof(Everybody))]
    public Task Endpoint_OfACasebookThatIsOpen_LetsInWhoHasTheRight(string who) =>
        Holds(OfACasebook, people.App.Services, who, people.App.Address.Root);

    // Whom else it answers, and how, is held in CasebookGateTests.
    [Theory, MemberData(nameof(Members))]
    public Task Endpoint_OfACasebookForMembers_LetsInWhoHasTheRight(string who) =>
        Holds(OfACasebook, people.App.Services, who, $"{people.App.Site}/c/secret");

    [Theory, MemberData(nameof(Everybody))]
    public Task Endpoint_OfTheServer_LetsInWhoHasTheRight(string who) => Holds(OfTheServer, people.App.OfServer, who, people.App.Site.Root);

    [Theory, MemberData(nameof(Everybody))]
    public async Task Page_OfTheServer_OffersWhatItsOwnersMayToThemAlone(string role)
    {
        using var who = people.Of(role, people.App.Site.Root);
        foreach (var (page, offered) in new[] { (Urls.NewCasebook, "name=\"Input.Title\""), (Urls.People, "Zelda") })
        {
            var html = await who.Client.GetStringAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal((page, role == "above"), (page, html.Contains(offered, StringComparison.Ordinal)));
        }
    }

    private async Task Holds(Dictionary<string, string> table, IServiceProvider services, string role, string root)
    {
        var wrong = new List<string>();
        using var who = people.Of(role, root);
        var rights = table
            .SelectMany(t => t.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), (t, pattern) => (pattern, t.Key))
            .ToDictionary();
        var asked = new Dictionary<string, string>();
        foreach (var (method, pattern) in Endpoints(services))
        {
            if (!rights.Remove(pattern, out var right) && !asked.TryGetValue(pattern, out right))
            {
                wrong.Add($"{method} {pattern} is not in the table; {role} gets {await Ask(who, method, pattern)}");
                continue;
            }
            asked[pattern] = right;
            var may = right == SignedIn ? role is not ("nobody" or "disabled") : Rights.Allows(Role[role], Enum.Parse<Right>(right));
            var answer = await Ask(who, method, pattern);
            if (may == IsRefusal(answer))
                wrong.Add($"{method} {pattern} asked by {role}: {answer}");
        }
        wrong.AddRange(rights.Keys.Select(pattern => $"{pattern} is in the table and nowhere else"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<(string Method, string Pattern)> Endpoints(IServiceProvider services) =>
        from endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern.RawText!
        where
            endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null
            && !pattern.TrimStart('/').StartsWith('_')
            && !pattern.Contains("_framework", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        orderby pattern, method
        select (method, "/" + pattern.TrimStart('/'));

    private static async Task<string> Ask(LiveTalk who, string method, string pattern)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(
            new(method),
            Parameter()
                .Replace(pattern, p => p.Value.Contains("int", StringComparison.Ordinal) ? "1"
                    : p.Value.Contains("regex", StringComparison.Ordinal) ? "csv"
                    : "nothing")
        );
        request.Headers.Accept.ParseAdd("text/html");
        if (method == "POST")
            request.Content =
                pattern.Contains("{code}", StringComparison.Ordinal) && !pattern.EndsWith("guess", StringComparison.Ordinal)
                    ? new StringContent("{}", Encoding.UTF8, "application/json")
                    : new FormUrlEncodedContent([]);
        using var answer = await who.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel.Token);
        return
            answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/" + Urls.SignIn, StringComparison.Ordinal)
            && pattern != "/" + Urls.SignIn
            ? "sign-in"
            : $"{(int)answer.StatusCode}";
    }

    private static bool IsRefusal(string answer) => answer is "sign-in" or "401" or "403";

    /// <summary>One program with two more casebooks, one of them for its members, and somebody of every kind.</summary>
    public sealed class People : IAsyncLifetime
    {
        private readonly Dictionary<string, CookieContainer> cookies = [];

        public TestApp App { get; } = new TestApp().Started();

        /// <summary>Somebody who asks under an address.</summary>
        public LiveTalk Of(string who, string root) => new(root + "/", cookies[who]);

        public async ValueTask InitializeAsync()
        {
            var casebooks = App.OfServer.GetRequiredService<NewCasebooks>();
            var (secret, another) = (await Begin(casebooks, "Secret"), await Begin(casebooks, "Another"));
            await App.Person("Zelda", AccountRole.Reader);
            cookies["nobody"] = new();
            foreach (var (who, role) in Role.Where(r => r.Key != "nobody"))
            {
                var name = who.Replace(" ", "-", StringComparison.Ordinal);
                var id = await App.Person(name, who == "above" ? AccountRole.Owner : AccountRole.Reader);
                using var signedIn = await new LiveTalk(App).SignedIn(name);
                cookies[who] = signedIn.Cookies;
                using var scope = App.Services.CreateScope();
                var people = scope.ServiceProvider.GetRequiredService<Folk>();
                if (who == "disabled")
                    await people.SetDisabled(Folk.Shell, id, true);
                foreach (var casebook in new[] { CasebookRow.First, secret }.Where(_ => who != "above"))
                    Assert.IsAssignableFrom<Outcome.Done>(await people.SetRole(Folk.Shell, id, casebook, role));
                if (who == "of another")
                    await people.SetRole(Folk.Shell, id, another, AccountRole.Owner);
            }
        }

        public ValueTask DisposeAsync()
        {
            App.Dispose();
            return ValueTask.CompletedTask;
        }

        private static async Task<string> Begin(NewCasebooks casebooks, string title) =>
            Assert.IsType<CasebookBegun>(await casebooks.Begin(Folk.Shell, title, "2031-05-14", Readers.Members)).Casebook.Id;
    }

    [GeneratedRegex("""\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}""")]
    private static partial Regex Parameter();
}
