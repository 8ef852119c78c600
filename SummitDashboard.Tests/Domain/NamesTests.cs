using CsCheck;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Domain;

public sealed class NamesTests
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

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char, 0, 90],
        Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(n => string.Join(n.Length % 2 == 0 ? " " : "", n.Select(i => Pieces[i])))
    );

    [Fact]
    public void Term_OfDifferentTexts_IsNeverTheSame() =>
        Gen.Select(Text, Text)
            .Sample(
                (a, b) => Assert.Equal(Names.Fold(a).Replace(' ', '-') == Names.Fold(b).Replace(' ', '-'), Names.Term(a) == Names.Term(b)),
                iter: 20_000
            );

    [Fact]
    public void Names_OfAnyText_AreSlugs() =>
        Text.Sample(
            text =>
            {
                Assert.True(CodebookRules.IsSlug(Names.Term(text)), Names.Term(text));
                Assert.True(CodebookRules.IsSlug(Names.Slug(text)), Names.Slug(text));
            },
            iter: 20_000
        );

    [Fact]
    public void Term_OfATerm_IsTheTermItself() =>
        Text.Sample(text =>
        {
            var plain = Names.Slug(text);
            if (Names.Term(plain) == plain)
                Assert.Equal(plain, Names.Term(plain.Replace('-', ' ')));
        });

    [Theory]
    [InlineData("24 years", "24-years")]
    [InlineData("  24   Years ", "24-years")]
    [InlineData("the first by a Russian leader in 24 years", "the-first-by-a-russian-leader-in-24-years")]
    public void Term_OfPlainWords_IsTheWords(string text, string term) => Assert.Equal(term, Names.Term(text));

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
        Assert.NotEqual(Names.Term(one), Names.Term(other));
        Assert.Equal(Names.Term(one), Names.Term($" {one.ToUpperInvariant()} "));
    }

    [Theory]
    [InlineData("“Stalin’s”  time", "\"STALIN'S\" time")]
    [InlineData("mid–June", "mid-June")]
    public void Term_OfTextsThatDifferInQuotesDashesCaseOrSpaces_IsOne(string one, string other) =>
        Assert.Equal(Names.Term(one), Names.Term(other));

    [Theory]
    [InlineData("Élysée", "elysee")]
    [InlineData("OÖ Nachrichten", "oo-nachrichten")]
    [InlineData("двадцать четыре года", "dvadtsat-chetyre-goda")]
    [InlineData("Stalin’s time", "stalins-time")]
    public void Slug_OfATitle_CanBeRead(string title, string slug) => Assert.Equal(slug, Names.Slug(title));

    [Fact]
    public void Slug_OfSignsAlone_StillTellsThemApart() => Assert.NotEqual(Names.Slug("!!!"), Names.Slug("…?"));
}
