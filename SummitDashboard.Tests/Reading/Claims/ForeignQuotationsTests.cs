using AngleSharp.Html.Parser;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

/// <summary>Quotations in other languages where many stand together: in the matrix, and in what is exported.</summary>
public sealed class ForeignQuotationsTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private TestApp app = null!;
    private HttpClient anybody = null!;

    public ValueTask InitializeAsync()
    {
        var seeds = WorldCasebook.Write(folder);
        var (arabic, german) = (WorldCasebook.In("ar"), WorldCasebook.In("de"));
        Change(arabic.Sailed, $"exact: \"{arabic.Sailed}\", paragraph: 2, translation: {{ text: between the towns, method: own }}");
        Change(german.Sailed, $"exact: \"„{german.Sailed}“\", paragraph: 2, hedges: [Montag]");
        app = TestApp.With(seeds, "no-texts");
        anybody = InCasebook.Client(app.Address);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        anybody.Dispose();
        app.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Matrix_WordsFromTheRight_OpenOnTheRightAndTheirTranslationFollowsOnALineOfItsOwn()
    {
        var page = new HtmlParser().ParseDocument(
            await anybody.GetStringAsync("claims?view=matrix", TestContext.Current.CancellationToken)
        );
        var cells = page.QuerySelectorAll("tbody td");
        var arabic = cells.Single(c => c.GetAttribute("lang") == "ar");
        Assert.Equal(
            $"\u2067”{WorldCasebook.In("ar").Sailed}“\u2069\n(“between the towns”, our own translation)",
            arabic.GetAttribute("title")
        );
        Assert.Equal("en", arabic.QuerySelector("a")!.GetAttribute("lang"));
        Assert.Single(cells, c => c.GetAttribute("lang") == "ko");
        Assert.Contains(cells, c => c.GetAttribute("title") == $"‘„{WorldCasebook.In("de").Sailed}“’");
    }

    [Fact]
    public async Task Exports_OfForeignQuotations_NameTheirLanguageAndWhatIsMarked()
    {
        var (stop, german) = (TestContext.Current.CancellationToken, WorldCasebook.In("de").Sailed);
        var claim = await anybody.GetStringAsync(Urls.ClaimExport(app.Casebook.Claims[0], "md"), stop);
        Assert.Contains($"**De** ¶ 2: ‘„{german}“’ (German; hedges: Montag)", claim);
        Assert.Contains("(Arabic; “between the towns”, our own translation)", claim);
        Assert.DoesNotContain("(English", claim);
        var matrix = await anybody.GetStringAsync(Urls.MatrixExport("md"), stop);
        Assert.Contains($"asserts: ‘„{german}“’ (¶ 2; German; hedges: Montag)", matrix);
        var csv = (await anybody.GetStringAsync(Urls.MatrixExport("csv"), stop)).Split('\n');
        Assert.Contains("hedging words,loaded words", csv[0]);
        Assert.Contains($"„{german}“,2,1,,,Montag,", csv.Single(l => l.Contains(",De,")));
    }

    private void Change(string exact, string other)
    {
        var path = Path.Combine(folder.Path, "seeds", "claims", "sailed.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace($"exact: \"{exact}\", paragraph: 2", other, StringComparison.Ordinal));
    }
}
