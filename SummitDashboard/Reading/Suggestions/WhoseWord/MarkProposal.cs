using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// What lists of words say of a quotation: what in it may weaken or evaluate, and whose word it may be. It is a proposal, and counts for
/// nothing until somebody takes it.
/// </summary>
/// <param name="Hedges">Words of the quotation, as they are printed.</param>
/// <param name="Loaded">The same.</param>
/// <param name="Parties">None where no reporting word stands in the sentence, or nobody beside it; several of whom one may be chosen
/// where they speak together.</param>
/// <param name="CitesBy">The reporting word, as it is printed.</param>
public sealed record MarkProposal(IReadOnlyList<string> Hedges, IReadOnlyList<string> Loaded, IReadOnlyList<Cited> Parties, string? CitesBy)
{
    /// <summary>Whose word it may be, where that is one party.</summary>
    public Cited? Cites => Parties is [var one] ? one : null;

    /// <summary>True where nothing is proposed.</summary>
    public bool IsEmpty => Hedges.Count == 0 && Loaded.Count == 0 && Parties.Count == 0;

    /// <summary>What is proposed for a fragment of a paragraph.</summary>
    /// <param name="earlier">The paragraphs before it: who is named there in full may have half the name here.</param>
    public static MarkProposal Of(
        Casebook casebook,
        WordList words,
        string paragraph,
        TextSpan fragment,
        IEnumerable<string>? earlier = null
    )
    {
        var exact = fragment.In(paragraph);
        var (parties, by) = new Speakers(casebook, words, [.. earlier ?? []]).Of(paragraph, fragment);
        return new(Found(exact, words.Hedges), Found(exact, words.Loaded), parties, by);
    }

    /// <summary>Without what is marked already, or was marked as something else.</summary>
    public MarkProposal Without(IReadOnlyCollection<string> hedges, IReadOnlyCollection<string> loaded, bool isCited) =>
        this with
        {
            Hedges = [.. Hedges.Except(hedges)],
            Loaded = [.. Loaded.Except(loaded).Except(hedges)],
            Parties = isCited ? [] : Parties,
        };

    private static string[] Found(string exact, IReadOnlyList<string> words) =>
        [.. Phrases.In(exact, words).Select(s => s.In(exact)).Distinct()];
}
