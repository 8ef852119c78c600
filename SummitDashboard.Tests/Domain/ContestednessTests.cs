using CsCheck;
using SummitDashboard.Data.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

public sealed class ContestednessTests
{
    [Fact]
    public void Diversity_AllPairsCounted_IsTheShareThatDiffers() => Gen.Int[0, 3].Array[0, 12].Sample(values =>
    {
        var pairs = values.SelectMany((a, i) => values.Skip(i + 1).Select(b => a != b)).ToList();
        Assert.Equal(pairs.Count == 0 ? 0 : pairs.Count(differ => differ) / (double)pairs.Count, Contestedness.Diversity(values), 12);
    });

    [Fact]
    public void Diversity_OrderOfValues_DoesNotMatter() => Gen.Int[0, 5].Array[0, 20].Sample(values =>
        Assert.Equal(Contestedness.Diversity(values), Contestedness.Diversity(values.Reverse()), 12));

    [Fact]
    public void Of_SameStanceAndOneSlotLeftEmptyByOne_CountsTheEmptySlot()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("stance: attributes", "stance: anticipates")
            .Replace("what: { value: paper, text: the paper }", "what: { value: paper, text: the paper }\n      when: { value: monday, text: Monday }"));
        var casebook = CaseFolderReader.Read(seeds).ToCasebook(1);
        var contested = casebook.Contested[casebook.Claims[0].Id];
        Assert.Equal(0, contested.Stances);
        Assert.Equal(0.5, contested.Aspects); // “what” agrees, “when” is given by one of two
        Assert.Equal(0.25, contested.Score);
    }

    [Fact]
    public void Of_EveryShippedClaim_LiesBetweenZeroAndOne() =>
        Assert.All(Repo.Casebook.Contested.Values, c => Assert.InRange(c.Score, 0, 1));
}
