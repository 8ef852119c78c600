using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>In which order sentences are proposed: which words tell, and when a paragraph’s second sentence comes first.</summary>
public sealed class PassageOrderTests
{
    private static readonly Source English = Coded.Source with { Language = new("en", Basis.Given) };

    private static Claim Claim(string question, string statement) =>
        Coded.Claim("c") with
        {
            Question = question,
            Statement = statement,
            Framings = [],
        };

    private static IReadOnlyList<Passage> Rank(Claim claim, ArticleText text, params ArticleText[] others)
    {
        var casebook = new Casebook(1, Repo.Casebook.Head, [English], [], [], [claim]);
        return PassageRanking.Rank(Clues.Of(casebook, claim, English), English, text, new([text, .. others]), 5, mayLackWords: true);
    }

    [Fact]
    public void Rank_AWordThatThisArticleHasEverywhere_IsNoRarerForOthersThatLackIt()
    {
        var text = ArticleText.From("A ferry came.\nA ferry went.\nA ferry sank.\nA tower fell.\nNothing.");
        var others = ArticleText.From(
            string.Join('\n', Enumerable.Repeat("Nothing of it.", 40)) + "\n" + string.Join('\n', Enumerable.Repeat("A tower.", 8))
        );
        var claim = Claim("What?", "Tower and ferry.");
        Assert.Equal(4, Rank(claim, text, others)[0].Paragraph);
    }

    [Theory]
    [InlineData("Storm, frost and fog came in from the sea.", 1, "deny")] // of aspects too
    [InlineData("A passenger waited for the master.", 4, "passenger")] // two words of the claim are not little
    public void Rank_BehindTheFirstThree_RatherDeepensTheBestParagraphThanBeginsOneThatSharesLittle(string printed, int fourth, string why)
    {
        var text = ArticleText.From(
            "The ferry carried passengers and the harbour master. Sailors deny the mutiny.\n"
                + "A limousine carried passengers to the lighthouse.\n"
                + $"The harbour master slept in the limousine.\n{printed}\nNothing.\nNothing else.\nIt rained."
        );
        var claim = Claim("Which?", "A ferry carried passengers, a limousine and the harbour master to the lighthouse.") with
        {
            Aspects = [new("deny", "Who denies it"), new("weather", "Which fog, frost or storm")],
        };
        var ranked = Rank(claim, text);
        Assert.Equal([1, 2, 3, fourth], ranked.Take(4).Select(p => p.Paragraph));
        Assert.Equal(why, ranked[3].Why[0].Words);
        var deny = Assert.Single(ranked, p => p.Why[0].Words == "deny");
        Assert.Contains("ferry", deny.Beside.Select(w => w.Words));
        Assert.Equal(ranked.Select(p => p.Score), ranked.Select(p => p.Score).OrderDescending());
    }

    [Fact]
    public void Rank_FurtherSentencesOfParagraphsThatShareLittle_DoNotComeBeforeOtherParagraphs()
    {
        var text = ArticleText.From(
            "The ferry carried passengers, a limousine and the harbour master.\nA limousine stood there.\nA passenger waited.\n"
                + "The master wept. The master slept.\nThe harbour froze.\nNothing.\nNothing else."
        );
        var ranked = Rank(Claim("Which?", "A ferry carried passengers, a limousine and the harbour master."), text);
        Assert.Equal([1, 2, 3, 4, 5], ranked.Select(p => p.Paragraph).Order());
    }

    [Fact]
    public void Rank_AShortWordThatWeighsMost_HidesNoReason()
    {
        var text = ArticleText.From("The sea was calm that summer.\nA summer like any.\nNothing.\nNo.\nNobody.\nNowhere.");
        var claim = Claim("Sea?", "The sea.") with { Aspects = [new("when", "In which summer")] };
        var first = Rank(claim, text)[0];
        Assert.Equal((1, "summer"), (first.Paragraph, Assert.Single(first.Why).Words));
    }
}
