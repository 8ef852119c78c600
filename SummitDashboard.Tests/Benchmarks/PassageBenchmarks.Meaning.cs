using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Benchmarks;

/// <content>By a model of meaning, where an endpoint is set.</content>
public sealed partial class PassageBenchmarks
{
    // Invented, in words of our own: what each claim asks in English stands in these paragraphs of the article in German.
    private static readonly ArticleText Ferry = ArticleText.From(
        """
        Großbrand im Hafen: Fähre „Selkirk Star“ ausgebrannt
        In der Nacht zum Mittwoch ist auf der alten Autofähre ein Feuer ausgebrochen, das erst am Mittag gelöscht werden konnte.
        Nach Angaben der Hafenbehörde begann der Brand gegen zwei Uhr im Maschinenraum, vermutlich durch ein undichtes Kraftstoffrohr.
        An Bord waren 112 Reisende und 14 Mann Besatzung. Alle konnten mit Booten an Land gebracht werden.
        Sieben Menschen wurden mit Rauchvergiftung ins Krankenhaus gefahren; zwei von ihnen schweben noch in Lebensgefahr.
        Die Stadt Velmar liegt an der Nordküste und lebt seit Jahrhunderten von Fischfang und Handel.
        Kapitän Falk lobte die Ruhe seiner Leute. „Niemand hat gedrängt“, sagte er vor Journalisten.
        Die Reederei hatte das Schiff erst im vergangenen Jahr für mehrere Millionen überholen lassen.
        Eine Gewerkschaft wirft dem Unternehmen dagegen vor, an Wartung und Personal gespart zu haben.
        Die Staatsanwaltschaft ermittelt wegen fahrlässiger Brandstiftung gegen unbekannt.
        Am Nachmittag trieb ein dünner Ölfilm auf dem Wasser; Helfer legten Sperren aus, um die Vögel zu schützen.
        Der Verkehr zu den Inseln ruht bis auf Weiteres, Ersatzbusse gibt es naturgemäß keine.
        Die Ministerin versprach den Betroffenen rasche finanzielle Hilfe und kündigte strengere Kontrollen an.
        Der Wetterdienst erwartet für die kommenden Tage Regen und kräftigen Wind aus West.
        """
    );

    private static readonly (string Question, string Statement, int[] Paragraphs)[] OfTheFerry =
    [
        ("What caused the fire?", "A leaking fuel pipe in the engine room started the fire.", [3]),
        ("How many people were on board?", "There were 126 people on board, and all were rescued.", [4]),
        ("Was anybody hurt?", "Several people were injured and taken to hospital.", [5]),
        ("How did the crew behave?", "The captain praised the calm of his crew.", [7]),
        ("Was the ship well maintained?", "The owner saved money on maintenance.", [8, 9]),
        ("Is there a criminal investigation?", "Prosecutors investigate negligent arson.", [10]),
        ("Did the environment suffer?", "Oil leaked into the sea and threatened birds.", [11]),
        ("Are the islands cut off?", "Ferry traffic to the islands is suspended.", [12]),
        ("What does the government promise?", "The government promises money for the victims and stricter inspections.", [13]),
        ("When was the fire put out?", "The fire was extinguished at noon on Wednesday.", [2]),
    ];

    [Fact(Explicit = true)]
    public async Task Passages_OfAnArticleInGerman_ForClaimsInEnglish()
    {
        if (Meaning() is not { } model)
            return;
        var source = Coded.Source with { Language = new("de", Basis.Given) };
        var table = new Table(
            $"{OfTheFerry.Length} claims in English, an article of {Ferry.Paragraphs.Count} paragraphs in German",
            "ranking",
            "of the passages, first, %",
            "first 3, %",
            "first 5, %",
            "nothing proposed, claims"
        );
        var all = OfTheFerry.Sum(c => c.Paragraphs.Length);
        async Task Row(string name, double? weight)
        {
            List<(int[] Told, List<int> First)> ranked = [];
            foreach (var (question, statement, told) in OfTheFerry)
            {
                var claim = Coded.Claim("c") with { Question = question, Statement = statement, Framings = [] };
                var casebook = new Casebook(1, Repo.Casebook.Head, [source], [], [], [claim]);
                var near = weight is null ? null : (await model.Of(claim, Ferry, TestContext.Current.CancellationToken)).Of;
                var clues = Clues.Of(casebook, claim, source);
                var passages = PassageRanking.Rank(clues, source, Ferry, new([Ferry]), 5, near: near, ofMeaning: weight ?? 0);
                ranked.Add((told, [.. passages.Select(p => p.Paragraph)]));
            }
            double Of(int most) => Share(ranked.Sum(r => r.First.Take(most).Distinct().Count(r.Told.Contains)), all);
            table.Row(name, Of(1), Of(3), Of(5), ranked.Count(r => r.First.Count == 0));
        }
        await Row("by words", null);
        foreach (var weight in new[] { 0.25, 0.5, 1, 1.5, 2 })
            await Row($"with {Model} by {weight}", weight);
        table.Print();
    }

    private static string Model => Environment.GetEnvironmentVariable("Suggestions__Embeddings") ?? "";

    private static EmbeddingModel? Meaning()
    {
        var options = new SuggestionOptions { Endpoint = Environment.GetEnvironmentVariable("Suggestions__Endpoint"), Embeddings = Model };
        if (options.HasEmbeddings)
            return new(options, TimeProvider.System, NullLogger<EmbeddingModel>.Instance);
        Console.WriteLine("By meaning nothing was ranked: set Suggestions__Endpoint and Suggestions__Embeddings to a model of it.");
        return null;
    }

    // How near the paragraphs of each cell are, as the model that is set has it; null where none is.
    private static async Task<Dictionary<Cell, IReadOnlyList<double>>?> Near(List<Cell> cells)
    {
        if (Meaning() is not { } model)
            return null;
        var near = new Dictionary<Cell, IReadOnlyList<double>>();
        foreach (var cell in cells)
        {
            var its = await model.Of(cell.Claim, cell.Text, TestContext.Current.CancellationToken);
            near[cell] = its.Of ?? throw new InvalidOperationException(its.Problem);
        }
        return near;
    }

    private static List<(int, int)> ByMeaning(Cell cell, IReadOnlyList<double> near) =>
        [
            .. Enumerable
                .Range(1, cell.Text.Paragraphs.Count)
                .Where(n => !cell.Source.IsBoilerplate(n))
                .OrderByDescending(n => near[n - 1])
                .Take(5)
                .Select(n => (n, 0)),
        ];

    // The weight is chosen on three of the articles and tried on the other two, for each choice of three.
    private static void PrintFit(List<Cell> cells, WordRarity rarity, Dictionary<Cell, IReadOnlyList<double>> near)
    {
        double[] weights = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3];
        var found = weights
            .SelectMany(w => new[] { false, true }.SelectMany(isCold => cells.Select(c => (w, isCold, c))))
            .ToDictionary(
                k => k,
                k =>
                {
                    var ranked = Ours(k.c, rarity, k.w > 0 ? near[k.c] : null, k.isCold, k.w);
                    return (First3: Found(k.c, ranked, 3).Count, First5: Found(k.c, ranked, 5).Count);
                }
            );
        double Good(double w, IEnumerable<Cell> of) => of.Sum(c => All(w, c).Sum(f => f.First3 + f.First5));
        IEnumerable<(int First3, int First5)> All(double w, Cell c) => [found[(w, false, c)], found[(w, true, c)]];
        double Best(IEnumerable<Cell> of) => weights.MaxBy(w => Good(w, of));
        var articles = cells.Select(c => c.Source.Siglum).Distinct().ToList();
        var splits = articles.SelectMany((one, n) => articles.Skip(n + 1).Select(other => new[] { one, other })).ToList();
        var chosen = splits.ConvertAll(tried => (tried, Weight: Best(cells.Where(c => !tried.Contains(c.Source.Siglum)))));
        var table = new Table(
            $"The weight of {Model} chosen on three articles, tried on the other two ({splits.Count} times; chosen "
                + string.Join(", ", chosen.CountBy(c => c.Weight).OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value} times"))
                + $"; on all five {Best(cells)})",
            "of the passages in the two articles",
            "first 3, %",
            "first 5, %",
            "no other source coded: first 3, %",
            "first 5, %"
        );
        void Row(string name, Func<double, double> weight)
        {
            double Of(bool isCold, Func<(int First3, int First5), int> first)
            {
                var tried = chosen.SelectMany(s =>
                    cells.Where(c => s.tried.Contains(c.Source.Siglum)).Select(c => (c, w: weight(s.Weight)))
                );
                var all = tried.ToList();
                return Share(all.Sum(t => first(found[(t.w, isCold, t.c)])), all.Sum(t => t.c.Coded.Count));
            }
            table.Row(name, Of(false, f => f.First3), Of(false, f => f.First5), Of(true, f => f.First3), Of(true, f => f.First5));
        }
        Row("by words", _ => 0);
        Row("by the weight chosen on the three others", w => w);
        foreach (var fixedWeight in weights.Skip(1))
            Row($"by {fixedWeight}", _ => fixedWeight);
        table.Print();
    }
}
