using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

public sealed partial class ImportTests
{
    [Fact]
    public async Task References_OfThreeTools_AreSourcesThatWaitForTheirArticles()
    {
        const string ris =
            "TY  - NEWS\nTI  - Ferry back\nAU  - Lind, Astrid\nT2  - Coast Weekly\n"
            + "DA  - 2031/05/09/\nUR  - https://coast.example/a\nER  - \n"
            + "TY  - NEWS\nTI  - Who pays\nPY  - 2031\nER  - \n";
        const string bib =
            "@article{a, author = {Weber, J{\\\"o}rg and Ola Berg}, "
            + "title = {{Die F{\\\"a}hre}}, journal = \"Der Bote\", year = 2031, month = may}\n";
        const string csl =
            """[{"id":"x","title":"Le bac","author":[{"given":"Anne","family":"Roux"}],"issued":"""
            + """{"date-parts":[[2031,5]]},"language":"fr"}]""";
        foreach (var (name, text) in new[] { ("r.ris", ris), ("r.bib", bib), ("r.json", csl) })
            await small.Imports.Add([new(name, System.Text.Encoding.UTF8.GetBytes(text))], small.Ada);
        var entries = await small.Ended(3, e => e.Name.StartsWith("r.", StringComparison.Ordinal));
        var made = new List<Source>();
        foreach (var entry in entries.Where(e => e.Name != "r.ris"))
        {
            var (form, next) = await Confirmed(entry.Id);
            Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
            made.Add(small.App.Casebook.Sources[next.Id]);
        }
        var works = entries.Single(e => e.Name == "r.ris");
        Assert.Equal("a bibliography (RIS) · 2 works", works.Says);
        var rows = await Rows<ProposedSource>(works.Id);
        Assert.All(rows, r => Assert.True(r.IsProposed));
        var revision = small.App.Casebook.Revision;
        Assert.IsType<Outcome.Committed>(
            await small.Store.Write(new TakeRows([.. rows.Select(r => r.Source)], []) { Import = works.Id }, small.Ada)
        );
        Assert.Equal(revision + 1, small.App.Casebook.Revision);
        made.AddRange(rows.Select(r => small.App.Casebook.Sources[r.Source.Id]));
        Assert.All(made, s => Assert.False(s.Article.IsKnown));
        Assert.Equal(
            [
                ("Die Fähre", "Jörg Weber, Ola Berg", "Der Bote", "2031-05"),
                ("Ferry back", "Astrid Lind", "Coast Weekly", "2031-05-09"),
                ("Le bac", "Anne Roux", null, "2031-05"),
                ("Who pays", null, null, "2031"),
            ],
            made.Select(s => (s.Title!.Value, s.Byline?.Value, s.Publisher?.Value, s.Published!.Value))
                .OrderBy(s => s.Item1, StringComparer.Ordinal)
        );
        Assert.DoesNotContain(await small.Imports.List(), e => e.Name.StartsWith("r.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_ThatFailForTheSameReason_SayItOnceForTheirColumn()
    {
        var csv = "date;title\n" + string.Concat(Enumerable.Range(1, 6).Select(n => $"2031-05-0{n};Swapped {n}\n"));
        await small.Imports.Add([new("swapped.csv", System.Text.Encoding.UTF8.GetBytes(csv))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "swapped.csv"));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        async Task<string> Shown(string columns) =>
            WebUtility.HtmlDecode(await ada.Client.GetStringAsync($"{Urls.Import(entry.Id)}?columns={columns}", Stop));

        var swapped = await Shown("title,published");
        Assert.Contains("6 rows of 6 cannot be taken in for the same", swapped);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(swapped, "is no date"));
        Assert.Contains("“title” is read as “", swapped);
        Assert.Equal(6, System.Text.RegularExpressions.Regex.Count(swapped, "title: as said above of most"));
        Assert.Matches("<details[^>]*class=\"columns\"[^>]*open", swapped);
        Assert.DoesNotContain("as said above", await Shown("published,title"));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Rows_TakenIn_AreOneRevisionAndOneUndo()
    {
        const string csv = "title;date;siglum\nBetween the two;2020-01-07;Bt\nBefore both;2019-12-30;Bf\nSoon;soonish;Sn\n";
        await small.Imports.Add([new("rows.csv", System.Text.Encoding.UTF8.GetBytes(csv))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "rows.csv"));
        Assert.Equal("a table (CSV) · 3 rows", entry.Says);
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        var page = WebUtility.HtmlDecode(await ada.Client.GetStringAsync(Urls.Import(entry.Id), Stop));
        Assert.Contains("parted by semicolons", page);
        Assert.Contains("Row 4, date: “soonish” is no date", page);

        var before = small.App.Casebook;
        var rows = (await Rows<ProposedSource>(entry.Id)).Where(r => r.IsProposed).ToList();
        var done = Assert.IsType<Outcome.Committed>(await small.Store.Write(new TakeRows([.. rows.Select(r => r.Source)], []), small.Ada));
        var after = small.App.Casebook;
        Assert.Equal(before.Revision + 1, after.Revision);
        string[] order = ["Bf", "Fi", "Bt", "Se"];
        Assert.Equal(order, after.Sources.Select(s => s.Siglum).Where(order.Contains));
        Assert.All(await Rows<ProposedSource>(entry.Id), r => Assert.False(r.IsProposed));
        Assert.Contains(await small.Imports.List(), e => e.Id == entry.Id);

        Assert.IsType<Outcome.Committed>(await small.Store.Write(new Undo(done.Revision), small.Ada));
        Assert.Equal(before.Sources.Select(s => (s.Siglum, s.Order)), small.App.Casebook.Sources.Select(s => (s.Siglum, s.Order)));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Rows_OfACellThatWasCodedMeanwhile_TakeNothingIn()
    {
        var casebook = small.App.Casebook;
        var (claim, source) = (casebook.Claims[0], casebook.Sources.Single(s => s.Siglum == "Se"));
        var now = claim.Of(source.Id)!;
        var edit = new TakeRows([], [new(claim.Id, now with { Gloss = "As it was." }, now with { Gloss = "As the rows have it." })]);
        var refused = Assert.IsType<Outcome.Invalid>(await small.Store.Write(edit, small.Ada));
        Assert.Contains("coded this cell meanwhile", Assert.Single(refused.Problems));
        Assert.Equal(casebook.Revision, small.App.Casebook.Revision);
    }

    [Fact]
    public async Task Rows_OfClaims_AreOneRevisionInTheirOrderAndOneUndo()
    {
        var theme = small.App.Casebook.Head.Themes[0].Label;
        var csv =
            "Question;Neutral statement;Theme;Aspects\n"
            + $"<b>Who</b> rowed?;Somebody rowed.;{theme};who; when\n"
            + $"=1+1 ferries?;Ferries sailed.;{theme};\"how many; whose\"\n"
            + $"Who sailed?;Somebody sailed.;{theme};\"who; where\"\n"
            + "Who swam?;Somebody swam.;bathing;\"who; where\"\n";
        await small.Imports.Add([new("claims.csv", System.Text.Encoding.UTF8.GetBytes(csv))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "claims.csv"));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        var page = await ada.Client.GetStringAsync(Urls.Import(entry.Id), Stop);
        Assert.Contains("&lt;b&gt;Who&lt;/b&gt; rowed?", page);
        Assert.DoesNotContain("<b>Who</b>", page);
        Assert.Contains("Row 2, Aspects: The row has 1 aspect", WebUtility.HtmlDecode(page));
        Assert.Contains("Row 5, Theme: “bathing” is no theme of this casebook. Write one of", WebUtility.HtmlDecode(page));

        var before = small.App.Casebook;
        var rows = (await Rows<ProposedClaim>(entry.Id)).Where(r => r.IsProposed).Select(r => r.Claim).ToList();
        Assert.Equal(["=1+1 ferries?", "Who sailed?"], rows.Select(c => c.Question));
        var done = Assert.IsType<Outcome.Committed>(await small.Store.Write(new TakeRows([], []) { Claims = rows }, small.Ada));
        var after = small.App.Casebook;
        Assert.Equal(before.Revision + 1, after.Revision);
        Assert.Equal([.. before.Claims.Select(c => c.Question), "=1+1 ferries?", "Who sailed?"], after.Claims.Select(c => c.Question));
        Assert.Equal([true, true], (await Rows<ProposedClaim>(entry.Id)).Where(r => r.IsThere).Select(r => r.LeftOut is not null));
        // Whoever takes in the same rows from a page that was open before makes no second claims.
        var refused = Assert.IsType<Outcome.Invalid>(await small.Store.Write(new TakeRows([], []) { Claims = rows }, small.Ada));
        Assert.Contains("asked this meanwhile", refused.Problems[0]);

        Assert.IsType<Outcome.Committed>(await small.Store.Write(new Undo(done.Revision), small.Ada));
        Assert.Equal(before.Claims.Select(c => c.Slug), small.App.Casebook.Claims.Select(c => c.Slug));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Rows_OfSentencesAlone_AreTakenInWithTheThemesThatTheyBring()
    {
        const string csv = "Claim;Theme\nA ferry rowed.;Tolls\nA ferry drowned.;Harbour <i>dues</i>\nA ferry flew.;\n";
        await small.Imports.Add([new("sentences.csv", System.Text.Encoding.UTF8.GetBytes(csv))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "sentences.csv"));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        var before = small.App.Casebook;
        var one = before.Head.Themes.Count == 1;
        var page = await ada.Client.GetStringAsync(Urls.Import(entry.Id), Stop);
        Assert.Contains("What the rows leave out", page);
        Assert.Contains("2 themes are not in the casebook", page);
        Assert.Contains("Harbour &lt;i&gt;dues&lt;/i&gt;", page);
        Assert.Contains("3 rows name no aspects", page);
        Assert.Contains("value=\"What happened; Who says so\"", page);
        Assert.Contains("0 of 3 rows ticked", page);
        Assert.DoesNotContain("for the same reason", page); // it is asked, and not said twice

        const string said = "?fill=sentence&fill=themes&fill=aspects&aspects=What+happened%3B+Who+says+so";
        var filled = await ada.Client.GetStringAsync(Urls.Import(entry.Id) + said, Stop);
        Assert.Contains($"{(one ? 3 : 2)} of 3 rows ticked", filled);
        Assert.Contains($"Add {(one ? 3 : 2)} claims and 2 themes", filled);

        var rows = (await Rows<ProposedClaim>(entry.Id, said)).Where(r => r.IsProposed).Take(2).ToList();
        var edit = new TakeRows([], []) { Claims = [.. rows.Select(r => r.Claim)], Themes = [.. rows.Select(r => r.NewTheme!)] };
        var done = Assert.IsType<Outcome.Committed>(await small.Store.Write(edit, small.Ada));
        var after = small.App.Casebook;
        Assert.Equal(before.Revision + 1, after.Revision);
        Assert.Equal([.. before.Head.Themes.Select(t => t.Label), "Tolls", "Harbour <i>dues</i>"], after.Head.Themes.Select(t => t.Label));
        Assert.Equal(["Tolls", "Harbour <i>dues</i>"], rows.Select(r => after.ThemeLabel(after.Claims[r.Claim.Id].Theme)));
        // It waits for the third alone, without the choices being made again.
        Assert.Equal([true, true, false], (await Rows<ProposedClaim>(entry.Id)).Select(r => r.IsThere));

        Assert.IsType<Outcome.Committed>(await small.Store.Write(new Undo(done.Revision), small.Ada));
        Assert.Equal(before.Head.Themes, small.App.Casebook.Head.Themes);
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Help_OnTables_NamesEveryColumn()
    {
        using var nobody = new LiveTalk(small.App);
        var help = WebUtility.HtmlDecode(await nobody.Client.GetStringAsync(Urls.Help, Stop));
        var all = Enum.GetValues<RowsOf>().SelectMany(Meanings.Of).Select(m => m.Label);
        Assert.All(all, label => Assert.Contains(label, help));
    }

    [Theory]
    [InlineData("Frage an alle;Thema\nWho rowed?;a\nWho sailed?;b\n", true)]
    [InlineData("claim;source\nWho rowed?;Fi\nWho sailed?;Se\n", true)]
    [InlineData("title;date\nWho rowed?;soonish\nWho sailed?;later\n", false)]
    public async Task Rows_ThatMayBeClaims_AreSaidToBe(string csv, bool maybe)
    {
        await small.Imports.Add([new("maybe.csv", System.Text.Encoding.UTF8.GetBytes(csv))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "maybe.csv"));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        var page = WebUtility.HtmlDecode(await ada.Client.GetStringAsync(Urls.Import(entry.Id), Stop));
        Assert.Equal(maybe, page.Contains(TableQuery.Url(entry.Id, 1, RowsOf.Claims) + "\""));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    // As the page has them, where nobody matches the columns otherwise.
    private async Task<IReadOnlyList<T>> Rows<T>(string id, string address = "")
        where T : Proposed
    {
        var row = (await small.Imports.Find(id))!;
        var (table, casebook) = (FileReading.TableOf(row)!, small.App.Casebook);
        var matched = TableQuery.Read(new(address, []), table, casebook).Of(table, row);
        return [.. ProposedRows.Of(matched, casebook, _ => null, "Ada", new HashSet<(ItemKind, string)>()).Rows.OfType<T>()];
    }
}
