using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>Two servers on one host: a browser keeps its cookies by host, whatever the port.</summary>
public sealed class TwoServersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_AtTwoServersOfOneHost_HoldsAtBothUntilOneIsLeft()
    {
        using var first = TestApp.With();
        using var second = TestApp.With();
        foreach (var app in new[] { first, second })
            await app.Person("Ada", AccountRole.Owner);
        using var at = new LiveTalk(first);
        using var there = new LiveTalk(second, at.Cookies);
        await at.SignedIn("Ada");
        await there.SignedIn("Ada");
        var code = await at.GoLive(first.Casebook.Talks[0].Slug); // a form of the first, after the second has set its own token
        Assert.Contains(code, await at.Client.GetStringAsync(Urls.Talks, Stop));
        Assert.Contains("Ada, owner", await at.Client.GetStringAsync(Urls.Claims, Stop));
        await there.SignOut();
        Assert.DoesNotContain("Ada, owner", await there.Client.GetStringAsync(Urls.Claims, Stop));
        Assert.Contains("Ada, owner", await at.Client.GetStringAsync(Urls.Claims, Stop));
    }

    [Fact]
    public void Name_OfTheSameFolder_StaysAndOfAnotherDiffers()
    {
        using var folder = new TempFolder();
        string Name(string data) => new ServerId(new(folder.Sub(data))).Cookie("summit");
        Assert.Equal(Name("one"), Name("one"));
        Assert.NotEqual(Name("one"), Name("two"));
        folder.Write("one/keys/name", "; path=/\r\n");
        Assert.Matches("^summit-[0-9a-f]{8}$", Name("one")); // what no cookie can be named is made anew
    }
}
