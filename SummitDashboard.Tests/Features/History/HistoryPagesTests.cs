using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.History;

/// <summary>The pages of the history, of a casebook in which one thing was changed.</summary>
public sealed class HistoryPagesTests(HistoryPagesTests.Site site) : IClassFixture<HistoryPagesTests.Site>
{
    public sealed class Site : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public TestApp App { get; private set; } = null!;
        public Claim Changed { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = TestApp.With(SmallCasebook.Write(folder));
            var ada = await App.Person("Ada", AccountRole.Editor);
            Changed = App.Casebook.Claims[0];
            Assert.IsType<Outcome.Committed>(
                await App
                    .Services.GetRequiredService<CasebookStore>()
                    .Write(new PutItem(Changed, Changed with { Question = "Was it changed?" }), ada, "asked otherwise")
            );
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            folder.Dispose();
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task History_OfACasebook_SaysWhoChangedWhatAndWhy()
    {
        var html = await Get(Urls.History);
        Assert.Contains("The casebook is at revision 2.", html);
        Assert.Contains("Was it changed?", html);
        Assert.Contains(": asked otherwise", html);
        Assert.Contains("Ada", html);
    }

    [Fact]
    public async Task History_SinceARevision_ListsWhatDiffersNow()
    {
        Assert.Contains("1 item changed between revision 1 and now", await Get(Urls.With(Urls.History, ("since", "1"))));
        Assert.Contains("Nothing has changed.", await Get(Urls.With(Urls.History, ("since", "2"))));
    }

    [Theory]
    [InlineData("since", "99", "There is no such revision to compare with")]
    [InlineData("since", "x", "There is no such revision to compare with")]
    [InlineData("item", "nothing", "That item is not in the casebook")]
    [InlineData("before", "x", "“before” takes the number of a revision")]
    public async Task History_AskedWrongly_SaysSoAndShowsTheWhole(string name, string value, string notice)
    {
        var html = await Get(Urls.With(Urls.History, (name, value)));
        Assert.Contains(notice, html);
        Assert.Contains("The casebook is at revision 2.", html);
    }

    [Fact]
    public async Task Revision_OfAChange_ShowsBothVersionsAndLeadsToThePast()
    {
        var html = await Get(Urls.Revision(2));
        Assert.Contains("Reason: asked otherwise", html);
        Assert.Contains("question", html);
        Assert.Contains("?rev=2", html);
        Assert.DoesNotContain("Undo this revision", html); // nobody is signed in
    }

    [Theory, InlineData("99"), InlineData("0"), InlineData("-1"), InlineData("x"), InlineData("99999999999999999999")]
    public async Task Revision_ThatThereIsNot_IsMissing(string number)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{site.App.Address}/{Urls.History}/{number}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Folder_WithNothingToDecide_SaysSo() => Assert.Contains("Nothing is open", await Get(Urls.FromFolder));

    private async Task<string> Get(string url)
    {
        using var http = new HttpClient();
        return WebUtility.HtmlDecode(await http.GetStringAsync($"{site.App.Address}/{url}", Stop));
    }
}
