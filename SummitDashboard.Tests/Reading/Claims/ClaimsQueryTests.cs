using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class ClaimsQueryTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    [Fact]
    public void ToUrl_Defaults_IsTheBarePath() => Assert.Equal("claims", ClaimsQuery.Read(Casebook, Asked.For()).ToUrl(Urls.Claims));

    [Fact]
    public void ToUrl_EveryChoice_ReadsBackTheSame()
    {
        var sigla = string.Join(',', Casebook.Sources.Take(2).Select(s => s.Siglum));
        List<string> notices = [];
        var address = Asked.For(
            notices,
            ("sources", sigla),
            ("sort", "story"),
            ("view", "matrix"),
            ("theme", Casebook.Head.Themes[0].Key),
            ("stance", "hedges"),
            ("asOf", "2024-06-18"),
            ("diff", "on"),
            ("loaded", "off"),
            ("hedges", "off"),
            ("page", "3")
        );
        var url = ClaimsQuery.Read(Casebook, address).ToUrl(Urls.Claims);
        Assert.Empty(notices);
        Assert.Contains("sources=" + sigla, url);
        Assert.Equal(url, ClaimsQuery.Read(Casebook, new(url, notices)).ToUrl(Urls.Claims));
        Assert.Empty(notices);
    }

    [Fact]
    public void Read_SourcesGivenTwice_AreBothShown()
    {
        var (first, last) = (Casebook.Sources[0], Casebook.Sources[^1]);
        Assert.Equal(
            [first, last],
            ClaimsQuery.Read(Casebook, Asked.For(("sources", last.Siglum), ("sources", first.Siglum))).Shown.Sources
        );
    }

    public static TheoryData<string> Hostile() =>
        [
            "<script>alert(1)</script>",
            new string('x', 100_000),
            "\0\u202E",
            "-1",
            "999999999999999999999",
            "2024-02-30",
            "2024-",
            "on,off",
            "%00",
            "'; drop table",
            "1e9",
            "{{7*7}}",
        ];

    [Theory, MemberData(nameof(Hostile))]
    public void Read_HostileValues_FallBackAndSaySo(string value)
    {
        List<string> notices = [];
        string[] names = ["sources", "sort", "view", "theme", "stance", "asOf", "diff", "loaded", "hedges", "page"];
        var query = ClaimsQuery.Read(Casebook, Asked.For(notices, [.. names.Select(n => (n, (string?)value))]));
        Assert.Equal("claims", query.ToUrl(Urls.Claims));
        Assert.True(notices.Count >= 9);
        Assert.All(notices.Skip(1), n => Assert.InRange(n.Length, 1, 300));
    }

    [Fact]
    public void ToUrl_ClaimFromTheMatrix_OpensItSideBySide() =>
        Assert.Equal(
            Urls.Claim(Casebook.Claims[0]),
            ClaimsQuery.Read(Casebook, Asked.For(("view", "matrix"), ("page", "1"))).ToUrl(Casebook.Claims[0])
        );
}
