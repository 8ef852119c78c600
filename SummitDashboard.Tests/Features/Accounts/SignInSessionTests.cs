using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

/// <summary>A sign-in ends on the server, whatever copies of its cookie there are; and only that one.</summary>
public sealed class SignInSessionTests(SignInSessionTests.Shared app) : IClassFixture<SignInSessionTests.Shared>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignOut_CopyOfTheCookie_IsDeadAndOtherDevicesGoOn()
    {
        await app.Person("Ada", AccountRole.Editor);
        using var desk = await new LiveTalk(app).SignedIn("Ada");
        using var phone = await new LiveTalk(app).SignedIn("Ada");
        using var thief = new LiveTalk(app);
        foreach (Cookie cookie in desk.Cookies.GetCookies(new(app.Address)))
            thief.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", new Uri(app.Address).Host));
        foreach (var who in new[] { desk, phone, thief })
            Assert.True(await IsSignedIn(who));

        using var watch = app.Services.GetRequiredService<Sessions>().Watch(await Of("Ada", thief), () => ended++);
        await desk.SignOut();
        Assert.Equal((false, false, true), (await IsSignedIn(desk), await IsSignedIn(thief), await IsSignedIn(phone)));
        app.Services.GetRequiredService<Sessions>().Look();
        Assert.Equal(1, ended); // what was open under it hears so, once
    }

    private int ended;

    [Fact]
    public async Task Password_ChangedOnOneDevice_EndsTheSignInsOfOthers()
    {
        await app.Person("Bea", AccountRole.Editor);
        using var desk = await new LiveTalk(app).SignedIn("Bea");
        using var phone = await new LiveTalk(app).SignedIn("Bea");
        Assert.Contains(
            "Your password is changed",
            await desk.Send(Urls.Password, "password", ("Input.Old", TestPeople.Password), ("Input.New", "another long secret here"))
        );
        Assert.Equal((true, false), (await IsSignedIn(desk), await IsSignedIn(phone)));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(Stop);
        var bea = db.Users.Single(u => u.UserName == "bea").Id;
        Assert.Equal(2, db.SignIns.Count(s => s.AccountId == bea)); // its own new one, and the other's, which its stamp has ended
    }

    [Fact]
    public async Task Watch_OfACookieThatWasOldAlready_EndsAtOnce()
    {
        var id = await app.Person("Cy", AccountRole.Editor);
        var sessions = app.Services.GetRequiredService<Sessions>();
        var signIn = new SignIn(id, "the stamp of yesterday", await sessions.Begin(id));
        var over = new TaskCompletionSource();
        using var watch = sessions.Watch(signIn, over.SetResult);
        await over.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Theory]
    [InlineData("actors?person=김정은", "actors?person=%EA%B9%80%EC%A0%95%EC%9D%80")]
    [InlineData("claims", "claims")]
    [InlineData("//elsewhere.example/", "")]
    public async Task SignIn_WithAnAddressToGoTo_LeadsThereOrHome(string returnUrl, string path)
    {
        await app.Person("Flo" + returnUrl.Length, AccountRole.Editor);
        using var flo = await new LiveTalk(app).SignedIn("Flo" + returnUrl.Length, returnUrl);
        Assert.True(await IsSignedIn(flo));
        Assert.Equal(new Uri(app.Address + "/" + path), flo.LedTo);
    }

    [Fact]
    public async Task Account_DisabledWhileItsBrowserAnswersNothing_LosesTheConnection()
    {
        var id = await app.Person("Eve", AccountRole.Editor);
        using var eve = await new LiveTalk(app).SignedIn("Eve");
        var page = await RawCircuit.Read(eve.Client, app.Address + "/claims", Stop);
        using var connections = new HttpMessageInvoker(Loopback.From("127.0.0.1"));
        await using var circuit = await RawCircuit.Open(page, connections, eve.Cookies.GetCookieHeader(new(app.Address)), Stop);
        await circuit.Live.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        circuit.Acknowledges = false;
        using (var scope = app.Services.CreateScope())
            Assert.Null((await scope.ServiceProvider.GetRequiredService<People>().SetDisabled(People.Shell, id, true)).Problem());
        await circuit.Ended.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Fact]
    public async Task SignIn_WhileOthersGuessAtTheSamePlaceAndForTheSameAccount_WorksOnAKnownDevice()
    {
        using var other = new TestApp().Started(); // of which this address is refused for a minute
        await other.Person("Dora", AccountRole.Editor);
        using var own = await new LiveTalk(other).SignedIn("Dora");
        await own.SignOut();
        using var guesser = new LiveTalk(other);
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 70; n++)
        {
            using var answer = await guesser.Client.PostAsync(Urls.SignIn, new FormUrlEncodedContent([]), Stop);
            answers.Add(answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        await using (var db = await other.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(Stop))
            await db
                .Users.Where(u => u.UserName == "dora")
                .ExecuteUpdateAsync(u => u.SetProperty(a => a.LockoutEnd, DateTimeOffset.UtcNow.AddMinutes(5)), Stop);
        Assert.True(await IsSignedIn(await own.SignedIn("Dora")));
        Assert.Equal(HttpStatusCode.OK, (await guesser.Client.GetAsync("claims", Stop)).StatusCode); // who is refused a sign-in may read
    }

    /// <summary>One program for all tests of the class.</summary>
    public sealed class Shared : TestApp
    {
        public Shared()
            : base([]) => Started();
    }

    private static async Task<bool> IsSignedIn(LiveTalk who) =>
        (await who.Client.GetStringAsync("help", Stop)).Contains("account/sign-out", StringComparison.Ordinal);

    private async Task<SignIn> Of(string name, LiveTalk who)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(Stop);
        var userName = name.ToLowerInvariant();
        var account = db.Users.AsNoTracking().Single(u => u.UserName == userName);
        var cookies = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Identity.Application");
        var ticket = cookies.TicketDataFormat.Unprotect(who.Cookies.GetCookies(new(app.Address))[cookies.Cookie.Name!]!.Value)!;
        Assert.Equal(account.Id, SignIn.Of(ticket.Principal)!.AccountId);
        return SignIn.Of(ticket.Principal)!;
    }
}
