using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>What is proposed is a clause or a phrase that makes sense alone, however few words its cell should have.</summary>
public sealed partial class FragmentUnitTests
{
    private static IReadOnlyList<Passage> Ranked(string printed, string asked, string language = "en", int budget = 5)
    {
        var claim = Coded.Claim("c") with { Question = asked, Statement = asked, Framings = [] };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source], [], [], [claim]);
        var text = ArticleText.From(printed + "\nIt rained.\nNobody slept.\nThe sea was calm.");
        var source = Coded.Source with { Language = new(language, Basis.Given) };
        var marks = DefaultWords.For(casebook.Head with { Words = [] }, language);
        var clues = Clues.Of(casebook, claim, source);
        return
        [
            .. PassageRanking
                .Rank(clues, source, text, new([text]), 5, budget, marks, atMost: budget, left: 100)
                .Where(p => p.Paragraph == 1),
        ];
    }

    private static string? Fragment(string printed, string asked, string language = "en", int budget = 5) =>
        Ranked(printed, asked, language, budget) is [var first, ..] ? first.Fragment.In(printed) : null;

    // Each without what its sentence does not say.
    [Theory]
    [InlineData(
        "He had been expected on Tuesday evening, June 18, but did not land until shortly before 3 a.m. on Wednesday.",
        "When is the visit on Wednesday, when did he land?",
        "^did not land until shortly before 3 a\\.m\\. on Wednesday$|expected"
    )]
    [InlineData(
        "The envoy arrived late, but his plane did not land until after the harbour had closed.",
        "When did his plane land?",
        "not land until after the harbour had closed"
    )]
    [InlineData(
        "The State Department announced no new measures on that day.",
        "Did the State Department announce?",
        "announced no new measures"
    )]
    [InlineData(
        "The port of Selkirk found nothing in the old ferries on Monday.",
        "Did the port of Selkirk find ferries?",
        "found nothing"
    )]
    [InlineData("Nobody, old or young, ever thought or said that it was a rare evening.", "Was it a rare evening?", "^Nobody|^$")]
    [InlineData("No one there, whether a captain or a mate, believed that the ferries sank.", "Did the ferries sink?", "^No one|^$")]
    [InlineData("None of the ports, north or south, ever admitted that ferries had sunk.", "Had ferries sunk?", "^None|^$")]
    [InlineData("Few in Seoul think that the friendship will outlast its purpose.", "Will the friendship outlast purpose?", "^Few")]
    [InlineData("Hardly any of the captains believed that the ferry permits would last.", "Would ferry permits last?", "^Hardly any|^$")]
    [InlineData("Neither of the two ports said that the ferries had carried shells.", "Had ferries carried shells?", "^Neither")]
    [InlineData("Not all of the captains wanted to see the ferries burned there.", "Were ferries burned?", "^Not all|^$")]
    [InlineData(
        "Later that day some 20 to 30 North Korean soldiers crossed the line.",
        "How many North Korean soldiers crossed?",
        "some 20 to 30 North Korean soldiers crossed the line"
    )]
    [InlineData("It had between 20 and 30 ferries in the bay by Monday.", "How many ferries in the bay?", "between 20 and 30 ferries")]
    [InlineData(
        "It believed that the soldiers had crossed by mistake.",
        "Had soldiers crossed by mistake?",
        "^It believed that the soldiers"
    )]
    [InlineData(
        "The port suspected that Falk had sold the ferries at night.",
        "Had Falk sold ferries?",
        "^The port suspected|^port suspected"
    )]
    [InlineData("The old town hopes that Velmar pays for the ferries.", "Velmar pays ferries?", "town hopes that Velmar pays")]
    public void Fragment_SaysWhatItsSentenceSays(string printed, string asked, string expected) =>
        Assert.Matches(expected, Fragment(printed, asked) ?? "");

    [Theory]
    [InlineData(
        "de",
        "Das Ministerium kündigte am Montag keine neuen Maßnahmen an.",
        "Kündigte Ministerium Maßnahmen?",
        "keine neuen Maßnahmen an"
    )]
    [InlineData("de", "Der Hafen vermutete, dass Falk alte Fähren verkauft hatte.", "Falk Fähren verkauft?", "vermutete, dass Falk")]
    [InlineData("de", "Auf der Fähre fuhren 20 bis 30 alte Matrosen über die Bucht nach Velmar.", "Matrosen Bucht?", "^(?!30)")]
    [InlineData("de", "Kaum jemand im Hafen glaubt, dass die alten Fähren lange halten.", "Fähren halten?", "^Kaum|^jemand im|glaubt")]
    public void Fragment_SaysWhatItsSentenceSaysInGerman(string language, string printed, string asked, string expected) =>
        Assert.Matches(expected, Fragment(printed, asked, language) ?? "");

    [Theory]
    [InlineData(
        "The treaty stipulates that if either side is put in a state of war by an armed invasion from a single state or several states, "
            + "the other shall provide military and other assistance with all means in its possession.",
        "Does the treaty oblige either side to provide military assistance in war?",
        "the other shall provide military and other assistance"
    )]
    [InlineData(
        "In return, American officials believe, the North may be getting help with its satellites.",
        "What do American officials believe the North is getting?",
        "American officials believe, the North may be getting help"
    )]
    [InlineData(
        "Selkirk told reporters that Velmar \"does not rule out\" military cooperation with the islands.",
        "Rule out cooperation?",
        "Velmar \"does not rule out\" military cooperation"
    )]
    [InlineData(
        "In the fog about thirty soldiers crossed the military demarcation line on Sunday.",
        "Soldiers crossed the line?",
        "soldiers crossed the military demarcation line"
    )]
    [InlineData(
        "Velmar called itself \"gravely concerned,\" and the league's secretary general, Jo Falk, warned of more trips.",
        "Who is gravely concerned?",
        "^Velmar called itself \"gravely concerned,?\"$"
    )]
    [InlineData(
        "He went home on Monday; what concerned Selkirk was the treaty with Velmar.",
        "What concerned Selkirk?",
        "what concerned Selkirk was the treaty"
    )]
    [InlineData("After warning shots, the town's ferries went back to the pier.", "Town fired warning shots?", "^(?!.*town's$)")]
    public void Fragment_IsAClauseOrAPhrase(string printed, string asked, string expected) =>
        Assert.Matches(expected, Fragment(printed, asked) ?? "");

    [Theory]
    [InlineData("Selkirk condemned the treaty.", "Condemned the treaty?")]
    [InlineData(
        "Whether the clause brings back the old automatic pledge of the two northern island towns to help one another is open.",
        "Clause brings back?"
    )]
    public void Fragment_WhereNoPartOfASentenceMakesSense_IsNoTornOne(string printed, string asked) =>
        Assert.DoesNotMatch("(^(Whether|condemned|clause|the clause)|condemned the$| back$)", Fragment(printed, asked) ?? "");

    [Fact]
    public void Fragment_OfTwoUnits_IsTheOneThatHoldsMoreOfTheReasons()
    {
        const string printed =
            "In March Velmar vetoed a resolution to renew the mandate of a panel of experts monitoring those sanctions for the league.";
        var passage = Assert.Single(Ranked(printed, "Who vetoed the mandate of the experts in March?"));
        var words = passage.Fragment.In(printed);
        Assert.Contains("vetoed", words, StringComparison.Ordinal);
        Assert.All(passage.Outside, r => Assert.DoesNotContain(r.Words, words, StringComparison.Ordinal));
        Assert.All(passage.Why.Except(passage.Outside), r => Assert.Contains(r.Words, words, StringComparison.Ordinal));
        Assert.NotEmpty(passage.Outside);
    }

    [Fact]
    public void Rank_ASentenceOfWhichNoWordsMakeSense_IsProposedWithoutAnyWhereThatIsAsked()
    {
        const string printed =
            "Whether the clause of the two northern island towns brings back the old automatic pledge of help in war is open.";
        var claim = Coded.Claim("c") with
        {
            Question = "Does the clause bring back the pledge?",
            Statement = "Clause, pledge.",
            Framings = [],
        };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source], [], [], [claim]);
        var text = ArticleText.From(printed + "\nIt rained.\nNobody slept.\nThe sea was calm.");
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var clues = Clues.Of(casebook, claim, source);
        Assert.Empty(PassageRanking.Rank(clues, source, text, new([text]), 5, 5, left: 100));
        var passage = Assert.Single(PassageRanking.Rank(clues, source, text, new([text]), 5, 5, left: 100, mayLackWords: true));
        Assert.Equal((1, new TextSpan(0, 0)), (passage.Paragraph, passage.Fragment));
        Assert.Contains(passage.Why, r => r.Words == "clause");
        Assert.Equal(printed, InContext.Of(printed, passage.Fragment).After);
    }

    [Theory]
    [InlineData(
        "Velmar called itself \"gravely concerned,\" and the league's secretary general, Jo Falk, warned of more trips.",
        "gravely",
        "^Velmar called itself \"gravely concerned,?\"$"
    )]
    [InlineData(
        "He had been expected on Tuesday evening, June 18, but did not land until shortly before 3 a.m. on Wednesday.",
        "land",
        "^did not land until shortly before 3 a\\.m\\. on Wednesday$"
    )]
    [InlineData(
        "Moscow and Pyongyang have both rejected the accusations of the league.",
        "rejected",
        "^Moscow and Pyongyang have both rejected( the accusations of the league)?$"
    )]
    [InlineData("Selkirk and Velmar have both rejected the accusations.", "rejected", "^Selkirk and Velmar have both rejected$")]
    [InlineData(
        "Few in Seoul think that the friendship will outlast its purpose.",
        "friendship",
        "^Few in Seoul think that the friendship"
    )]
    [InlineData("South Korea condemned the treaty that day.", "condemned", "^South Korea condemned")]
    [InlineData("South Korea condemned the treaty.", "treaty", "^(condemned )?(the )?treaty$")]
    [InlineData("The town of Selkirk sold ferries.", "sold", "^town of Selkirk sold ferries$")]
    public void Words_AroundWhatWasFound_LeaveOutTheLeastHarmful(string paragraph, string found, string expected)
    {
        var place = new TextSpan(paragraph.IndexOf(found, StringComparison.Ordinal), found.Length);
        var marks = DefaultWords.For(Repo.Casebook.Head with { Words = [] }, "en");
        Assert.Matches(expected, QuotableWords.Around(paragraph, place, "en", marks).In(paragraph));
    }
}
