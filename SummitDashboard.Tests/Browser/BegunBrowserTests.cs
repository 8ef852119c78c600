using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Cells that are begun, and the rest of a source that is signed at once.</summary>
public sealed class BegunBrowserTests(Browser browser)
{
    [Fact]
    public async Task Cell_LeftBegun_IsNamedBehindTheLastOther()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        foreach (var press in new[] { "a", "Control+Enter" })
            await page.Keyboard.PressAsync(press);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        await page.Locator("[data-ready]").WaitForAsync();
        foreach (var press in new[] { "s", "w", "Control+Enter" })
            await page.Keyboard.PressAsync(press);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest$"));
        await Assertions.Expect(page.Locator(".mud-snackbar .all-coded")).ToContainTextAsync("1 cell is begun and not coded yet");
        await Assertions.Expect(page.Locator(".mud-snackbar .all-coded a")).ToHaveAttributeAsync("href", "claims/rare/code/second");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Cell_ThatLacksAPart_HoldsNobodyUpAndWaitsAsBegun()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Person("Bob", AccountRole.Editor);
        var page = await browser.Form(app, "/claims/rare/code/second");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("its words are still to come");
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.TypeAsync("Says little.");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("k"); // by a link as well
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rare/code/second$"));
        Assert.Equal(1, app.Casebook.Revision);

        // What only the device has, since the page was loaded anew in the middle of a field, is on the server once it is left.
        await page.OpenForm(app.Address + "/claims/rare/code/first");
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.TypeAsync("Half a reading. ");
        await page.ReloadAsync();
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex("Half a reading\\."));
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/begun$"));
        await Assertions.Expect(page.Locator(".begun li")).ToHaveCountAsync(3);
        // Each says what it lacks; keys go through the list.
        var begun = page.Locator(".begun li");
        await Assertions
            .Expect(begun.Filter(new() { HasText = "How was the evening?" }))
            .ToContainTextAsync("lacks the stance and its words");
        await Assertions.Expect(begun.Filter(new() { HasText = "How rare was it?" }).Nth(1)).ToContainTextAsync("lacks its words");
        await Assertions.Expect(begun.First.Locator("a")).ToBeFocusedAsync();
        foreach (var (key, at) in new[] { ("j", 1), ("j", 2), ("k", 1), ("k", 0) })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(begun.Nth(at).Locator("a")).ToBeFocusedAsync();
        }
        await Assertions.Expect(begun.First).ToContainTextAsync("a change of what is coded");

        // On a phone the siglum stands beside a question that takes several lines.
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(
            await begun.First.EvaluateAsync<bool>(
                """
                li => {
                  const link = li.querySelector('a'), asked = link.textContent;
                  link.textContent = `${asked} `.repeat(6);
                  const key = li.querySelector('.key').getBoundingClientRect(), box = link.getBoundingClientRect(),
                    isBeside = box.height > 1.5 * key.height && key.right <= box.left && key.bottom > box.top
                      && box.right <= innerWidth;
                  link.textContent = asked;
                  return isBeside;
                }
                """
            )
        );
        await page.SetViewportSizeAsync(1440, 900);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rare/code/first$"));
        await page.Locator("[data-ready]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard…" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).Not.ToHaveValueAsync(new Regex("Half a reading"));

        // Who reads sees a cell that nobody has coded; who edits also whose it is, and not what was typed.
        var (bob, console) = await browser.Page();
        await bob.OpenLive(app.Address + "/claims/rare");
        await Assertions.Expect(bob.Locator("td.uncoded")).ToHaveCountAsync(1);
        Assert.DoesNotContain("begun", await bob.Locator("main").InnerTextAsync());
        await bob.SignIn(app, "Bob");
        await bob.OpenLive(app.Address + "/claims/rare");
        await Assertions.Expect(bob.Locator("thead")).ToContainTextAsync("begun by Ada");
        await bob.OpenLive(app.Address + Urls.Begun.Insert(0, "/"));
        await Assertions.Expect(bob.Locator(".begun h2")).ToContainTextAsync("By ");
        await Assertions.Expect(bob.Locator(".begun li")).ToHaveCountAsync(2);
        Assert.DoesNotContain("Says little", await bob.ContentAsync());

        // Whoever chooses what words are quoted for sees what is there of each cell.
        var seen = new HashSet<string>();
        foreach (var at in new[] { "1.0.30", "4.24.60" })
        {
            await bob.OpenLive(app.Address + "/sources/second/quote?at=" + at);
            await Assertions.Expect(bob.Locator("section[data-list] li").First).ToBeVisibleAsync();
            foreach (var said in await bob.Locator("section[data-list] li").AllInnerTextsAsync())
            {
                var claim = app.Casebook.Claims.Single(c => said.Contains(c.Question, StringComparison.Ordinal));
                var told = claim.Of(app.Casebook.Sources.Single(s => s.Slug == "second").Id);
                Assert.Contains(told is null ? "uncoded" : Vocabulary.Of(told.Stance), said);
                Assert.Equal(claim.Slug is "rare" or "rest", said.Contains("begun by Ada", StringComparison.Ordinal));
                seen.Add(told is null ? "begun" : "coded");
            }
        }
        Assert.Equal(["begun", "coded"], seen.Order());

        // From a source that is not coded whole the way leads to its first open cell, and from each open one there.
        await bob.OpenLive(app.Address + "/sources/second");
        await Assertions.Expect(bob.GetByText("Code this source")).ToHaveAttributeAsync("href", "claims/rare/code/second");
        await bob.ClickAsync("main a[data-quick]"); // a way that the search knows too, and no way to the search
        await Assertions.Expect(bob).ToHaveURLAsync(new Regex("/sources/second/rest$"));
        await bob.OpenLive(app.Address + "/sources/second");
        await Assertions
            .Expect(bob.Locator("ul.claims a", new() { HasText = "How was the evening?" }))
            .ToHaveAttributeAsync("href", "claims/rest/code/second");
        await bob.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await bob.Barriers()))));
        Assert.Empty(console);

        // It comes back as it was left, is made whole, and is begun no more.
        await page.OpenLive(app.Address + "/begun");
        await page.ClickAsync(".begun li a >> text=How rare was it?");
        await Assertions.Expect(page.Locator("[name=stance][value=asserts]")).ToBeCheckedAsync();
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".proposals[aria-busy]")).ToHaveCountAsync(0);
        var proposed = await page.Locator(".proposals mark").First.InnerTextAsync();
        await page.Keyboard.PressAsync("t"); // nothing is quoted: at the first passage that is proposed
        await page.Locator(".picker [data-key=q]:visible").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync(proposed);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision 2");
        await page.OpenLive(app.Address + "/sources/second/quote?at=4.24.60");
        await Assertions
            .Expect(page.Locator("section[data-list] li", new() { HasText = "How rare was it?" }).Locator(".cell"))
            .ToHaveTextAsync(new Regex("asserts\\s*5 parts still open$"));
        await page.OpenLive(app.Address + "/begun");
        await Assertions.Expect(page.Locator(".begun li")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
        await bob.Context.CloseAsync();
    }

    [Fact]
    public async Task Rest_SignedAtOnce_LeavesOutWhatIsBegunAndIsUndoneTogetherOrOneByOne()
    {
        using var folder = new TempFolder();
        var seeds = DeskCasebook.Write(folder);
        using var app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        var bob = await app.Person("Bob", AccountRole.Editor);
        var store = app.Services.GetRequiredService<CasebookStore>();
        foreach (var n in Enumerable.Range(1, 4))
            Assert.IsType<Outcome.Committed>(
                await store.Write(new PutItem(null, app.Casebook.Claims[1] with { Id = new($"more{n}"), Slug = $"more-{n}" }), bob)
            );
        var (second, first) = (app.Casebook.Sources[1], app.Casebook.Sources[0]);
        var before = app.Casebook.Revision;
        var page = await browser.Form(app, "/claims/rare/code/second");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/second/rest$"));
        await Assertions.Expect(page.Locator("[name^='sign.']")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("begun by you");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await Assertions.Expect(page.Locator("main section")).ToContainTextAsync("nobody has said yet that the source was read whole");
        await page.GetByRole(AriaRole.Button, new() { Name = "None", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main [type=submit]")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("main .tools")).ToContainTextAsync("Nothing is ticked");
        await page.GetByRole(AriaRole.Button, new() { Name = "All", Exact = true }).ClickAsync();
        await page.ClickAsync("main [type=submit]");
        await Assertions.Expect(page.Locator("main [role=alert]")).ToContainTextAsync("read the whole source");
        Assert.Equal(before, app.Casebook.Revision);

        // A claim that is written after the declaration is not among those that it was made of.
        await page.UncheckAsync("[name='sign.rest']");
        await page.CheckAsync("[name=readWhole]");
        await page.Answered();
        var late = app.Casebook.Claims[1] with { Id = new("late"), Slug = "late" };
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(null, late), bob));
        await Assertions.Expect(page.Locator("[name='sign.late']")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("label:has([name='sign.late'])")).ToContainTextAsync("new");
        await Assertions.Expect(page.Locator("main .notice")).ToContainTextAsync("1 cell came in, or asks something else, since");
        await Assertions.Expect(page.Locator("[name=readWhole]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='sign.more-1']")).ToBeCheckedAsync();
        await page.ClickAsync("main [type=submit]");
        await Assertions.Expect(page.Locator("main [role=alert]")).ToContainTextAsync("read the whole source");
        Assert.Equal(before + 1, app.Casebook.Revision);
        // So is one that asks something else now.
        var reworded = app.Casebook.Claims.Single(c => c.Slug == "more-4");
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(reworded, reworded with { Question = "Was it calm?" }), bob));
        await Assertions.Expect(page.Locator("label:has([name='sign.more-4'])")).ToContainTextAsync("Was it calm?");
        await Assertions.Expect(page.Locator("[name='sign.more-4']")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("main .notice")).ToContainTextAsync("2 cells came in, or ask something else, since");
        await page.CheckAsync("[name='sign.more-4']");
        before = app.Casebook.Revision;
        await page.CheckAsync("[name=readWhole]");
        await page.Answered();
        // Somebody codes one in the same moment: it is his, and the others are signed.
        var claim = app.Casebook.Claims.Single(c => c.Slug == "more-2");
        var theirs = claim.Of(first.Id)! with { Source = second.Id, Quotations = [new() { Exact = "rare sight", Paragraph = 2 }] };
        Assert.IsType<Outcome.Committed>(await store.Write(new PutFraming(claim.Id, second.Id, null, theirs), bob));
        await page.Locator("[name=readWhole]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("cells signed as silent");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/second/rest$")); // what was ticked is no address
        Cell At(string slug) => Cell.Of(app.Casebook, app.Casebook.Claims.Single(c => c.Slug == slug), app.Casebook.Sources[1]);
        Assert.Equal(
            [CellKind.Uncoded, CellKind.Uncoded, CellKind.Uncoded, CellKind.Told],
            new[] { "rare", "rest", "late", "more-2" }.Select(slug => At(slug).Kind)
        );
        foreach (var slug in new[] { "more-1", "more-3", "more-4" })
            Assert.Equal((Stance.Silent, "Ada"), (At(slug).Framing!.Stance, At(slug).Framing!.ReadBy));
        Assert.Equal(before + 4, app.Casebook.Revision);

        // All of them are taken back in one, but what somebody made another since; and they come again as they were.
        var changed = app.Casebook.Claims.Single(c => c.Slug == "more-3");
        Assert.IsType<Outcome.Committed>(await store.Write(new PutFraming(changed.Id, second.Id, changed.Of(second.Id), theirs), bob));
        before = app.Casebook.Revision;
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Take all 3 back");
        await Assertions.Expect(page.Locator("main button", new() { HasText = "Take all 3 back" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("2 cells taken back.");
        await Assertions
            .Expect(page.Locator(".notice[role=status] li", new() { HasText = "changed since, and is left alone" }))
            .ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[name='sign.more-1']")).ToBeCheckedAsync(); // it is none that came in
        await Assertions.Expect(page.Locator("[name=readWhole]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("1 that was changed since is left alone.");
        Assert.Equal(before + 1, app.Casebook.Revision);
        Assert.Equal(
            [CellKind.Uncoded, CellKind.Told, CellKind.Uncoded],
            new[] { "more-1", "more-3", "more-4" }.Select(slug => At(slug).Kind)
        );
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("cells signed as silent");
        Assert.Equal([CellKind.Silent, CellKind.Silent], new[] { "more-1", "more-4" }.Select(slug => At(slug).Kind));

        // One of them is taken back, and no other.
        await Assertions.Expect(page.Locator(".notice[role=status] li").First).ToContainTextAsync("? · ");
        await page.Locator(".notice[role=status] li", new() { HasText = "undo it" }).First.Locator("text=undo it").ClickAsync();
        await page.ClickAsync("text=Undo this revision");
        await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("Taken back");
        Assert.Equal([CellKind.Uncoded, CellKind.Silent], new[] { "more-1", "more-4" }.Select(slug => At(slug).Kind).Order().Reverse());
        await page.Context.CloseAsync();
    }
}
