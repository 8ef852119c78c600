using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// A thousand articles brought at once, the files of other programs in turn: what one takes from its arrival until it can be looked at,
/// beside its reader alone in the same run; and what an edit takes meanwhile, beside the same edit before.
/// </summary>
public sealed class ImportBenchmarks
{
    private const int Articles = 1_000;
    private const int Batch = 50;
    private const int Edits = 200;
    private const double MiB = 1024 * 1024;

    [Fact(Explicit = true)]
    public async Task Articles_AThousand_BesideTheirReadersAlone()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        await using var app = new TestApp(
            new() { ["Casebook:Folder"] = SmallCasebook.Write(folder), ["Casebook:Texts"] = folder.Sub("texts") }
        ).Started();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var (imports, store) = (app.Services.GetRequiredService<Imports>(), app.Services.GetRequiredService<CasebookStore>());
        var files = OtherProgramsFiles();
        List<Arrived> all = [.. Enumerable.Range(0, Articles).Select(n => files[n % files.Count])];

        double Readers()
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var file in all)
                ArticleFile.Read(file.Name, file.Bytes, false, stop);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds / Articles;
        }

        async Task<double> Edit(int n)
        {
            var claim = app.Casebook.Claims[0];
            var start = Stopwatch.GetTimestamp();
            Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(claim, claim with { Note = $"Note {n}." }), ada));
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        async Task<bool> Waits() => (await imports.List()).Exists(e => e.State is ImportState.Waiting or ImportState.Reading);

        Readers(); // thrown away
        var before = Readers();
        List<double> calm = [],
            busy = [],
            memory = [];
        // Both ways are compiled for good before they are measured.
        Assert.IsType<FilesCame>(await imports.Add(all[..(2 * Batch)], ada));
        for (var n = 0; n < 10 * Edits || await Waits(); n++)
            await Edit(n);
        Assert.IsType<Outcome.Done>(await imports.TakeOut([.. (await imports.List()).Select(e => e.Id)], ada));
        for (var n = 0; n < Edits; n++)
        {
            calm.Add(await Edit(n));
            await Task.Delay(20, stop);
        }
        GC.Collect();
        var (atFirst, began) = (Environment.WorkingSet / MiB, Stopwatch.GetTimestamp());
        foreach (var batch in all.Chunk(Batch))
            Assert.IsType<FilesCame>(await imports.Add(batch, ada));
        var arrived = Stopwatch.GetElapsedTime(began).TotalSeconds;
        for (var n = Edits; await Waits(); n++)
        {
            busy.Add(await Edit(n));
            memory.Add(Environment.WorkingSet / MiB);
            await Task.Delay(20, stop);
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Assert.Equal(Articles, (await imports.List()).Count(e => e.State == ImportState.Read));
        var after = Readers();

        var table = new Table("A thousand articles from files", "measure", "value");
        table.Row("all arrived after, s", arrived);
        table.Row("all read after, s", seconds);
        table.Row("an article, ms", seconds * 1000 / Articles);
        table.Row("its reader alone, before and after, ms", $"{before:0.00}, {after:0.00}");
        table.Row("ratio", seconds * 1000 / Articles / ((before + after) / 2));
        table.Row("memory at first, MiB", atFirst);
        table.Row("in the first, middle and last third, at most, MiB", string.Join(", ", Thirds(memory).Select(m => $"{m.Max():0}")));
        table.Row("an edit before, median and p99, ms", $"{Table.Median(calm):0.00}, {Table.Percentile(calm, 0.99):0.00}");
        table.Row(
            $"an edit meanwhile ({busy.Count}), median and p99, ms",
            $"{Table.Median(busy):0.00}, {Table.Percentile(busy, 0.99):0.00}"
        );
        table.Row("ratio of the medians", Table.Median(busy) / Table.Median(calm));
        table.Print();
    }

    private static IEnumerable<double[]> Thirds(List<double> values) => values.Chunk(Math.Max(1, (values.Count + 2) / 3));

    private static List<Arrived> OtherProgramsFiles() =>
        [
            .. new[] { "docx", "odt", "pdf", "epub", "html", "eml", "mhtml" }
                .SelectMany(kind => Directory.EnumerateFiles(MadeArticle.Folder, "*." + kind))
                .Order(StringComparer.Ordinal)
                .Select(path => new Arrived(Path.GetFileName(path), File.ReadAllBytes(path))),
        ];
}
