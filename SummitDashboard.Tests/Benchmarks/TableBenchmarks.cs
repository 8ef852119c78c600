using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>The cross-tables of 200 sources and 200 claims: asked for again, and after an edit, which has them worked out anew.</summary>
public sealed class TableBenchmarks
{
    private const int Rounds = 20;
    private const int Warming = 30; // thrown away: until then not all is compiled for good

    private static readonly Dictionary<string, string> Tables = new()
    {
        ["who cites whom"] = Urls.CitationTable,
        ["hedges and loaded words"] = Urls.WordTable,
        ["silent here"] = Urls.SilenceTable,
        ["similarity"] = Urls.SimilarityTable,
        ["matrix"] = Urls.With(Urls.Claims, ("view", "matrix")),
    };

    [Fact(Explicit = true)]
    public async Task Tables_OfTwoHundredSources_AgainAndAfterAnEdit()
    {
        using var app = new SyntheticCasebook(200, 200, 40_000, 400, IsCiting: true).Serve();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var store = app.Services.GetRequiredService<CasebookStore>();
        using var client = new HttpClient();
        var first = new Dictionary<string, double>();
        foreach (var (name, url) in Tables)
            first[name] = await Time(url);
        var (again, edited) = (Tables.Keys.ToDictionary(t => t, _ => new List<double>()), new Dictionary<string, List<double>>());
        for (var round = -Warming; round < Rounds; round++)
            foreach (var (name, url) in Tables)
            {
                var claim = store.Current.Claims[round + Warming];
                var cell = claim.Framings[0];
                Assert.IsType<Outcome.Committed>(
                    await store.Write(new PutFraming(claim.Id, cell.Source, cell, cell with { Gloss = $"{name} {round}." }), ada)
                );
                if (!edited.TryGetValue(name, out var times))
                    edited[name] = times = [];
                var (after, next) = (await Time(url), await Time(url));
                if (round < 0)
                    continue;
                times.Add(after);
                again[name].Add(next);
            }
        var table = new Table(
            "Cross-tables of 200 sources and 200 claims with 40,000 tellings",
            "table",
            "at first, ms",
            "again: median, ms",
            "after an edit: median, ms",
            "p95, ms",
            "ratio to again"
        );
        foreach (var name in Tables.Keys)
            table.Row(
                name,
                first[name],
                Table.Median(again[name]),
                Table.Median(edited[name]),
                Table.Percentile(edited[name], .95),
                Table.Median(edited[name]) / Table.Median(again[name])
            );
        table.Print();

        async Task<double> Time(string url)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(app.Address + url);
            await response.Content.CopyToAsync(Stream.Null);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
