using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

public sealed class TermsTests
{
    // Any characters, halves of surrogate pairs among them, and texts that differ in little: a word, a sign, an accent, an end beyond the
    // cut.
    private static readonly string[] Pieces =
    [
        "the first",
        "by a Russian leader",
        "in 24 years",
        "since Stalin’s time",
        "двадцать",
        "четыре",
        "года",
        "впервые",
        "Élysée",
        "e",
        "é",
        "OÖ",
        "O",
        "北朝鮮",
        "평양",
        "الرئيس",
        " ",
        "-",
        ".",
        "3",
        "5",
        "/",
        "🎉",
        "x0123abcd",
        "'",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char, 0, 90],
        Scripts.Texts,
        Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(n => string.Join(n.Length % 2 == 0 ? " " : "", n.Select(i => Pieces[i])))
    );

    [Fact]
    public void Of_DifferentTexts_IsTheSameOnlyWhereTheirFoldingIs() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (a, b) => Assert.Equal(Folding.Of(a).Replace(' ', '-') == Folding.Of(b).Replace(' ', '-'), Terms.Of(a) == Terms.Of(b)),
                iter: 20_000
            );

    [Fact]
    public void Of_ATerm_IsTheTermItself() =>
        Texts.Sample(
            text =>
            {
                Assert.Equal(Terms.Of(text), Terms.Of(Terms.Of(text)));
                Assert.Equal(Terms.Of(text).Length > 0, Terms.IsTerm(Terms.Of(text)));
            },
            iter: 20_000
        );

    [Fact]
    public void Of_AText_LosesNothingThatIsSeen() =>
        Scripts.Words.Sample(
            words =>
            {
                var term = Terms.Of(string.Join(' ', words));
                Assert.Equal(string.Join('-', words.Select(Folding.Of)), term);
            },
            iter: 5_000
        );

    [Fact]
    public void IsTerm_OfAnySlug_Holds() => Texts.Sample(text => Assert.True(Terms.IsTerm(Slugs.Of(text)), Slugs.Of(text)), iter: 10_000);

    [Fact]
    public void IsTerm_OfEveryTermOfTheShippedCasebook_Holds()
    {
        var terms = Repo.Casebook.Claims.SelectMany(c => c.Framings).SelectMany(f => f.Aspects).Select(a => a.Value).ToList();
        Assert.NotEmpty(terms);
        Assert.All(terms, term => Assert.True(Terms.IsTerm(term), term));
    }

    [Theory]
    [InlineData("24 years", "24-years")]
    [InlineData("  24   Years ", "24-years")]
    [InlineData("двадцать четыре Года", "двадцать-четыре-года")]
    [InlineData("이십사 년 만에 처음", "이십사-년-만에-처음")]
    [InlineData("二十四年来首次", "二十四年来首次")]
    [InlineData("ﺑﻌﺪ ٢٤ ﻋﺎﻣﺎ", "ﺑﻌﺪ-٢٤-ﻋﺎﻣﺎ")]
    [InlineData("-5 °C", "-5-°c")]
    [InlineData("the first by a Russian leader in 24 years", "the-first-by-a-russian-leader-in-24-years")]
    public void Term_OfPlainWords_IsTheWords(string text, string term) => Assert.Equal(term, Terms.Of(text));

    [Theory]
    [InlineData("the first by a Russian leader in 24 years", "the first by a Russian leader since Stalin's time")]
    [InlineData("двадцать четыре года", "впервые при Путине")]
    [InlineData("Élysée", "Elysee")]
    [InlineData("3.5 years", "3-5 years")]
    [InlineData("C++", "C#")]
    [InlineData("🎉", "🎊")]
    [InlineData("мир", "miр")]
    public void Term_OfThese_DiffersAndCanBeRead(string one, string other)
    {
        Assert.NotEqual(Terms.Of(one), Terms.Of(other));
        Assert.Equal(Terms.Of(one), Terms.Of($" {one.ToUpperInvariant()} "));
    }

    [Theory]
    [InlineData("“Stalin’s”  time", "\"STALIN'S\" time")]
    [InlineData("mid–June", "mid-June")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("e\u0301", "é")]
    [InlineData("co\u00ADop\u200B", "coop")]
    public void Term_OfTextsThatDifferInQuotesDashesCaseOrSpaces_IsOne(string one, string other) =>
        Assert.Equal(Terms.Of(one), Terms.Of(other));
}
