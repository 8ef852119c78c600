using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>
/// Nothing is ever left out silently: on every surface every chosen source is there, or the page says how many of how many are, and the way
/// to the rest leads to all of them. A file is always of all.
/// </summary>
public sealed partial class ManySourcesTests(ManySourcesSites sites) : IClassFixture<ManySourcesSites>
{
    private static readonly HttpClient Browser = new();

    public static TheoryData<int> Counts() => [1, 2, 8, 9, 40, 200];

    // Every page that lays sources out, and where on it their signs stand.
    private static readonly (string Address, string Signs)[] All =
    [
        ("claims?view=matrix", ".mx thead .key"),
        ("claims", "table.claims thead .key"),
        ("", ".mx thead .key"),
        ("claims/claim-0", ".tell thead .key"),
        ("timeline", ".tl .h .key"),
        ("actors", ".where thead .key"),
        ("actors/actor-0", ".ledger thead .key"),
        ("sources", "tbody .key"),
        ("reliability", "tbody .key"),
        ("tables/words", "[data-cells] tbody .key"),
        ("tables/silence", "[data-cells] tbody .key"),
        ("tables/similarity", "[data-cells] thead .key"),
    ];

    // All of them; those that a rule chooses; laid out in another order, gathered.
    private static readonly string[] Choices = ["", "sources=tell:claim-0", "order=name&group=when", "order=stance&on=claim-0"];

    public static TheoryData<int, string, string, string> Surfaces() =>
        [
            .. from count in new[] { 1, 2, 8, 9, 40, 200 }
            from surface in All
            from choice in count is 9 or 40 ? Choices : Choices[..1]
            select new TheoryDataRow<int, string, string, string>(count, surface.Address, surface.Signs, choice),
        ];

    public static TheoryData<string> Addresses() => [.. All.Select(s => s.Address)];

    [Theory, MemberData(nameof(Surfaces))]
    public async Task Page_OfAnyNumberOfSources_LeadsToEveryOne(int count, string address, string signs, string choice)
    {
        var site = sites.With(count);
        var chosen = Expected(site.Casebook, address, choice);
        var found = new List<string>();
        for (var next = With(address, choice); next is not null; )
        {
            var page = await Page(site, next);
            var here = page.QuerySelectorAll(signs).Select(e => e.TextContent).ToList();
            Assert.NotEmpty(here);
            Assert.DoesNotContain(page.QuerySelectorAll("main .notice"), n =>
                n.TextContent.Contains("There is no", StringComparison.Ordinal)
            );
            if (here.Count < chosen.Count)
                Assert.Contains($"{found.Count + 1}–{found.Count + here.Count} of {chosen.Count}", page.Body!.TextContent);
            if (chosen.Count < count)
                Assert.Matches(Part(), page.Body!.TextContent);
            found.AddRange(here);
            // Where rows are paged too, the columns are what is gone through.
            var pages = page.QuerySelector("nav.columns") ?? page.QuerySelector("nav[aria-label='Pages of sources']");
            next = pages?.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(chosen.Order(), found.Order());
    }

    /// <summary>Wherever sources are laid out, the same control chooses them, and keeps what is chosen.</summary>
    [Theory, MemberData(nameof(Addresses))]
    public async Task Page_OfManySources_OffersTheChoiceOfThem(string address)
    {
        var page = await Page(sites.With(9), With(address, "sources=tell:claim-0"));
        Assert.Equal("tell:claim-0", page.QuerySelector(".columns-menu input[name=sources]")!.GetAttribute("value"));
        var orders = address == "reliability" || address.StartsWith(Urls.Tables, StringComparison.Ordinal) ? 0 : 1;
        Assert.Equal(orders, page.QuerySelectorAll(".columns-menu select[name=order]").Length);
        Assert.Equal(orders, page.QuerySelectorAll(".columns-menu select[name=group]").Length);
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Page_AskedForAStretchThatIsNotThere_SaysSo(string address)
    {
        var page = await Page(
            sites.With(200),
            With(address, address is "sources" or "reliability" or Urls.WordTable or Urls.SilenceTable ? "page=99" : "cols=99")
        );
        Assert.Matches(
            "no stretch 99 of the sources; this is the last of|There are \\d+ pages",
            page.QuerySelector(".notice")!.TextContent
        );
    }

    [Theory]
    [InlineData("timeline"), InlineData("claims?view=matrix"), InlineData("actors")]
    public async Task Page_Gathered_HasAHeadWithItsCountOverEachGroup(string address)
    {
        var site = sites.With(9);
        var page = await Page(site, With(address, "group=when"));
        var heads = page.QuerySelectorAll(".groups th, .h.group").Select(h => Regex.Match(h.TextContent, "· (\\d+)").Groups[1].Value);
        Assert.Equal(site.Casebook.Sources.CountBy(s => s.AgainstVisit(site.Casebook)).Select(g => $"{g.Value}").Order(), heads.Order());
    }

    /// <summary>The statements of a person stand under the heads of the groups, and a folded group says how many it has.</summary>
    [Theory, InlineData(""), InlineData("&fold=all")]
    public async Task Person_Gathered_LosesNoStatement(string fold)
    {
        var site = sites.With(9);
        var page = await Page(site, "actors/actor-0?group=when" + fold);
        var counted = page.QuerySelectorAll(".gathered .muted").Sum(m => int.Parse(m.TextContent.Split(' ')[0], null));
        Assert.Equal(site.Casebook.Actors[0].Statements.Count, page.QuerySelectorAll(".statement").Length + counted);
        Assert.Equal(fold.Length > 0, counted > 0);
        Assert.NotEmpty(page.QuerySelectorAll(".gathered"));
    }

    [Theory, MemberData(nameof(Counts))]
    public async Task File_OfAnyKind_HoldsEverySource(int count)
    {
        var site = sites.With(count);
        var sigla = site.Casebook.Sources.Select(s => s.Siglum).Order().ToList();
        string[] tables = [.. new[] { Urls.CitationTable, Urls.WordTable, Urls.SilenceTable }.Select(Urls.TableExport)];
        foreach (var address in new[] { "claims/export.csv", Urls.TellingsExport, "claims/claim-0/export.csv" }.Concat(tables))
        {
            var rows = Csv(await Browser.GetStringAsync(site.Address + address, TestContext.Current.CancellationToken));
            var at = rows[0].IndexOf("source");
            Assert.True(at >= 0, address);
            Assert.Equal(sigla, rows.Skip(1).Select(r => r[at]).Distinct().Order());
        }
        foreach (var address in new[] { "claims/export.md", "claims/claim-0/export.md" })
        {
            var head = (await Browser.GetStringAsync(site.Address + address, TestContext.Current.CancellationToken))
                .Split('\n')
                .First(l => l.StartsWith('|'));
            Assert.All(sigla, s => Assert.Contains($"| {s} ", head));
        }
        // Of a choice by a rule a file holds these and no other.
        var told = ShownSources.Read(site.Casebook, "tell:claim-0", []).Sources.Select(s => s.Siglum).Order().ToList();
        var some = Csv(
            await Browser.GetStringAsync(site.Address + "claims/export.csv?sources=tell:claim-0", TestContext.Current.CancellationToken)
        );
        Assert.Equal(told, some.Skip(1).Select(r => r[some[0].IndexOf("source")]).Distinct().Order());
        using var zip = new ZipArchive(
            await Browser.GetStreamAsync(site.Address + "export/casebook.zip", TestContext.Current.CancellationToken)
        );
        Assert.Equal(count, zip.Entries.Count(e => e.FullName.Contains("sources/")));
    }

    /// <summary>A folded group is one column, which counts everyone in it.</summary>
    [Theory]
    [
        InlineData("claims?view=matrix", "tbody td.folded"),
        InlineData("claims/claim-0", "tbody td.folded"),
        InlineData("timeline", ".tl ul.c0")
    ]
    public async Task Group_Folded_IsOneColumnThatCountsAllOfIt(string address, string cells)
    {
        var site = sites.With(40);
        var page = await Page(site, $"{address}{(address.Contains('?') ? '&' : '?')}group=when&fold=all");
        var groups = site.Casebook.Sources.GroupBy(s => s.AgainstVisit(site.Casebook)).ToList();
        Assert.Null(page.QuerySelector("nav.columns"));
        if (address == "timeline")
        {
            Assert.Equal(groups.Count, page.QuerySelectorAll(cells).Length);
            return;
        }
        foreach (var row in page.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("td.folded") is not null))
            Assert.Equal(
                groups.Select(g => g.Count()).Order(),
                row.QuerySelectorAll("td.folded .spread")
                    .Select(c =>
                        Regex.Matches(c.TextContent, "\\d+").Sum(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))
                    )
                    .Order()
            );
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task FirstView_Of200SourcesAnd200Claims_HasAtMost1500Elements(string address)
    {
        var page = await Page(sites.With(200), address);
        Assert.InRange(page.All.Length, 100, 1_500);
    }

    // Those that an address chooses; where they are many a person's ledger is of those that know the person, and says so.
    private static List<string> Expected(Casebook casebook, string address, string choice)
    {
        var shown = ShownSources.Read(casebook, new QueryReader("?" + choice, [])).Sources;
        var known = Voices.Of(casebook)[casebook.Actors[0]].Sources.Select(s => s.Source.Id).ToHashSet();
        return
        [
            .. shown
                .Where(s =>
                    !address.StartsWith("actors/", StringComparison.Ordinal)
                    || shown.Count <= ShownSources.MostSwitches
                    || known.Contains(s.Id)
                )
                .Select(s => s.Siglum),
        ];
    }

    private static string With(string address, string query) =>
        query.Length == 0 ? address : $"{address}{(address.Contains('?') ? '&' : '?')}{query}";

    // “8 of 9 sources”, “the 8 sources left in”, “Without Be: …”, “8 sources of 9”.
    [GeneratedRegex("\\d+ of \\d+ sources?|\\d+ sources? of \\d+|Without .+ nobody is|left in")]
    private static partial Regex Part();

    [GeneratedRegex("class=\"who\"><span class=\"key k\\d\" title=\"[^\"]*\">(\\w+)</span>")]
    private static partial Regex Who();

    private static async Task<IDocument> Page(TestApp site, string address) =>
        await new HtmlParser().ParseDocumentAsync(
            await Browser.GetStringAsync(site.Address + address, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );

    private static List<List<string>> Csv(string text)
    {
        using var csv = new CsvHelper.CsvReader(new StringReader(text), System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<List<string>>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.Parser.Count).Select(n => csv.GetField(n) ?? "")]);
        return rows;
    }
}
