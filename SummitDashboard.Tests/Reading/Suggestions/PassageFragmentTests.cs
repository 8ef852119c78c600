using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Which sentence of a passage is proposed and where it is cut, and what a name counts.</summary>
public sealed class PassageFragmentTests
{
    private static readonly Source Other = Coded.Source with { Id = new("o"), Slug = "o", Siglum = "Ox" };

    private static Claim Claim(string question, string statement) =>
        Coded.Claim("c") with
        {
            Question = question,
            Statement = statement,
            Framings = [],
        };

    [Theory]
    [InlineData("Yesterday the old ferries badly needed repair and cannot make many more trips of their own.", "Ferries needed repair?", 4)]
    [InlineData("People admired the ferries with limousine that Falk had brought from his town in the far north.", "Ferry limousine?", 6)]
    [InlineData("It shortens the road to ferries of steel, though no transfer has been proven by anybody there.", "Ferries transfer?", 6)]
    [InlineData("Ann Park of the ferries office spoke of a dangerous row of ships at the northern pier.", "Ferries office?", 5)]
    [InlineData("The ferries of South Velmar Islands sailed to the pier, where many waited for the captain.", "Ferries South?", 5)]
    public void Fragment_OfASentence_EndsOnNoSubjectVerbOrHalfAName(string printed, string asked, int budget)
    {
        var claim = Claim(asked, asked);
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], [claim]);
        var text = ArticleText.From(printed + "\nNothing else.");
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var passage = Assert.Single(PassageRanking.Rank(Clues.Of(casebook, claim, source), source, text, new([text]), 5, budget));
        var words = passage.Fragment.In(printed);
        Assert.DoesNotMatch(@"(make|that Falk|limousine that|no transfer|spoke|South|South Velmar|cannot)$", words);
    }

    [Fact]
    public void Fragment_OfSeveralSentences_IsOfTheOneThatTellsTheClaimFromOthers()
    {
        const string printed =
            "The treaty was signed by both captains in the late hours of the evening. "
            + "Its text says that either captain helps the other at sea.";
        var happening = Repo.Casebook.Events[0] with { Label = "A treaty is signed by the captains", Date = Edtf.Parse("2031-05-14") };
        var claim = Claim("Does the treaty oblige captains to help?", "The treaty obliges captains to help.") with { Event = happening.Id };
        var other = Coded.Claim("d") with { Question = "Who signed the treaty?", Statement = "Captains signed a treaty.", Framings = [] };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [happening], [claim, other]);
        var text = ArticleText.From(printed + "\nNothing else.\nIt rained.\nThe sea was calm.\nNobody slept.");
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var told = new Framing
        {
            Source = Other.Id,
            Stance = Stance.Asserts,
            Quotations = [Coded.Words("helps at sea")],
        };
        var passage = PassageRanking.Rank(Clues.Of(casebook, claim with { Framings = [told] }, source), source, text, new([text]), 5)[0];
        Assert.Equal(1, passage.Paragraph);
        Assert.Contains("helps the other at sea", passage.Fragment.In(printed), StringComparison.Ordinal);
    }

    private static readonly ArticleText Report = ArticleText.From(
        "The mayor slept well. In March the port vetoed the renewal of the ferry permits. The permits, said Falk, were monitored by nobody "
            + "in the port since the harbour burned down. It rained all day.\nNothing else.\nIt rained.\nNobody slept.\nThe sea was calm."
    );

    private static IReadOnlyList<Passage> Ranked(string asked, ArticleText text)
    {
        var claim = Claim(asked, asked);
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], [claim]);
        return PassageRanking.Rank(
            Clues.Of(casebook, claim, Coded.Source),
            Coded.Source with
            {
                Language = new("en", Basis.Given),
            },
            text,
            new([text]),
            5
        );
    }

    [Fact]
    public void Rank_TwoSentencesOfAParagraph_ProposesBothEachWithItsOwnReasons()
    {
        var printed = Report.Paragraphs[0];
        var ranked = Ranked("Who monitored the permits that the port vetoed in March?", Report);
        Assert.Equal([1, 1], ranked.Select(p => p.Paragraph));
        foreach (var passage in ranked)
        {
            var sentence = Sentences.In(printed).Single(s => s.Start <= passage.Fragment.Start && s.End >= passage.Fragment.End);
            Assert.All(passage.Why, r => Assert.Contains(r.Words, sentence.In(printed), StringComparison.Ordinal));
            Assert.All(passage.Beside, r => Assert.DoesNotContain(r.Words, sentence.In(printed), StringComparison.Ordinal));
            Assert.NotEmpty(passage.Beside);
        }
        Assert.Contains(ranked, p => p.Why.Any(r => r.Words == "March") && p.Beside.Any(r => r.Words == "monitored"));
        Assert.Contains(ranked, p => p.Why.Any(r => r.Words == "monitored") && p.Beside.Any(r => r.Words == "March"));
    }

    [Fact]
    public void Rank_AWholeArticleInOneParagraph_ProposesItsSentences()
    {
        var one = ArticleText.From(
            string.Join(' ', Enumerable.Range(0, 40).Select(n => $"On day {n} it rained.")) + " " + Report.Paragraphs[0]
        );
        var ranked = Ranked("Who monitored the permits that the port vetoed?", one);
        Assert.Contains(ranked, p => p.Fragment.In(one.Paragraphs[0]).Contains("monitored", StringComparison.Ordinal));
        Assert.Contains(ranked, p => p.Fragment.In(one.Paragraphs[0]).Contains("vetoed", StringComparison.Ordinal));
    }

    [Fact]
    public void Rank_AShortWordInAnotherForm_IsFound()
    {
        var text = ArticleText.From("Nobody spoke of it.\nThe captains had warned him twice.\nIt rained in the town.\nThe sea was calm.");
        Assert.Equal([new Reason(ClueKind.Word, "warned")], Assert.Single(Ranked("Who warns him, with which warnings?", text)).Why);
    }

    [Fact]
    public void Rank_LittleElseThanAFrequentName_ComesAfterAllElseAndSaysTheNameWhole()
    {
        var text = ArticleText.From(
            "Jo Jin Falk slept, and Jo Jin Falk woke in the old house by the water.\nFalk walked to the mill with his dog.\n"
                + "Many thanks for the support, they wrote.\nJo Jin Square was full of people.\nNothing."
        );
        var falk = Repo.Casebook.Actors[0] with
        {
            Id = new("f"),
            Slug = "f",
            Name = "Jo Jin Falk",
            Roles = [],
            Statements = [],
            Names = [new(Other.Id, "Falk", NameKind.Surname, 1, 0)],
        };
        var claim = Claim("Does Falk thank them?", "Jo Jin Falk thanks them for support.");
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [falk], [], [claim]);
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var ranked = PassageRanking.Rank(Clues.Of(casebook, claim, source), source, text, new([text]), 5);
        Assert.Equal([3, 1, 2], ranked.Select(p => p.Paragraph));
        Assert.Equal([false, true, true], ranked.Select(p => p.IsWeak));
        Assert.Equal([new Reason(ClueKind.Name, "Jo Jin Falk")], ranked[1].Why);
    }
}
