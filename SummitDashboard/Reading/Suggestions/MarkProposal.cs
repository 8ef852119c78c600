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
    /// <summary>How far from a reporting word a name may stand where no small words tell who is the subject, in characters.</summary>
    private const int Beside = 60;

    /// <summary>True where nothing is proposed.</summary>
    public bool IsEmpty => Hedges.Count == 0 && Loaded.Count == 0 && Cites is null;

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
        var (cites, by) = Cited(casebook, words, paragraph, fragment, earlier ?? []);
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

    private static (Cited?, string?) Cited(
        Casebook casebook,
        WordList words,
        string paragraph,
        TextSpan fragment,
        IEnumerable<string> earlier
    )
    {
        if (SentenceOf(paragraph, fragment) is not { Length: > 0 } whole)
            return default;
        var sentence = whole.In(paragraph);
        var small = SmallWords.Of(words.Language);
        var reporting = Phrases.In(sentence, words.Reporting).Where(v => WhoseWord.IsReporting(sentence, v, small)).ToList();
        if (reporting.Count == 0)
            return default;
        var actors = (
            from actor in casebook.Actors
            from name in Phrases.In(sentence, Forms(actor))
            orderby name.Length descending
            select (actor.Id, Name: name)
        ).ToList();
        if (small.IsEmpty && Nearest(actors, reporting) is var (who, said))
            return (new(who, null), said.In(sentence));
        var at = fragment.Start - whole.Start;
        // What stands before tells more than what comes after.
        foreach (var verb in reporting.OrderBy(v => v.Start >= at + fragment.Length).ThenBy(v => v.Start < at ? at - v.Start : v.Start))
        {
            var party = WhoseWord.Of(sentence, verb, small);
            if (party.IsMeant)
                return default;
            if (party.Name is not { } name)
                continue;
            foreach (var (id, form) in actors)
                if (IsOf(sentence, name, form, small))
                    return (new(id, null), verb.In(sentence));
            var printed = name.In(sentence);
            var full = FullNames.Of(printed, earlier.Append(paragraph[..(whole.Start + name.Start)])) ?? printed;
            return (
                casebook.Actors.FirstOrDefault(a => Forms(a).Contains(full)) is { } known ? new(known.Id, null) : new(null, full),
                verb.In(sentence)
            );
        }
        return default;
    }

    // With what goes on in small letters behind it: “U.S. officials” is one.
    private static TextSpan SentenceOf(string paragraph, TextSpan fragment)
    {
        var found = new TextSpan();
        foreach (var sentence in Sentences.In(paragraph))
        {
            if (found.Length > 0 && char.IsLower(paragraph[sentence.Start]))
                found = new(found.Start, sentence.End - found.Start);
            else if (found.Length > 0 && found.End > fragment.Start)
                break;
            else
                found = sentence;
        }
        return found.Start <= fragment.Start && found.End > fragment.Start ? found : default;
    }

    // “President Putin”, “Falk of the port”; but neither “Kim’s aides” nor “Putin and Kim”.
    private static bool IsOf(string sentence, TextSpan party, TextSpan form, SmallWords small)
    {
        if (form.End <= party.Start || form.Start >= party.End || form.End > party.End)
            return false;
        var words = Words.In(party.In(sentence)).Select(w => new TextSpan(party.Start + w.Start, w.Length)).ToList();
        if (words.Exists(w => (w.End <= form.Start || w.Start >= form.End) && small.Is(w.In(sentence), WordRoles.Joining)))
            return false;
        if (form.End == party.End)
            return true;
        var next = words.FirstOrDefault(w => w.Start >= form.End);
        return form.Start <= party.Start
            && next.Length > 0
            && sentence[form.End] == ' '
            && small.Is(next.In(sentence), WordRoles.Binding | WordRoles.Preposition);
    }

    // Where nothing tells of the subject: whoever stands nearest.
    private static (ActorId, TextSpan)? Nearest(IEnumerable<(ActorId Id, TextSpan Name)> actors, List<TextSpan> reporting) =>
        (
            from actor in actors
            from verb in reporting
            let distance = Distance(actor.Name, verb)
            where distance <= Beside
            orderby distance, actor.Name.Start
            select ((ActorId, TextSpan)?)(actor.Id, verb)
        ).FirstOrDefault();

    // A form of any source: who is known by it elsewhere is likely to be meant here.
    private static IEnumerable<string> Forms(Actor actor) =>
        actor.Names.Select(n => n.Match == NameMatch.Prefix ? n.Form + "*" : n.Form).Append(actor.Name).Distinct();

    private static int Distance(TextSpan one, TextSpan other) =>
        one.Start >= other.End ? one.Start - other.End
        : other.Start >= one.End ? other.Start - one.End
        : int.MaxValue; // “Western reports” says what it is, not who
}
