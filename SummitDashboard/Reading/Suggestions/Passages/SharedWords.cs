using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// How many claims of a casebook seek a word as strongly: what all of them seek (“state”, “visit”, “officials”) tells none from the
/// others, however rare it is in the articles.
/// </summary>
public static class SharedWords
{
    // Of a larger casebook so many claims are asked, and of one larger still only what they ask and state themselves.
    private const int MostClaims = 200;
    private const int MostCells = 5_000;

    private const int MostLanguages = 8;

    // Kept while no actor has another name, and of each claim until it changes.
    private static readonly Derived<SoughtNames, Kept<Readings>> Known = new(_ => new(MostLanguages));

    private static readonly ClueWeights Made = new();
    private static readonly double[] Weights = [Made.Quotations, Made.Slots, Made.Glosses, Made.Names, Made.Event];

    /// <summary>
    /// The clues of a claim (<see cref="Clues.Of"/>), weighted by how few claims share them. Names of actors, numbers and days weigh as
    /// before: they have rules of their own.
    /// </summary>
    /// <param name="source">What it tells is not used, as everywhere here.</param>
    /// <param name="isCold">True where no source’s telling is used.</param>
    public static IReadOnlyList<Clue> Weighed(Casebook casebook, Claim claim, Source source, IReadOnlyList<Clue> clues, bool isCold = false)
    {
        var step = 1 + (casebook.Claims.Count - 1) / MostClaims;
        List<Claim> others = [.. casebook.Claims.Where((c, n) => n % step == 0 && c.Id != claim.Id)];
        SourceId? without = isCold || others.Count * casebook.Sources.Count > MostCells ? null : source.Id;
        var (names, language) = (SoughtNames.Of(casebook), casebook.Head.Language);
        var known = Known.Of(names).Of(language, () => new(names, FunctionWords.Of(language)));
        var own = others.ConvertAll(known.Claims.Of);
        var ofEvents = others
            .Index()
            .GroupBy(o => o.Item.Event, o => o.Index)
            .Where(g => casebook.Events.TryGet(g.Key, out _))
            .Select(g => (Words: known.Events.Of(casebook.Events[g.Key!.Value]), Of: g.ToList()))
            .ToList();
        double all = others.Count + 1;
        return [.. clues.Select(c => IsWord(c) && Rarity(c) is var alone ? c with { Weight = c.Weight * alone, Alone = alone } : c)];

        // As with paragraphs, but a claim that seeks it half as strongly counts half.
        double Rarity(Clue clue)
        {
            var weights = own.ConvertAll(w => w.Of(clue.Key, without));
            foreach (var happening in ofEvents)
                if (happening.Words.Of(clue.Key, without) is > 0 and var weight)
                    happening.Of.ForEach(n => weights[n] += weight);
            return Math.Log((all + 1) / (1 + weights.Sum(w => Math.Min(1, w / clue.Weight)))) / Math.Log(all + 1);
        }

        static bool IsWord(Clue clue) => clue.Name is null && clue.Kind is ClueKind.Word or ClueKind.Name && !SoughtWords.IsAnyOf(clue.Key);
    }

    private sealed class Readings(SoughtNames names, IReadOnlySet<string> small)
    {
        public Derived<Claim, Sought> Claims { get; } = new(c => new(c, t => Keys(t, names, small)));
        public Derived<Event, Sought> Events { get; } = new(e => new(e, t => Keys(t, names, small)));

        private static HashSet<string> Keys(IEnumerable<string> texts, SoughtNames names, IReadOnlySet<string> small) =>
            [.. texts.SelectMany(t => names.Apart(t).Words.Where(s => !FunctionWords.Has(small, s.Span.In(t)))).Select(s => s.Key)];
    }

    // Every word that is sought for a claim, or for an event’s sake, and whose it is.
    private sealed class Sought
    {
        private readonly Dictionary<string, double> own = [];
        private readonly Dictionary<string, List<(SourceId Source, int From)>> told = [];

        public Sought(Claim claim, Func<IEnumerable<string>, HashSet<string>> keys)
        {
            foreach (var key in keys([claim.Question, claim.Statement]))
                own[key] = Made.Claim;
            foreach (var key in keys(claim.Aspects.Select(a => a.Label)))
                own[key] = own.GetValueOrDefault(key) + Made.Labels;
            foreach (var framing in claim.Framings)
            {
                Add(framing.Source, 0, keys(framing.Quotations.Select(q => q.Exact)));
                Add(framing.Source, 0, keys(framing.Quotations.Select(q => q.Translation?.Text ?? "")));
                Add(framing.Source, 1, keys(framing.Aspects.Select(a => Citation.WithoutParagraphs(a.Text))));
                Add(framing.Source, 2, keys([Citation.WithoutParagraphs(framing.Gloss ?? "")]));
                Add(framing.Source, 3, keys(framing.Quotations.Select(q => q.Cites?.Other ?? "")));
            }
        }

        public Sought(Event happening, Func<IEnumerable<string>, HashSet<string>> keys)
        {
            foreach (var key in keys([happening.Label]))
                own[key] = Made.Event;
            foreach (var mention in happening.Mentions)
                Add(mention.Source, 4, keys([mention.Quotation.Exact]));
        }

        // How much is made of it; of what sources tell nothing where none is left out.
        public double Of(string key, SourceId? without)
        {
            var weight = own.GetValueOrDefault(key);
            if (without is null || !told.TryGetValue(key, out var places))
                return weight;
            Span<int> times = stackalloc int[Weights.Length];
            foreach (var (source, from) in places)
                if (source != without)
                    times[from]++;
            for (var from = 0; from < times.Length; from++)
                weight += Weights[from] * Math.Log2(1 + times[from]);
            return weight;
        }

        private void Add(SourceId source, int from, HashSet<string> keys)
        {
            foreach (var key in keys)
                (told.TryGetValue(key, out var places) ? places : told[key] = []).Add((source, from));
        }
    }
}
