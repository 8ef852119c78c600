using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>The name of an actor as it is sought: all its forms are one clue.</summary>
public sealed class SoughtName
{
    internal SoughtName(Actor actor)
    {
        Key = "@" + actor.Id.Value;
        var printed = actor.Names.Select(n => n.Form).Append(actor.Name).ToList();
        foreach (var form in printed)
        {
            List<WordStem> stems = [.. WordStems.In(form)];
            // A title, or what else stands before a name in small letters, is none of it.
            var name = stems.Where(s => char.IsUpper(form[s.Span.Start])).ToList();
            if (form == actor.Name)
            {
                foreach (var stem in name)
                    words.TryAdd(stem.Key, stem.Span.In(form));
                last = name.LastOrDefault().Key;
            }
            else if (name.Count == 1 && name.Count == stems.Count)
                alone.Add(name[0].Key);
        }
        alone.IntersectWith(words.Keys);
        if (alone.Count == 0 && words.Count > 0)
            alone.UnionWith([words.Keys.First(), last!]);
    }

    /// <summary>Under which it is found.</summary>
    public string Key { get; }

    /// <summary>The keys of its words.</summary>
    public IReadOnlyCollection<string> Words => words.Keys;

    private readonly Dictionary<string, string> words = [];
    private readonly HashSet<string> alone = []; // those that may stand for it by themselves
    private readonly string? last;

    internal bool Has(string key) => words.ContainsKey(key);

    /// <summary>True where one of these words may stand for the name.</summary>
    internal bool IsAlone(string key) => alone.Contains(key);

    /// <summary>
    /// Where it stands from one of these words on; null where it does not, and where a longer name begins so: “Kim Il Sung Square” is not
    /// Kim Jong Un.
    /// </summary>
    internal TextSpan? At(string text, List<WordStem> stems, int from)
    {
        var to = from;
        while (to < stems.Count && IsOf(text, stems[to]) && (to == from || IsNext(text, stems[to - 1], stems[to])))
            to++;
        if (to == from || (to == from + 1 && !alone.Contains(stems[from].Key) && words.Count > 1))
            return null;
        var end = stems[to - 1];
        var isCut = end.Key != last && to < stems.Count && IsNext(text, end, stems[to]);
        return isCut && (char.IsUpper(text[stems[to].Span.Start]) || text[end.Span.End] == '-') && !SoughtWords.IsDate(stems[to].Key)
            ? null
            : new(stems[from].Span.Start, end.Span.End - stems[from].Span.Start);
    }

    // “UN” is not the last word of “Kim Jong Un”.
    private bool IsOf(string text, WordStem stem) =>
        words.TryGetValue(stem.Key, out var printed)
        && (printed.Length > 3 ? char.IsUpper(text[stem.Span.Start]) : stem.Span.In(text) == printed || IsHyphened(text, stem, printed));

    private static bool IsHyphened(string text, WordStem stem, string printed) =>
        stem.Span.Start > 0
        && text[stem.Span.Start - 1] == '-'
        && string.Equals(stem.Span.In(text), printed, StringComparison.OrdinalIgnoreCase);

    private static bool IsNext(string text, WordStem one, WordStem next) =>
        next.Span.Start - one.Span.End == 1 && text[one.Span.End] is ' ' or '\u00A0' or '-';
}

/// <summary>The names of a casebook’s actors as far as they are printed with capitals; of others each word is sought.</summary>
public sealed class SoughtNames
{
    // By the actors, which most edits leave alone.
    private static readonly Derived<Shelf<Actor>, SoughtNames> Known = new(actors => new(actors));

    private readonly Dictionary<string, List<SoughtName>> byWord = [];
    private readonly Dictionary<ActorId, SoughtName> byActor = [];

    private SoughtNames(Shelf<Actor> actors)
    {
        foreach (var actor in actors)
        {
            var name = new SoughtName(actor);
            if (name.Words.Count == 0)
                continue;
            byActor[actor.Id] = name;
            foreach (var word in name.Words)
                (byWord.TryGetValue(word, out var names) ? names : byWord[word] = []).Add(name);
        }
    }

    public static SoughtNames Of(Casebook casebook) => Known.Of(casebook.Actors);

    /// <summary>That of an actor; null where it has no capital.</summary>
    public SoughtName? this[ActorId actor] => byActor.GetValueOrDefault(actor);

    /// <summary>Where they stand in a text, in order; of two that begin at one place the longer.</summary>
    public IEnumerable<(SoughtName Name, TextSpan Span)> In(string text)
    {
        if (byWord.Count == 0)
            return [];
        List<WordStem> stems = [.. WordStems.In(text)];
        return In(text, stems, key => byWord.GetValueOrDefault(key) ?? []);
    }

    /// <summary>The same of some names, in a text whose words are known already.</summary>
    internal static IEnumerable<(SoughtName Name, TextSpan Span)> In(
        string text,
        List<WordStem> words,
        IReadOnlyCollection<SoughtName> names
    ) => In(text, words, key => names.Where(n => n.Has(key)));

    private static IEnumerable<(SoughtName Name, TextSpan Span)> In(
        string text,
        List<WordStem> stems,
        Func<string, IEnumerable<SoughtName>> with
    )
    {
        for (var n = 0; n < stems.Count; n++)
        {
            var found = with(stems[n].Key)
                .Select(name => (Name: name, Span: name.At(text, stems, n)))
                .Where(f => f.Span is not null)
                .Select(f => (f.Name, Span: f.Span!.Value))
                .ToList();
            if (found.Count == 0)
                continue;
            var end = found.Max(f => f.Span.End);
            foreach (var one in found.Where(f => f.Span.End == end))
                yield return one;
            while (n + 1 < stems.Count && stems[n + 1].Span.Start < end)
                n++;
        }
    }

    /// <summary>Which of them stand in a text, and its words in order that are no part of their names.</summary>
    internal (IEnumerable<SoughtName> Names, IEnumerable<WordStem> Words) Apart(string text)
    {
        var found = In(text).ToList();
        return (
            found.Select(n => n.Name),
            SoughtWords
                .In(text)
                .Where(s =>
                    !SoughtWords.IsAnyOf(s.Key)
                    && !Has(text, s)
                    && !found.Exists(n => n.Span.Start <= s.Span.Start && n.Span.End >= s.Span.End)
                )
        );
    }

    /// <summary>True for a word that may stand for one of them: nobody seeks it beside the name.</summary>
    public bool Has(string text, WordStem stem) =>
        byWord.TryGetValue(stem.Key, out var names) && char.IsUpper(text[stem.Span.Start]) && names.Exists(n => n.IsAlone(stem.Key));
}
