using CsCheck;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("e\u0301a", 2)]
    [InlineData("👩‍👩‍👧a", 2)]
    [InlineData("🇰🇷🇷🇺", 2)]
    [InlineData("\u1100\u1161\u11A8a", 2)]
    [InlineData("น้ำใจ", 3)]
    [InlineData("क्षि", 1)]
    public void In_AText_CountsWhatAReaderSees(string text, int count) => Assert.Equal(count, Characters.In(text).Count());

    [Fact]
    public void IsBoundary_AnywhereInAText_IsWhereACharacterBegins() =>
        Gen.OneOf(Gen.String, Scripts.Texts)
            .Sample(
                text =>
                {
                    var starts = Characters.In(text).Select(c => c.Start).Append(text.Length).ToHashSet();
                    for (var at = 0; at <= text.Length; at++)
                        Assert.Equal(starts.Contains(at), Characters.IsBoundary(text, at));
                },
                iter: 3_000
            );

    [Fact]
    public void Whole_OfAnyStretch_HoldsItAndCutsNothing() =>
        Gen.Select(Scripts.Texts, Gen.Int[0, 200], Gen.Int[0, 40])
            .Sample(
                (text, start, length) =>
                {
                    var whole = Characters.Whole(text, new(start, length));
                    Assert.True(Characters.IsWhole(text, whole));
                    Assert.True(whole.Start <= Math.Min(start, text.Length) && whole.End >= Math.Min(start + length, text.Length));
                },
                iter: 3_000
            );
}
