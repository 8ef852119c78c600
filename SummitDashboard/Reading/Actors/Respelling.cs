using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Actors;

/// <summary>A source that spells a person's name otherwise than the panel does; <paramref name="Word"/> is the part that differs.</summary>
public sealed record Respelling(string Word, IReadOnlyList<SourceId> Sources)
{
    private static readonly Derived<Actor, IReadOnlyList<Respelling>> Known = new(Find);

    /// <summary>
    /// The parts of the panel's name that sources spell in another way, each with the ids of those sources. A form counts where its last
    /// words are the same name in other letters: the same but for case, hyphens and spaces, or at most two letters apart.
    /// </summary>
    public static IReadOnlyList<Respelling> Of(Actor actor) => Known.Of(actor);

    private static List<Respelling> Find(Actor actor) =>
        [
            .. actor
                .Names.Select(n => (n.Source, Word: Differs(n.Form, actor.Name)))
                .Where(x => x.Word is not null)
                .GroupBy(x => x.Word!, (word, found) => new Respelling(word, [.. found.Select(f => f.Source).Distinct()])),
        ];

    /// <summary>The words of a form that spell the name otherwise; null where it is spelt the same, or is not the whole name.</summary>
    public static string? Differs(string form, string name)
    {
        var words = form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wanted = Letters(name);
        string? found = null;
        for (var (start, closest) = (0, 3); start < words.Length; start++)
        {
            var tail = string.Join(' ', words[start..]);
            if (tail == name)
                return null;
            var apart = Distance(Letters(tail), wanted);
            if (apart >= closest || wanted.Length < 5)
                continue;
            closest = apart;
            var known = name.Split(' ');
            found = string.Join(' ', words[start..].Where(w => !known.Contains(w)));
        }
        return string.IsNullOrEmpty(found) ? null : found;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    // Levenshtein; names are short, and what is far longer is not compared.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2 || a.Length > 200)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
