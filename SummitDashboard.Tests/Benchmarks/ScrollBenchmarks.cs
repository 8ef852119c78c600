using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// Scrolling the matrix of 200 sources and 200 claims in Chromium, sideways and down, beside the shipped casebook’s: how long the frames
/// take while it moves. Run with <c>-explicit only</c> on a Release build.
/// </summary>
public sealed class ScrollBenchmarks(Browser browser)
{
    // Every frame moves the region, and where it does not scroll by itself the page, by a few pixels, there and back.
    private const string Scroll = """
        async () => {
          const region = document.querySelector('main .mx, main .scroll') ?? document.scrollingElement, page = document.scrollingElement;
          const frames = [];
          let last = await new Promise(requestAnimationFrame), way = 1;
          for (let n = 0; n < 240; n++) {
            if (n % 60 === 0) way = -way;
            region.scrollBy(way * -24, 0);
            page.scrollBy(0, way * -16);
            const now = await new Promise(requestAnimationFrame);
            frames.push(now - last);
            last = now;
          }
          return frames;
        }
        """;

    [Fact(Explicit = true)]
    public async Task Matrix_TwoHundredSources_ScrollsWithoutALongFrame()
    {
        var table = new Table("Scrolling the matrix, frames", "casebook", "median, ms", "p99, ms", "longest, ms (goal 50)", "over 50 ms");
        using var shipped = TestApp.With();
        using var many = new SyntheticCasebook(200, 200, 40_000, 400).Serve();
        foreach (var (name, app) in new[] { ("shipped", shipped), ("200 × 200", many) })
        {
            var (page, _) = await browser.Page(
                new()
                {
                    ViewportSize = new() { Width = 1440, Height = 900 },
                }
            );
            await page.OpenLive(app.Address + Urls.With(Urls.Claims, ("view", "matrix")));
            await page.EvaluateAsync<double[]>(Scroll); // what is drawn for the first time is not a frame of scrolling
            var frames = await page.EvaluateAsync<double[]>(Scroll);
            table.Row(name, Table.Median(frames), Table.Percentile(frames, .99), frames.Max(), frames.Count(f => f > 50));
            await page.Context.CloseAsync();
        }
        table.Print();
    }
}
