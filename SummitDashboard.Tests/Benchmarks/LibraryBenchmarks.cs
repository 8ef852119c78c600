using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// What many casebooks on the disk cost a server: the shipped casebook alone, and beside 500 copies of it. Start, the first page of a
/// casebook that nobody was in, and the memory after a walk through all.
/// </summary>
public sealed class LibraryBenchmarks
{
    private const int Many = 500;
    private const int Times = 5;
    private const int InUse = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Server_WithManyCasebooks_CostsWhatThoseInUseCost()
    {
        using var folder = new TempFolder();
        var (one, many) = (folder.Sub("one"), folder.Sub("many"));
        using (TestApp.At(one)) { }
        using (var app = TestApp.At(many))
            for (var n = 0; n < Many; n++)
                Assert.IsType<CasebookBegun>(
                    await app.OfServer.GetRequiredService<NewCasebooks>().Duplicate(People.Shell, CasebookRow.First, withCoding: true)
                );

        var table = new Table("Library: 1 and 500 casebooks", "What", "1 casebook", "500 casebooks", "Ratio");
        var (alone, beside) = (new List<double>(), new List<double>());
        for (var n = 0; n <= Times; n++)
        {
            var (a, b) = (Start(one), Start(many));
            if (n == 0)
                continue; // warms the machine up
            alone.Add(a);
            beside.Add(b);
        }
        table.Row("start, ms", Table.Median(alone), Table.Median(beside), Table.Median(beside) / Table.Median(alone));

        using (var app = TestApp.At(many))
        {
            var slugs = app.OfServer.GetRequiredService<CasebookLibrary>().All.Select(c => c.Slug).Where(s => s.Contains("copy")).ToList();
            using var http = new HttpClient { BaseAddress = new(app.Site) };
            await Ask(http, slugs[0]);
            var (cold, warm) = (new List<double>(), new List<double>());
            foreach (var slug in slugs.Skip(1).Take(30))
            {
                cold.Add(await Ask(http, slug));
                await Ask(http, slug);
                warm.Add(await Ask(http, slug));
            }
            table.Row(
                "page of an open one, then of a cold one, ms",
                Table.Median(warm),
                Table.Median(cold),
                Table.Median(cold) / Table.Median(warm)
            );
            table.Row("the same, p95", Table.Percentile(warm, 0.95), Table.Percentile(cold, 0.95), "");
        }
        using (var app = TestApp.At(many))
        {
            var open = app.OfServer.GetRequiredService<OpenCasebooks>();
            var slugs = app.OfServer.GetRequiredService<CasebookLibrary>().All.Select(c => c.Slug).Where(s => s.Contains("copy")).ToList();
            using var http = new HttpClient { BaseAddress = new(app.Site) };
            var first = Memory();
            foreach (var slug in slugs.Take(InUse))
                await Ask(http, slug);
            await open.LetGo();
            var few = Memory();
            foreach (var slug in slugs)
                await Ask(http, slug);
            await open.LetGo();
            var all = Memory();
            table.Row($"heap after a walk through {InUse}, then all, MB", few, all, all / few);
            table.Row("heap before, MB", first, "", "");
            table.Row("open afterwards", open.Count, "", "");
        }
        table.Print();
    }

    private static double Start(string data)
    {
        var clock = Stopwatch.StartNew();
        using var app = TestApp.At(data);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> Ask(HttpClient http, string slug)
    {
        var clock = Stopwatch.StartNew();
        await http.GetByteArrayAsync(Urls.Casebook(slug) + Urls.Claims, Stop);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Memory()
    {
        for (var n = 0; n < 3; n++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
    }
}
