using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// 200 open pages while an editor saves: what few of them show, and then what all do. Pages, server and editor are one process, so that
/// memory is that of both ends.
/// </summary>
public sealed class NoticeBenchmarks
{
    private const int Showing = 10;
    private const int Others = 190;
    private const int Saves = 100;

    [Fact(Explicit = true)]
    public async Task OpenPages_WhileAnEditorSaves()
    {
        using var app = new SyntheticCasebook(20, 1_000, 4_000, 200).Serve();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var store = app.Services.GetRequiredService<CasebookStore>();
        var claim = store.Current.Claims.First(c => c.Framings.Count > 0);
        var told = claim.Framings[0].Source;
        var other = store.Current.Sources.First(s => claim.Of(s.Id) is null);
        var (few, many) = (new List<RawCircuit>(), new List<RawCircuit>());
        try
        {
            await Open(app, Urls.Claim(claim), 1, few); // what every page shares is made before anything is weighed
            await Open(app, Urls.Source(other), 1, many);
            var empty = GC.GetTotalMemory(forceFullCollection: true);
            await Open(app, Urls.Claim(claim), Showing - 1, few);
            await Open(app, Urls.Source(other), Others - 1, many);
            var open = GC.GetTotalMemory(forceFullCollection: true);
            Console.WriteLine($"{(open - empty) / 1024.0 / (Showing + Others - 2):0} KiB a page, both ends");

            var table = new Table(
                $"{Showing + Others} open pages, {Saves} saves",
                "saved",
                $"batches sent to the {Showing} that show it",
                $"to the other {Others}",
                "a save until those that show it are drawn: median, ms",
                "p95, ms",
                "allocated a save, KiB",
                "held after, MiB"
            );
            await Round("a framing", few, n =>
                store.Current.Claims[claim.Id].Of(told) is { } cell
                    ? new PutFraming(claim.Id, told, cell, cell with { Gloss = $"Reading {n}." })
                    : null!
            );
            await Round("the casebook’s title", [.. few, .. many], n => new PutItem(
                store.Current.Head,
                store.Current.Head with
                {
                    Title = $"Title {n}",
                }
            ));
            table.Print();

            async Task Round(string name, List<RawCircuit> drawn, Func<int, Edit> edit)
            {
                var (ofFew, ofMany) = (few.Sum(c => c.Batches), many.Sum(c => c.Batches));
                var allocated = GC.GetTotalAllocatedBytes();
                var times = new List<double>();
                for (var n = 0; n < Saves; n++)
                {
                    var next = drawn.Select(c => c.Batches + 1).ToList();
                    var clock = Stopwatch.GetTimestamp();
                    Assert.IsType<Outcome.Committed>(await store.Write(edit(n), ada));
                    await Task.WhenAll(drawn.Zip(next, (c, times) => c.Drawn(times, TestContext.Current.CancellationToken)));
                    times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
                }
                table.Row(
                    name,
                    few.Sum(c => c.Batches) - ofFew,
                    many.Sum(c => c.Batches) - ofMany,
                    Table.Median(times),
                    Table.Percentile(times, .95),
                    (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / Saves,
                    GC.GetTotalMemory(forceFullCollection: true) / 1048576.0
                );
            }
        }
        finally
        {
            foreach (var circuit in few.Concat(many))
                await circuit.DisposeAsync();
        }
    }

    // From several addresses, since one has a share of the circuits.
    private static async Task Open(TestApp app, string path, int count, List<RawCircuit> to)
    {
        for (var n = 0; n < count; n++)
        {
            var address = $"127.0.5.{to.Count % 10 + 1}";
            using var http = new HttpClient(Loopback.From(address));
            var page = await RawCircuit.Read(http, $"{app.Address}/{path}", TestContext.Current.CancellationToken);
            var connections = new HttpMessageInvoker(Loopback.From(address));
            to.Add(await RawCircuit.Open(page, connections, null, TestContext.Current.CancellationToken));
            await to[^1].Live;
        }
    }
}
