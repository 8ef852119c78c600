using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>What many claims of a casebook seek tells none from the others.</summary>
public sealed class SharedWordsTests
{
    private static readonly Source Other = Coded.Source with { Id = new("o"), Slug = "o", Siglum = "Ox" };

    private static Claim Claim(string slug, string statement, params Framing[] framings) =>
        Coded.Claim(slug) with
        {
            Question = "Is it so?",
            Statement = statement,
            Aspects = [],
            Framings = framings,
            Event = null,
        };

    private static Framing Told(Source source, string words, string? gloss = null) =>
        new()
        {
            Source = source.Id,
            Stance = Stance.Asserts,
            Quotations = [Coded.Words(words)],
            Gloss = gloss,
        };

    private static Casebook Of(params IEnumerable<Claim> claims) => new(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], claims);

    // How much of its weight each clue of the first claim keeps.
    private static Dictionary<string, double> Kept(Casebook casebook, bool isCold = false)
    {
        var claim = casebook.Claims.First(c => c.Slug == "a");
        var clues = Clues.Of(casebook, claim, Coded.Source, isCold: isCold);
        var before = clues.ToDictionary(c => c.Key, c => c.Weight);
        return SharedWords.Weighed(casebook, claim, Coded.Source, clues, isCold).ToDictionary(c => c.Key, c => c.Weight / before[c.Key]);
    }

    [Fact]
    public void Weighed_AWordOfMostClaims_KeepsLessThanOneOfFewAndThatLessThanItsOwn()
    {
        var kept = Kept(
            Of(
                Claim("a", "The states seal a harbour pact."),
                Claim("b", "The states quarrel in the harbour."),
                Claim("c", "The states trade."),
                Claim("d", "A state fell.")
            )
        );
        Assert.Equal(1, kept["seal"], 6);
        Assert.Equal(1, kept["pact"], 6);
        Assert.InRange(kept["harbou"], kept["stat"] + 0.1, 0.9);
        Assert.InRange(kept["stat"], 0.01, 0.4);
    }

    [Fact]
    public void Weighed_AWordThatOthersSeekLess_KeepsMore()
    {
        double Harbour(Claim other) => Kept(Of(Claim("a", "The harbour."), other))["harbou"];
        var aside = Harbour(Claim("b", "A quarrel.", Told(Other, "went on", "Far from the harbour.")));
        Assert.InRange(aside, Harbour(Claim("b", "The harbour.")) + 0.05, 0.99);
        Assert.Equal(1, Harbour(Claim("b", "A quarrel.")), 6);
    }

    [Fact]
    public void Weighed_TheSourcesOwnTellingsOfOtherClaims_ChangeNothing()
    {
        var claim = Claim("a", "The harbour.");
        Assert.Equal(1, Kept(Of(claim, Claim("b", "A quarrel.", Told(Coded.Source, "in the harbour"))))["harbou"], 6);
        Assert.InRange(Kept(Of(claim, Claim("b", "A quarrel.", Told(Other, "in the harbour"))))["harbou"], 0, 0.9);
        Assert.Equal(1, Kept(Of(claim, Claim("b", "A quarrel.", Told(Other, "in the harbour"))), isCold: true)["harbou"], 6);
    }

    [Fact]
    public void Weighed_NumbersDaysAndASingleClaim_KeepTheirWeight()
    {
        var kept = Kept(Of(Claim("a", "300 came on Monday."), Claim("b", "300 left on Monday.")));
        Assert.Equal((1, 1), (kept["300"], kept.First(k => k.Key.StartsWith("monda", StringComparison.Ordinal)).Value));
        Assert.All(Kept(Of(Claim("a", "The states seal a pact."))).Values, k => Assert.Equal(1, k, 6));
    }

    [Fact]
    public void Weighed_AChangedClaim_IsReadAnew()
    {
        var (claim, other) = (Claim("a", "The harbour."), Claim("b", "A quarrel."));
        Assert.Equal(1, Kept(Of(claim, other))["harbou"], 6);
        Assert.InRange(Kept(Of(claim, other with { Statement = "A harbour." }))["harbou"], 0, 0.9);
    }

    [Fact]
    public void Weighed_OfAThousandClaims_AsksSomeOfThem()
    {
        var many = Enumerable.Range(0, 1_000).Select(n => Claim($"c{n}", "A harbour."));
        Assert.InRange(Kept(Of(many.Prepend(Claim("a", "The harbour pact."))))["harbou"], 0, 0.1);
    }

    [Fact]
    public void Passages_OfAClaim_AreLedByItsOwnWordsAndNotByThoseOfAllClaims()
    {
        var article =
            "The two states agree.\nTwo states wrote.\nA state visit ended.\nThey were abandoned by their friends.\n"
            + string.Join('\n', Enumerable.Repeat("It rained.", 20));
        Claim[] claims =
        [
            Claim("a", "The two states are lonely.", Told(Other, "abandoned by the world")),
            .. Enumerable.Range(0, 2).Select(n => Claim($"c{n}", "The two states agreed.")),
        ];
        IReadOnlyList<Passage> Of(IEnumerable<Claim> of) =>
            ProposedPassages.Of(SharedWordsTests.Of(of), claims[0], Coded.Source, ArticleText.From(article), []).Passages;
        var passages = Of(claims);
        Assert.Equal((4, false), (passages[0].Paragraph, passages[0].IsWeak));
        // A single word that tells no claim from others says so, though few paragraphs have it.
        Assert.True(passages.Single(p => p.Paragraph == 3).IsWeak);
        // Where no other claim says that it is common, it leads.
        var alone = Of(claims[..1]);
        Assert.NotEqual(4, alone[0].Paragraph);
    }
}
