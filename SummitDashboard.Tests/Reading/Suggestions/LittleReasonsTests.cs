using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>What of an article is proposed for claims that it hardly tells, or tells in a single word.</summary>
public sealed class LittleReasonsTests
{
    // Invented, in words of our own.
    private static readonly ArticleText Article = ArticleText.From(
        """
        Putin comes to Pyongyang at night and leaves with a paper
        The president came in the early hours of Wednesday. Kim Jong Un reportedly stood there alone and took him to the car.
        The two signed a treaty on comprehensive partnership. Putin said that it provides for mutual assistance. Kim spoke of an alliance.
        Experts in Seoul hold that millions of shells were shipped by rail. Moscow and Pyongyang deny any transfer of weapons.
        A spokesman for the National Security Council in Washington called the visit a sign of weakness.
        Beijing kept away. A spokesman of its foreign ministry said the meeting was a matter of two states. It is apparently uneasy.
        Sanctions were laughed at over dinner. Putin wants to end the strangulation of the country by sanctions.
        They drove a limousine, a gift that allegedly breaches what the United Nations forbid by their sanctions on luxuries.
        """.ReplaceLineEndings("\n")
    );

    private static readonly Source Unseen = Coded.Source with
    {
        Id = new("unseen"),
        Slug = "unseen",
        Language = new("en", Basis.Given),
        Paragraphs = [],
    };

    private static IReadOnlyList<Passage> Of(Claim claim) => ProposedPassages.Of(Repo.Casebook, claim, Unseen, Article, []).Passages;

    [Fact]
    public void Passages_OfAWordThatTheClaimAndItsTellingsHave_ComeBeforeSeveralOfLittleWeight()
    {
        var ranked = Of(Repo.Casebook.Claims.First(c => c.Slug == "sanctions-evasion"));
        Assert.Equal([7, 8], ranked.Take(2).Select(p => p.Paragraph).Order());
        Assert.All(ranked.Take(2), p => Assert.False(p.IsWeak));
    }

    [Fact]
    public void Passages_OfEveryClaim_AreLedToByNoHedgeAloneAndAreFewWhereLittleIsShared()
    {
        var all = Repo.Casebook.Claims.ToDictionary(c => c.Slug, Of);
        string[] hedges = ["reportedly", "apparently", "allegedly"];
        Assert.DoesNotContain(all.Values.SelectMany(p => p), p => p.Why.All(w => w.Kind == ClueKind.Hedge || hedges.Contains(w.Words)));
        // A name that is in every article is proposed where hardly anything is, and not beside what is.
        Assert.All(all.Values, ranked => Assert.DoesNotContain(ranked.Skip(3), p => p.Why.All(w => w.Kind is ClueKind.Name)));
    }
}
