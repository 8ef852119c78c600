using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

public sealed class TroublesTests
{
    [Fact]
    public void Say_SameThingAgain_KeepsOneTroubleAndItsFirstDay()
    {
        var clock = new SetClock(new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero));
        var troubles = new Troubles(clock, NullLogger<Troubles>.Instance);
        var told = 0;
        troubles.Changed += () => told++;
        troubles.Say("the nightly backup", "The disk is full.");
        troubles.Say("the nightly backup", "The disk is full.");
        var first = Assert.Single(troubles.Now);
        troubles.Say("the nightly backup", "The folder is gone.");
        Assert.Equal((first.Since, "The folder is gone."), (Assert.Single(troubles.Now).Since, troubles.Now[0].What));
        troubles.Clear("the nightly backup");
        troubles.Clear("the nightly backup");
        Assert.Empty(troubles.Now);
        Assert.Equal(3, told);
    }

    [Theory]
    [InlineData(AccountRole.Owner, true)]
    [InlineData(AccountRole.Editor, false)]
    public async Task Pages_SomethingWaits_TellsOwnersOnly(AccountRole role, bool told)
    {
        using var app = new TestApp().Started();
        app.Services.GetRequiredService<Troubles>().Say("the casebook folder", "events/<b>x</b>.md: line 3.");
        await app.Person("Ada", role);
        using var client = await app.SignedIn("Ada");
        Assert.Equal(
            told,
            (await client.GetStringAsync(Urls.Claims, TestContext.Current.CancellationToken)).Contains(
                "waits to be mended: the casebook folder",
                StringComparison.Ordinal
            )
        );
        var page = await client.GetStringAsync(Urls.Server, TestContext.Current.CancellationToken);
        Assert.Equal(told, page.Contains("events/&lt;b&gt;x", StringComparison.Ordinal));
    }
}
