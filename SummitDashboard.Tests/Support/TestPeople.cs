using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Tests.Support;

/// <summary>People who can sign in, made as the shell makes them.</summary>
public static partial class TestPeople
{
    public const string Password = "four green chairs sing";

    /// <summary>Makes an account; returns its id. The sign-in name is the name in lower case.</summary>
    public static async Task<string> Person(this TestApp app, string name, AccountRole role, string? shown = null)
    {
        using var scope = app.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        var added = await people.Add(People.Shell, name.ToLowerInvariant(), shown ?? name, role);
        var accepted = await people.Accept(added.Secret(), "", "", Password);
        return Assert.IsType<PeopleDone>(accepted).Account!.Id;
    }

    /// <summary>
    /// Signs a browser in as its form does, with the cookies of a form that was sent without it: two requests in place of two pages. The
    /// page stays where it is, to be opened anew.
    /// </summary>
    public static async Task SignIn(this IPage page, TestApp app, string name)
    {
        using var visitor = await new LiveTalk(app).SignedIn(name);
        await page.Context.AddCookiesAsync(
            visitor
                .Cookies.GetAllCookies()
                .Select(c => new Cookie
                {
                    Name = c.Name,
                    Value = c.Value,
                    Url = app.Address,
                    HttpOnly = c.HttpOnly,
                })
        );
    }

    /// <summary>The secret of the link that was made; fails where none was.</summary>
    public static string Secret(this Outcome outcome) => Assert.IsType<PeopleDone>(outcome).Secret!;

    /// <summary>Signs in with the form, and goes where it leads.</summary>
    public static async Task SignInByForm(this IPage page, SiteAddress site, string name, string? back = null)
    {
        await page.GotoAsync(site + (back is null ? Urls.SignIn : Urls.SignInFor(back)));
        await page.FillAsync("[name='Input.UserName']", name.ToLowerInvariant());
        await page.FillAsync("[name='Input.Password']", Password);
        await page.ClickAsync("main button.primary");
        await page.Locator("details.person").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>
    /// The secret with which the first owner’s account is made. The server prints one as it starts, which takes any other’s place: that has
    /// been done first.
    /// </summary>
    public static async Task<string> FirstOwnersSecret(this TestApp app)
    {
        await using var db = await app.OfServer.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync();
        while (!await db.OneTimeLinks.AnyAsync())
            await Task.Yield();
        return OneTimeLinks.FirstOwner(app.OfServer.GetRequiredService<ServerFolder>(), TimeProvider.System)!;
    }

    /// <summary>A client with the cookies of somebody who signed in with the form; it follows redirects.</summary>
    public static async Task<HttpClient> SignedIn(this TestApp app, string name)
    {
        var client = InCasebook.Client(app.Address);
        var token = TokenPattern().Match(await client.GetStringAsync(Urls.SignIn)).Groups[1].Value;
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["_handler"] = "sign-in",
            ["Input.UserName"] = name.ToLowerInvariant(),
            ["Input.Password"] = Password,
        };
        var answer = await client.PostAsync(Urls.SignIn, new FormUrlEncodedContent(fields));
        Assert.Contains("person", await answer.Content.ReadAsStringAsync());
        return client;
    }

    /// <summary>A page in which an editor, Ada, has signed in.</summary>
    public static async Task<(IPage Page, List<string> Console)> Editor(this Browser browser, TestApp app)
    {
        await app.Person("Ada", AccountRole.Editor);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");
        return (page, console);
    }

    /// <summary>The same at a form, ready to be filled in.</summary>
    public static async Task<IPage> Form(this Browser browser, TestApp app, string path)
    {
        var (page, _) = await browser.Editor(app);
        await page.OpenForm(app.Address + path);
        return page;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenPattern();
}
