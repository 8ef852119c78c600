using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

/// <summary>One hour is of one day wherever it stands.</summary>
public sealed class ServerTimeTests
{
    [Theory]
    [InlineData(21, 30, "28 November 2026")]
    [InlineData(22, 0, "29 November 2026")]
    [InlineData(23, 59, "29 November 2026")]
    public void Day_AroundTheServersMidnight_IsTheServersForNowAndForWhatIsStored(int hour, int minute, string day)
    {
        var utc = new DateTime(2026, 11, 28, hour, minute, 0, DateTimeKind.Utc);
        var clock = new SetClock(utc);
        Assert.Equal(day, clock.Day(utc));
        Assert.Equal(day, clock.Today().ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith(day + ", ", clock.Moment(utc), StringComparison.Ordinal);
        Assert.EndsWith("UTC+2", clock.Moment(utc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AnHourBeforeMidnightInUtc_SayTheServersDayEverywhere()
    {
        using var app = new ClockedApp();
        app.Started();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var claim = app.Casebook.Claims[0];
        Assert.IsType<Outcome.Committed>(
            await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(claim, claim with { Note = "Read at night." }), ada)
        );
        using var http = InCasebook.Client(app.Address);
        foreach (var page in new[] { "claims/" + claim.Slug, "history", $"claims/{claim.Slug}/export.md" })
        {
            var text = await http.GetStringAsync(page, TestContext.Current.CancellationToken);
            Assert.Contains("2 May 2031", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1 May 2031", text, StringComparison.Ordinal);
        }
    }

    private sealed class ClockedApp : TestApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
                services.AddSingleton<TimeProvider>(new SetClock(new(2031, 5, 1, 23, 0, 0, TimeSpan.Zero)))
            );
        }
    }
}
