using CsCheck;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Tests.Reading.Sources;

public class AnnotationsTests
{
    private static Layer Words(int start, int length, int owner = 0) => new(new(start, length), LayerKind.Words, owner);

    [Fact]
    public void Segment_WithoutLayers_IsTheWholeText()
    {
        var segment = Assert.Single(Annotations.Segment("one two", []));
        Assert.Equal("one two", segment.Text);
        Assert.Empty(segment.Owners);
    }

    [Fact]
    public void Segment_OfNothing_IsNothing() => Assert.Empty(Annotations.Segment("", [Words(0, 5)]));

    [Fact]
    public void Segment_Overlapping_CutsAtEveryBoundary()
    {
        var segments = Annotations.Segment("abcdef", [Words(0, 4, 1), Words(2, 4, 2)]);
        Assert.Equal(["ab", "cd", "ef"], segments.Select(s => s.Text));
        Assert.Equal<IEnumerable<int>>(
            [
                [1],
                [1, 2],
                [2],
            ],
            segments.Select(s => s.Owners)
        );
        Assert.Equal<IEnumerable<int>>(
            [
                [1],
                [2],
                [],
            ],
            segments.Select(s => s.Starts)
        );
    }

    [Fact]
    public void Segment_MarksInsideWords_KeepBoth()
    {
        var quotation = Coded.Words("may be grave", hedges: ["may"], loaded: ["grave"]);
        var segments = Annotations.Segment("It may be grave.", [.. Annotations.Layers(quotation, 3, 7)]);
        Assert.Equal(["It ", "may", " be ", "grave", "."], segments.Select(s => s.Text));
        Assert.Equal([false, true, false, false, false], segments.Select(s => s.IsHedge));
        Assert.Equal([false, false, false, true, false], segments.Select(s => s.IsLoaded));
        Assert.All(segments[1..4], s => Assert.Equal([7], s.Owners));
    }

    [Fact]
    public void Segment_BeyondTheBasicPlane_StandsWhereTheFragmentDoes()
    {
        const string text = "𝔸 visit 🚂🚂 by train";
        var article = ArticleText.From(text);
        var quotation = Coded.Words("🚂 by", hedges: ["🚂"]);
        var span = article.Find(quotation)!.Value;
        var segments = Annotations.Segment(text, [.. Annotations.Layers(quotation, span.Start, 0)]);
        Assert.Equal(["𝔸 visit 🚂", "🚂", " by", " train"], segments.Select(s => s.Text));
        Assert.True(segments[1].IsHedge);
    }

    [Fact]
    public void Segment_CuttingACharacterInTwo_TakesItWhole()
    {
        var segments = Annotations.Segment("a🚂b", [Words(2, 2)]);
        Assert.Equal(["a", "🚂b"], segments.Select(s => s.Text));
    }

    [Theory]
    [InlineData(-5, 3), InlineData(2, int.MaxValue), InlineData(int.MaxValue, int.MaxValue), InlineData(3, 0), InlineData(1, -4)]
    public void Segment_OutsideTheText_IsTrimmed(int start, int length) =>
        Assert.Equal("abcdef", string.Concat(Annotations.Segment("abcdef", [Words(start, length)]).Select(s => s.Text)));

    [Fact]
    public void Segment_AnyLayers_PiecesAreTheTextAndNoneIsEmpty() =>
        Gen.Select(
                Gen.Int[0, 4].Select(i => new[] { "a", "b ", "é", "🚂", "𝔸" }[i]).Array[0, 30].Select(string.Concat),
                Gen.Select(Gen.Int[-3, 60], Gen.Int[-3, 60], Gen.Int[0, 2], (s, l, k) => new Layer(new(s, l), (LayerKind)k, s)).Array[0, 12]
            )
            .Sample(
                (text, layers) =>
                {
                    var segments = Annotations.Segment(text, layers);
                    return string.Concat(segments.Select(s => s.Text)) == text
                        && segments.TrueForAll(s =>
                            s.Text.Length > 0 && !char.IsLowSurrogate(s.Text[0]) && !char.IsHighSurrogate(s.Text[^1])
                        );
                }
            );

    [Fact]
    public void Fragments_OneInsideAnother_IsShownOnceWithBothMarks()
    {
        var fragments = Fragments.Of(
            Coded.On(
                Coded.Words("grave"),
                Coded.Words("may be grave", hedges: ["may"]),
                Coded.Words("elsewhere"),
                Coded.Words("grave", loaded: ["grave"])
            )
        );
        Assert.Equal(["may be grave", "elsewhere"], fragments.Select(f => f.Exact));
        var grave = fragments[0].Segments[^1];
        Assert.True(grave.IsLoaded);
        Assert.Equal([0, 1, 3], grave.Owners);
    }

    [Fact]
    public void Fragments_OfAParagraphThatIsCodedAnew_AreThoseOfNow()
    {
        var (kept, gone, come) = (Coded.Words("grave"), Coded.Words("may be grave"), Coded.Words("grave enough"));
        Assert.Equal(["may be grave"], Fragments.Gather(Coded.On(kept, gone)).Select(f => f.Exact));
        Assert.Equal(["grave enough"], Fragments.Gather(Coded.On(kept, come)).Select(f => f.Exact));
        Assert.Equal(["grave"], Fragments.Gather(Coded.On(kept)).Select(f => f.Exact));
    }

    [Fact]
    public void Of_AClaimThatManySourcesTell_FindsEachAndWhatItTellsNow()
    {
        Framing Told(int n, Stance stance) => new() { Source = new($"s{n}"), Stance = stance };
        var claim = Coded.Claim("c") with { Framings = [.. Enumerable.Range(0, 40).Select(n => Told(n, Stance.Asserts))] };
        Assert.All(claim.Framings, f => Assert.Same(f, claim.Of(f.Source)));
        Assert.Null(claim.Of(new("s40")));
        var next = claim with { Framings = [Told(40, Stance.Hedges), .. claim.Framings.Skip(1)] };
        Assert.Null(next.Of(new("s0")));
        Assert.Equal(Stance.Hedges, next.Of(new("s40"))?.Stance);
        Assert.NotNull(claim.Of(new("s0")));
    }

    [Fact]
    public void Speech_SameFragmentForTwoClaims_CountsOnce()
    {
        var words = Coded.Words("may be grave", hedges: ["may"], cites: new(null, "observers"));
        var speech = Speech.Of(
            Coded.Casebook(Coded.Claim("a", words), Coded.Claim("b", words with { }, Coded.Words("May end", 2, ["May"]))),
            Coded.Source
        );
        var use = Assert.Single(speech.Hedges);
        Assert.Equal(2, use.Count);
        Assert.Equal([1, 2], use.Paragraphs);
        Assert.Equal(["a", "b"], use.Claims.Select(c => c.Slug));
        Assert.Equal(("observers", 1), (speech.Cites[0].Name, speech.Cites[0].Count));
        Assert.Empty(speech.Loaded);
    }
}
