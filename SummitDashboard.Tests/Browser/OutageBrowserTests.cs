using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// The database locked or read-only while somebody types, in every kind of form: not a word lost, no page taken away, kept by itself
/// afterwards.
/// </summary>
public sealed class OutageBrowserTests(Browser browser, FaultyApp app) : IClassFixture<FaultyApp>
{
    public static TheoryData<string, Fault> Forms() =>
        new()
        {
            { "cell", Fault.Locked },
            { "source", Fault.ReadOnly },
            { "actor", Fault.ReadOnly },
            { "event", Fault.ReadOnly },
            { "claim", Fault.ReadOnly },
            { "casebook", Fault.ReadOnly },
            { "grade", Fault.ReadOnly },
            { "talk", Fault.ReadOnly },
        };

    [Theory, MemberData(nameof(Forms))]
    public async Task Form_WhileTheDatabaseCannotBeWritten_KeepsEveryWordAndIsSavedAfterwards(string kind, Fault fault)
    {
        app.Started();
        var name = "Ada" + kind;
        var account = await app.Person(name, AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, name);
        await page.OpenForm($"{app.Address}/{PathOf(kind)}");
        var field = page.Locator("[data-draft]")
            .Locator(
                kind switch
                {
                    "cell" => "[name=gloss]",
                    "grade" => "[name=rationale]",
                    _ => "textarea",
                }
            )
            .First;
        using (app.Break(fault))
        {
            if (kind == "grade")
                await page.Locator("[name=mark]").First.CheckAsync();
            await field.FocusAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.TypeAsync(" Typed in the dark.");
            await page.Keyboard.PressAsync("Tab"); // the field is left
            await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Kept on this device");
            await page.Locator("[data-save]").ClickAsync();
            await Assertions.Expect(page.Locator(".notice.bad")).ToContainTextAsync("try again");
            Assert.EndsWith("Typed in the dark.", await field.InputValueAsync());
        }
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept"); // by itself
        Assert.Single(await app.Services.GetRequiredService<DraftStore>().Keys(account));
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Guess_WhileTheDatabaseCannotBeWritten_IsTriedAgainByItself()
    {
        app.Started();
        await app.Person("Pia", AccountRole.Presenter);
        using var pia = await new LiveTalk(app).SignedIn("Pia");
        var code = await pia.GoLive(app.Casebook.Talks[0].Slug);
        await pia.Move(code, 1, 1);
        var (page, _) = await browser.Page();
        await page.GotoAsync($"{app.Address}/{Urls.Live(code)}");
        using (app.Break(Fault.ReadOnly))
        {
            await page.Locator("[data-guess] button").First.ClickAsync();
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("tried again by itself");
            Assert.Equal(0, (await pia.Session(code)).Guesses.Devices(1));
            await page.EvaluateAsync("() => { now.innerHTML += ''; said.textContent = ''; }"); // the step is drawn again
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("tried again by itself");
        }
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Counted");
        Assert.Equal(1, (await pia.Session(code)).Guesses.Devices(1));
        await page.Context.CloseAsync();
    }

    private string PathOf(string kind)
    {
        var book = app.Casebook;
        return kind switch
        {
            "cell" => Urls.Code(book.Claims[0], book.Sources.First(s => book.Claims[0].Of(s.Id) is { Stance: not Stance.Silent })),
            "grade" => Urls.Grade(book.Sources[0]),
            _ => Urls.Edit(
                kind switch
                {
                    "source" => book.Sources[0],
                    "actor" => book.Actors[0],
                    "event" => book.Events[0],
                    "claim" => book.Claims[1],
                    "talk" => book.Talks[0],
                    _ => book.Head,
                }
            ),
        };
    }
}
