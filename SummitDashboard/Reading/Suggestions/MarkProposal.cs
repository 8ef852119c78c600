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
            if (WhoseWord.Beside(sentence, verb) is { } name)
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
}
