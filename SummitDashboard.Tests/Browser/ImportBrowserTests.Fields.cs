using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

public sealed partial class ImportBrowserTests
{
    [Fact]
    public async Task Field_TypedInWhileAnotherIsFollowed_KeepsWhatIsTyped()
    {
        using var folder = new TempFolder();
        await using var app = TestApp.With(SmallCasebook.Write(folder), folder.Sub("texts"));
        var (page, console) = await browser.Editor(app);
        var held = await HeldFrames.Of(page);
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        await page.SetInputFilesAsync("form[data-import] input[type=file]", Again("followed.html")[0]);
        await page.ClickAsync(".files a.btn.primary >> nth=0");
        await page.Locator("form[data-ready]").WaitForAsync();
        var name = page.Locator("[name=name]");
        // Chosen whole before it is made anew: what is typed then takes its place.
        await page.FillAsync("[name=publisher]", "Coast Herald");
        held.Hold();
        await name.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        held.Pass();
        await Assertions.Expect(name).ToHaveValueAsync("Coast Herald");
        await page.Keyboard.TypeAsync("Mine");
        await Assertions.Expect(name).ToHaveValueAsync("Mine");
        await name.FillAsync("Coast Herald"); // as it was made: it follows
        await page.Keyboard.PressAsync("Tab");

        // Typed in before it is made anew.
        await page.FillAsync("[name=publisher]", "Bay Courier");
        held.Hold();
        await name.FillAsync("Ours");
        held.Pass();
        await Assertions.Expect(page.Locator("[name=siglum]")).ToHaveValueAsync("BC");
        await Assertions.Expect(name).ToHaveValueAsync("Ours");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/ours$"));
        Assert.Equal("Ours", app.Casebook.Sources.Single(s => s.Siglum == "BC").Name);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }
}
