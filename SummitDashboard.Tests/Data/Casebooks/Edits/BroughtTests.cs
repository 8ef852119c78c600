using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>
/// What <c>check</c> names no edit brings in: times, words and counts as against the articles, the share that is quoted. What stands there
/// already is in nobody’s way.
/// </summary>
public sealed class BroughtTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly Desk desk;
    private readonly IReadOnlyDictionary<string, ArticleText> texts;

    public BroughtTests()
    {
        var seeds = WorldCasebook.Write(folder);
        texts = TextLibrary.ReadFolder(Path.Combine(folder.Path, "texts"));
        desk = new(seeds, folder.Sub("data"));
        desk.Store.TextOf = source => texts.GetValueOrDefault(source.Article.Sha256);
    }

    // The account is made with the first edit.
    public async ValueTask InitializeAsync() => await desk.Write(new PutItem(Claim, Claim with { Note = "A first edit." }));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Source English => desk.Casebook.Sources.First(s => s.Siglum == "En");
    private Claim Claim => desk.Casebook.Claims[0];
    private Event Sailing => desk.Casebook.Events[0];
    private Actor Master => desk.Casebook.Actors[0];
    private Framing Framing => Claim.Of(English.Id)!;

    [Fact]
    public async Task Source_WrittenOnWhatPrintsThePublication_IsNotGiven()
    {
        var printed = English with { Published = new("2020-01-06", Basis.Given, 2, "Monday") };
        await Refused(new PutItem(English, printed with { Written = Written("2020-01-06", Basis.Given, "Monday") }), "is inferred");
        await desk.Write(new PutItem(English, printed with { Written = Written("2020-01-06", Basis.Inferred, "Monday") }));
    }

    [Fact]
    public async Task Source_WrittenBeforeWhatItsWordsTreatAsPast_IsRefusedWhicheverIsChanged()
    {
        var after = English with { Written = Written("2020-01-05", Basis.Inferred, null) with { After = Sailing.Id } };
        await Refused(new PutItem(English, after), "the last day of written is 5 January 2020");
        await desk.Write(new PutItem(English, after with { Written = after.Written! with { Date = Edtf.Parse("2020-01-06") } }));
        await Refused(new PutItem(Sailing, Sailing with { Date = Edtf.Parse("2020-01-07") }), "Source source-en: written.after names");
    }

    [Fact]
    public async Task Event_OutsideItsPhase_IsRefusedWhicheverIsChanged()
    {
        await Refused(new PutItem(Sailing, Sailing with { Phase = Phase.Before, Date = Edtf.Parse("2020-02") }), "its phase is before");
        var head = desk.Casebook.Head;
        await Refused(new PutItem(head, head with { Visit = Edtf.Parse("2021-01-06/2021-01-07") }), "Event ferry-sails: its date");
    }

    [Theory]
    [InlineData("sailed agian on Monday", "does not stand in paragraph 2; compare")]
    [InlineData("the finest day", "it stands in 3")]
    [InlineData("ailed again", "cuts a word in two")]
    public async Task Quotation_NotInTheArticleAsItStands_IsRefusedWithWhatDiffers(string exact, string says) =>
        await Refused(Quote(new Quotation { Exact = exact, Paragraph = 2 }), says);

    [Fact]
    public async Task Quotation_OrphanedBefore_IsInNobodysWay()
    {
        desk.Store.TextOf = _ => null;
        await desk.Write(Quote(new Quotation { Exact = "sailed agian", Paragraph = 2 }));
        desk.Store.TextOf = source => texts.GetValueOrDefault(source.Article.Sha256);
        var orphan = Framing.Quotations[0];
        var again = Framing with { Gloss = "Another reading.", Quotations = [orphan with { Cites = new(null, "somebody") }] };
        await desk.Write(new PutFraming(Claim.Id, English.Id, Framing, again));
        Assert.Equal("Another reading.", Framing.Gloss);
    }

    [Fact]
    public async Task Quotations_OverAQuarterOfTheArticle_AreRefusedAndFewerAreNot()
    {
        var paragraph = texts[English.Article.Sha256].Paragraphs[3];
        Quotation Of(string words) => new() { Exact = words, Paragraph = 4 };
        Assert.StartsWith("The two towns had waited for eleven years; the old ferry had been sold", paragraph, StringComparison.Ordinal);
        var (some, more) = (Of("had waited for eleven years"), Of("old ferry had been sold, and whoever wanted to cross drove around"));
        await desk.Write(Quote(Framing.Quotations[0], some));
        Assert.False(Share().IsOver);
        await Refused(Quote(Framing.Quotations[0], some, more), "words (");
        await Refused(Quote(Framing.Quotations[0], some, more), "The Ferry Post: its fragments cover");
        await desk.Write(Quote(Framing.Quotations[0], some, Of("waited for eleven"))); // what is quoted twice counts once

        QuotedShare Share() => QuotedShare.In(English, texts[English.Article.Sha256], QuotedShare.Quotations(desk.Casebook, English));
    }

    [Fact]
    public async Task Naming_CountedOtherwiseThanTheText_IsRefusedAndALongerFormMovesTheOthers()
    {
        Naming Line(string form, int count) => new(English.Id, form, NameKind.Epithet, count, 0);
        await Refused(new PutNaming(Master.Id, null, Line("nobody", 5)), "the text has 1 + 0");
        Assert.Equal(1, Master.Names.Single(n => n.Form == "harbour master").Count);
        await desk.Write(new PutNaming(Master.Id, null, Line("the harbour master", 1)));
        Assert.Equal(0, Master.Names.Single(n => n.Form == "harbour master").Count);
        await desk.Write(new PutNaming(Master.Id, Line("the harbour master", 1), null));
        Assert.Equal(1, Master.Names.Single(n => n.Form == "harbour master").Count);
    }

    [Fact]
    public async Task Note_NestedTooDeep_IsRefused() =>
        await Refused(new PutItem(Claim, Claim with { Note = new string('>', 300) + " deep" }), "nested too deep");

    [Fact]
    public async Task Item_LargerThanAnyFileMayBe_IsRefused()
    {
        var paragraphs = English.Paragraphs.Select(p => p with { Gist = new('ж', 200_000) });
        await Refused(new PutItem(English, English with { Paragraphs = [.. paragraphs] }), "and a file of a casebook at most 896");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Fact_InAParagraphThatIsNotThere_IsRefused(int paragraph) =>
        await Refused(
            new PutItem(English, English with { Byline = new("N. N.", Basis.Given, paragraph) }),
            $"There is no paragraph {paragraph}; the article has 4."
        );

    [Fact]
    public async Task Fact_GivenWithoutAPlace_IsRefusedWhateverItsNoteSays()
    {
        var fact = new Fact("The Bay Courier", Basis.Given, Note: "Everybody knows.");
        await Refused(new PutItem(English, English with { Publisher = fact }), "A given fact names the paragraph that prints it");
        var inFile = fact with { InFile = "meta og:site_name" };
        await desk.Write(new PutItem(English, English with { Publisher = inFile }));
        foreach (var file in CaseFolderWriter.Files(desk.Casebook))
            folder.Write($"written/{file.Path}", System.Text.Encoding.UTF8.GetString(file.Content()));
        var back = CaseFolderReader.Read(Path.Combine(folder.Path, "written"));
        Assert.Empty(back.Problems);
        Assert.Equal(inFile, back.Sources.Single(s => s.Id == English.Id).Publisher);

        // As the version before wrote it.
        var old = Documents.Write(English with { Publisher = fact with { Note = "In the file: meta og:site_name." } });
        Assert.Equal(fact with { Note = null, InFile = "meta og:site_name" }, ((Source)Documents.Read(ItemKind.Source, old)).Publisher);
    }

    /// <summary>Whatever is tried, what was taken passes <c>check</c>, but for what is unfinished.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Write_OfAnything_TakesOnlyWhatCheckAccepts(int seed)
    {
        var tries = new EditTries(new Random(seed));
        var taken = 0;
        for (var n = 0; n < 150; n++)
            if (await desk.Store.Write(tries.Next(desk.Casebook, texts), Desk.EditorId) is Outcome.Committed { Changed: true })
                taken++;
        Assert.InRange(taken, 20, 149);
        var contents = CaseFolderReader.Read(desk.Export());
        TextRules.Check(contents, texts);
        Assert.DoesNotContain(contents.Problems, p => !Unfinished.Any(u => p.Message.Contains(u, StringComparison.Ordinal)));
    }

    private static readonly string[] Unfinished =
    [
        "is not coded for",
        "is not yet coded",
        "says not whose word",
        "no mention of the sources",
    ];

    private static Written Written(string date, Basis basis, string? words) =>
        new(Edtf.Parse(date), basis, words is null ? null : 2, words, null, null, null);

    private PutFraming Quote(params Quotation[] quotations) =>
        new(Claim.Id, English.Id, Framing, Framing with { Quotations = quotations, Empty = ["day", "praise"], Aspects = [] });

    private async Task Refused(Edit edit, string says)
    {
        var refused = Assert.IsType<Outcome.Invalid>(await desk.Store.Write(edit, Desk.EditorId));
        Assert.Contains(says, string.Join('\n', refused.Problems), StringComparison.Ordinal);
    }
}
