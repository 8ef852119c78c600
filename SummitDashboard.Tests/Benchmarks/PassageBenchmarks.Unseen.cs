using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Benchmarks;

/// <content>The same for an article that no weight was fitted to, which is not part of the repository.</content>
public sealed partial class PassageBenchmarks
{
    // What somebody quoted of it or named as missed, a line each: claim, words, which of the two, with tabs between.
    private sealed record Wanted(string Claim, int Paragraph, int Sentence, bool IsCoded)
    {
        public static Wanted Of(string line, ArticleText text)
        {
            var parts = line.Split('\t');
            var number = text.Paragraphs.Index().First(p => p.Item.Contains(parts[1], StringComparison.Ordinal)).Index + 1;
            var place = text.Paragraphs[number - 1].IndexOf(parts[1], StringComparison.Ordinal);
            return new(parts[0], number, SentenceAt(text, number, place), parts[2] == "coded");
        }
    }

    [Fact(Explicit = true)]
    public void Passages_OfAnArticleUnseen_AmongTheFirstProposed()
    {
        var folder = Environment.GetEnvironmentVariable("Benchmark__Unseen");
        Assert.SkipWhen(folder is null, "skipped: no article (Benchmark__Unseen: a folder with article.txt and wanted.txt)");
        var text = ArticleText.From(File.ReadAllText(Path.Combine(folder!, "article.txt")));
        List<Wanted> wanted = [.. File.ReadLines(Path.Combine(folder!, "wanted.txt")).Select(l => Wanted.Of(l, text)).Distinct()];
        wanted.RemoveAll(w => !w.IsCoded && wanted.Contains(w with { IsCoded = true }));
        var source = Casebook.Sources[0] with { Id = new("unseen"), Slug = "unseen", Language = new("en", Basis.Given), Paragraphs = [] };
        var rarity = new WordRarity([text, .. TextLibrary.ReadFolder(Repo.TextsOrSkip()).Values]);
        var table = new Table(
            $"Sentences of an unseen article among those proposed: {wanted.Count(w => w.IsCoded)} coded, "
                + $"{wanted.Count(w => !w.IsCoded)} named as missed, {wanted.DistinctBy(w => w.Claim).Count()} claims",
            "ranking",
            "coded, first 3",
            "first 5",
            "named, first 3",
            "first 5",
            "claims with a wanted sentence first"
        );
        foreach (var isCold in new[] { false, true })
        {
            var found = wanted
                .GroupBy(w => w.Claim)
                .Select(g =>
                    (
                        Wanted: g.ToList(),
                        Cell: new Cell(Casebook.Claims.First(c => c.Slug == g.Key), source, text)
                        {
                            Coded = new HashSet<int>(),
                            Sentences = new HashSet<(int, int)>(),
                        }
                    )
                )
                .Select(c => (c.Wanted, Ranked: Ours(c.Cell, rarity, isCold: isCold)))
                .ToList();
            int Of(bool isCoded, int most) =>
                found.Sum(f => f.Wanted.Count(w => w.IsCoded == isCoded && f.Ranked.Take(most).Contains((w.Paragraph, w.Sentence))));
            table.Row(
                isCold ? "proposed, no other source coded" : "proposed",
                Of(true, 3),
                Of(true, 5),
                Of(false, 3),
                Of(false, 5),
                found.Count(f => f.Ranked.Count > 0 && f.Wanted.Exists(w => (w.Paragraph, w.Sentence) == f.Ranked[0]))
            );
        }
        table.Print();
    }
}
