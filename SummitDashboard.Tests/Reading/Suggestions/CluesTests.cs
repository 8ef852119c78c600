using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Which words are sought for a claim, and how many may be quoted.</summary>
public sealed class CluesTests
{
    private static readonly Source Other = Coded.Source with { Id = new("o"), Slug = "o", Siglum = "Ox" };

    private static Claim Claim(string question, string statement, params Framing[] framings) =>
        Coded.Claim("c") with
        {
            Question = question,
            Statement = statement,
            Framings = framings,
        };

    [Fact]
    public void Clues_OfWhomOthersCite_AreItsNamesAndNotItsSmallWords()
    {
        var quotation = new Quotation
        {
            Exact = "it sank",
            Paragraph = 1,
            Cites = new(null, "the Port authority of Velmar"),
        };
        var claim = Claim(
            "Did it sink?",
            "It sank.",
            new Framing
            {
                Source = Other.Id,
                Stance = Stance.Attributes,
                Quotations = [quotation],
            }
        );
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], [claim]);
        var clues = Clues.Of(casebook, claim, Coded.Source).ToDictionary(c => c.Key, c => c.Kind);
        Assert.Equal((ClueKind.Name, ClueKind.Name), (clues["port"], clues["velmar"]));
        Assert.NotEqual(ClueKind.Name, clues.Single(c => c.Key.StartsWith("author", StringComparison.Ordinal)).Value);
        Assert.DoesNotContain("the", clues.Keys);
        Assert.DoesNotContain("of", clues.Keys);
    }

    [Fact]
    public void Clues_OfAnActorsName_AreOneWhateverItsFormsAndWords()
    {
        var claim = Claim("Did Falk sail?", "Jo Jin Falk sailed, and Falk’s aides with him.");
        var falk = Named(new("f"), "Jo Jin Falk", "Falk");
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [falk], [], [claim]);
        var clues = Clues.Of(casebook, claim, Coded.Source);
        Assert.Single(clues, c => c.Kind == ClueKind.Name);
        Assert.DoesNotContain(clues, c => c.Key is "falk" or "jin" or "jo");
    }

    [Theory]
    [InlineData("Falk sailed with Jo Jin Falk.", 2)]
    [InlineData("Jo Kim Square is not he, nor is Jo Jin-ha.", 0)]
    [InlineData("JIN is an office.", 0)]
    [InlineData("Jo’s boat, Jo Wednesday.", 2)]
    [InlineData("The falk flew.", 0)]
    public void Names_OfAnActor_AreNoLongerNamesThatBeginSo(string text, int times)
    {
        var falk = Named(new("f"), "Jo Jin Falk", "Falk", "Jo");
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [falk], [], []);
        Assert.Equal(times, SoughtNames.Of(casebook).In(text).Count());
    }

    private static Actor Named(ActorId id, string name, params string[] forms) =>
        Repo.Casebook.Actors[0] with
        {
            Id = id,
            Slug = id.Value,
            Name = name,
            Roles = [],
            Statements = [],
            Names = [.. forms.Select(f => new Naming(Other.Id, f, NameKind.Surname, 1, 0))],
        };

    [Fact]
    public void Clues_OfAnEventInMay_SeekNoVerb()
    {
        var happening = Repo.Casebook.Events[0] with { Date = Edtf.Parse("2031-05-14") };
        var claim = Claim("Did it sink?", "It sank.") with { Event = happening.Id };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [happening], [claim]);
        var keys = Clues.Of(casebook, claim, Coded.Source).Select(c => c.Key).ToList();
        Assert.Contains("14", keys);
        Assert.DoesNotContain("may", keys);
    }

    [Theory]
    [InlineData(94, 24, 4, 4)]
    [InlineData(94, 12, 8, 8)]
    [InlineData(92, 11, 9, 12)]
    [InlineData(100, 11, 10, 15)]
    [InlineData(62, 12, 6, 6)]
    [InlineData(5, 24, 4, 4)]
    [InlineData(5, 1, 5, 5)]
    [InlineData(94, 4, 15, 15)]
    [InlineData(2, 10, 3, 6)]
    [InlineData(null, 10, 15, 15)]
    public void Budget_OfWhatIsLeft_IsSharedAmongOpenCells(int? left, int cells, int each, int most) =>
        Assert.Equal((each, most), (new QuoteBudget(left, cells).ForEach, new QuoteBudget(left, cells).AtMost));

    [Fact]
    public void Budget_OfAShortArticle_LastsForAllItsCellsThatAreTold()
    {
        for (var (left, cells) = (62, 12); cells > 0; cells--)
        {
            var most = new QuoteBudget(left, cells).AtMost;
            Assert.InRange(most, QuoteBudget.FewestWords, left);
            left -= most; // each takes all that is proposed
        }
    }

    [Fact]
    public void Budget_WhereMostCellsAreSilent_IsForThoseThatAreTold()
    {
        var text = ArticleText.From(string.Join(' ', Enumerable.Repeat("word", 400)));
        var source = Coded.Source with { Article = new("s.txt", text.Sha256, 400, 1) };
        Claim One(int n, Stance stance) => Coded.Claim($"c{n}") with { Framings = [new Framing { Source = Other.Id, Stance = stance }] };
        int Each(Stance stance) =>
            QuoteBudget
                .Of(
                    new(1, Repo.Casebook.Head, [source, Other], [], [], [.. Enumerable.Range(0, 20).Select(n => One(n, stance))]),
                    One(0, stance),
                    source,
                    text
                )
                .ForEach;
        Assert.InRange(Each(Stance.Silent), Each(Stance.Asserts) + 1, CodebookRules.MaxWords);
    }
}
