using SummitDashboard.Domain;
using SummitDashboard.Features.Claims;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class ClaimsQueryTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    [Fact]
    public void ToUrl_Defaults_IsTheBarePath() => Assert.Equal("claims", ClaimsQuery.Read(Casebook, new(), []).ToUrl(Urls.Claims));

    [Fact]
    public void ToUrl_EveryChoice_ReadsBackTheSame()
    {
        var sigla = string.Join(',', Casebook.Sources.Take(2).Select(s => s.Siglum));
        var address = new ClaimsAddress(
            [sigla],
            "story",
            "matrix",
            Casebook.Head.Themes[0].Key,
            "hedges",
            "2024-06-18",
            "on",
            "off",
            "off",
            "3"
        );
        List<string> notices = [];
        var url = ClaimsQuery.Read(Casebook, address, notices).ToUrl(Urls.Claims);
        Assert.Empty(notices);
        Assert.Contains("sources=" + sigla, url);
        var back = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url[url.IndexOf('?')..]);
        var again = new ClaimsAddress(
            [back["sources"]!],
            back["sort"],
            back["view"],
            back["theme"],
            back["stance"],
            back["asOf"],
            back["diff"],
            back["loaded"],
            back["hedges"],
            back["page"]
        );
        Assert.Equal(url, ClaimsQuery.Read(Casebook, again, notices).ToUrl(Urls.Claims));
        Assert.Empty(notices);
    }

    [Fact]
    public void Read_SourcesGivenTwice_AreBothShown()
    {
        var (first, last) = (Casebook.Sources[0], Casebook.Sources[^1]);
        Assert.Equal([first, last], ClaimsQuery.Read(Casebook, new([last.Siglum, first.Siglum]), []).Shown.Sources);
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
        var query = ClaimsQuery.Read(Casebook, new([value], value, value, value, value, value, value, value, value, value), notices);
        Assert.Equal("claims", query.ToUrl(Urls.Claims));
        Assert.True(notices.Count >= 9);
        Assert.All(notices.Skip(1), n => Assert.InRange(n.Length, 1, 300));
    }

    [Fact]
    public void ToUrl_ClaimFromTheMatrix_OpensItSideBySide() =>
        Assert.Equal(
            Urls.Claim(Casebook.Claims[0]),
            ClaimsQuery.Read(Casebook, new(View: "matrix", Page: "1"), []).ToUrl(Casebook.Claims[0])
        );
}
