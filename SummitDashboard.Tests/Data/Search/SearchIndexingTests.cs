using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Search;

/// <summary>The index beside a casebook that changes, and when its file does not stay what it was.</summary>
public sealed class SearchIndexingTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestApp app;

    public SearchIndexingTests() => app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SearchIndexing Indexing => app.Services.GetRequiredService<SearchIndexing>();

    public void Dispose()
    {
        app.Dispose();
        folder.Dispose();
    }

    private async Task<string> Page(string query)
    {
        await Indexing.WhenWhole(Stop);
        using var http = InCasebook.Client(app.Address);
        return await http.GetStringAsync("/" + Urls.SearchFor(query), Stop);
    }

    [Fact]
    public async Task Search_AfterAnEdit_FindsWhatIsNowAndNotWhatWas()
    {
        var ada = await app.Person("Ada", AccountRole.Editor);
        Assert.Contains("1 hit ", await Page("\"was it signed\" in:claim"));
        var claim = app.Casebook.Claims[0];
        await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(claim, claim with { Question = "Was it sealed?" }), ada);
        Assert.Contains("Nothing found", await Page("\"was it signed\" in:claim"));
        Assert.Contains("1 hit ", await Page("sealed in:claim"));
        Assert.Equal(app.Casebook.Revision, Indexing.Index.Whole());
    }

    [Fact]
    public async Task Search_AnArticleThatComesAndGoes_FindsItWhileItIsThere()
    {
        Assert.Contains("1 hit ", await Page("\"rare sight\" in:article"));
        File.Delete(Path.Combine(folder.Path, "texts", "b.txt"));
        var gone = new TaskCompletionSource();
        Indexing.Changed += () => gone.TrySetResult();
        await gone.Task.WaitAsync(Stop);
        Assert.Contains("Nothing found", await Page("\"rare sight\" in:article"));
    }

    [Fact]
    public async Task Choice_BySearchWhileTheIndexIsMade_SaysSoAndStaysInTheAddress()
    {
        await Indexing.WhenWhole(Stop);
        await Indexing.StoppingAsync(Stop); // from here on nothing is made
        Indexing.Damaged();
        using var http = InCasebook.Client(app.Address);
        var page = await http.GetStringAsync("/" + Urls.With(Urls.Sources, ("sources", "found:rare")), Stop);
        Assert.Contains("The index was damaged and is being made anew.", page);
        Assert.Contains("is found (1 of 2)", page);
        using var file = await http.GetAsync("/" + Urls.With(Urls.MatrixExport("csv"), ("sources", "found:rare")), Stop);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, file.StatusCode);

        // Where there is nothing to look in, nothing is left out.
        Indexing.Index.Discard();
        page = await http.GetStringAsync("/" + Urls.With(Urls.Sources, ("sources", "found:sight")), Stop);
        Assert.Contains("All sources are shown meanwhile.", page);
        Assert.Contains("id=\"first\"", page);
        Assert.Contains($"href=\"{Urls.With(Urls.Timeline, ("sources", "found:sight"))}\"", page);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("no database")]
    [InlineData("missing")]
    public async Task Index_SpoiledWhileTheServerServes_IsMadeAnew(string how)
    {
        await Indexing.WhenWhole(Stop);
        Spoil(Indexing.Index.File, how);
        while (!File.Exists(Indexing.Index.File))
            await Task.Yield();
        // Whoever searches meets it; then it is found out and mended.
        while (!(await Page("\"rare sight\" in:article")).Contains("1 hit ", StringComparison.Ordinal))
            await Task.Yield();
        await Indexing.WhenWhole(Stop);
        Assert.True(Indexing.State.IsWhole);
        Assert.True(File.Exists(Indexing.Index.File));
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("no database")]
    [InlineData("older")]
    public async Task Index_SpoiledBeforeTheStart_IsMadeAnew(string how)
    {
        using var data = new TempFolder();
        string file;
        using (var first = TestApp.At(data.Path))
        {
            await first.Services.GetRequiredService<SearchIndexing>().WhenWhole(Stop);
            file = first.Services.GetRequiredService<SearchIndexing>().Index.File;
        }
        using (var aside = new FullTextIndex(file, isAside: true))
            Assert.NotEmpty(aside.Count(new SearchExpression.Phrase(["putin"])));
        // Whoever closes it last takes the log in: nobody has it open, neither what was let go of nor who asked aside.
        Assert.False(File.Exists(file + "-wal"));
        Spoil(file, how);
        using var again = TestApp.At(data.Path);
        var indexing = again.Services.GetRequiredService<SearchIndexing>();
        using var http = InCasebook.Client(again.Address);
        while (!(await http.GetStringAsync("/" + Urls.SearchFor("putin in:actor"), Stop)).Contains("1 hit", StringComparison.Ordinal))
            await indexing.WhenWhole(Stop);
        await indexing.WhenWhole(Stop);
        Assert.True(indexing.State.IsWhole);
    }

    [Fact]
    public async Task Search_OfUncodedCells_FindsThoseOfTheClaim()
    {
        var ada = await app.Person("Ada", AccountRole.Editor);
        var claim = app.Casebook.Claims[0] with { Id = new(Ids.New()), Slug = "sealed", Question = "Was it sealed?", Framings = [] };
        await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(null, claim), ada);
        Assert.Contains("2 hits ", await Page("sealed is:uncoded"));
        Assert.DoesNotContain("Cells without a telling", await Page("sealed"));
    }

    private static void Spoil(string file, string how)
    {
        if (how == "missing")
        {
            File.Delete(file);
            return;
        }
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = how == "older" ? "PRAGMA user_version = 99" : "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        if (how == "older")
            return;
        using var written = File.OpenWrite(file);
        written.Position = how == "damaged" ? 4096 : 0;
        written.Write(Enumerable.Repeat((byte)'x', (int)(written.Length - written.Position)).ToArray());
    }
}
