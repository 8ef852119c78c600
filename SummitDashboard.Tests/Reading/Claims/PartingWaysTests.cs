using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class PartingWaysTests
{
    [Fact]
    public void Of_ShippedCasebook_NamesOneClaimPerThemeMostContestedFirst()
    {
        var casebook = Repo.Casebook;
        var found = PartingWays.Of(casebook, ShownSources.Default(casebook));
        Assert.NotEmpty(found);
        Assert.Equal(found.Count, found.Select(p => p.Claim.Theme).Distinct().Count());
        Assert.Equal(found.Select(p => p.Contested.Score).OrderDescending(), found.Select(p => p.Contested.Score));
        Assert.All(found, p => Assert.True(p.Words.Count + p.Empty >= 3 && p.Answers >= 2));
    }

    [Fact]
    public void Of_EachSourceHiddenInTurn_ScoresAndChoosesAmongTheOthersOnly()
    {
        var casebook = Repo.Casebook;
        foreach (var hidden in casebook.Sources)
        {
            var shown = casebook.Sources.Where(s => s != hidden).ToList();
            var among = ShownSources.Read(casebook, string.Join(',', shown.Select(s => s.Siglum)), []);
            var scores = casebook.Claims.ToDictionary(c => c.Id, c => Contestedness.Among(c, shown.Select(s => Cell.Of(casebook, c, s))));
            var found = PartingWays.Of(casebook, among);
            Assert.All(found, p => Assert.Equal(scores[p.Claim.Id], p.Contested));
            // No claim that follows the rule and is of a theme not named is more contested than the last one named.
            var themes = found.Select(p => p.Claim.Theme).ToHashSet();
            Assert.All(
                casebook.Claims.Where(c =>
                    !themes.Contains(c.Theme) && scores[c.Id].Tellings >= 3 && PartingWays.Of(casebook, c, among) is not null
                ),
                c => Assert.True(scores[c.Id].Score <= found[^1].Contested.Score)
            );
        }
    }

    [Fact]
    public void Of_ShippedCasebook_QuotesOnlyWhatAQuotationHolds()
    {
        var casebook = Repo.Casebook;
        foreach (var claim in casebook.Claims)
        foreach (var words in (PartingWays.Of(casebook, claim, ShownSources.Default(casebook))?.Words ?? []).Where(w => w.IsQuoted))
            Assert.Contains(claim.Of(words.Source.Id)!.Quotations, q => q.Exact.Contains(words.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_OneSource_FindsNone() =>
        Assert.Empty(PartingWays.Of(Repo.Casebook, ShownSources.Read(Repo.Casebook, Repo.Casebook.Sources[0].Siglum, [])));

    [Fact]
    public void Of_SameAnswers_FindsNone()
    {
        var casebook = Small(SmallCasebook.Claim);
        Assert.Null(PartingWays.Of(casebook, casebook.Claims[0], ShownSources.Default(casebook)));
    }

    [Fact]
    public void Of_TextInsideALongerWord_IsNotQuoted()
    {
        var casebook = Small(
            SmallCasebook
                .Claim.Replace("text: a short paper", "text: pap")
                .Replace("value: paper, text: the paper", "value: pact, text: the paper")
        );
        var parting = PartingWays.Of(casebook, casebook.Claims[0], ShownSources.Default(casebook))!;
        // “pap” shares its value’s word with the quotation.
        Assert.Equal(["expected to sign a short paper", "the paper"], parting.Words.Select(w => w.Text));
        Assert.All(parting.Words, w => Assert.True(w.IsQuoted));
    }

    [Fact]
    public void Of_NoQuotationSharesAWord_GivesOurTextUnquoted()
    {
        var casebook = Small(SmallCasebook.Claim.Replace("{ value: paper, text: a short paper }", "{ value: none, text: something else }"));
        var words = PartingWays.Of(casebook, casebook.Claims[0], ShownSources.Default(casebook))!.Words[0];
        Assert.Equal(("something else", false), (words.Text, words.IsQuoted));
    }

    private static Casebook Small(string claim)
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", claim);
        return CaseFolderReader.Read(seeds).ToCasebook(1);
    }
}
