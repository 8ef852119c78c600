using CsCheck;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

public sealed class FoldingTests
{
    [Fact]
    public void Of_AFoldedText_IsTheSame() =>
        Gen.OneOf(Gen.String, Scripts.Texts, Scripts.Latin)
            .Sample(text => Assert.Equal(Folding.Of(text), Folding.Of(Folding.Of(text))), iter: 10_000);

    // What forces the other path: a letter that is not of the Latin alphabet.
    [Fact]
    public void Of_LatinText_IsWhatIcuSays() =>
        Scripts.Latin.Sample(text => Assert.Equal((Folding.Of(text) + " д").TrimStart(), Folding.Of(text + " д")), iter: 10_000);

    [Fact]
    public void Loosely_AnyText_KnowsWhereEachCharacterComesFrom() =>
        Gen.Select(Scripts.Texts, Gen.Bool)
            .Sample(
                (text, ignoreCase) =>
                {
                    var folded = Folding.Loosely(text, ignoreCase);
                    for (var start = 0; start < folded.Text.Length; start++)
                        if (folded.Back(new(start, folded.Text.Length - start)) is { } span)
                        {
                            Assert.True(Characters.IsWhole(text, span));
                            Assert.Equal(folded.Text[start..].Trim(' '), Folding.Loosely(span.In(text), ignoreCase).Text.Trim(' '));
                        }
                },
                iter: 2_000
            );
}
