using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

/// <summary>A casebook of which nobody has said when its event was: nothing is taken for its days, and pages say so.</summary>
public sealed class NoDaysTests
{
    [Fact]
    public async Task Pages_OfACasebookWithoutDays_SayThatNothingIsSaid()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        var head = Path.Combine(seeds, "casebook.md");
        await File.WriteAllTextAsync(
            head,
            (await File.ReadAllTextAsync(head, Stop)).Replace("visit: \"2020-01-06/2020-01-07\"\n", "", StringComparison.Ordinal),
            Stop
        );
        using var app = TestApp.With(seeds, folder.Sub("texts"));
        Assert.Null(app.Casebook.Head.Visit);
        using var http = InCasebook.Client(app.Address);
        async Task<string> Page(string url) => System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(url, Stop));

        foreach (var url in new[] { Urls.Overview, Urls.Timeline, Urls.With(Urls.Timeline, ("view", "list")) })
        {
            Assert.Contains("When this was is not said yet", await Page(url));
            Assert.Contains("no days yet", await Page(url));
        }
        var source = app.Casebook.Sources[0];
        Assert.Contains("cannot tell when", await Page(Urls.Source(source)));
        Assert.Contains("The casebook does not say its days yet.", await Page(Urls.Source(source)));
        foreach (var url in new[] { Urls.Claims, Urls.Claim(app.Casebook.Claims[0]), Urls.Sources, Urls.Actors, "claims/export.csv" })
            Assert.NotEqual("", await Page(url));
        Assert.DoesNotContain(
            "\nvisit:",
            System.Text.Encoding.UTF8.GetString(CaseFolderWriter.Files(app.Casebook).Single(f => f.Path == "casebook.md").Content())
        );
    }

    [Fact]
    public void Written_AgainstACasebookWithoutDays_IsToldByWordsAlone()
    {
        var casebook = Repo.Casebook.With(1, [new(Repo.Casebook.Head, Repo.Casebook.Head with { Visit = null })]);
        foreach (var source in casebook.Sources)
        {
            var isOver = casebook.Events.TryGet(source.Written?.After, out var past) && past.Phase == Phase.Aftermath;
            Assert.Equal(isOver ? WritingTime.After : WritingTime.CannotTell, source.AgainstVisit(casebook));
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
