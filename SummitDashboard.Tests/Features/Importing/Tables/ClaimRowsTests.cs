using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing.Tables;

/// <summary>Rows as claims: known by their heads, held to what the form demands, told apart from those that are there.</summary>
public sealed class ClaimRowsTests
{
    private const string Head = "question,statement,theme,aspects\n";

    private static Casebook Casebook => Repo.Casebook;

    private static Sheet SheetOf(string csv) => TableFile.Read(FileFormat.Csv, Encoding.UTF8.GetBytes(csv), 1000)!.Sheets[0];

    private static IReadOnlyList<ProposedClaim> Read(
        string csv,
        Casebook? casebook = null,
        Func<string, bool>? isFormer = null,
        RowDefaults? defaults = null
    )
    {
        var (sheet, book) = (SheetOf(csv), casebook ?? Casebook);
        Assert.Equal(RowsOf.Claims, Meanings.KindOf(sheet));
        var meanings = Meanings.Proposed(sheet, RowsOf.Claims, book);
        return ClaimRows.Of(
            new(sheet, RowsOf.Claims, meanings, "t.csv", false) { Defaults = defaults ?? RowDefaults.None },
            book,
            isFormer ?? (_ => false)
        );
    }

    [Theory]
    [InlineData("question,statement,theme", RowsOf.Claims)]
    [InlineData("Claim,Theme", RowsOf.Claims)]
    [InlineData("질문,설명", RowsOf.Claims)]
    [InlineData("Sentence,Theme", RowsOf.Claims)]
    [InlineData("Statements,Topic", RowsOf.Claims)]
    [InlineData("claim,source,stance", RowsOf.Codings)]
    [InlineData("Claim,Siglum,Quotation", RowsOf.Codings)]
    [InlineData("question,source", RowsOf.Sources)]
    [InlineData("title,date", RowsOf.Sources)]
    public void Heads_OfATable_SayWhatItsRowsAre(string heads, RowsOf kind) =>
        Assert.Equal(kind, Meanings.KindOf(SheetOf(heads + "\na,b\n")));

    [Theory]
    [InlineData("claim,theme,aspect 1,Aspect_2,aspects", "question,theme,aspect,aspect,aspects")]
    [InlineData("claim,question,statement,note", "slug,question,statement,note")]
    [InlineData("question,claim,event", "question,statement,event")]
    public void Columns_AreGuessedFromTheirHeads(string heads, string meanings) =>
        Assert.Equal(
            meanings,
            string.Join(
                ',',
                Meanings.Proposed(SheetOf(heads + "\na,b,c,d,e\n"[..(heads.Count(c => c == ',') * 2 + 2)] + "\n"), RowsOf.Claims, Casebook)
            )
        );

    [Fact]
    public void Row_WithItsColumnsMatched_IsAClaimAsTheFormWouldMakeIt()
    {
        var (theme, happening) = (Casebook.Head.Themes[1], Casebook.Events[0]);
        var rows = Read(
            "Question;Statement;Theme;Event;Aspects;Aspect 1;Note;Short name\n"
                + $"Who sailed first?;A ship sailed first.;{theme.Label.ToUpperInvariant()};{happening.Label};"
                + "The ship; The harbour ;See it.;\n"
                + $"من أبحر أولا؟;أبحرت سفينة.;{theme.Key};{happening.Slug};السفينة؛ الميناء;;;first-ship\n"
        );
        Assert.All(rows, r => Assert.True(r.IsProposed, string.Join(' ', r.Problems)));
        Assert.All(rows, r => Assert.Equal((theme.Key, happening.Id), (r.Claim.Theme, r.Claim.Event!.Value)));
        Assert.All(rows, r => Assert.Empty(r.Claim.Framings));
        var (first, second) = (rows[0].Claim, rows[1].Claim);
        Assert.Equal(("who-sailed-first", "A ship sailed first.", "See it."), (first.Slug, first.Statement, first.Note));
        Assert.Equal([new("the-ship", "The ship"), new("the-harbour", "The harbour")], first.Aspects);
        Assert.Equal(("first-ship", "من أبحر أولا؟"), (second.Slug, second.Question));
        Assert.Equal(["السفينة", "الميناء"], second.Aspects.Select(a => a.Label));
    }

    [Fact]
    public void Row_WithoutAnEventAndWithOneTheme_BeginsAsTheFormDoes()
    {
        var one = new Casebook(
            Casebook.Revision,
            Casebook.Head with
            {
                Themes = [Casebook.Head.Themes[0]],
            },
            Casebook.Sources,
            Casebook.Actors,
            Casebook.Events,
            []
        );
        var row = Assert.Single(Read("claim,statement,aspects\nWho sailed?,Somebody sailed.,who;when\n", one));
        Assert.True(row.IsProposed, string.Join(' ', row.Problems));
        Assert.Equal((one.Head.Themes[0].Key, (EventId?)null), (row.Claim.Theme, row.Claim.Event));
    }

    [Theory]
    [InlineData(",S.,THEME,a;b", 0, "no question")]
    [InlineData("Q?,,THEME,a;b", 1, "statement is missing")]
    [InlineData("Q?,S.,,a;b", 2, "theme is missing. Write one of “")]
    [InlineData("Q?,S.,seafaring,a;b", 2, "“seafaring” is no theme of this casebook. Write one of “")]
    [InlineData("Q?,S.,THEME,", 3, "aspects are missing")]
    [InlineData("Q?,S.,THEME,a", 3, "has 1 aspect, and a claim has two to five")]
    [InlineData("Q?,S.,THEME,a;b;c;d;e;f", 3, "has 6 aspects")]
    [InlineData("Q?,S.,THEME,What;what", 3, "“What” stands twice")]
    [InlineData("Q? \u202Eexe,S.,THEME,a;b", 0, "U+202E")]
    [InlineData("LONG,S.,THEME,a;b", 0, "at most")]
    public void Row_ThatCannotBeRight_IsNamedByItsColumn(string row, int column, string says)
    {
        var text = row.Replace("THEME", Casebook.Head.Themes[0].Key, StringComparison.Ordinal)
            .Replace("LONG", new string('x', 5000), StringComparison.Ordinal);
        var read = Assert.Single(Read(Head + text + "\n"));
        Assert.False(read.MayBeTaken);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((2, column), (problem.Row, problem.Column!.Value));
        Assert.Contains(says, problem.Says);
    }

    [Fact]
    public void Row_OfAnEventThatIsNotThere_SaysHowToMendIt()
    {
        var theme = Casebook.Head.Themes[0].Key;
        var row = Assert.Single(Read($"question,statement,theme,aspects,event\nQ?,S.,{theme},a;b,the regatta\n"));
        var problem = Assert.Single(row.Problems);
        Assert.Equal(4, problem.Column);
        Assert.Contains("no event “the regatta” in this casebook", problem.Says);
    }

    [Fact]
    public void Row_ThatIsAskedAlready_IsLeftOutOrNamed()
    {
        var (theme, there) = (Casebook.Head.Themes[0].Key, Casebook.Claims[0]);
        var rows = Read(
            "question,statement,theme,aspects,slug\n"
                + $"\"{there.Question.ToUpperInvariant()}\",\"{there.Statement}\",{theme},a;b,\n"
                + $"\"{there.Question}\",Otherwise.,{theme},a;b,\n"
                + $"Who sailed?,S.,{theme},a;b,\n"
                + $"who  sailed?,S.,{theme},a;b,\n"
                + $"Who rowed?,S.,{theme},a;b,{there.Slug}\n"
                + $"Who swam?,S.,{theme},a;b,\n",
            isFormer: slug => slug == "who-swam"
        );
        Assert.Equal([true, false, false, false, false, false], rows.Select(r => r.IsThere));
        Assert.Contains("with another statement", Assert.Single(rows[1].Problems).Says); // so that it does not go with the file
        Assert.Equal([true, false, false, true], rows.Skip(2).Select(r => r.IsProposed));
        Assert.Contains("Row 4 asks the same", Assert.Single(rows[3].Problems).Says);
        Assert.Contains("that of another claim", Assert.Single(rows[4].Problems).Says);
        Assert.Equal("who-swam-2", rows[5].Claim.Slug);
    }

    [Theory]
    [InlineData("claim,topic")]
    [InlineData("sentence,topic")]
    public void Row_OfASentenceAlone_IsTakenAsSomebodySaysForAll(string heads)
    {
        var theme = Casebook.Head.Themes[1].Key;
        var csv = heads + "\nA ship sailed first.,\nA boat followed.,Seafaring\nNobody saw it.,SEAFARING\n";
        var open = Read(csv);
        Assert.All(open, r => Assert.False(r.MayBeTaken)); // nothing is guessed
        Assert.All(open, r => Assert.True(r.Gaps.HasFlag(RowGaps.Sentence | RowGaps.Aspects)));
        Assert.Equal([true, false, false], open.Select(r => r.Gaps.HasFlag(RowGaps.Theme)));

        var said = Read(csv, defaults: new(true, theme, true, RowDefaults.ProposedAspects));
        Assert.All(said, r => Assert.True(r.IsProposed, string.Join(' ', r.Problems)));
        Assert.All(said, r => Assert.Equal(r.Claim.Question, r.Claim.Statement));
        Assert.All(said, r => Assert.Equal(["What happened", "Who says so"], r.Claim.Aspects.Select(a => a.Label)));
        Assert.Equal([theme, "seafaring", "seafaring"], said.Select(r => r.Claim.Theme));
        Assert.Equal([null, "Seafaring", "Seafaring"], said.Select(r => r.NewTheme?.Label));
    }

    [Fact]
    public void Row_ThatSaysItself_IsNotOverruledByWhatIsSaidForAll()
    {
        var (first, second) = (Casebook.Head.Themes[0].Key, Casebook.Head.Themes[1].Key);
        var row = Assert.Single(Read($"{Head}Q?,S.,{first},a;b\n", defaults: new(true, second, true, ["c", "d"])));
        Assert.Equal(
            (RowGaps.None, "Q?", "S.", first, "a b"),
            (row.Gaps, row.Claim.Question, row.Claim.Statement, row.Claim.Theme, string.Join(' ', row.Claim.Aspects.Select(a => a.Label)))
        );
        Assert.Null(row.NewTheme);
    }

    [Theory]
    [InlineData("a", "has 1 aspect")]
    [InlineData("a; A", "“a” stands twice")]
    public void Aspects_ThatCannotBeGivenToAll_AreSaid(string aspects, string says)
    {
        var row = Assert.Single(
            Read($"{Head}Q?,S.,{Casebook.Head.Themes[0].Key},\n", defaults: RowDefaults.None with { Aspects = RowDefaults.Labels(aspects) })
        );
        Assert.Contains(says, Assert.Single(row.Problems).Says);
    }

    [Fact]
    public void Theme_ThatIsTooLongForAName_IsNotOffered()
    {
        var rows = Read($"{Head}Q?,S.,{new string('x', 5000)},a;b\n", defaults: RowDefaults.None with { AddsThemes = true });
        Assert.Null(Assert.Single(rows).NewTheme);
        Assert.False(rows[0].MayBeTaken);
    }

    [Fact]
    public void Defaults_StandInTheAddressOfEveryWayFromTheRows()
    {
        var table = TableFile.Read(FileFormat.Csv, Encoding.UTF8.GetBytes("claim,topic\nA ship sailed.,x\n"), 1000)!;
        var theme = Casebook.Head.Themes[1].Key;
        TableQuery At(string url) => TableQuery.Read(new(url, []), table, Casebook);
        var query = At($"?fill=sentence,aspects&fill=theme&theme={theme}&aspects=who%3B+%EC%96%B8%EC%A0%9C");
        Assert.Equal((true, theme, false), (query.Defaults.IsOneSentence, query.Defaults.Theme, query.Defaults.AddsThemes));
        foreach (var url in new[] { query.Url("x", 2), query.With("x", 1, "") })
        {
            var again = At(url).Defaults;
            Assert.Equal((true, theme, false), (again.IsOneSentence, again.Theme, again.AddsThemes));
            Assert.Equal(["who", "언제"], again.Aspects);
        }
        Assert.Null(At($"?theme={theme}&aspects=a;b").Defaults.Aspects); // what is not ticked is not said
    }
}
