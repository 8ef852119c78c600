using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

public sealed class SlugsTests
{
    [Theory]
    [InlineData("北浜新聞社", "ja", "K", "2023-10-04", "k-2023-10-04")]
    [InlineData("大鐘、運河に沈む", null, "KS", null, "ks")]
    [InlineData("北浜新聞社", "ja", "北", "2023-10-04", "source-2023-10-04")]
    [InlineData("ミナト", "ja", "M", "2023", "minato")]
    [InlineData("人民日报", "zh", "RR", "2023", "renminribao")]
    public void OfSource_OfJapaneseNames_ReadsNoCharacterAsChinese(
        string name,
        string? language,
        string siglum,
        string? day,
        string slug
    ) => Assert.Equal(slug, Slugs.OfSource(name, language, siglum, day));

    [Fact]
    public void Of_AnyText_IsASlug() =>
        Gen.OneOf(Gen.String, Scripts.Texts)
            .Sample(text => Assert.True(CodebookRules.IsSlug(Slugs.Of(text)), Slugs.Of(text)), iter: 20_000);

    [Fact]
    public void Free_OfTitlesOneAfterTheOther_GivesEachItsOwn() =>
        Scripts
            .Texts.Array[2, 12]
            .Sample(titles =>
            {
                var taken = new HashSet<string>();
                foreach (var title in titles)
                    Assert.True(taken.Add(Slugs.Free(Slugs.Of(title), taken.Contains)));
            });

    [Theory]
    [InlineData("Élysée", "elysee")]
    [InlineData("OÖ Nachrichten", "oo-nachrichten")]
    [InlineData("двадцать четыре года", "dvadtsat-chetyre-goda")]
    [InlineData("Stalin’s time", "stalins-time")]
    public void Of_ATitle_CanBeRead(string title, string slug) => Assert.Equal(slug, Slugs.Of(title));

    [Fact]
    public void Of_SignsAlone_StillTellsThemApart() => Assert.NotEqual(Slugs.Of("!!!"), Slugs.Of("…?"));
}
