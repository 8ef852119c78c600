using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Library;

/// <summary>Casebooks that are begun, copied, taken along and opened again, on a real server.</summary>
public sealed partial class NewCasebooksTests : IClassFixture<NewCasebooksTests.Shared>
{
    private readonly TestApp app;
    private readonly NewCasebooks casebooks;
    private readonly CasebookLibrary library;

    public NewCasebooksTests(Shared app)
    {
        this.app = app;
        casebooks = app.OfServer.GetRequiredService<NewCasebooks>();
        library = app.OfServer.GetRequiredService<CasebookLibrary>();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("The harbour fire", "2031-05-14", "the-harbour-fire")]
    [InlineData("항구 화재", "2031-05-14/2031-05-16", null)]
    [InlineData("Пожар в порту", null, null)]
    public async Task Casebook_BegunWithATitle_IsOpenAtAnAddressMadeOfIt(string title, string? day, string? slug)
    {
        var begun = Begun(await casebooks.Begin(People.Shell, title, day, Readers.Open));
        Assert.Matches("^[a-z0-9-]+$", begun.Slug);
        if (slug is not null)
            Assert.Equal(slug, begun.Slug);
        using var http = new HttpClient();
        var page = await http.GetStringAsync($"{app.Site}/c/{begun.Slug}/", Stop);
        Assert.Contains("What comes next", page);
        Assert.Equal(day is null, page.Contains("When this was is not said yet", StringComparison.Ordinal));
        Assert.Equal((title, 0, 0), (library.Get(begun.Id)!.Title, library.Get(begun.Id)!.Sources, library.Get(begun.Id)!.Claims));
        var twin = Begun(await casebooks.Begin(People.Shell, title, day, Readers.Open));
        Assert.Equal(begun.Slug + "-2", twin.Slug);
        // Nobody has opened the second one: nothing is counted in it. By its title alone it could not be told from the first.
        var shown = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync($"{app.Site}/{Urls.Library}", Stop), Stop);
        string Card(CasebookRow of) => shown.QuerySelector($"li:has(a[href='{Urls.Casebook(of.Slug)}'])")!.TextContent;
        Assert.Contains("Not opened yet", Card(twin));
        Assert.Contains("0 sources, 0 claims", Card(begun));
        Assert.All([begun, twin], of => Assert.Contains($"at {Urls.Casebook(of.Slug)}", Card(of)));
    }

    [Theory]
    [InlineData("3 October 2031")]
    [InlineData("Friday, October 3, 2031")]
    [InlineData("3. Oktober 2031")]
    [InlineData("Fri 3 Oct 2031")]
    [InlineData("пятница, 3 октября 2031")]
    [InlineData("2031年10月3日")]
    [InlineData("٣ أكتوبر ٢٠٣١")]
    public async Task Casebook_BegunWithADayInWords_IsOfThatDay(string day)
    {
        var begun = Begun(await casebooks.Begin(People.Shell, "The bell", day, Readers.Open));
        using var http = new HttpClient();
        Assert.Contains("3 October 2031", await http.GetStringAsync($"{app.Site}/c/{begun.Slug}/claims", Stop));
    }

    [Theory]
    [InlineData("3 to 5 October 2031")]
    [InlineData("from 3rd until 5th October 2031")]
    [InlineData("October 3–5, 2031")]
    [InlineData("October 3 to October 5, 2031")]
    [InlineData("3 October - 5 October 2031")]
    [InlineData("2031-10-03 to 2031-10-05")]
    [InlineData("vom 3. bis 5. Oktober 2031")]
    [InlineData("du 3 au 5 octobre 2031")]
    [InlineData("с 3 по 5 октября 2031")]
    [InlineData("2031年10月3日至5日")]
    [InlineData("2031년 10월 3일부터 5일까지")]
    [InlineData("٣ – ٥ أكتوبر ٢٠٣١")]
    public async Task Casebook_BegunWithAStretchInWords_IsOfThoseDays(string days)
    {
        var begun = Begun(await casebooks.Begin(People.Shell, "The bell", days, Readers.Open));
        using var http = new HttpClient();
        var page = await http.GetStringAsync($"{app.Site}/c/{begun.Slug}/claims", Stop);
        Assert.All(["asOf=2031-10-03\"", "asOf=2031-10-04\"", "asOf=2031-10-05\""], day => Assert.Contains(day, page));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Fine", "5 to 3 October 2031")]
    [InlineData("Fine", "30 to 31 February 2031")]
    [InlineData("Fine", "03/04/2031 to 05/04/2031")]
    [InlineData("Fine", "3 to 5 apples 2031")]
    [InlineData("Fine", "from – to –")]
    [InlineData("Fine", "03/04/2031")]
    [InlineData("Fine", "03.04.2031")]
    [InlineData("Fine", "3 October 2031 and 4 October 2031")]
    [InlineData("Fine", "before 3 October 2031")]
    [InlineData("Fine", "31 February 2031")]
    [InlineData("Fine", "12 Marzipan 2031")]
    [InlineData("Fine", "Maybe 5 2031")]
    [InlineData("Fine", "not, 5 May 2031")]
    [InlineData("Fine", "after 5 May 2031")]
    [InlineData("Fine", "1 Listen 2031")]
    [InlineData("A\u0007B", null)]
    [InlineData("\u200B", null)]
    [InlineData("\u202Eevil", null)]
    [InlineData("Fine", "yesterday")]
    [InlineData("Fine", "2031-05-14/..")]
    [InlineData("Fine", "2031-13-01")]
    public async Task Casebook_WithoutATitleOrOfNoDay_IsRefusedInWordsAndLeavesNothing(string title, string? day)
    {
        var before = library.All.Count;
        Assert.IsType<Outcome.Invalid>(await casebooks.Begin(People.Shell, title, day, Readers.Open));
        Assert.Equal(before, library.All.Count);
    }

    [Fact]
    public async Task Casebook_BegunByWhoOwnsNotTheServer_IsForbidden()
    {
        var editor = await app.Person("Ed" + Guid.NewGuid().ToString("N")[..6], AccountRole.Editor);
        Assert.IsType<Outcome.Forbidden>(await casebooks.Begin(editor, "Mine", null, Readers.Open));
        Assert.IsType<Outcome.Forbidden>(await casebooks.Begin(null, "Nobody’s", null, Readers.Open));
        Assert.IsType<Outcome.Forbidden>(await library.Change(editor, CasebookRow.First, row => row.Readers = Readers.Members));
        Assert.DoesNotContain(library.All, c => c.Title is "Mine" or "Nobody’s");
    }

    [Fact]
    public async Task Copy_WithTheCodingOrWithout_HasTheSameClaimsAndLeavesTheOriginalAlone()
    {
        var original = app.Casebook;
        var whole = Begun(await casebooks.Duplicate(People.Shell, CasebookRow.First, withCoding: true));
        var bare = Begun(await casebooks.Duplicate(People.Shell, CasebookRow.First, withCoding: false));
        var coded = original.Claims.Sum(c => c.Framings.Count);
        var second = Begun(await casebooks.Duplicate(People.Shell, whole.Id, withCoding: true));
        foreach (var (copy, cells, called) in new[] { (whole, coded, " (copy)"), (bare, 0, " (copy 2)"), (second, coded, " (copy 3)") })
        {
            using var held = await app.OfServer.GetRequiredService<OpenCasebooks>().Take(copy.Id);
            var store = held.Casebook.Services.GetRequiredService<CasebookStore>();
            Assert.Equal(original.Claims.Select(c => c.Slug), store.Current.Claims.Select(c => c.Slug));
            Assert.Equal(cells, store.Current.Claims.Sum(c => c.Framings.Count));
            Assert.Equal(original.Head.Title + called, store.Current.Head.Title);
            Assert.Equal(original.Head.Headline + called, store.Current.Head.Headline);
            var begun = Assert.Single(held.Casebook.Services.GetRequiredService<History>().List(10));
            Assert.Equal((1, Author.Shell.Name, "copied"), (begun.Number, begun.By, begun.Verb));
            Assert.Contains($"Copied from “{original.Head.Title}", begun.Reason, StringComparison.Ordinal);
        }
        Assert.Same(original, app.Casebook);
    }

    [Fact]
    public async Task Copy_OfALongTitleOrWithOneOfItsOwn_IsToldFromTheOriginal()
    {
        var @long = Begun(await casebooks.Begin(People.Shell, new string('a', NewCasebooks.MaxTitle), null, Readers.Open));
        using (await app.OfServer.GetRequiredService<OpenCasebooks>().Take(@long.Id)) { }
        var copy = Begun(await casebooks.Duplicate(People.Shell, @long.Id, withCoding: true));
        Assert.Equal(NewCasebooks.MaxTitle, copy.Title.Length);
        Assert.EndsWith("a… (copy)", copy.Title);
        var own = Begun(await casebooks.Duplicate(People.Shell, CasebookRow.First, withCoding: false, " For the seminar "));
        Assert.Equal("For the seminar", own.Title);
        Assert.IsType<Outcome.Invalid>(await casebooks.Duplicate(People.Shell, CasebookRow.First, withCoding: false, "\u202E"));
    }

    [Fact]
    public async Task Folder_OpenedByAnotherNameOfIt_IsOpenAlready()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "other"), folder.Path);
        var other = Path.Combine(folder.Path, "other", Path.GetFileName(seeds));
        Begun(await casebooks.OpenFolder(People.Shell, seeds, Readers.Open));
        var refused = Assert.IsType<Outcome.Invalid>(await casebooks.OpenFolder(People.Shell, other, Readers.Open));
        Assert.Contains("is open already", refused.Problems[0]);
    }

    [Fact]
    public async Task Casebook_ThatCannotBeOpened_IsDeletedByItsOwnerFromWhereThatIsSaid()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        var begun = Begun(await casebooks.OpenFolder(People.Shell, seeds, Readers.Open));
        File.Delete(Path.Combine(seeds, "casebook.md"));
        var owner = "Olga" + Guid.NewGuid().ToString("N")[..6];
        await app.Person(owner, AccountRole.Owner);
        using var olga = new LiveTalk($"{app.Site}/", (await new LiveTalk(app).SignedIn(owner)).Cookies);
        var address = $"{app.Site}/{Urls.Casebook(begun.Slug)}";
        async Task<string> Sent(string title)
        {
            using var page = await olga.Client.GetAsync(address, Stop);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, page.StatusCode);
            var token = System.Text.RegularExpressions.Regex.Match(
                await page.Content.ReadAsStringAsync(Stop),
                "__RequestVerificationToken\" value=\"([^\"]+)"
            );
            using var answer = await olga.Client.PostAsync(
                address,
                new FormUrlEncodedContent([
                    new("_handler", "delete-unopened"),
                    new("__RequestVerificationToken", token.Groups[1].Value),
                    new("Title", title),
                ]),
                Stop
            );
            return await answer.Content.ReadAsStringAsync(Stop);
        }

        Assert.Contains("Type the title as it is", await Sent("Another"));
        Assert.Null(library.Get(begun.Id)!.Deleted);
        await Sent(begun.Title);
        Assert.NotNull(library.Get(begun.Id)!.Deleted);
    }

    [Fact]
    public async Task Start_AfterAServerWasKilledWhileItBegan_RemovesWhatIsNobodysAndNothingElse()
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        string kept;
        using (var before = TestApp.At(data)) // at once: its data folder is free when it ends
            kept = Begun(await before.OfServer.GetRequiredService<NewCasebooks>().Begin(People.Shell, "Kept", null, Readers.Open)).Id;
        string Left(string name, bool isMarked = true)
        {
            var path = Directory.CreateDirectory(Path.Combine(data, "casebooks", name)).FullName;
            File.WriteAllText(Path.Combine(path, "casebook.md"), "half a casebook");
            if (isMarked)
                File.WriteAllText(Path.Combine(path, ".unfinished"), "");
            return path;
        }
        var committed = Left(kept);
        var byHand = Left("0123456789ab", isMarked: false);
        var underWay = Left(".opening-0123456789ab");
        string[] left = [Left("ba9876543210"), Left(".opening-ba9876543210")];
        using var held = new FileStream(Path.Combine(underWay, ".unfinished"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await using var after = TestApp.At(data);
        Assert.True(SpinWait.SpinUntil(() => !left.Any(Directory.Exists) && !File.Exists(Path.Combine(committed, ".unfinished")), 30_000));
        Assert.All(new[] { committed, byHand, underWay }, path => Assert.True(File.Exists(Path.Combine(path, "casebook.md"))));
        using var http = new HttpClient();
        Assert.Contains("Kept", await http.GetStringAsync($"{after.Site}/c/kept/", Stop));
    }

    [Fact]
    public async Task Casebook_Deleted_IsGoneAtOnceAndComesBackWhole()
    {
        var begun = Begun(await casebooks.Begin(People.Shell, "To be deleted", null, Readers.Open));
        using var http = new HttpClient();
        Assert.Contains("To be deleted", await http.GetStringAsync($"{app.Site}/c/{begun.Slug}/", Stop));
        Begun(await library.Change(People.Shell, begun.Id, row => row.Deleted = DateTime.UtcNow));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync($"{app.Site}/c/{begun.Slug}/", Stop)).StatusCode);
        Begun(await library.Change(People.Shell, begun.Id, row => row.Deleted = null));
        Assert.Contains("To be deleted", await http.GetStringAsync($"{app.Site}/c/{begun.Slug}/", Stop));
    }

    [Theory, InlineData("memberz"), InlineData("77"), InlineData("Open,Members"), InlineData(null)]
    public async Task Readers_AWordThatIsNone_ChangesNothing(string? word)
    {
        var begun = Begun(await casebooks.Begin(People.Shell, "For members", null, Readers.Members));
        var owner = "Olga" + Guid.NewGuid().ToString("N")[..6];
        await app.Person(owner, AccountRole.Owner);
        using var olga = new LiveTalk($"{app.Site}/{Urls.Casebook(begun.Slug)}");
        await olga.SignedIn(owner);
        var fields = new List<(string, string)> { ("Input.What", "readers") };
        if (word is not null)
            fields.Add(("Input.Readers", word));
        Assert.Contains("Nothing was changed", await olga.Send(Urls.CasebookSettings, "readers", [.. fields]));
        Assert.Equal(Readers.Members, library.Get(begun.Id)!.Readers);
    }

    /// <summary>One program for all tests of the class.</summary>
    public sealed class Shared : TestApp
    {
        public Shared()
            : base([]) => Started();
    }

    private static CasebookRow Begun(Outcome outcome) => Assert.IsType<CasebookBegun>(outcome).Casebook;
}
