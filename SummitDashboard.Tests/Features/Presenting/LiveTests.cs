using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>A live session over HTTP: who drives, and what an audience is sent.</summary>
public sealed class LiveTests
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PageAndStream_BeforeTheReveal_HoldNothingOfIt()
    {
        using var app = TestApp.With();
        using var pia = await LiveTalk.Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        var script = (await pia.Session(code)).Script;
        using var visitor = new LiveTalk(app);
        using var stream = await visitor.Listen($"/live/{code}/stream");
        var seq = 0L;
        for (var stop = 0; stop < script.Stops.Count; stop++)
        {
            var it = script.Stops[stop];
            for (var shown = 0; shown <= it.RevealsHtml.Count; shown++)
            {
                Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, ++seq, stop, shown)).StatusCode);
                var sent = (await stream.Until(e => e.GetProperty("seq").GetInt64() == seq)).GetProperty("html").GetString()!;
                var page = await visitor.Client.GetStringAsync(Urls.Live(code), Stop);
                foreach (var seen in new[] { sent, page })
                {
                    Assert.Contains(it.HeadHtml, seen);
                    Assert.All(it.RevealsHtml.Take(shown), html => Assert.Contains(html, seen));
                    Assert.All(it.RevealsHtml.Skip(shown), html => Assert.DoesNotContain(html, seen));
                    Assert.DoesNotContain(it.NotesHtml, seen);
                    if (stop + 1 < script.Stops.Count)
                        Assert.DoesNotContain(script.Stops[stop + 1].HeadHtml, seen);
                    if (shown == 0)
                        Assert.DoesNotContain("data-answer", seen);
                }
            }
        }
    }

    [Fact]
    public async Task HowToJoin_Shown_IsToldToTheStageAndNeverToTheAudience()
    {
        using var app = TestApp.With();
        using var pia = await LiveTalk.Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var visitor = new LiveTalk(app);
        using var audience = await visitor.Listen($"/live/{code}/stream");
        using var wheel = await pia.Listen($"/live/{code}/wheel");
        await audience.Next();
        Assert.Equal(HttpStatusCode.OK, (await pia.Client.PostAsJsonAsync($"/live/{code}/show", new { now = true }, Stop)).StatusCode);
        await wheel.Until(s => s.GetProperty("shows").GetBoolean());
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await visitor.Client.PostAsJsonAsync($"/live/{code}/show", new { now = false }, Stop)).StatusCode
        );
        await pia.Move(code, 1, 0, 1);
        await wheel.Until(s => !s.GetProperty("shows").GetBoolean()); // the next step is what the room came for
        Assert.Equal(1, (await audience.Next())!.Value.GetProperty("seq").GetInt64()); // the step, and nothing before it
    }

    [Fact]
    public async Task Move_ByOthersOrNotNewer_IsRefusedWithTheStateAsItStands()
    {
        using var app = TestApp.With();
        using var pia = await LiveTalk.Presenter(app, "Pia");
        using var bob = await LiveTalk.Presenter(app, "Bob");
        var code = await pia.GoLive(Talk);
        Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, 5, 3)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, 5, 3)).StatusCode); // sent twice
        Assert.Equal(HttpStatusCode.Conflict, (await pia.Move(code, 5, 4)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await pia.Move(code, long.MaxValue, 4)).StatusCode); // would leave no next move
        Assert.Equal(HttpStatusCode.BadRequest, (await pia.Move(code, 6, 99)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await pia.Move(code, 6, 3, -1)).StatusCode);
        var refused = await bob.Move(code, 9, 7);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("\"stop\":3", await refused.Content.ReadAsStringAsync(Stop));
        using var nobody = new LiveTalk(app);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Move(code, 9, 7)).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (
                await pia.Client.PostAsync(
                    $"live/{code}/wheel",
                    new StringContent("{\"seq\":9,\"stop\":1,\"shown\":0}", Encoding.UTF8, "text/plain"),
                    Stop
                )
            ).StatusCode
        );
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/live/{code}/wheel")
        {
            Content = JsonContent.Create(new LiveState(9, 1, 0, false)),
            Headers = { { "Origin", "https://elsewhere.example" } },
        };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await pia.Client.SendAsync(foreign, Stop)).StatusCode);
        Assert.Equal(3, (await pia.Session(code)).State.Stop);
    }

    [Fact]
    public async Task Wheel_HandedOverOrLeft_IsDrivenByTheOther()
    {
        using var app = TestApp.With();
        using var pia = await LiveTalk.Presenter(app, "Pia");
        using var bob = await LiveTalk.Presenter(app, "Bob");
        var code = await pia.GoLive(Talk);
        var bobsId = app.Services.CreateScope().ServiceProvider.GetRequiredService<ServerDb>().Users.Single(u => u.UserName == "bob").Id;
        Assert.Equal(HttpStatusCode.Conflict, (await pia.Post(code, "hand", new { to = bobsId })).StatusCode); // has nothing open
        using (await pia.Listen($"/live/{code}/wheel"))
        using (var wheel = await bob.Listen($"/live/{code}/wheel"))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await bob.Post(code, "take", new { })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await bob.Post(code, "end", new { })).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await pia.Post(code, "hand", new { to = bobsId })).StatusCode);
            var state = await wheel.Until(s => s.GetProperty("driver").GetProperty("id").GetString() == bobsId);
            Assert.Equal(2, state.GetProperty("presenters").GetArrayLength());
        }
        Assert.Equal(HttpStatusCode.OK, (await bob.Move(code, 1, 2)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await pia.Move(code, 2, 3)).StatusCode);
    }

    [Fact]
    public async Task Presenter_DisabledInMidTalk_LosesTheWheelAtOnce()
    {
        using var app = TestApp.With();
        var olga = await app.Person("Olga", AccountRole.Owner);
        using var pia = await LiveTalk.Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var wheel = await pia.Listen($"/live/{code}/wheel");
        using (var scope = app.Services.CreateScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<People>();
            var id = scope.ServiceProvider.GetRequiredService<ServerDb>().Users.Single(u => u.UserName == "pia").Id;
            Assert.Null((await people.SetDisabled(olga, id, true)).Problem());
        }
        while (await wheel.Next() is not null) { }
        Assert.Equal(HttpStatusCode.Unauthorized, (await pia.Move(code, 1, 1)).StatusCode);
    }

    [Theory]
    [
        InlineData("/live", 200),
        InlineData("/live?code=", 200),
        InlineData("/live?code=%20%00", 404),
        InlineData("/live/ZZZZ", 404),
        InlineData("/live/aeio", 404)
    ]
    [InlineData("/live/%E2%80%AE", 404), InlineData("/live/ZZZZ/stream", 404)]
    public async Task Code_ThatLeadsNowhere_IsAnsweredKindly(string path, int status)
    {
        using var app = TestApp.With();
        using var client = new HttpClient();
        Assert.Equal(status, (int)(await client.GetAsync(app.Address + path, Stop)).StatusCode);
    }

    [Fact]
    public async Task ClosedReading_Audience_FollowsAndSeesNothingElse()
    {
        using var app = new TestApp(new Dictionary<string, string> { ["Access:Reading"] = "signed-in" }).Started();
        using var pia = await LiveTalk.Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var visitor = new LiveTalk(app);
        var page = await visitor.Client.GetStringAsync(Urls.Live(code), Stop);
        Assert.Contains("One visit, five tellings", page);
        Assert.DoesNotContain("data-look-around", page);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Client.GetAsync(Urls.Stage(Talk), Stop)).StatusCode);
        Assert.DoesNotContain(app.Casebook.Head.Title, WebUtility.HtmlDecode(await visitor.Client.GetStringAsync(Urls.SignIn, Stop)));
    }
}
