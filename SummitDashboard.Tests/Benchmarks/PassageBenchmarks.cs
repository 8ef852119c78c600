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
/// Beside it the plain full-text ranking of SQLite, asked with the claim’s question and statement.
/// </summary>
public sealed class PassageBenchmarks
{
    private sealed record Cell(Claim Claim, Source Source, ArticleText Text, IReadOnlySet<int> Coded);

    [Fact(Explicit = true)]
    public void Passages_OfTheShippedCasebook_AmongTheFirstProposed()
    {
        var texts = TextLibrary.ReadFolder(Repo.TextsOrSkip());
        var casebook = Repo.Casebook;
        List<Cell> cells =
        [
            .. from claim in casebook.Claims
            from framing in claim.Framings
            where framing.Stance != Stance.Silent && casebook.Sources.TryGet(framing.Source, out _)
            let source = casebook.Sources.First(s => s.Id == framing.Source)
            where texts.ContainsKey(source.Article.Sha256)
            select new Cell(claim, source, texts[source.Article.Sha256], framing.Quotations.Select(q => q.Paragraph).ToHashSet()),
        ];
        var rarity = new WordRarity(casebook.Sources.Select(s => texts.GetValueOrDefault(s.Article.Sha256)).OfType<ArticleText>());
        var table = new Table(
            $"Coded passages among those proposed: {cells.Count} told cells, {cells.Sum(c => c.Coded.Count)} coded paragraphs",
            "ranking",
            "of the passages, first 3, %",
            "first 5, %",
            "cells with one among the first 3, %",
            "first 5, %",
            "the other half of the claims: passages, first 3, %",
            "first 5, %"
        );

        void Row(string name, Func<Cell, IReadOnlyList<int>> rank)
        {
            var ranked = cells.ConvertAll(c => (Cell: c, First: rank(c)));
            double Passages(int most, Func<Cell, bool>? of = null)
            {
                var some = ranked.Where(r => of?.Invoke(r.Cell) ?? true).ToList();
                return 100.0 * some.Sum(r => r.First.Take(most).Count(r.Cell.Coded.Contains)) / some.Sum(r => r.Cell.Coded.Count);
            }
            double Cells(int most) => 100.0 * ranked.Count(r => r.First.Take(most).Any(r.Cell.Coded.Contains)) / ranked.Count;
            table.Row(name, Passages(3), Passages(5), Cells(3), Cells(5), Passages(3, IsHeldOut), Passages(5, IsHeldOut));
        }

        bool IsHeldOut(Cell c) => casebook.Claims.PlaceOf(c.Claim.Id) % 2 == 1;
        IReadOnlyList<int> Ours(Cell c, ClueWeights? weights, bool isCold) =>
            [
                .. PassageRanking
                    .Rank(
                        Clues.Of(casebook, c.Claim, c.Source, weights, isCold),
                        c.Source,
                        c.Text,
                        rarity,
                        5,
                        marks: DefaultWords.For(casebook.Head, c.Source.Language?.Value)
                    )
                    .Select(p => p.Paragraph),
            ];

        Row("proposed", c => Ours(c, null, false));
        Row("proposed, no other source coded", c => Ours(c, null, true));
        Row("full text: the claim’s words, FTS5 bm25", FullText);
        if (Environment.GetEnvironmentVariable("TUNE") is not null)
        {
            foreach (var d in new[] { 0.0, 0.15, 0.3, 0.6, 1, 1.5, 2 })
            {
                Row($"labels {d}", c => Ours(c, new() { Labels = d }, false));
                Row($"labels cold {d}", c => Ours(c, new() { Labels = d }, true));
                Row($"slots {d}", c => Ours(c, new() { Slots = d }, false));
                Row($"quotations {d}", c => Ours(c, new() { Quotations = d }, false));
                Row($"glosses {d}", c => Ours(c, new() { Glosses = d }, false));
                Row($"names {d}", c => Ours(c, new() { Names = d }, false));
                Row($"asked {d}", c => Ours(c, new() { Asked = d }, false));
                Row($"asked cold {d}", c => Ours(c, new() { Asked = d }, true));
                Row($"event {d}", c => Ours(c, new() { Event = d }, false));
                Row($"event cold {d}", c => Ours(c, new() { Event = d }, true));
            }
        }
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
