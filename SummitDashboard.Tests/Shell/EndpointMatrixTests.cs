using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>
/// Every endpoint the program has, as it says itself, against every role: who is let in. An endpoint that is not in the table fails here.
/// What a page then offers, and whether an edit is carried out, is asked anew (RightsTests).
/// </summary>
public sealed partial class EndpointMatrixTests(EndpointMatrixTests.People people) : IClassFixture<EndpointMatrixTests.People>
{
    /// <summary>
    /// The right that an address asks for before anything else. Everybody comes in where none is; pages of editing, grading and undoing are
    /// read by all and say whom they are for. A right of presenters is had by whoever is signed in.
    /// </summary>
    private static readonly Dictionary<Right, string> Table = new()
    {
        [Right.Read] = """
            / /help /error /not-found /timeline /claims /claims/{Slug} /actors /actors/{Slug} /sources /sources/{slug} /sources/{slug}/text
            /sets /import /import/{Id}
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
        [Right.Present] = """
            /account/password /account/people /account/server /settings
            /live/{code}/wheel /live/{code}/show /live/{code}/hand /live/{code}/take /live/{code}/end /live/{code}/results.csv
            """,
        [Right.ManageCasebook] = "/export/whole.zip",
        [Right.Edit] = "/sources/{Slug}/article /sources/{slug}/original /import/files /import/{id}/file",
    };

    public static TheoryData<string> Roles() => ["nobody", "disabled", "presenter", "editor", "owner"];

    [Theory, MemberData(nameof(Roles))]
    public async Task Endpoint_AskedByARole_LetsInWhoHasTheRight(string role)
    {
        var wrong = new List<string>();
        var who = people.Clients[role];
        var rights = Table
            .SelectMany(t => t.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), (t, pattern) => (pattern, t.Key))
            .ToDictionary();
        var asked = new Dictionary<string, Right>();
        foreach (var (method, pattern) in Endpoints())
        {
            if (!rights.Remove(pattern, out var right) && !asked.TryGetValue(pattern, out right))
            {
                wrong.Add($"{method} {pattern} is not in the table; {role} gets {await Ask(who, method, pattern)}");
                continue;
            }
            asked[pattern] = right;
            var may =
                right == Right.Read
                || (
                    role is not ("nobody" or "disabled")
                    && Rights.Allows(Vocabulary.TryRead<AccountRole>(role, out var given) ? given : null, right)
                );
            var answer = await Ask(who, method, pattern);
            if (may == IsRefusal(answer))
                wrong.Add($"{method} {pattern} asked by {role}: {answer}");
        }
        wrong.AddRange(rights.Keys.Select(pattern => $"{pattern} is in the table and nowhere else"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private IEnumerable<(string Method, string Pattern)> Endpoints() =>
        from endpoint in people.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
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

    /// <summary>One program and somebody of every kind.</summary>
    public sealed class People : IAsyncLifetime
    {
        public TestApp App { get; } = new TestApp().Started();
        public Dictionary<string, LiveTalk> Clients { get; } = [];

        public async ValueTask InitializeAsync()
        {
            Clients["nobody"] = new(App);
            foreach (var role in Enum.GetValues<AccountRole>())
            {
                await App.Person(role.ToString(), role);
                Clients[Vocabulary.Of(role)] = await new LiveTalk(App).SignedIn(role.ToString());
            }
            var gone = await App.Person("Gone", AccountRole.Owner);
            Clients["disabled"] = await new LiveTalk(App).SignedIn("Gone");
            using var scope = App.Services.CreateScope();
            await scope
                .ServiceProvider.GetRequiredService<SummitDashboard.Data.Accounts.People>()
                .SetDisabled(SummitDashboard.Data.Accounts.People.Shell, gone, true);
        }

        public ValueTask DisposeAsync()
        {
            foreach (var client in Clients.Values)
                client.Dispose();
            App.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [GeneratedRegex("""\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}""")]
    private static partial Regex Parameter();
}
