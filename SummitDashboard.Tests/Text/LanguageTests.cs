using CsCheck;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>What follows of a language: direction, and the order of names; and what a text holds that no page shows.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("ar-Latn", "ltr")]
    [InlineData("az-Arab-IR", "rtl")]
    [InlineData("HE", "rtl")]
    [InlineData("ko-KP", "ltr")]
    [InlineData("x-ours", "auto")]
    [InlineData("xq", "auto")]
    [InlineData("Klingonish", "auto")]
    [InlineData(null, "auto")]
    public void Direction_OfATag_IsThatOfItsScript(string? tag, string direction) => Assert.Equal(direction, WritingDirection.Of(tag));

    [Theory]
    [InlineData("sv", "Ada,Zoe,Åsa,Örn")]
    [InlineData("de", "Ada,Åsa,Örn,Zoe")]
    [InlineData(null, "Ada,Åsa,Örn,Zoe")]
    [InlineData("not a tag", "Ada,Åsa,Örn,Zoe")]
    [InlineData("en", "ada,Ada,Ada B,Adam,Zoe")]
    public void Collation_OfALanguage_OrdersNamesAsItDoes(string? tag, string names) =>
        Assert.Equal(names, string.Join(',', names.Split(',').Reverse().Order(Collation.Of(tag))));

    // Of Catalan’s names ICU is asked, of German’s with none but these letters nobody.
    [Fact]
    public void Collation_OfPlainNames_IsWhatIcuSays() =>
        Gen.Select(Names, Names)
            .Sample(
                (a, b) => Assert.Equal(Math.Sign(Collation.Of("ca").Compare(a, b)), Math.Sign(Collation.Of("de").Compare(a, b))),
                iter: 10_000
            );

    private static readonly Gen<string> Names = Gen.Int[0, Signs.Length - 1]
        .Array[0, 6]
        .Select(n => string.Concat(n.Select(i => Signs[i])));
    private const string Signs = "aAbBzZ Kim Jong-un O’Neil O'Neil \"“”()@*/&#%+0189_,;:!?.";

    [Theory]
    [InlineData("plain", 0)]
    [InlineData("a \u202Eturned\u202C end", 1)]
    [InlineData("an \u2067isolate", 1)]
    [InlineData("closed\u2069", 1)]
    [InlineData("a \u2067whole\u2069 one", 0)]
    [InlineData("lost \uFFFD and lost \uFFFD", 1)]
    [InlineData("none \u0378", 1)]
    public void Oddities_OfAText_AreToldOnceEach(string text, int count) => Assert.Equal(count, Oddities.In(["first", text]).Count());

    [Theory]
    [InlineData("\u202Bمعاهدة جديدة\u202C", "معاهدة جديدة")]
    [InlineData("\u202Esteal\u202C \u2067the\u2069 \u200Eline\u200F\u061C", "steal the line")]
    [InlineData("bell\u0007 and\u0085", "bell and")]
    [InlineData("می\u200Cخواهم 👩\u200D🚀", "می\u200Cخواهم 👩\u200D🚀")] // these join what stands beside them
    [InlineData(" plain ", " plain ")]
    [InlineData("\u202B\u202C", "\u202B\u202C")] // it would be empty
    public void Line_WithoutWhatCannotBeSeen_ReadsAsItDid(string line, string seen) => Assert.Equal(seen, Oddities.Without(line));

    [Fact]
    public void Oddities_WithTheirPlace_AreNamedByUnicode() =>
        Assert.StartsWith("¶ 2: U+202E RIGHT-TO-LEFT OVERRIDE turns", Oddities.In(["first", "a \u202Eturned\u202C end"]).Single().Says);
}
