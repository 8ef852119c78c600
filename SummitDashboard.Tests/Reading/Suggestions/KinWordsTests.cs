using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Of a claim that nobody tells of yet, words that say much the same are sought as well.</summary>
public sealed class KinWordsTests
{
    private static readonly Source Other = Coded.Source with { Id = new("o"), Slug = "o", Siglum = "Ox" };

    private static readonly ArticleText Article = ArticleText.From(
        "The weather was fine.\nEither gives the other assistance with all means.\nNobody slept.\nThe band played.\nNothing."
    );

    private static IReadOnlyList<Passage> Passages(string language, ArticleText article, params Framing[] framings)
    {
        var claim = Coded.Claim("c") with
        {
            Question = "Does each aid the neighbour?",
            Statement = "Each aids the neighbour.",
            Aspects = [],
            Framings = framings,
        };
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var head = Repo.Casebook.Head with { Language = language };
        return ProposedPassages.Of(new(1, head, [source, Other], [], [], [claim]), claim, source, article, []).Passages;
    }

    private static Framing Told(Stance stance) =>
        new()
        {
            Source = Other.Id,
            Stance = stance,
            Quotations = stance == Stance.Silent ? [] : [Coded.Words("kept a promise")],
        };

    [Fact]
    public void Passages_OfAClaimThatNobodyTells_AreFoundByWordsThatSayMuchTheSame()
    {
        var passage = Assert.Single(Passages("en", Article, Told(Stance.Silent)));
        Assert.Equal((2, "assistance"), (passage.Paragraph, Assert.Single(passage.Why).Words));
    }

    [Fact]
    public void Passages_OfAClaimThatOthersTell_AreFoundByTheirWordsInstead() =>
        Assert.Empty(Passages("en", Article, Told(Stance.Asserts)));

    [Fact]
    public void Passages_OfACasebookInALanguageWithoutAList_AreFoundByItsOwnWordsAlone() =>
        Assert.DoesNotContain("assistance", Passages("cy", Article).SelectMany(p => p.Why).Select(w => w.Words));

    [Fact]
    public void Passages_WithAWordOfTheClaim_ComeBeforeThoseThatSayMuchTheSame()
    {
        var both = ArticleText.From(Article.Paragraphs.Aggregate((one, next) => $"{one}\n{next}") + "\nAid came with all means for it.");
        Assert.Equal([6, 2], Passages("en", both).Select(p => p.Paragraph));
    }
}
