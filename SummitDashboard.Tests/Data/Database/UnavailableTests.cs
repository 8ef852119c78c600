using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

/// <summary>
/// Every write of the program on a database that is locked, full or read-only: it says so in a sentence, nothing has changed, and the same
/// asked again when the database is well is done.
/// </summary>
public sealed partial class UnavailableTests : IAsyncLifetime
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;

    private readonly FaultyApp app = new();
    private readonly List<IDisposable> open = [];
    private string editor = "";
    private LiveTalk olga = null!,
        pia = null!,
        cleo = null!,
        lea = null!,
        visitor = null!;
    private string code = "",
        cleosCode = "",
        invited = "",
        secret = "",
        bob = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app.Started();
        editor = await app.Person("Ada", AccountRole.Editor);
        bob = await app.Person("Bob", AccountRole.Presenter);
        (olga, pia, cleo) = (
            await Signed("Olga", AccountRole.Owner),
            await Signed("Pia", AccountRole.Presenter),
            await Signed("Cleo", AccountRole.Presenter)
        );
        lea = await Signed("Lea", AccountRole.Presenter);
        (code, cleosCode) = (await pia.GoLive(Talk), await cleo.GoLive(Talk));
        await pia.Move(code, 1, GuessStop);
        open.Add(visitor = new LiveTalk(app));
        await visitor.Client.GetStringAsync(Urls.Live(code), Stop); // its cookie
        open.Add(await pia.Listen($"/live/{cleosCode}/wheel")); // so that Cleo can hand over
        using var scope = app.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        secret = (await people.Invite(People.Shell, "Guest", AccountRole.Editor, CasebookRow.First)).Secret();
        await people.Invite(People.Shell, "Nobody", AccountRole.Editor, CasebookRow.First);
        invited = (await people.OpenLinks()).Single(l => l.Name == "Nobody").Hash;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var it in open)
            it.Dispose();
        await app.DisposeAsync();
    }

    [Theory, InlineData(Fault.Locked), InlineData(Fault.Full), InlineData(Fault.ReadOnly)]
    public async Task EveryWrite_OnADatabaseThatCannotBeWritten_SaysSoAndIsDoneWhenAskedAgain(Fault fault)
    {
        var before = await Rows();
        var writes = Writes().ToList();
        using (app.Break(fault))
        {
            var said = await Task.WhenAll(writes.Select(async write => (write.Name, Said: await write.Try())));
            Assert.All(said, it => Assert.True(it.Said is not null, $"“{it.Name}” was done, or said nothing."));
            Assert.Equal(200, (int)(await olga.Client.GetAsync(Urls.People, Stop)).StatusCode); // and reading goes on
        }
        Assert.Equal(before, await Rows());
        Assert.Equal((GuessStop, 0), ((await pia.Session(code)).State.Stop, (await pia.Session(code)).Guesses.Devices(GuessStop)));
        foreach (var (name, again) in writes)
            Assert.True(await again() is var said && said is null, $"“{name}”, asked again: {said}");
        Assert.Empty(app.Services.GetRequiredService<Troubles>().Now);
    }

    // A form that is posted and an endpoint that takes posts stand in the list above, or have no database behind them.
    [Fact]
    public void EveryEndpointThatTakesPosts_IsTried()
    {
        var tried = new[]
        {
            "/present/{talk}/live",
            "/live/{code}/wheel",
            "/live/{code}/hand",
            "/live/{code}/take",
            "/live/{code}/end",
            "/live/{code}/guess",
            "/account/sign-out",
            "/import/files",
        };
        var posts = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"])
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .ToList();
        Assert.All(tried, path => Assert.Contains(path, posts));
        Assert.All(posts.Except(tried), path =>
            Assert.True(path is "/live/{code}/show" || path.StartsWith("/_blazor", StringComparison.Ordinal), path)
        );
    }

    // What was said where it was not done; null where it was.
    private IEnumerable<(string Name, Func<Task<string?>> Try)> Writes()
    {
        var store = app.Services.GetRequiredService<CasebookStore>();
        var drafts = app.Services.GetRequiredService<DraftStore>();
        yield return ("an edit", () =>
            Edit(store.Write(new PutItem(app.Casebook.Head, app.Casebook.Head with { Title = "Another" }), editor))
        );
        yield return ("an article", () => Edit(Article()));
        yield return ("a file", () => Edit(app.Services.GetRequiredService<Imports>().Add([new("a.txt", "words"u8.ToArray())], editor)));
        yield return ("a draft", () => Thrown(drafts.Put(editor, "key", "{}")));
        yield return ("a draft dropped", () => Thrown(drafts.Drop(editor, "key")));
        yield return ("a wrong password", () =>
            Form(new LiveTalk(app), Urls.SignIn, "sign-in", ("Input.UserName", "bob"), ("Input.Password", "not the password"))
        );
        yield return ("an invitation accepted", () =>
            Form(
                new LiveTalk(app),
                Urls.Welcome(secret),
                "welcome",
                ("Input.Name", "Guest Green"),
                ("Input.UserName", "guest"),
                ("Input.Password", TestPeople.Password)
            )
        );
        yield return ("an invitation", () =>
            Form(olga, Urls.People, "people", ("Input.What", "invite"), ("Input.Name", "Zoe Zander"), ("Input.Role", "editor"))
        );
        yield return ("an invitation taken back", () =>
            Form(olga, Urls.People, $"link-{invited}", ("Input.What", "revoke"), ("Input.Id", invited))
        );
        yield return ("a role", () =>
            Form(olga, Urls.People, $"role-{bob}", ("Input.What", "role"), ("Input.Id", bob), ("Input.Role", "editor"))
        );
        yield return ("a password link", () => Form(olga, Urls.People, $"access-{bob}", ("Input.What", "password"), ("Input.Id", bob)));
        yield return ("a person disabled", () => Form(olga, Urls.People, $"access-{bob}", ("Input.What", "disable"), ("Input.Id", bob)));
        yield return ("a guess", () =>
            Answer(
                visitor.Client,
                $"/live/{code}/guess",
                new FormUrlEncodedContent([new("stop", $"{GuessStop}"), new("wording", "0"), new("option", "Br")])
            )
        );
        yield return ("a step", () => Answer(
                pia.Client,
                $"/live/{code}/wheel",
                JsonContent.Create(
                    new
                    {
                        seq = 2,
                        stop = 3,
                        shown = 0,
                        blank = false,
                    }
                )
            ));
        yield return ("the wheel taken", () => Answer(pia.Client, $"/live/{code}/take", JsonContent.Create(new { })));
        yield return ("the wheel handed", () => Answer(cleo.Client, $"/live/{cleosCode}/hand", JsonContent.Create(new { to = PiasId() })));
        yield return ("a talk begun", () => Form(olga, Urls.Desk(Talk), null, Urls.GoLive(Talk)));
        yield return ("a talk ended", () => Answer(pia.Client, $"/live/{code}/end", JsonContent.Create(new { })));
        yield return ("a sign-out", () => Form(lea, Urls.Overview, null, Urls.SignOut));
        yield return ("a new password", () =>
            Form(cleo, Urls.Password, "password", ("Input.Old", TestPeople.Password), ("Input.New", TestPeople.Password + " twice"))
        );
    }

    private async Task<Outcome> Article()
    {
        var (source, content) = (
            app.Casebook.Sources[0],
            string.Join('\n', app.Casebook.Sources[0].Paragraphs.Select(p => $"Paragraph {p.Number}."))
        );
        var text = ArticleText.From(content);
        var next = source with { Article = new("a.txt", text.Sha256, text.WordCount, text.Paragraphs.Count) };
        return await app.Services.GetRequiredService<TextLibrary>().Supply(new(source, next, content), editor);
    }

    private string PiasId()
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ServerDb>().Users.Single(u => u.UserName == "pia").Id;
    }

    private async Task<LiveTalk> Signed(string name, AccountRole role)
    {
        await app.Person(name, role);
        var person = await new LiveTalk(app).SignedIn(name);
        open.Add(person);
        return person;
    }

    private static async Task<string?> Edit(Task<Outcome> edit) =>
        await edit switch
        {
            Outcome.Failed failed => TryAgain(failed.Why),
            Outcome.Done => null,
            Outcome.Invalid invalid => Failed(string.Join(' ', invalid.Problems)),
            var other => Failed(other.ToString()),
        };

    private static async Task<string?> Thrown(Task write)
    {
        try
        {
            await write;
            return null;
        }
        catch (DatabaseUnavailableException e)
        {
            return TryAgain(e.Message);
        }
    }

    private static Task<string?> Form(LiveTalk who, string path, string? handler, params (string Name, string Value)[] fields) =>
        Form(who, path, handler, path, fields);

    private static async Task<string?> Form(
        LiveTalk who,
        string page,
        string? handler,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        var token = Token().Match(await who.Client.GetStringAsync(page, Stop)).Groups[1].Value;
        var answer = await who.Client.PostAsync(
            path,
            new FormUrlEncodedContent([
                new("_handler", handler ?? ""),
                new("__RequestVerificationToken", token),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            ]),
            Stop
        );
        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        if (!body.Contains("Nothing was lost; try again.", StringComparison.Ordinal))
            return answer.IsSuccessStatusCode ? null : Failed($"{answer.StatusCode}: {body}");
        // What was typed stands there still.
        Assert.All(fields.Where(f => f.Name is "Input.Name" or "Input.UserName"), f => Assert.Contains($"value=\"{f.Value}\"", body));
        return body;
    }

    private static async Task<string?> Answer(HttpClient client, string path, HttpContent content)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        post.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(post, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        if (answer.IsSuccessStatusCode)
            return null;
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {answer.StatusCode}, {body}");
        return TryAgain(body);
    }

    private static string? Failed(string why)
    {
        Assert.Fail(why);
        return null;
    }

    private static string TryAgain(string said)
    {
        Assert.Contains("ry again", said);
        return said;
    }

    private async Task<string> Rows()
    {
        await using var db = await app
            .Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<SummitDb>>()
            .CreateDbContextAsync(Stop);
        await using var server = await app
            .Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ServerDb>>()
            .CreateDbContextAsync(Stop);
        return JsonSerializer.Serialize(
            new
            {
                People = server
                    .Users.OrderBy(u => u.Id)
                    .Select(u => new
                    {
                        u.Id,
                        u.IsOwner,
                        u.Disabled,
                        u.SecurityStamp,
                        u.AccessFailedCount,
                        u.PasswordHash,
                    })
                    .ToList(),
                Members = server.Members.OrderBy(m => m.AccountId).ToList(),
                Links = server.OneTimeLinks.OrderBy(l => l.Hash).ToList(),
                Sessions = db
                    .LiveSessions.OrderBy(s => s.Id)
                    .Select(s => new
                    {
                        s.Id,
                        s.Seq,
                        s.DriverId,
                        s.Ended,
                    })
                    .ToList(),
                Counts = new[] { db.Drafts.Count(), db.Texts.Count(), db.Guesses.Count(), db.Revisions.Count() },
            }
        );
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
