using System.Diagnostics;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// Server time for each page's first HTML, beside the app's own emptiest page in the same run: requests one after another over loopback,
/// the pages and the casebooks in turn, medians of <see cref="Rounds"/> after as many rounds thrown away. Run with <c>-explicit only</c> on
/// a Release build.
/// </summary>
public sealed class PageBenchmarks
{
    private const int Rounds = 200;

    // The app’s frame with a few words, and like every page one that goes live: a form of a kind that does not exist.
    private const string Empty = "new/nothing";

    [Fact(Explicit = true)]
    public async Task FirstHtml_EveryPage_BesideTheEmptyPage()
    {
        using var shipped = TestApp.With();
        using var large = new SyntheticCasebook(1_000, 2_000, 100_000, 10_000).Serve();
        var measured = await Measure(Pages, shipped, large);
        var (small, big) = (measured[0], measured[1]);

        var table = new Table(
            "First HTML of each page, as a ratio to the empty page",
            "page",
            "shipped, ms",
            "ratio (goal 2)",
            "KB",
            "1,000 sources, 2,000 claims, 10,000 events, ms",
            "ratio (goal 3)",
            "KB"
        );
        foreach (var name in small.Keys)
            table.Row(
                name,
                small[name].Ms,
                small[name].Ms / small["empty"].Ms,
                small[name].Bytes / 1024,
                big[name].Ms,
                big[name].Ms / big["empty"].Ms,
                big[name].Bytes / 1024
            );
        table.Print();
        Assert.All(small.Values.Concat(big.Values), m => Assert.True(m.Bytes > 1000));
    }

    [Fact(Explicit = true)]
    public async Task Timeline_ManyEvents_BesideTheShippedCasebook()
    {
        var table = new Table(
            "Timeline: first HTML and zoom step, as a ratio to the shipped casebook’s",
            "casebook",
            "view",
            "ms",
            "ratio (goal 1.5)",
            "marks (goal 400)",
            "KB"
        );
        using var shipped = TestApp.With();
        using var tenThousand = new SyntheticCasebook(20, 40, 400, 10_000).Serve();
        using var hundredThousand = new SyntheticCasebook(20, 40, 400, 100_000).Serve();
        var measured = await Measure(Views, shipped, tenThousand, hundredThousand);
        foreach (var (name, of) in new[] { "shipped", "10,000 events", "100,000 events" }.Zip(measured))
        foreach (var (view, m) in of)
            table.Row(name, view, m.Ms, m.Ms / measured[0][view].Ms, m.Marks, m.Bytes / 1024);
        table.Print();
    }

    [Fact(Explicit = true)]
    public async Task FirstHtml_TwoHundredSources_BesideTheShippedCasebook()
    {
        using var shipped = TestApp.With();
        using var many = new SyntheticCasebook(200, 200, 40_000, 400).Serve();
        var measured = await Measure(Compared, shipped, many);
        var table = new Table(
            "First HTML with 200 sources and 200 claims, as a ratio to the shipped casebook’s",
            "page",
            "shipped, ms",
            "200 × 200, ms",
            "ratio (goal 3)",
            "elements (goal 1,500)",
            "KB"
        );
        foreach (var (name, small) in measured[0])
            table.Row(
                name,
                small.Ms,
                measured[1][name].Ms,
                measured[1][name].Ms / small.Ms,
                measured[1][name].Elements,
                measured[1][name].Bytes / 1024
            );
        table.Print();
    }

    private static Dictionary<string, string> Compared(Casebook c) =>
        new()
        {
            ["overview"] = Urls.Overview,
            ["matrix"] = Urls.With(Urls.Claims, ("view", "matrix")),
            ["claim, side by side"] = Urls.Claim(c.Claims[c.Claims.Count / 2]),
            ["claims"] = Urls.Claims,
            ["timeline"] = Urls.Timeline,
            ["timeline, event"] = Urls.Event(c.Events[c.Events.Count / 2]),
            ["actor"] = Urls.Actor(c.Actors[0]),
            ["sources"] = Urls.Sources,
        };

    private static Dictionary<string, string> Pages(Casebook c) =>
        new()
        {
            ["empty"] = Empty,
            ["overview"] = Urls.Overview,
            ["timeline"] = Urls.Timeline,
            ["timeline, event"] = Urls.Event(c.Events[c.Events.Count / 2]),
            ["timeline, list"] = Urls.With(Urls.Timeline, ("view", "list")),
            ["claims"] = Urls.Claims,
            ["matrix"] = Urls.With(Urls.Claims, ("view", "matrix")),
            ["claim"] = Urls.Claim(c.Claims[c.Claims.Count / 2]),
            ["claim, only differences"] = Urls.With(Urls.Claim(c.Claims[0]), ("diff", "on")),
            ["actors"] = Urls.Actors,
            ["actor"] = Urls.Actor(c.Actors[0]),
            ["sources"] = Urls.Sources,
            ["source"] = Urls.Source(c.Sources[0]),
            ["reader"] = Urls.Reader(c.Sources[0]),
            ["help"] = Urls.Help,
        };

    private static Dictionary<string, string> Views(Casebook c) =>
        new()
        {
            ["all"] = Urls.Timeline,
            ["zoomed"] = Urls.With(Urls.Timeline, ("from", "1950"), ("to", "2024-06-18")),
            ["one source"] = Urls.With(Urls.Timeline, ("sources", c.Sources[0].Siglum)),
            ["one actor"] = Urls.With(Urls.Timeline, ("actor", c.Actors[0].Slug)),
            ["one theme, one phase"] = Urls.With(Urls.Timeline, ("theme", c.Head.Themes[0].Key), ("phase", "background")),
            ["list"] = Urls.With(Urls.Timeline, ("view", "list")),
        };

    private sealed record Measurement(double Ms, int Bytes, int Marks, int Elements);

    // A page is read into one buffer: made into a string it would fill the server's heap, which is this process's too, with large objects.
    private static async Task<Dictionary<string, Measurement>[]> Measure(
        Func<Casebook, Dictionary<string, string>> pagesOf,
        params TestApp[] apps
    )
    {
        // One each: the apps stand on one host, and would sign each other's cookies off.
        var clients = apps.Select(_ => new HttpClient()).ToArray();
        var pages = apps.SelectMany(
                (app, i) => pagesOf(app.Casebook).Select(p => (App: i, Name: p.Key, Url: app.Address + p.Value, Times: new List<double>()))
            )
            .OrderBy(p => p.Name)
            .ToList();
        var bodies = new Dictionary<string, string>();
        foreach (var page in pages)
            bodies[page.Url] = await (await clients[page.App].GetAsync(page.Url)).Content.ReadAsStringAsync();
        var buffer = new byte[1 << 16];
        for (var round = -Rounds; round < Rounds; round++)
            foreach (var page in pages)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await clients[page.App].GetAsync(page.Url, HttpCompletionOption.ResponseHeadersRead);
                await using var body = await response.Content.ReadAsStreamAsync();
                while (await body.ReadAsync(buffer) > 0) { }
                if (round >= 0)
                    page.Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        foreach (var http in clients)
            http.Dispose();
        return
        [
            .. apps.Select(
                (app, i) =>
                    pagesOf(app.Casebook)
                        .Keys.ToDictionary(
                            name => name,
                            name =>
                            {
                                var page = pages.Single(p => p.App == i && p.Name == name);
                                return new Measurement(
                                    Table.Median(page.Times),
                                    bodies[page.Url].Length,
                                    Count(bodies[page.Url], "data-mark"),
                                    Regex.Count(bodies[page.Url], "<[a-z]")
                                );
                            }
                        )
            ),
        ];
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
