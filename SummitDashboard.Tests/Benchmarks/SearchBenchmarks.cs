using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// Searching 100,000 paragraphs of 200 articles in invented words whose frequencies fall as those of a language do: from request to page,
/// and as one types, beside the same SQL asked by the bare library of the same file; and what indexing them costs an edit meanwhile.
/// </summary>
public sealed class SearchBenchmarks
{
    private const int Sources = 200;
    private const int Paragraphs = 500;
    private const int Vocabulary = 20_000;
    private const int Times = 200;

    private const string Counts = """
        SELECT e.kind, e.source, e.state, e.language, COUNT(*)
        FROM found f JOIN entry e ON e.id = f.rowid WHERE found MATCH @sought GROUP BY 1, 2, 3, 4
        """;

    private const string Hits = """
        SELECT f.id, e.kind, e.item, e.itemId, s.text, e.source, e.part, e.state, e.language
        FROM (SELECT rowid AS id, bm25(found, 1.0, 0.0) AS place FROM found WHERE found MATCH @sought ORDER BY place, rowid LIMIT 25) f
        JOIN entry e ON e.id = f.id JOIN said s ON s.id = f.id ORDER BY f.place, f.id
        """;

    [Fact(Explicit = true)]
    public async Task Search_AHundredThousandParagraphs_BesideTheSameSqlAlone()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        var random = new Random(7);
        for (var n = 0; n < Sources; n++)
        {
            var text = string.Join('\n', Enumerable.Range(0, Paragraphs).Select(_ => Paragraph(random)));
            folder.Write($"texts/s{n}.txt", text);
            var siglum = $"{(char)('A' + n / 26)}{(char)('a' + n % 26)}x";
            folder.Write(
                $"seeds/sources/s{n}.md",
                SmallCasebook.Source(siglum, n + 3, $"s{n}.txt", text, "{ value: \"2020-01-09\", basis: inferred }")
            );
        }
        var clock = Stopwatch.StartNew();
        using var app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        var (indexing, store) = (app.Services.GetRequiredService<SearchIndexing>(), app.Services.GetRequiredService<CasebookStore>());
        var ada = await app.Person("Ada", AccountRole.Editor);
        var first = await EditUntil(indexing.WhenWhole(stop), store, ada);
        var indexed = clock.Elapsed.TotalSeconds;
        await indexing.WhenWhole(stop);
        var calm = new List<double>();
        for (var n = 0; n < Times; n++)
            calm.Add(await Edit(store, ada, n));
        await indexing.WhenWhole(stop);
        // Once more from nothing, now that the server is warm: at first an edit waits for the compiler as well.
        indexing.Damaged();
        var meanwhile = await EditUntil(indexing.WhenWhole(stop), store, ada);
        await indexing.WhenWhole(stop);

        using var http = InCasebook.Client(app.Address);
        using var library = new SqliteConnection($"Data Source={indexing.Index.File};Mode=ReadOnly");
        library.Open();
        var queries = Queries(new Random(8)).ToList();
        var (pages, sql, quick) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < 4; round++)
            foreach (var (words, match) in queries)
            {
                var bare = Timed(() =>
                {
                    Read(library, Counts, match);
                    Read(library, Hits, match);
                });
                var start = Stopwatch.GetTimestamp();
                var page = await http.GetStringAsync("/" + Urls.SearchFor(words) + "&in=article", stop);
                var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Assert.Contains("hits in", page);
                start = Stopwatch.GetTimestamp();
                await http.GetStringAsync("/" + Urls.With(Urls.QuickSearch, ("q", words)), stop);
                var typed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round < 0)
                    continue; // warms up
                pages.Add(took);
                sql.Add(bare);
                quick.Add(typed);
            }

        var table = new Table("Search: 100,000 paragraphs", "What", "p50, ms", "p95, ms", "p50 to bare SQL", "p95 to bare SQL");
        table.Row("the same SQL, bare library", Table.Median(sql), Table.Percentile(sql, .95), 1.0, 1.0);
        Row("from request to page", pages);
        Row("as one types", quick);
        table.Print();
        var edits = new Table("Search: an edit while 100,000 paragraphs are indexed", "What", "Value");
        edits.Row("from the start until all can be found, s", indexed);
        edits.Row("an edit afterwards, median ms", Table.Median(calm));
        edits.Row($"an edit while all is indexed anew, median ms ({meanwhile.Count} edits)", Table.Median(meanwhile));
        edits.Row("ratio", Table.Median(meanwhile) / Table.Median(calm));
        edits.Row("the same, p95", Table.Percentile(meanwhile, .95) / Table.Percentile(calm, .95));
        edits.Row($"an edit while a server that just started indexes, median ms ({first.Count} edits)", Table.Median(first));
        edits.Print();

        void Row(string what, List<double> took) =>
            table.Row(
                what,
                Table.Median(took),
                Table.Percentile(took, .95),
                Table.Median(took) / Table.Median(sql),
                Table.Percentile(took, .95) / Table.Percentile(sql, .95)
            );
    }

    private static async Task<List<double>> EditUntil(Task end, CasebookStore store, string ada)
    {
        var took = new List<double>();
        while (!end.IsCompleted && took.Count < 5_000)
            took.Add(await Edit(store, ada, took.Count));
        await end;
        return took;
    }

    private static async Task<double> Edit(CasebookStore store, string ada, int n)
    {
        var claim = store.Current.Claims[0];
        var start = Stopwatch.GetTimestamp();
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(claim, claim with { Note = $"Note {n} {Guid.NewGuid()}." }), ada));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // Rare and common words, several, one after another, beginnings, one or the other, without a third.
    private static IEnumerable<(string Words, string Match)> Queries(Random random)
    {
        const string only = " AND tags : \"karticle\"";
        for (var n = 0; n < 10; n++)
        {
            var (rare, common, middle) = (Word(random.Next(500, 2_000)), Word(random.Next(5, 40)), Word(random.Next(60, 300)));
            yield return (rare, $"(words : \"{rare}\"{only})");
            yield return (common, $"(words : \"{common}\"{only})");
            yield return ($"{common} {middle}", $"(words : \"{common}\" AND words : \"{middle}\"{only})");
            yield return ($"{rare} OR {middle}", $"((words : \"{rare}\" OR words : \"{middle}\"){only})");
            yield return ($"{middle} -{common}", $"((words : \"{middle}\"{only}) NOT words : \"{common}\")");
            yield return ($"{rare[..4]}*", $"(words : \"{rare[..4]}\" *{only})");
        }
    }

    private static double Timed(Action what)
    {
        var start = Stopwatch.GetTimestamp();
        what();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Read(SqliteConnection library, string sql, string match)
    {
        using var command = library.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@sought", match);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            for (var field = 0; field < rows.FieldCount; field++)
                _ = rows.GetValue(field);
    }

    private static string Paragraph(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(30, 80)).Select(_ => Word((int)Math.Pow(Vocabulary, random.NextDouble())))) + ".";

    private static string Word(int n)
    {
        string[] syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "pan", "dor", "fel", "gim"];
        var word = "";
        for (var rest = n + 200; rest > 0; rest /= syllables.Length)
            word += syllables[rest % syllables.Length];
        return word;
    }
}
