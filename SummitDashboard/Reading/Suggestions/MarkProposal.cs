using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// What lists of words say of a quotation: what in it may weaken or evaluate, and whose word it may be. It is a proposal, and counts for
/// nothing until somebody takes it.
/// </summary>
/// <param name="Hedges">Words of the quotation, as they are printed.</param>
/// <param name="Loaded">The same.</param>
/// <param name="Cites">Null where no reporting word stands in the sentence, or nobody beside it.</param>
/// <param name="CitesBy">The reporting word, as it is printed.</param>
public sealed record MarkProposal(IReadOnlyList<string> Hedges, IReadOnlyList<string> Loaded, Cited? Cites, string? CitesBy)
{
    /// <summary>How far from a reporting word a name may stand, in characters.</summary>
    private const int Beside = 60;

    /// <summary>How many words an institution’s name has at most.</summary>
    private const int MostOfName = 8;

    /// <summary>True where nothing is proposed.</summary>
    public bool IsEmpty => Hedges.Count == 0 && Loaded.Count == 0 && Cites is null;

    /// <summary>What is proposed for a fragment of a paragraph.</summary>
    public static MarkProposal Of(Casebook casebook, WordList words, string paragraph, TextSpan fragment)
    {
        var exact = fragment.In(paragraph);
        var (cites, by) = Cited(casebook, words, paragraph, fragment);
        return new(Found(exact, words.Hedges), Found(exact, words.Loaded), cites, by);
    }

    /// <summary>Without what is marked already, or was marked as something else.</summary>
    public MarkProposal Without(IReadOnlyCollection<string> hedges, IReadOnlyCollection<string> loaded, bool isCited) =>
        this with
        {
            Hedges = [.. Hedges.Except(hedges)],
            Loaded = [.. Loaded.Except(loaded).Except(hedges)],
            Cites = isCited ? null : Cites,
        };

    private static string[] Found(string exact, IReadOnlyList<string> words) =>
        [.. Phrases.In(exact, words).Select(s => s.In(exact)).Distinct()];

    private static (Cited?, string?) Cited(Casebook casebook, WordList words, string paragraph, TextSpan fragment)
    {
        if (Sentences.In(paragraph).FirstOrDefault(s => s.Start <= fragment.Start && s.End > fragment.Start) is not { Length: > 0 } whole)
            return default;
        var sentence = whole.In(paragraph);
        var reporting = Phrases.In(sentence, words.Reporting).ToList();
        if (reporting.Count == 0)
            return default;
        var nearest = (
            from actor in casebook.Actors
            from name in Phrases.In(sentence, Forms(actor))
            from verb in reporting
            let distance = Distance(name, verb)
            where distance <= Beside
            orderby distance, name.Start
            select ((ActorId, TextSpan)?)(actor.Id, verb)
        ).FirstOrDefault();
        if (nearest is var (who, said))
            return (new(who, null), said.In(sentence));
        foreach (var verb in reporting)
            if (Institution(sentence, verb) is { } name)
                return (new(null, name), verb.In(sentence));
        return default;
    }

    // A form of any source: who is known by it elsewhere is likely to be meant here.
    private static IEnumerable<string> Forms(Actor actor) =>
        actor.Names.Select(n => n.Match == NameMatch.Prefix ? n.Form + "*" : n.Form).Append(actor.Name).Distinct();

    private static int Distance(TextSpan one, TextSpan other) =>
        one.Start >= other.End ? one.Start - other.End
        : other.Start >= one.End ? other.Start - one.End
        : int.MaxValue; // “Western reports” says what it is, not who

    // Words with capitals beside the reporting word, with no sign between: “US and South Korean officials said”, “according to the North’s
    // Foreign Ministry”. A sentence’s first word has a capital anyway.
    private static string? Institution(string sentence, TextSpan verb)
    {
        var words = Words.In(sentence);
        var (before, after) = (words.Where(w => w.End <= verb.Start).Reverse(), words.Where(w => w.Start >= verb.End));
        return Run(before, verb.Start, false) ?? Run(after, verb.End, true);

        string? Run(IEnumerable<TextSpan> beside, int edge, bool isAfter)
        {
            var run = new List<TextSpan>();
            foreach (var word in beside.Take(MostOfName))
            {
                var (from, to) = isAfter ? (edge, word.Start) : (word.End, edge);
                if (sentence.AsSpan(from, to - from).ContainsAnyExcept(" \u00A0'’"))
                    break;
                run.Add(word);
                edge = isAfter ? word.End : word.Start;
            }
            if (!isAfter)
                run.Reverse();
            var first = run.FindIndex(w => char.IsUpper(sentence[w.Start]) && w.Start > 0);
            if (first < 0)
                return null;
            // Before a verb a common noun may follow the name (“South Korean officials”); behind it the name ends with its last capital.
            var last = isAfter ? run.FindLastIndex(w => char.IsUpper(sentence[w.Start])) : run.Count - 1;
            if (first == 1 && char.IsUpper(sentence[run[0].Start]) && run[1].Start - run[0].End == 1 && !isAfter)
                first = 0;
            return sentence[run[first].Start..run[last].End];
        }
    }
}
