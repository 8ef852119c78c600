using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>For which claim words are likely picked, by what is coded already.</summary>
public sealed class LikelyClaimsTests
{
    // What is quoted in the shipped casebook, as if the cell were still empty: the paragraph is not needed to tell its claim.
    [Fact]
    public void Claims_OfWordsThatWereQuotedForOne_HaveItAmongTheFirst()
    {
        var casebook = Repo.Casebook;
        List<int> places =
        [
            .. from claim in casebook.Claims
            from framing in claim.Framings
            from quotation in framing.Quotations
            let source = casebook.Sources[framing.Source]
            let likely = LikelyClaims.Of(casebook, source, quotation.Exact, new(0, quotation.Exact.Length))
            select likely.Index().Where(l => l.Item.Id == claim.Id).Select(l => l.Index + 1).FirstOrDefault(int.MaxValue),
        ];
        Assert.NotEmpty(places);
        double Among(int first) => 100.0 * places.Count(p => p <= first) / places.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{places.Count}: {Among(1):0} % first, {Among(3):0} % of 3, {Among(5):0} % of 5");
        Assert.True(Among(1) >= 45, $"{Among(1):0} % first");
        Assert.True(Among(LikelyClaims.Most) >= 65, $"{Among(LikelyClaims.Most):0} % shown");
    }

    [Fact]
    public void Claims_OfWordsThatNoneShares_AreNotGuessed() =>
        Assert.Empty(LikelyClaims.Of(Repo.Casebook, Repo.Casebook.Sources[0], "zzyzx qwrt", new(0, 10)));
}
