using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Whose word a fragment may be, as the casebook knows them.</summary>
/// <param name="earlier">The paragraphs before it: who is named there in full may have half the name here.</param>
internal sealed class Speakers(Casebook casebook, WordList words, IReadOnlyList<string> earlier)
{
    /// <summary>How far from a reporting word a name may stand where no small words tell who is the subject, in characters.</summary>
    private const int Beside = 60;

    private readonly SmallWords small = SmallWords.Of(words.Language);
    private readonly PartyNouns nouns = PartyNouns.Of(words.Language);

    private static readonly (IReadOnlyList<Cited>, string?) Nobody = ([], null);

    /// <summary>Those who speak, and the reporting word as it is printed.</summary>
    public (IReadOnlyList<Cited> Parties, string? By) Of(string paragraph, TextSpan fragment)
    {
        if (SentenceOf(paragraph, fragment) is not { Length: > 0 } whole)
            return Nobody;
        var sentence = whole.In(paragraph);
        var reporting = Reporting(sentence);
        if (reporting.Count == 0)
            return GoesOn(paragraph, whole) is { Length: > 0 } its ? Of(paragraph, its) : Nobody;
        var actors = Actors(sentence);
        if (small.IsEmpty && Nearest(actors, reporting) is var (who, beside))
            return ([new(who, null)], beside.In(sentence));
        var at = fragment.Start - whole.Start;
        // What stands before tells more than what comes after.
        foreach (var verb in reporting.OrderBy(v => v.Start >= at + fragment.Length).ThenBy(v => v.Start < at ? at - v.Start : v.Start))
        {
            var (said, isAfter) = (verb.In(sentence), verb.Start >= at + fragment.Length);
            // “Accusations from” are those that follow; “as he said” behind a quotation is of that alone.
            if (isAfter && (ReportingWords.IsNoun(said) || IsOfQuotation(sentence, verb, at + fragment.Length)))
                continue;
            if (!isAfter && verb.Start >= at && ReportingWords.IsOfJudging(said))
                continue;
            var party = WhoseWord.Of(sentence, verb, small);
            if (party.Pronoun is { } pronoun)
                return Meant(paragraph, whole, pronoun) is { } meant ? ([meant], said) : Nobody;
            if (party.Name is not { } name || reporting.Exists(v => v.Start >= name.Start && v.End <= name.End))
                continue; // “laut KCNA lobte”
            var found = Named(paragraph, whole, name, actors);
            if (found.Count > 0 && (!ReportingWords.IsOfThings(said) || found.TrueForAll(IsPerson)))
                return (found, said);
        }
        return Nobody;
    }

    // “‘It rains,’ Falk said. ‘It is cold.’”: the sentence of the same paragraph behind which a quotation goes on.
    private static TextSpan GoesOn(string paragraph, TextSpan whole)
    {
        var before = SentencesOf(paragraph).TakeWhile(s => s.Start < whole.Start).LastOrDefault();
        return
            before.Length > 0 && paragraph[whole.Start] is '"' or '“' or '„' or '«' && paragraph[before.Start] is '"' or '“' or '„' or '«'
            ? new(before.Start, 1)
            : default;
    }

    // “To build a ‘new order’ as Falk said”: what stands before the marks is not his.
    private bool IsOfQuotation(string sentence, TextSpan verb, int end)
    {
        var close = sentence.AsSpan(0, verb.Start).LastIndexOfAny("\"”“»");
        if (close < end)
            return false;
        var open = sentence.AsSpan(0, close).LastIndexOfAny("\"“„«");
        var next = Words.In(sentence[close..verb.Start]);
        return open >= end && next.Count > 1 && ReportedClauses.IsComparing(next[0].In(sentence[close..verb.Start]));
    }

    private List<TextSpan> Reporting(string sentence) =>
        [.. Phrases.In(sentence, words.Reporting).Where(v => ReportingWords.IsReporting(sentence, v, small))];

    private List<(ActorId Id, TextSpan Name)> Actors(string sentence) =>
        [
            .. from actor in casebook.Actors
            from name in Phrases.In(sentence, Forms(actor))
            orderby name.Length descending
            select (actor.Id, name),
        ];

    private List<Cited> Named(string paragraph, TextSpan whole, TextSpan name, List<(ActorId Id, TextSpan Name)> actors)
    {
        var sentence = whole.In(paragraph);
        var parties = new Parties(sentence, small, nouns);
        // A source of the casebook may be a text.
        if (parties.IsText(name) && SourceOf(name.In(sentence)) is { } source)
            return [new(null, source)];
        return [.. parties.In(name).Select(One).Distinct()];

        Cited One(TextSpan party)
        {
            foreach (var (id, form) in actors)
                if (IsOf(sentence, party, form))
                    return new(id, null);
            var printed = party.In(sentence);
            var full = FullNames.Of(printed, earlier.Append(paragraph[..(whole.Start + party.Start)])) ?? printed;
            return casebook.Actors.FirstOrDefault(a => Forms(a).Contains(full)) is { } known ? new(known.Id, null) : new(null, full);
        }
    }

    private string? SourceOf(string printed) =>
        casebook
            .Sources.FirstOrDefault(s =>
                Folding.Of(s.Name) == Folding.Of(printed) || Folding.Of(s.Title?.Value ?? "") == Folding.Of(printed)
            )
            ?.Name;

    // “He said” behind a sentence in which one alone speaks, or that begins with the one actor who is named in it; but not where others
    // stand before it in its own sentence.
    private Cited? Meant(string paragraph, TextSpan whole, TextSpan pronoun, int most = 3)
    {
        var kind = Pronouns.Of(pronoun.In(whole.In(paragraph)));
        if (kind is PronounKind.None || SentenceWords.Clause(whole.In(paragraph), pronoun.Start, 20).Exists(IsName))
            return null;
        var before = SentencesOf(paragraph).TakeWhile(s => s.Start < whole.Start).LastOrDefault();
        var printed = paragraph;
        if (before.Length == 0 && earlier.Count > 0)
            (printed, before) = (earlier[^1], SentencesOf(earlier[^1]).LastOrDefault());
        if (before.Length == 0 || most == 0)
            return null;
        var sentence = before.In(printed);
        var actors = Actors(sentence);
        var found = new List<Cited>();
        foreach (var party in Reporting(sentence).Select(v => WhoseWord.Of(sentence, v, small)))
            if (party.Pronoun is { } other && Pronouns.Of(other.In(sentence)) == kind)
                found.AddRange(Meant(printed, before, other, most - 1) is { } meant ? [meant] : []);
            else if (party.Name is { } name)
                found.AddRange(Named(printed, before, name, actors));
        var fit = found.Distinct().Where(f => kind.Fits(f, nouns, small)).ToList();
        if (found.Count > 0)
            return fit is [var one] ? one : null;
        var named = actors.Select(a => a.Id).Distinct().ToList();
        return kind == PronounKind.Person && named.Count == 1 && actors.Exists(a => BeginsWith(sentence, a.Name))
            ? new(named[0], null)
            : null;

        bool IsName(TextSpan word) =>
            SentenceWords.IsCapital(whole.In(paragraph), word)
            && word.Start > 0
            && small[word.In(whole.In(paragraph))] == WordRoles.None
            && !small.HasCapitals;
    }

    // Also behind a title.
    private static bool BeginsWith(string sentence, TextSpan name) =>
        Words.In(sentence).TakeWhile(w => w.Start < name.Start).All(w => SentenceWords.IsCapital(sentence, w))
        && !SentenceWords.HasSign(sentence, 0, name.Start);

    private bool IsPerson(Cited cited) =>
        cited.Actor is not null
        || (cited.Other is { } other && Words.Of(other).Count() > 1 && Words.Of(other).All(w => char.IsUpper(w[0]) && !nouns.IsHouse(w)));

    private static TextSpan SentenceOf(string paragraph, TextSpan fragment) =>
        SentencesOf(paragraph).FirstOrDefault(s => s.Start <= fragment.Start && s.End > fragment.Start);

    // With what goes on behind a point that ends nothing: “U.S. officials” and “Mr. Falk” are one.
    private static IEnumerable<TextSpan> SentencesOf(string paragraph)
    {
        var found = new TextSpan();
        foreach (var sentence in Sentences.In(paragraph))
        {
            var isOpen =
                found.Length > 0
                && (char.IsLower(paragraph[sentence.Start]) || (Words.In(found.In(paragraph)) is [.., var last] && IsTitled(last)));
            if (found.Length > 0 && !isOpen)
                yield return found;
            found = isOpen ? new(found.Start, sentence.End - found.Start) : sentence;
        }
        if (found.Length > 0)
            yield return found;

        bool IsTitled(TextSpan last) => SentenceWords.IsTitle(paragraph, new(found.Start + last.Start, last.Length));
    }

    // “President Putin”, “Falk of the port”; but not “Kim’s aides”.
    private bool IsOf(string sentence, TextSpan party, TextSpan form)
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
