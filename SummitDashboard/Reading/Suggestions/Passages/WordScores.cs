using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// How much the paragraphs of an article have of the words that are sought: BM25 (Robertson and Zaragoza 2009), each word weighted by where
/// it was taken from and by how rare it is.
/// </summary>
internal sealed class WordScores
{
    private const double Saturation = 1.2; // BM25’s k1 and b
    private const double OfLength = 0.5;
    private const double LeastRarity = 0.5;
    private const int MostReasons = 5;

    // What every article has counts at most this much of the most telling word that it stands beside.
    private const double OfBare = 0.5;

    // So rare is what stands in every fifth of many paragraphs, or twice among ten.
    private const double TellingAlone = 1.6;

    // Half as much again as a word of the claim alone: others’ tellings have it too, and it is no weak reason however frequent it is.
    private const double StrongAlone = 1.5;

    // Of what the heaviest of all that is sought weighs, in this article or not: words that have less together are weak; much less is next
    // to nothing.
    private const double LeastTogether = 0.25;
    private const double LeastOfAll = 0.06;

    // What four of two dozen claims seek as strongly tells none of them by itself, however rare it is in the articles.
    private const double LeastAlone = 0.6;

    private readonly ArticleWords words;
    private readonly WordRarity rarity;
    private readonly Dictionary<string, ClueKind> kinds;
    private readonly Dictionary<string, double> rarities;
    private readonly Dictionary<string, double> telling;
    private readonly Dictionary<string, double> alone;
    private readonly HashSet<string> bare;
    private readonly Dictionary<string, double> weights;
    private readonly HashSet<string> strong; // alone
    private readonly double heaviest;
    private readonly ArticleText text;
    private readonly List<List<WordStem>>? marks; // what weakens or evaluates in each paragraph
    private readonly List<Dictionary<string, int>>? marked; // how often each paragraph has it
    private readonly Dictionary<string, SoughtName> names;
    private readonly List<List<WordStem>>? inNames; // where they stand in each paragraph
    private readonly List<Dictionary<string, int>>? named; // how often each paragraph has each of them
    private readonly double average;

    /// <param name="marks">Which words weaken or evaluate; passed over where no clue asks for such.</param>
    public WordScores(IReadOnlyList<Clue> clues, ArticleText text, WordRarity rarity, WordList? marks)
    {
        (words, this.text, this.rarity) = (ArticleWords.Of(text), text, rarity);
        kinds = clues.ToDictionary(c => c.Key, c => c.Kind);
        if (marks is not null && clues.Any(c => IsMark(c.Kind)))
            (this.marks, marked) = Counted([.. text.Paragraphs.Select(p => SoughtWords.Marked(p, marks).ToList())]);
        names = clues.Where(c => c.Name is not null).ToDictionary(c => c.Key, c => c.Name!);
        if (names.Count > 0)
            (inNames, named) = Counted([.. Enumerable.Range(1, words.Paragraphs).Select(n => Named(n).ToList())]);
        // What stands in most paragraphs is no reason to propose one.
        rarities = clues.ToDictionary(c => c.Key, Rarity);
        telling = clues.ToDictionary(c => c.Key, c => c.Telling);
        // Where the article has no word of the claim but such as stand in all of it, what weakens or evaluates tells its parts apart.
        List<Clue> here = [.. clues.Where(c => c is { Kind: ClueKind.Word, IsBare: false } && words.In.ContainsKey(c.Key))];
        var isOfAll = here.Count > 0 && here.TrueForAll(c => rarities[c.Key] <= LeastRarity);
        bare = [.. clues.Where(c => c.IsBare && !(isOfAll && IsMark(c.Kind))).Select(c => c.Key)];
        strong = [.. clues.Where(c => c.Weight >= StrongAlone && c.Alone >= LeastAlone && Tells(c.Key)).Select(c => c.Key)];
        alone = clues.ToDictionary(c => c.Key, c => c.Alone);
        weights = clues.Where(c => rarities[c.Key] > LeastRarity).ToDictionary(c => c.Key, c => c.Weight * rarities[c.Key]);
        heaviest = weights.Where(w => Tells(w.Key)).Select(w => w.Value).DefaultIfEmpty().Max();
        average = Enumerable.Range(1, words.Paragraphs).Select(words.Length).DefaultIfEmpty(1).Average();
    }

    public ClueKind KindOf(string key) => kinds[key];

    /// <summary>The score of a paragraph, counted from 1; 0 where it has nothing that is sought.</summary>
    public double Of(int paragraph)
    {
        var norm = Saturation * (1 - OfLength + OfLength * words.Length(paragraph) / average);
        return Sum(
            weights
                .Select(w => (w.Key, Count: Count(paragraph, w.Key), Weight: w.Value))
                .Where(w => w.Count > 0)
                .Select(w => (w.Key, w.Weight * w.Count * (Saturation + 1) / (w.Count + norm)))
        );
    }

    // What is bare counts beside what tells something, and names tell little.
    private double Sum(IEnumerable<(string Key, double Score)> some)
    {
        var (all, beside, most) = (0.0, 0.0, 0.0);
        foreach (var (key, score) in some)
            if (bare.Contains(key))
                beside += score;
            else
                (all, most) = (all + score, kinds[key] == ClueKind.Name ? most : Math.Max(most, score));
        return all + Math.Min(beside, OfBare * most);
    }

    /// <summary>
    /// Whether a paragraph has a single word of what is sought, and that is a frequent one, here or among the claims, and not what is made
    /// most of: names, however many, are no more than one. Or several of which little is made.
    /// </summary>
    public bool IsWeak(int paragraph) => IsWeak([.. weights.Keys.Where(k => Count(paragraph, k) > 0)]);

    /// <summary>The same of what stands in a sentence.</summary>
    public bool IsWeak(IEnumerable<WordStem> some) => IsWeak([.. some.Select(s => s.Key).Distinct()]);

    /// <summary>
    /// Whether what it has of what is sought is next to nothing: a name alone, or a word of which hardly anything is made.
    /// </summary>
    public bool IsNothing(int paragraph) => Together(weights.Keys.Where(k => Count(paragraph, k) > 0)) < LeastOfAll * heaviest;

    private double Together(IEnumerable<string> some) => some.Where(Tells).Sum(k => weights[k]);

    private bool IsWeak(List<string> all) => !all.Exists(strong.Contains) && (IsOneAlone(all) || Together(all) < LeastTogether * heaviest);

    private bool IsOneAlone(List<string> all) =>
        all.FindAll(k => !bare.Contains(k)) is var shared
        && shared.Count(k => kinds[k] != ClueKind.Name) + (shared.Exists(k => kinds[k] == ClueKind.Name) ? 1 : 0) <= 1
        && shared.TrueForAll(k =>
            k == SoughtWords.DayName
            || (!SoughtWords.IsAnyOf(k) && !CalendarWords.IsDay(k) && (rarities[k] < TellingAlone || alone[k] < LeastAlone))
        );

    /// <summary>What of all that is sought stands in a paragraph (from 1), in order; names as they are printed there.</summary>
    public IReadOnlyList<WordStem> In(int paragraph)
    {
        var found = inNames?[paragraph - 1] ?? [];
        return
        [
            .. words
                .Sought(paragraph)
                .Concat(marks?[paragraph - 1] ?? [])
                .Where(s => weights.ContainsKey(s.Key) && !found.Exists(n => n.Span.Start <= s.Span.Start && n.Span.End >= s.Span.End))
                .Concat(found.Where(s => weights.ContainsKey(s.Key)))
                .OrderBy(s => s.Span.Start)
                .ThenBy(s => s.Span.End),
        ];
    }

    /// <summary>
    /// The words that weigh most, each once, as they are first printed there; what adds little is not named, nor are short words, which
    /// join others more often than they carry something. Where nothing else is shared there is no reason.
    /// </summary>
    /// <param name="some">What stands in a sentence of this paragraph, or in all of it.</param>
    public IReadOnlyList<WordStem> Why(string paragraph, IEnumerable<WordStem> some)
    {
        var found = some.GroupBy(s => s.Key)
            .Select(g => names.ContainsKey(g.Key) ? g.MaxBy(s => s.Span.Length) : g.First())
            .Where(s => kinds[s.Key] != ClueKind.Word || Carries(s.Span.In(paragraph)))
            .OrderBy(s => bare.Contains(s.Key))
            .ThenByDescending(s => weights[s.Key])
            .ThenBy(s => s.Span.Start)
            .DistinctBy(s => s.Span) // a day by its name may be sought besides
            .ToList();
        if (!found.Exists(s => Tells(s.Key)))
            found.RemoveAll(s => bare.Contains(s.Key));
        return [.. found.Where(s => SoughtWords.IsAnyOf(s.Key) || weights[s.Key] * 4 >= weights[found[0].Key]).Take(MostReasons)];
    }

    /// <summary>Their weights: what a passage was found by is what it is quoted for, before all the first of it.</summary>
    public Dictionary<string, double> Sought(IReadOnlyList<WordStem> why)
    {
        var sought = why.ToDictionary(w => w.Key, w => weights[w.Key]);
        if (why.Count > 0)
            sought[why[0].Key] += sought.Values.Sum();
        return sought;
    }

    /// <summary>All that they weigh, each once.</summary>
    public double Weight(IEnumerable<WordStem> some) => some.Select(s => s.Key).Distinct().Sum(k => weights[k]);

    /// <summary>
    /// How much of what tells this claim from others stands in a sentence. Words with capitals in a row (“Comprehensive Treaty”) are a
    /// name, which counts as much as the most telling of them.
    /// </summary>
    public double Telling(string paragraph, IReadOnlyList<WordStem> stems)
    {
        var best = new Dictionary<int, (string Key, double Weight)>(); // by where the row begins
        var start = 0;
        for (var n = 0; n < stems.Count; n++)
        {
            var (at, weight) = (stems[n].Span.Start, weights[stems[n].Key] * telling[stems[n].Key]);
            var isInRow = n > 0 && char.IsUpper(paragraph[at]) && char.IsUpper(paragraph[start]) && at == stems[n - 1].Span.End + 1;
            start = isInRow ? start : at;
            if (!best.TryGetValue(start, out var other) || other.Weight < weight)
                best[start] = (stems[n].Key, weight);
        }
        return Sum(best.Values.DistinctBy(b => b.Key));
    }

    private bool Tells(string key) => !bare.Contains(key) && kinds[key] != ClueKind.Name;

    // A name is as rare as its most frequent word, and where it is frequent in this article it is no rarer for the others.
    private double Rarity(Clue clue) =>
        marked is not null && IsMark(clue.Kind) ? WordRarity.Of(marked.Count(m => m.ContainsKey(clue.Key)), marked.Count)
        : clue.Name is { } name
            ? Math.Min(name.Words.Min(rarity.Of), WordRarity.Of(named!.Count(m => m.ContainsKey(clue.Key)), named!.Count))
        : rarity.In(words, clue.Key);

    private int Count(int paragraph, string key) =>
        words.Count(paragraph, key) is > 0 and var count ? count
        : named?[paragraph - 1].GetValueOrDefault(key) is > 0 and var times ? times
        : marked?[paragraph - 1].GetValueOrDefault(key) ?? 0;

    // Looked for where one of their words stands.
    private IEnumerable<WordStem> Named(int paragraph) =>
        names.Values.Any(n => n.Words.Any(w => words.Count(paragraph, w) > 0))
            ? SoughtNames
                .In(text.Paragraphs[paragraph - 1], words.Words(paragraph), names.Values)
                .Select(n => new WordStem(n.Name.Key, n.Span))
            : [];

    private static (List<List<WordStem>>, List<Dictionary<string, int>>) Counted(List<List<WordStem>> found) =>
        (found, found.ConvertAll(f => f.CountBy(s => s.Key).ToDictionary()));

    private static bool IsMark(ClueKind kind) => kind is ClueKind.Hedge or ClueKind.Loaded;

    // Capitals begin names: “UN”.
    private static bool Carries(string word) => word.Length > 3 || !char.IsLower(word[0]);
}
