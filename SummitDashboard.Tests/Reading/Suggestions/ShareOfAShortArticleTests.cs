using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Who quotes what is proposed first in each cell of a short article ends within the share of it that may be quoted.</summary>
public sealed class ShareOfAShortArticleTests
{
    // What one key does: a proposal that takes from the cells to come waits for a second press, and what may not be quoted is refused.
    private sealed record Cell(string Slug, QuoteBudget Budget, Passage? First, bool IsTaken);

    private static Source Unseen(ArticleText text, string language = "en") =>
        Coded.Source with
        {
            Id = new("unseen"),
            Slug = "unseen",
            Language = new(language, Basis.Given),
            Article = new("unseen.txt", text.Sha256, text.Paragraphs.Sum(Words.Count), text.Paragraphs.Count),
        };

    private static Casebook With(Source source, IEnumerable<Claim> claims) =>
        new(1, Repo.Casebook.Head, [.. Repo.Casebook.Sources, source], [.. Repo.Casebook.Actors], [.. Repo.Casebook.Events], [.. claims]);

    private static (List<Cell> Cells, QuotedShare Share) Take(ArticleText text, bool isInsistent, bool isBackwards = false)
    {
        var source = Unseen(text);
        var casebook = With(source, Repo.Casebook.Claims);
        var order = Repo.Casebook.Claims.Select(c => c.Id).ToList();
        if (isBackwards)
            order.Reverse();
        var cells = new List<Cell>();
        foreach (var (n, id) in order.Index())
        {
            var claim = casebook.Claims.First(c => c.Id == id);
            var found = ProposedPassages.Of(casebook, claim, source, text, []);
            var first = n % 6 == 5 || found.Passages.Count == 0 ? null : found.Passages[0]; // twenty of 24 are told
            var isTaken =
                first is { Fragment.Length: > 0 }
                && first.Fresh <= found.Budget.Left
                && (isInsistent || !found.Budget.IsDrainedBy(first.Fresh));
            cells.Add(new(claim.Slug, found.Budget, first, isTaken));
            var framing = new Framing
            {
                Source = source.Id,
                Stance = first is null ? Stance.Silent : Stance.Asserts,
                Quotations = isTaken ? [Quoted(text, first!)] : [],
            };
            casebook = With(source, casebook.Claims.Select(c => c.Id == id ? c with { Framings = [.. c.Framings, framing] } : c).ToList());
        }
        return (cells, QuotedShare.In(source, text, QuotedShare.Quotations(casebook, source)));
    }

    private static Quotation Quoted(ArticleText text, Passage passage)
    {
        var printed = text.Paragraphs[passage.Paragraph - 1];
        var exact = passage.Fragment.In(printed);
        return new()
        {
            Exact = exact,
            Paragraph = passage.Paragraph,
            Occurrence = 1 + TextSpan.CountOf(printed[..(passage.Fragment.End - 1)], exact),
        };
    }

    public static TheoryData<string, bool> Articles =>
        new()
        {
            { "report", false },
            { "report", true },
            { "plain", false },
            { "plain", true },
        };

    private static ArticleText Text(string name) => name == "report" ? ShortArticles.Report : ShortArticles.Plain;

    [Theory]
    [MemberData(nameof(Articles))]
    public void FirstProposals_TakenByOneKeyInEachToldCell_LeaveTheLastItsShare(string article, bool isBackwards)
    {
        var (cells, share) = Take(Text(article), isInsistent: false, isBackwards);
        Assert.InRange(share.Of, 400, 500);
        Assert.False(share.IsOver);
        var told = cells.Where(c => c.First is not null).ToList();
        Assert.InRange(told.Count, 18, 20);
        // To the last cell there is something to quote.
        Assert.All(told, c => Assert.InRange(c.Budget.Left!.Value, 4, int.MaxValue));
        // Whatever was not quoted by one key had no words that make sense alone, or more than could be spared.
        Assert.All(told.Where(c => !c.IsTaken), c => Assert.True(c.First!.Fragment.Length == 0 || c.Budget.IsExceededBy(c.First.Fresh)));
        Assert.InRange(told.Count(c => c.IsTaken), told.Count / 2 + 1, told.Count);
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void FirstProposals_TakenInSpiteOfWhatIsSaid_StayWithinTheQuarter(string article, bool isBackwards)
    {
        var (_, share) = Take(Text(article), isInsistent: true, isBackwards);
        Assert.False(share.IsOver);
    }

    [Fact]
    public void Proposals_OfEveryClaim_GetShorterAsTheShareRunsOut()
    {
        foreach (var text in new[] { ShortArticles.Report, ShortArticles.Plain })
        {
            var (source, rarity) = (Unseen(text), new WordRarity([text]));
            var casebook = With(source, Repo.Casebook.Claims);
            List<int> words = [.. new[] { 15, 8, 6, 4 }.Select(Sum)];
            Assert.Equal(words.OrderDescending(), words);
            Assert.True(words[^1] < words[0] * 0.9, string.Join(' ', words));

            int Sum(int each) =>
                casebook.Claims.Sum(c =>
                    PassageRanking
                        .Rank(
                            SharedWords.Weighed(casebook, c, source, Clues.Of(casebook, c, source)),
                            source,
                            text,
                            rarity,
                            3,
                            each,
                            atMost: each,
                            left: 100,
                            mayLackWords: true
                        )
                        .Sum(p => p.Fresh)
                );
        }
    }

    [Fact]
    public void Words_ThatAnotherCellQuotes_CostNothing()
    {
        var (source, text) = (Unseen(ShortArticles.Plain), ShortArticles.Plain);
        var casebook = With(source, Repo.Casebook.Claims);
        var (containers, munitions) = (Claim("containers"), Claim("munitions"));
        var first = ProposedPassages.Of(casebook, containers, source, text, []).Passages[0];
        Assert.Equal(Words.Count(first.Fragment.In(text.Paragraphs[first.Paragraph - 1])), first.Fresh);
        var told = new Framing
        {
            Source = source.Id,
            Stance = Stance.Asserts,
            Quotations = [Quoted(text, first)],
        };
        casebook = With(source, Repo.Casebook.Claims.Select(c => c.Id == munitions.Id ? c with { Framings = [.. c.Framings, told] } : c));
        var again = ProposedPassages.Of(casebook, Claim("containers"), source, text, []).Passages.First(p => p.Fragment == first.Fragment);
        Assert.Equal(0, again.Fresh);

        Claim Claim(string slug) => casebook.Claims.First(c => c.Slug == slug);
    }

    [Fact]
    public void Budget_WhateverItDoesNotCallTooMuch_LeavesEachCellToComeEnough() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 200], Gen.Int[0, 15].Array[30])
            .Sample(
                (cells, beyond, asked) =>
                {
                    var left = 4 * cells + beyond;
                    for (var n = 0; n < cells; n++)
                    {
                        var budget = new QuoteBudget(left, cells - n);
                        Assert.InRange(left, 4 * (cells - n), int.MaxValue);
                        Assert.False(budget.IsExceededBy(budget.ForEach));
                        if (!budget.IsDrainedBy(asked[n]))
                            left -= asked[n];
                        // What is not even long keeps eight for each of the others, or what they had.
                        if (!budget.IsExceededBy(asked[n]) && n + 1 < cells)
                            Assert.InRange(
                                new QuoteBudget(left, cells - n - 1).ForEach,
                                Math.Min(8, budget.ForEach - 1),
                                CodebookRules.MaxWords
                            );
                    }
                }
            );
}
