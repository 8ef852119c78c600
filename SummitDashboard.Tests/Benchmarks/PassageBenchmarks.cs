using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// Of the passages that were coded in the shipped casebook, how many are among the first proposed; the cell’s own coding is never used.
/// Beside it the plain full-text ranking of SQLite, asked with the claim’s question and statement, and where an endpoint is set
/// (<c>Suggestions__Endpoint</c>, <c>Suggestions__Embeddings</c>) the ranking by meaning too.
/// </summary>
public sealed partial class PassageBenchmarks
{
    private sealed record Cell(Claim Claim, Source Source, ArticleText Text)
    {
        public required IReadOnlySet<int> Coded { get; init; } // paragraphs

        /// <summary>The sentences in which a coded fragment begins: paragraph and place.</summary>
        public required IReadOnlySet<(int, int)> Sentences { get; init; }

        public static Cell Of(Claim claim, Source source, ArticleText text, Framing framing) =>
            new(claim, source, text)
            {
                Coded = framing.Quotations.Select(q => q.Paragraph).ToHashSet(),
                Sentences = framing
                    .Quotations.Where(q => text.Find(q) is not null)
                    .Select(q => (q.Paragraph, SentenceAt(text, q.Paragraph, text.Find(q)!.Value.Start)))
                    .ToHashSet(),
            };
    }

    private static readonly Casebook Casebook = Repo.Casebook;

    private static List<Cell> Cells(IReadOnlyDictionary<string, ArticleText> texts) =>
        [
            .. from claim in Casebook.Claims
            from framing in claim.Framings
            where framing.Stance != Stance.Silent && Casebook.Sources.TryGet(framing.Source, out _)
            let source = Casebook.Sources.First(s => s.Id == framing.Source)
            where texts.ContainsKey(source.Article.Sha256)
            select Cell.Of(claim, source, texts[source.Article.Sha256], framing),
        ];

    private static int SentenceAt(ArticleText text, int paragraph, int place) =>
        Sentences.In(text.Paragraphs[paragraph - 1]).LastOrDefault(s => s.Start <= place).Start;

    [Fact(Explicit = true)]
    public async Task Passages_OfTheShippedCasebook_AmongTheFirstProposed()
    {
        var cells = Cells(TextLibrary.ReadFolder(Repo.TextsOrSkip()));
        var rarity = new WordRarity(cells.Select(c => c.Text).Distinct());
        var table = new Table(
            $"Coded passages among those proposed: {cells.Count} told cells, {cells.Sum(c => c.Coded.Count)} coded paragraphs, "
                + $"{cells.Sum(c => c.Sentences.Count)} coded sentences",
            "ranking",
            "of the passages, first 3, %",
            "first 5, %",
            "cells with one among the first 3, %",
            "first 5, %",
            "every other claim: passages, first 3, %",
            "first 5, %",
            "of the sentences, first 3, %",
            "first 5, %"
        );

        void Row(string name, Func<Cell, IReadOnlyList<(int Paragraph, int Sentence)>> rank)
        {
            var ranked = cells.ConvertAll(c => (Cell: c, First: rank(c)));
            double Passages(int most, Func<Cell, bool>? of = null)
            {
                var some = ranked.Where(r => of?.Invoke(r.Cell) ?? true).ToList();
                return Share(some.Sum(r => Found(r.Cell, r.First, most).Count), some.Sum(r => r.Cell.Coded.Count));
            }
            double Cells(int most) => Share(ranked.Count(r => Found(r.Cell, r.First, most).Count > 0), ranked.Count);
            double OfSentences(int most) =>
                Share(
                    ranked.Sum(r => r.First.Take(most).Distinct().Count(r.Cell.Sentences.Contains)),
                    ranked.Sum(r => r.Cell.Sentences.Count)
                );
            table.Row(
                name,
                Passages(3),
                Passages(5),
                Cells(3),
                Cells(5),
                Passages(3, IsHeldOut),
                Passages(5, IsHeldOut),
                OfSentences(3),
                OfSentences(5)
            );
        }

        bool IsHeldOut(Cell c) => Casebook.Claims.PlaceOf(c.Claim.Id) % 2 == 1;

        Row("proposed", c => Ours(c, rarity));
        Row("proposed, no other source coded", c => Ours(c, rarity, isCold: true));
        Row("full text: the claim’s words, FTS5 bm25", c => [.. FullText(c).Select(n => (n, 0))]);
        var meaning = await Near(cells);
        if (meaning is { } near)
        {
            Row($"proposed, with {Model}", c => Ours(c, rarity, near[c]));
            Row($"proposed, no other source coded, with {Model}", c => Ours(c, rarity, near[c], isCold: true));
            Row($"{Model} alone", c => ByMeaning(c, near[c]));
        }
        table.Print();
        if (meaning is not null)
            PrintFit(cells, rarity, meaning);
        PrintTime(cells, rarity);
    }

    private static HashSet<int> Found(Cell cell, IReadOnlyList<(int Paragraph, int)> ranked, int most) =>
        [.. ranked.Take(most).Select(r => r.Paragraph).Where(cell.Coded.Contains)];

    private static double Share(int part, int all) => 100.0 * part / all;

    private static IReadOnlyList<(int Paragraph, int Sentence)> Ours(
        Cell cell,
        WordRarity rarity,
        IReadOnlyList<double>? near = null,
        bool isCold = false,
        double ofMeaning = PassageRanking.OfMeaning
    ) =>
        [
            .. PassageRanking
                .Rank(
                    Sought(cell, isCold),
                    cell.Source,
                    cell.Text,
                    rarity,
                    5,
                    marks: DefaultWords.For(Casebook.Head, cell.Source.Language?.Value),
                    near: near,
                    ofMeaning: ofMeaning,
                    mayLackWords: true
                )
                .Select(p => (p.Paragraph, SentenceAt(cell.Text, p.Paragraph, p.Fragment.Start))),
        ];

    private static IReadOnlyList<Clue> Sought(Cell cell, bool isCold = false) =>
        SharedWords.Weighed(Casebook, cell.Claim, cell.Source, Clues.Of(Casebook, cell.Claim, cell.Source, isCold: isCold), isCold);

    private static void PrintTime(List<Cell> cells, WordRarity rarity)
    {
        List<double> times = [];
        for (var round = 0; round < 12; round++)
            foreach (var cell in cells)
            {
                var start = Stopwatch.GetTimestamp();
                _ = Ours(cell, rarity);
                if (round > 1)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        var table = new Table("What is proposed for a cell, ranked again", "median, ms", "p95, ms");
        table.Row(Table.Median(times), Table.Percentile(times, 0.95));
        table.Print();
    }

    private static IReadOnlyList<int> FullText(Cell cell)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE p USING fts5(words)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO p(rowid, words) VALUES ($n, $words)";
        var (number, words) = (command.Parameters.Add("$n", SqliteType.Integer), command.Parameters.Add("$words", SqliteType.Text));
        for (var n = 1; n <= cell.Text.Paragraphs.Count; n++)
        {
            if (cell.Source.IsBoilerplate(n))
                continue;
            (number.Value, words.Value) = (n, cell.Text.Paragraphs[n - 1]);
            command.ExecuteNonQuery();
        }
        command.Parameters.Clear();
        command.CommandText = "SELECT rowid FROM p WHERE p MATCH $asked ORDER BY bm25(p) LIMIT 5";
        var asked = Words.Of($"{cell.Claim.Question} {cell.Claim.Statement}").Distinct().Select(w => $"\"{w.Replace("\"", "")}\"");
        command.Parameters.AddWithValue("$asked", string.Join(" OR ", asked));
        using var reader = command.ExecuteReader();
        var found = new List<int>();
        while (reader.Read())
            found.Add(reader.GetInt32(0));
        return found;
    }
}
