using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Features.Search;
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

    // Of every value that is offered the number is that of what it leads to, also of what is of two stances or of none.
    [Fact]
    public async Task Facets_OfATellingWithTwoStances_CountItUnderBoth()
    {
        var ada = await app.Person("Ada", AccountRole.Editor);
        var claim = app.Casebook.Claims[0];
        var telling = claim.Framings.First(f => f.Quotations.Count > 0 && f.Stance != Stance.Disputes);
        var both = telling with { Also = Stance.Disputes };
        Assert.IsType<Outcome.Committed>(
            await app.Services.GetRequiredService<CasebookStore>().Write(new PutFraming(claim.Id, telling.Source, telling, both), ada)
        );
        foreach (var query in new[] { "is:unrated", "in:quotation", "-nowhere", "stance:disputes" })
        {
            var choices = Regex
                .Matches(
                    await Page(query),
                    @"<a href=""(search\?[^""]+)""[^>]*>(?:(?!</a>).)*<span class=""n""[^>]*>([\d,]+)</span>",
                    RegexOptions.Singleline
                )
                .Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Count: m.Groups[2].Value))
                .Where(c => Regex.IsMatch(c.Address, "[?&](stance|in|is|source|lang)="))
                .ToList();
            Assert.NotEmpty(choices);
            using var http = InCasebook.Client(app.Address);
            foreach (var (address, count) in choices)
                Assert.Matches($@">\s*{count} hits? in", await http.GetStringAsync("/" + address, Stop));
            Assert.Contains(choices, c => c.Address.Contains("stance=disputes", StringComparison.Ordinal));
        }
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

    [Fact]
    public async Task QuickSearch_OfAnIndexThatIsNotThere_SaysSoBesideNoHits()
    {
        await Indexing.WhenWhole(Stop);
        using var http = InCasebook.Client(app.Address);
        using var whole = await http.GetAsync("/" + Urls.With(Urls.QuickSearch, ("q", "sight")), Stop);
        Assert.False(whole.Headers.Contains(SearchServices.Problem));
        await Indexing.StoppingAsync(Stop); // from here on nothing is made
        Indexing.Index.Discard();
        Assert.Contains("The index ", await Page("sight")); // whoever meets it first is told that it was damaged
        using var answer = await http.GetAsync("/" + Urls.With(Urls.QuickSearch, ("q", "sight")), Stop);
        Assert.Equal("[]", await answer.Content.ReadAsStringAsync(Stop));
        var said = Uri.UnescapeDataString(Assert.Single(answer.Headers.GetValues(SearchServices.Problem)));
        Assert.Contains(said, await http.GetStringAsync("/" + Urls.SearchFor("sight"), Stop));
        Assert.StartsWith("The index ", said);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("no database")]
    [InlineData("missing")]
    [InlineData("of no kind")]
    [InlineData("a folder")]
    [InlineData("a log cut short")]
    public async Task Index_SpoiledWhileTheServerServes_IsMadeAnew(string how)
    {
        await Indexing.WhenWhole(Stop);
        // SQLite takes its log away with the last connection; how long the server's own stay open is its affair.
        using var log = how == "a log cut short" ? Opened(Indexing.Index.File, "UPDATE entry SET kind = kind") : null;
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
    [InlineData("without stamps")]
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
        Assert.Empty(again.Services.GetRequiredService<Troubles>().Now); // it was made anew, and nothing is tried again
    }

    [Fact]
    public async Task Search_OfUncodedCells_FindsThoseOfTheClaim()
    {
        var ada = await app.Person("Ada", AccountRole.Editor);
        var claim = app.Casebook.Claims[0] with { Id = new(Ids.New()), Slug = "sealed", Question = "Was it sealed?", Framings = [] };
        await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(null, claim), ada);
        Assert.Contains("2 hits ", await Page("sealed is:uncoded"));
        Assert.DoesNotContain("Cells without a telling", await Page("sealed"));
        // A cell is of its source, whatever language the claim is written in.
        var source = app.Casebook.Sources[0];
        var chinese = source with { Language = new("zh", Basis.Inferred) };
        await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(source, chinese), ada);
        Assert.Contains("1 hit ", await Page("sealed is:uncoded lang:zh"));
    }

    [Fact]
    public async Task Index_ThatCannotBeWritten_IsBehindAndSaysSoUntilItCan()
    {
        var ada = await app.Person("Ada", AccountRole.Editor);
        Assert.Contains("1 hit ", await Page("\"was it signed\" in:claim"));
        var (claim, store) = (app.Casebook.Claims[0], app.Services.GetRequiredService<CasebookStore>());
        var stuck = new TaskCompletionSource();
        Indexing.Changed += () =>
        {
            if (Indexing.State.IsStuck)
                stuck.TrySetResult();
        };
        Run(Indexing.Index.File, "CREATE TRIGGER no BEFORE INSERT ON owner BEGIN SELECT RAISE(ABORT, 'no room'); END");
        await store.Write(new PutItem(claim, claim with { Question = "Was it sealed?" }), ada);
        await stuck.Task.WaitAsync(Stop);
        Assert.False(Indexing.State.IsWhole);
        using var http = InCasebook.Client(app.Address);
        var page = await http.GetStringAsync("/" + Urls.SearchFor("sealed"), Stop);
        Assert.Contains("The index cannot be written just now. What was changed since then may be missing here", page);
        using var file = await http.GetAsync("/" + Urls.With(Urls.TellingsExport, ("claims", "found:sealed")), Stop);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, file.StatusCode);
        Run(Indexing.Index.File, "DROP TRIGGER no");
        page = await Page("sealed in:claim");
        Assert.Contains("1 hit ", page);
        Assert.DoesNotContain("cannot be written", page);
        Assert.True(Indexing.State.IsWhole);

        // What was opened while it could only be read is not written with afterwards.
        var kept = Enumerable
            .Range(0, 8)
            .Select(_ => new SqliteConnection($"Data Source={Indexing.Index.File};Default Timeout=5"))
            .ToList();
        foreach (var connection in kept)
        {
            connection.Open();
            Run(connection, "PRAGMA query_only = 1");
        }
        kept.ForEach(c => c.Dispose());
        await store.Write(new PutItem(app.Casebook.Claims[0], claim with { Question = "Was it sunk?" }), ada);
        Assert.Contains("1 hit ", await Page("sunk in:claim"));
    }

    private static void Run(string file, string sql) => Opened(file, sql).Dispose();

    private static SqliteConnection Opened(string file, string sql)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, sql);
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static void Spoil(string file, string how)
    {
        if (how == "of no kind")
        {
            Run(file, "UPDATE entry SET kind = 77");
            return;
        }
        if (how == "without stamps")
        {
            const string names = "CREATE TABLE kept AS SELECT name, NULL AS stamp FROM owner; DROP TABLE owner;";
            Run(file, names + "CREATE TABLE owner (name TEXT PRIMARY KEY, stamp TEXT) WITHOUT ROWID; INSERT INTO owner SELECT * FROM kept");
            return;
        }
        if (how == "a log cut short")
        {
            // What is read next is looked for behind its end.
            var log = new FileInfo(file + "-wal");
            Assert.True(log.Length > 8192);
            File.WriteAllBytes(log.FullName, [.. Enumerable.Repeat((byte)'x', 4096)]);
            return;
        }
        if (how is "missing" or "a folder")
        {
            File.Delete(file);
            if (how == "a folder")
                Directory.CreateDirectory(file);
            return;
        }
        Run(file, how == "older" ? "PRAGMA user_version = 99" : "PRAGMA wal_checkpoint(TRUNCATE)");
        if (how == "older")
            return;
        using var written = File.OpenWrite(file);
        written.Position = how == "damaged" ? 4096 : 0;
        written.Write(Enumerable.Repeat((byte)'x', (int)(written.Length - written.Position)).ToArray());
    }
}
