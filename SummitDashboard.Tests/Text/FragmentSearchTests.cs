using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>What is picked is what is stored is what is found again; what typists cannot see is overlooked, and moves nothing.</summary>
public sealed class FragmentSearchTests
{
    private static readonly Gen<ArticleText> Articles = Scripts
        .Texts.Array[1, 5]
        .Select(paragraphs => ArticleText.From(string.Join('\n', paragraphs.Append("The end."))));

    [Fact]
    public void Pick_AnyStretchOfAnyText_IsStoredAndFoundAgain() =>
        Gen.Select(Articles, Gen.Int[0, 5], Gen.Int[0, 150], Gen.Int[1, 60])
            .Sample(
                (article, paragraph, start, length) =>
                {
                    var number = 1 + paragraph % article.Paragraphs.Count;
                    var fields = new QuotationFields();
                    QuotationPlace.Pick(fields, article, number, start, start + length);
                    if (fields.Exact.Length == 0)
                        return;
                    var stored = fields.Draft(Repo.Casebook);
                    var span = Assert.IsType<TextSpan>(article.Find(stored));
                    var text = article.Paragraphs[number - 1];
                    Assert.Equal(stored.Exact, span.In(text));
                    Assert.True(Characters.IsWhole(text, span));
                    Assert.Equal(stored.Position, article.PositionOf(stored));

                    // Typed as it stands, it is found there, and nowhere else.
                    var typed = new QuotationFields
                    {
                        Exact = stored.Exact,
                        Paragraph = fields.Paragraph,
                        Occurrence = fields.Occurrence,
                    };
                    Assert.True(QuotationPlace.Find(typed, article)?.IsExact);
                    Assert.Equal(fields.Draft(Repo.Casebook), typed.Draft(Repo.Casebook) with { }, Same);
                },
                iter: 3_000
            );

    [Fact]
    public void Find_WhatStandsThere_NeverMovesToWhatLooksAlike() =>
        Gen.Select(Articles, Scripts.Words)
            .Sample(
                (article, words) =>
                {
                    var fragment = string.Join(' ', words.Take(2));
                    var found = FragmentSearch.Find(article.Paragraphs, fragment);
                    if (found is null)
                        return;
                    var printed = found.Span.In(article.Paragraphs[found.Paragraph - 1]);
                    Assert.Equal(found.IsExact, printed == fragment);
                    Assert.Equal(Folding.Loosely(fragment).Text.Trim(' '), Folding.Loosely(printed).Text.Trim(' '));
                    if (!found.IsExact)
                        Assert.DoesNotContain(article.Paragraphs, p =>
                            p.Contains(fragment, StringComparison.Ordinal)
                            && TextSpan.Find(p, fragment, 1) is { } s
                            && Characters.IsWhole(p, s)
                        );
                },
                iter: 3_000
            );

    [Theory]
    [InlineData("the envoy’s “fine” day", "the envoy's \"fine\" day")]
    [InlineData("a day — a night", "a day - a night")]
    [InlineData("10\u00A0km\u2009north", "10 km north")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("the ﬁrst oﬃce", "the first office")]
    [InlineData("ＡＢＣ１２", "ABC12")]
    [InlineData("a\u200Bb\uFEFFc", "abc")]
    [InlineData("كـتـاب", "كتاب")]
    [InlineData("الرَّئِيسُ", "الرئيس")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("Vie\u0323\u0302t Nam", "Việt Nam")]
    [InlineData("Việt Nam", "Vie\u0323\u0302t Nam")]
    [InlineData("one\ttwo", "one two")]
    [InlineData("ガ行", "カ\u3099行")]
    [InlineData("ﾌﾟｰﾁﾝ", "プーチン")]
    public void Find_TypedOtherwise_GivesTheTextsOwnCharacters(string printed, string typed)
    {
        var article = ArticleText.From($"Before it.\nThey said {printed} then.");
        var found = FragmentSearch.Find(article.Paragraphs, typed);
        Assert.Equal(printed.Replace('\t', ' '), found?.Span.In(article.Paragraphs[1]));
    }

    [Theory]
    [InlineData("the ﬁrst", "irst")] // half a ligature
    [InlineData("cafe\u0301 noir", "cafe")] // a letter without its mark
    [InlineData("The Envoy", "the envoy")] // case is something that one sees
    [InlineData("a day", "a night")]
    public void Find_WhatDoesNotStandThere_IsNothing(string text, string typed) => Assert.Null(FragmentSearch.Find([text], typed));

    [Fact]
    public void Find_ExactSomewhereElse_WinsOverFoldedInTheParagraphGiven()
    {
        string[] paragraphs = ["the envoy’s day", "the envoy's day"];
        Assert.Equal(new(2, new(0, 15), true), FragmentSearch.Find(paragraphs, "the envoy's day", preferred: 1));
        Assert.Equal(new(1, new(0, 15), true), FragmentSearch.Find(paragraphs, "the envoy’s day", preferred: 2));
    }

    [Theory]
    [InlineData("a rаre sight", "a rare sight", "“а” (U+0430 CYRILLIC SMALL LETTER A) stands for “a” (U+0061 LATIN SMALL LETTER A)")]
    [InlineData("a rare siht", "a rare sight", "“g” is missing")]
    [InlineData("A rare sight", "a rare sight", "“A” stands for “a”")]
    [InlineData("a very rare sight", "a rare sight", "“very” does not stand there")]
    public void Nearest_ToWhatIsNotThere_SaysWhatDiffers(string typed, string printed, string difference)
    {
        string[] paragraphs = ["Nobody else was there.", "It was a rare sight, all said.", "The end of it."];
        var near = Assert.IsType<NearFragment>(FragmentSearch.Nearest(paragraphs, typed));
        Assert.Equal((2, printed), (near.Paragraph, near.Span.In(paragraphs[1])));
        Assert.Equal(difference, Assert.Single(near.Differences).ToString());
    }

    [Fact]
    public void Nearest_ToNothingLikeIt_IsNothing() =>
        Assert.Null(FragmentSearch.Nearest(["Nobody else was there."], "quite another matter"));

    [Fact]
    public void Nearest_InAnArticleOfOneLongLine_IsFound()
    {
        var text = string.Concat(Enumerable.Repeat("俄罗斯总统访问朝鲜。", 200_000)) + "这是一个罕见的景象。" + new string('x', 1_000_000);
        var near = Assert.IsType<NearFragment>(FragmentSearch.Nearest([text], "这是一个罕贝的景象"));
        Assert.Equal("这是一个罕见的景象", near.Span.In(text));
    }

    [Fact]
    public void Marks_TypedOtherwiseThanPrinted_AreTheQuotationsOwn()
    {
        var vietnamese = WorldCasebook.In("vi");
        var fields = new QuotationFields { Exact = vietnamese.Fine, Hedges = ["Có lẽ", "khác"] };
        Assert.Equal([vietnamese.Hedge, "khác"], fields.Draft(Repo.Casebook).Hedges);
    }

    private static readonly IEqualityComparer<Quotation> Same = EqualityComparer<Quotation>.Create(
        (a, b) => a?.Exact == b?.Exact && a?.Paragraph == b?.Paragraph && a?.Occurrence == b?.Occurrence && a?.Position == b?.Position,
        q => q.Exact.GetHashCode(StringComparison.Ordinal)
    );
}
