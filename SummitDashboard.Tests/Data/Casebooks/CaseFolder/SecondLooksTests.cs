using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.CaseFolder;

/// <summary>What <c>check</c> asks to be looked at once more, and how a note answers it.</summary>
public sealed class SecondLooksTests : IDisposable
{
    private const string Envoy = "actors/envoy.md";
    private const string Signing = "events/signing.md";
    private const string Signed = "claims/signed.md";

    private readonly TempFolder folder = new();
    private readonly string seeds;

    public SecondLooksTests() => seeds = SmallCasebook.Write(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void In_SmallCasebook_IsNothing() => Assert.Empty(Looks());

    [Fact]
    public void In_ShippedCasebook_IsNothing() =>
        Assert.Empty(
            SecondLooks.In(
                CaseFolderReader.Read(Repo.Seeds),
                Repo.Texts is { } texts ? TextLibrary.ReadFolder(texts) : new Dictionary<string, ArticleText>()
            )
        );

    [Theory]
    [InlineData("headline", "paraphrase", true)]
    [InlineData("caption", "paraphrase", true)]
    [InlineData("body", "paraphrase", false)]
    [InlineData("headline", "direct", false)] // in quotation marks, a headline can have a man's own words
    [InlineData("headline", "mentioned", false)]
    public void In_WordsThatOnlyAHeadlineOrCaptionPutsInAPersonsMouth_AreListed(string kind, string mode, bool isListed)
    {
        Change("sources/second.md", "n: 1, kind: body", $"n: 1, kind: {kind}");
        Change(Envoy, "mode: mentioned", "mode: " + mode);
        Assert.Equal(
            isListed,
            Looks().Any(l => l.File == Envoy && l.Line > 0 && l.Message.Contains($"a paraphrase in a {kind}", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("He stands in ¶ 2 without his name.", false)]
    [InlineData("He stands in ¶ 22 without his name.", true)]
    public void In_StatementInAParagraphThatDoesNotNameThePerson_IsListedUntilANoteSpeaksOfIt(string note, bool isListed)
    {
        Change(Envoy, "exact: The envoy signed, paragraph: 1", "exact: a rare sight, paragraph: 2");
        File.AppendAllText(Path.Combine(seeds, Envoy), "\n" + note + "\n");
        Assert.Equal(isListed, Looks().Any(l => l.File == Envoy && l.Message.Contains("does not name him", StringComparison.Ordinal)));
    }

    [Fact]
    public void In_StatementWithoutTheText_SaysNothingOfNames()
    {
        Change(Envoy, "exact: The envoy signed, paragraph: 1", "exact: a rare sight, paragraph: 2");
        Assert.Empty(SecondLooks.In(CaseFolderReader.Read(seeds), new Dictionary<string, ArticleText>()));
    }

    [Theory]
    [InlineData("{ exact: a rare sight, paragraph: 2, cites: envoy }", true)]
    [InlineData("{ exact: signed the paper, paragraph: 1, cites: envoy }", false)]
    [InlineData("{ exact: a rare sight, paragraph: 2, cites: unnamed aides }", false)]
    public void In_QuotationGivenToAPersonWhomItsParagraphDoesNotName_IsListed(string quotation, bool isListed)
    {
        Change(Signed, "{ exact: \"signed the paper, aides said\", paragraph: 1, cites: unnamed aides }", quotation);
        Assert.Equal(isListed, Looks().Any(l => l.File == Signed && l.Message.Contains("is given to The Envoy", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("aftermath", "", true)]
    [InlineData("before", "dateBasis: { basis: inferred, sources: [first] }\n", true)]
    [InlineData("aftermath", "dateBasis: { basis: inferred, sources: [first], note: Still to come. }\n", false)]
    [InlineData("background", "", false)]
    public void In_UndatedEventWithoutAGroundForItsPhase_IsListed(string phase, string basis, bool isListed)
    {
        Change(Signing, "date: \"2020-01-06\"\ndateBasis: { basis: inferred, sources: [first] }\n", "date: unknown\n" + basis);
        Change(Signing, "phase: visit", "phase: " + phase);
        Assert.Equal(
            isListed,
            Looks().Any(l => l.File == Signing && l.Message.Contains("why it stands in the phase", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("source: second, mode: reported", "source: second, mode: anticipated", "is said to anticipate it")]
    [InlineData("source: first, mode: anticipated", "source: first, mode: recalled", "is said to have it recalled")]
    public void In_MentionWhoseModeDoesNotFitWhenItsSourceWasWritten_IsListedUntilTheNoteNamesTheSource(
        string old,
        string slip,
        string expected
    )
    {
        Change(Signing, old, slip);
        Assert.Contains(expected, Assert.Single(Looks()).Message);
        File.AppendAllText(Path.Combine(seeds, Signing), "\nFi and Se tell it each in a tense of its own.\n");
        Assert.Empty(Looks());
    }

    [Theory]
    [InlineData("[2020-01-06,2020-01-07]", "2020-01-07", true)]
    [InlineData("2020-01-06", "2020-01-07", true)]
    [InlineData("2020-01-06", "2020-01-06", false)]
    [InlineData("2020-01-06", "2020-01", false)]
    public void In_MentionThatPrintsADayOfItsOwnWithinAWiderDate_IsListed(string date, string printed, bool isListed)
    {
        Change(Signing, "date: \"2020-01-06\"", $"date: \"{date}\"");
        Change(Signing, "exact: signed the paper, paragraph: 1", $"exact: signed the paper, paragraph: 1, date: \"{printed}\"");
        Assert.Equal(isListed, Looks().Any(l => l.File == Signing && l.Message.Contains("second dates it", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("stance: attributes", "stance: attributes\n    also: hedges", "no quotation has the second stance, hedges")]
    [InlineData("cites: unnamed aides }", "cites: unnamed aides, stance: asserts }", "no quotation has the telling’s stance, attributes")]
    public void In_StanceThatNoQuotationCarries_IsListed(string old, string slip, string expected)
    {
        Change(Signed, old, slip);
        Assert.Contains(expected, Assert.Single(Looks()).Message);
    }

    [Theory]
    [InlineData("en-GB", true)]
    [InlineData("de", false)]
    public void In_WeakeningWordThatIsNotAmongTheHedges_IsListedInEnglishOnly(string language, bool isListed)
    {
        Change("casebook.md", "title:", $"language: {language}\ntitle:");
        Change(
            Signed,
            "exact: expected to sign a short paper, paragraph: 2, hedges: [expected]",
            "exact: may sign a short paper, paragraph: 2"
        );
        Assert.Equal(isListed, Looks().Any(l => l.File == Signed && l.Message.Contains("“may”", StringComparison.Ordinal)));
    }

    private void Change(string file, string old, string slip)
    {
        var path = Path.Combine(seeds, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, slip, StringComparison.Ordinal));
    }

    private IReadOnlyList<Problem> Looks()
    {
        var contents = CaseFolderReader.Read(seeds);
        Assert.Empty(contents.Problems);
        return SecondLooks.In(contents, TextLibrary.ReadFolder(Path.Combine(folder.Path, "texts")));
    }
}
