using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;
using Folk = SummitDashboard.Data.Accounts.People;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>Searches that people keep: whose they are, what is refused, and of what they tell.</summary>
public sealed partial class SearchPageTests
{
    private SavedSearches Searches => app.Services.GetRequiredService<SavedSearches>();

    private async Task<LiveTalk> Somebody(string name)
    {
        await app.Person(name, AccountRole.Reader);
        return await new LiveTalk(app).SignedIn(name);
    }

    // The form stands on the page of the search, and leads back to it.
    private static Task<string> Save(LiveTalk who, string name, string words, bool isTold = false) =>
        Send(
            who,
            Urls.SaveSearch,
            Urls.SearchFor(words),
            [("name", name), ("words", words), .. isTold ? [("tell", "on")] : Array.Empty<(string, string)>()]
        );

    private static Task<string> Do(LiveTalk who, string id, string what, string name = "") =>
        Send(who, Urls.SavedSearch(id), Urls.Searches, ("what", what), ("name", name));

    private static async Task<string> Send(LiveTalk who, string url, string from, params (string Name, string Value)[] fields)
    {
        var token = Between(await who.Client.GetStringAsync("/" + from, Stop), "name=\"__RequestVerificationToken\" value=\"", "\"");
        using var answer = await who.Client.PostAsync(
            "/" + url,
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            ]),
            Stop
        );
        Assert.True(answer.IsSuccessStatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static string Between(string text, string start, string end) => text.Split(start)[1].Split(end)[0];

    private async Task<SavedSearch> Only(string name) => Assert.Single(await Searches.Of(await IdOf(name)));

    private async Task<string> IdOf(string name)
    {
        await using var db = await app.OfServer.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(Stop);
        return (await db.Users.SingleAsync(u => u.Name == name, Stop)).Id;
    }

    [Fact]
    public async Task Searches_OfWhoIsNotSignedIn_AreNotKeptAndThePageSaysHow()
    {
        using var anybody = new LiveTalk(app);
        Assert.Contains("Its address can be kept", await anybody.Client.GetStringAsync("/" + Urls.SearchFor("paper"), Stop));
        Assert.Contains("a search is kept by its address", await anybody.Client.GetStringAsync("/" + Urls.Searches, Stop));
        using var answer = await anybody.Client.PostAsync(
            "/" + Urls.SaveSearch,
            new FormUrlEncodedContent([new("name", "Mine"), new("words", "paper")]),
            Stop
        );
        Assert.EndsWith(Urls.SignIn, answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_KeptByOne_IsNotSeenChangedOrDeletedByAnother()
    {
        using var uma = await Somebody("Uma");
        using var vic = await Somebody("Vic");
        Assert.Contains("Saved as", await Save(uma, "Of the paper", "paper"));
        var kept = await Only("Uma");
        Assert.Contains("Of the paper", await uma.Client.GetStringAsync("/" + Urls.Searches, Stop));
        await Save(vic, "Another", "aides"); // a page of his own has forms to send
        Assert.DoesNotContain("Of the paper", await vic.Client.GetStringAsync("/" + Urls.Searches, Stop));
        Assert.DoesNotContain("Saved as", await vic.Client.GetStringAsync("/" + Urls.SearchFor("paper"), Stop));
        foreach (var what in new[] { "rename", "delete", "tell", "quiet", "seen", "restore" })
            Assert.Contains("That search is not here any more", await Do(vic, kept.Id, what, "Stolen"));
        Assert.Equivalent(kept, await Only("Uma"));
        // Nor is one that was deleted told of, or brought back.
        Assert.Contains("was deleted", await Do(uma, kept.Id, "delete"));
        Assert.DoesNotContain("Of the paper", await vic.Client.GetStringAsync("/" + Urls.With(Urls.Searches, ("gone", kept.Id)), Stop));
        Assert.Contains("not here any more", await Do(vic, kept.Id, "restore"));
        Assert.Empty(await Searches.Of(await IdOf("Uma")));
    }

    [Fact]
    public async Task Search_SentWithoutTheTokenOfAForm_IsNotKept()
    {
        using var who = await Somebody("Wes");
        using var answer = await who.Client.PostAsync(
            "/" + Urls.SaveSearch,
            new FormUrlEncodedContent([new("name", "Mine"), new("words", "paper")]),
            Stop
        );
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await Searches.Of(await IdOf("Wes")));
    }

    [Fact]
    public async Task Search_DeletedInOneTab_IsGoneInTheOtherAndComesBack()
    {
        using var who = await Somebody("Xia");
        await Save(who, "Short", "short", isTold: true);
        var kept = await Only("Xia");
        Assert.Contains("value=\"restore\"", await Do(who, kept.Id, "delete"));
        Assert.Contains(
            "may have been deleted in another tab",
            await Send(who, Urls.SavedSearch(kept.Id), Urls.SearchFor("short"), ("what", "rename"), ("name", "Shorter"))
        );
        // Its name has been taken meanwhile: it does not come back under one that is another’s.
        await Save(who, "SHORT", "aides");
        Assert.Contains("You keep another search as", await Do(who, kept.Id, "restore"));
        await Do(who, (await Only("Xia")).Id, "delete");
        Assert.Contains("Saved searches", await Send(who, Urls.SavedSearch(kept.Id), Urls.SearchFor("short"), ("what", "restore")));
        Assert.Equivalent(kept, await Only("Xia"));
    }

    [Fact]
    public async Task Save_OfWhatCannotBeKept_SaysWhy()
    {
        using var who = await Somebody("Yan");
        await Save(who, "Képt", "short");
        foreach (
            var (name, words, why) in new[]
            {
                ("", "paper", "it needs a name"),
                (" \u202E\u0007 ", "paper", "it needs a name"),
                ("\u200B\u2060\uFEFF \u3164\u00AD\U000E0041", "paper", "it needs a name"),
                ("Képt", "paper", "You keep another search as"),
                ("képT ", "paper", "You keep another search as"),
                ("Other", "short", "You keep this search already"),
                ("Other", "  ", "There is nothing to save"),
                ("Other", "NOT", "There is nothing to save"),
                ("Other", "source:", "There is nothing to save"),
                (new('n', 81), "paper", "at most 80 characters"),
                ("Other", new('w', 1_001), "at most 1,000 characters"),
            }
        )
            Assert.Contains(why, await Send(who, Urls.SaveSearch, Urls.SearchFor("paper"), ("name", name), ("words", words)));
        Assert.Equal("short", (await Only("Yan")).Words);
    }

    [Fact]
    public async Task Save_OfHostileNames_ShowsThemAsText()
    {
        using var who = await Somebody("Zoe");
        var name = "<script>alert(1)</script>\"'><img src=x>";
        await Save(who, name, "paper <b>");
        foreach (var url in new[] { Urls.Searches, Urls.SearchFor("paper <b>"), Urls.Overview })
        {
            var page = await who.Client.GetStringAsync("/" + url, Stop);
            Assert.Contains("&lt;script&gt;alert(1)", page);
            Assert.DoesNotContain("<script>alert", page);
            Assert.DoesNotContain("<img src=x", page);
        }
    }

    [Fact]
    public async Task Save_BeyondWhatFits_IsRefused()
    {
        using var who = await Somebody("Abe");
        var account = await IdOf("Abe");
        for (var n = 0; n < SavedSearches.MostTold; n++)
            Assert.Null((await Searches.Save(account, $"Told {n}", $"told {n}", new HashSet<string>())).Problem);
        Assert.Contains("You are told of new sources of 20 searches", await Save(who, "One more", "paper", isTold: true));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<SummitDb>>().CreateDbContextAsync(Stop);
        for (var n = SavedSearches.MostTold; n < SavedSearches.Most; n++)
            db.SavedSearches.Add(
                new()
                {
                    Id = Guid.NewGuid().ToString("N"),
                    AccountId = account,
                    Name = $"{n}",
                    Words = $"w{n}",
                    Made = DateTime.UtcNow,
                }
            );
        await db.SaveChangesAsync(Stop);
        Assert.Contains("You keep 200 searches in this casebook", await Save(who, "One more", "paper"));
    }

    [Fact]
    public async Task Source_ThatComesToMatch_IsToldUntilItIsSeen()
    {
        const string News = "new source in your saved searches";
        var editor = await app.Person("Eda", AccountRole.Editor);
        using var who = await Somebody("Bea");
        using var other = await Somebody("Cid");
        await Save(who, "Winds", "zephyr", isTold: true);
        await Save(other, "Winds", "zephyr");
        Assert.DoesNotContain(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
        var source = app.Casebook.Sources[1];
        Assert.IsType<Outcome.Committed>(
            await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(source, source with { Note = "A zephyr." }), editor)
        );
        await app.Services.GetRequiredService<SearchIndexing>().WhenWhole(Stop);
        // A page that is only fetched has not been looked at.
        for (var n = 0; n < 2; n++)
        {
            Assert.Contains(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
            Assert.Contains("1 new source: Se", WithoutTags(await who.Client.GetStringAsync("/" + Urls.SearchFor("zephyr"), Stop)));
        }
        var searches = await who.Client.GetStringAsync("/" + Urls.Searches, Stop);
        Assert.Contains("1 new source: Se", WithoutTags(searches));
        Assert.Contains("href=\"search?q=zephyr&amp;source=Se\"", searches);
        Assert.DoesNotContain(News, await other.Client.GetStringAsync("/" + Urls.Sources, Stop));
        // The form of a page that was sent before it came marks what stood there, and not this.
        var kept = Urls.SavedSearch((await Only("Bea")).Id);
        await Send(who, kept, Urls.Searches, ("what", "seen"), ("shown", ""));
        Assert.Contains(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
        var page = await who.Client.GetStringAsync("/" + Urls.SearchFor("zephyr"), Stop);
        await Send(who, kept, Urls.Searches, ("what", "seen"), ("shown", Between(page, "name=\"shown\" value=\"", "\"")));
        Assert.DoesNotContain(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
        Assert.DoesNotContain("1 new source", await who.Client.GetStringAsync("/" + Urls.SearchFor("zephyr"), Stop));
    }

    private static string WithoutTags(string html) => Flat(Regex.Replace(html, "<[^>]*>", ""));

    [Fact]
    public async Task Source_WhoseArticleOneMayNotRead_IsNotTold()
    {
        const string News = "new source in your saved searches";
        using var who = await Somebody("Dov");
        var account = await IdOf("Dov");
        await Give(account, null);
        await Save(who, "A sight", "\"rare sight\"", isTold: true);
        Assert.Empty((await Only("Dov")).Seen);
        Assert.DoesNotContain(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
        await Give(account, AccountRole.Reader);
        Assert.Contains(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
        await Give(account, null);
        Assert.DoesNotContain(News, await who.Client.GetStringAsync("/" + Urls.Sources, Stop));
    }

    private async Task Give(string account, AccountRole? role)
    {
        using var scope = app.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<Folk>();
        Assert.IsAssignableFrom<Outcome.Done>(await people.SetRole(Folk.Shell, account, CasebookRow.First, role));
    }
}
