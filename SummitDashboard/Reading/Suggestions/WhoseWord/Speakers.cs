using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Whose word a fragment may be, as the casebook knows them.</summary>
/// <param name="earlier">The paragraphs before it: who is named there in full may have half the name here.</param>
internal sealed partial class Speakers(Casebook casebook, WordList words, IReadOnlyList<string> earlier)
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
        if (Namings.Of(sentence, fragment.Start - whole.Start, small) is var (naming, named))
            return OfNaming(paragraph, whole, naming, named);
        var reporting = Reporting(sentence);
        if (reporting.Count == 0)
            return GoesOn(paragraph, whole) is { Length: > 0 } its ? Of(paragraph, its) : OfNamingWithin(paragraph, whole, fragment);
        var actors = Actors(sentence);
        if (small.IsEmpty && Nearest(actors, reporting) is var (who, beside))
            return ([new(who, null)], beside.In(sentence));
        var at = fragment.Start - whole.Start;
        var bounds = new ClauseBounds(paragraph, whole, reporting, small);
        foreach (var (verb, party) in OfItsClause(sentence, new(at, fragment.Length), reporting, bounds))
        {
            var said = verb.In(sentence);
            if (party.Pronoun is { } pronoun)
                return Meant(paragraph, whole, pronoun) is { } meant ? ([meant], said) : Nobody;
            if (party.Name is not { } name || reporting.Exists(v => v.Start >= name.Start && v.End <= name.End))
                continue; // “laut KCNA lobte”
            var found = Named(paragraph, whole, name, actors);
            if (found.Count > 0 && (!ReportingWords.IsOfThings(said) || found.TrueForAll(IsPerson)))
                return (found, said);
        }
        return OfNamingWithin(paragraph, whole, fragment);
    }

    // The verbs of the fragment’s own clause. One in it whose subject stands before it is nearest, and what stands before tells more than
    // what comes after.
    private IEnumerable<(TextSpan Verb, Party Party)> OfItsClause(
        string sentence,
        TextSpan fragment,
        List<TextSpan> reporting,
        ClauseBounds bounds
    ) =>
        from verb in reporting
        let said = verb.In(sentence)
        let isAfter = verb.Start >= fragment.End
        let isIn = !isAfter && verb.Start >= fragment.Start
        // “Accusations from” are those that follow; “as he said” behind a quotation is of that alone.
        where !isAfter || !(ReportingWords.IsNoun(said) || IsOfQuotation(sentence, verb, fragment.End))
        where !isIn || !ReportingWords.IsOfJudging(said)
        where !isAfter || !ReportingWords.IsOfWhatFollows(said)
        where isAfter || !Namings.IsCall(said) || !Namings.IsOver(sentence, verb, fragment.Start, small)
        where
            !ReportingWords.IsOfMind(said)
            || !reporting.Exists(v => v.End < verb.Start && !SentenceWords.HasSign(sentence, v.End, verb.Start))
        let party = WhoseWord.Of(sentence, verb, small)
        where !(HungClauses.BeginningOf(sentence, verb, party, small) is { } hung && fragment.End <= hung)
        where
            !bounds.Stand(Math.Min(verb.End, fragment.Start), Math.Max(verb.Start, fragment.Start))
            || (isAfter && bounds.Closes(verb, party.Name ?? party.Pronoun ?? verb))
        let isOwn = isIn && (party.Name ?? party.Pronoun) is { } who && who.Start < fragment.Start
        orderby isAfter, isIn && !isOwn, !isOwn, isAfter || isIn ? verb.Start : -verb.Start
        select (verb, party);

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
        [
            .. Phrases
                .In(sentence, words.Reporting)
                .Where(v => ReportingWords.IsReporting(sentence, v, small))
                .Concat(Namings.Verbs(sentence, small))
                .Distinct()
                .OrderBy(v => v.Start),
        ];

    private List<(ActorId Id, TextSpan Name)> Actors(string sentence) =>
        [
            .. from actor in casebook.Actors
            from form in Phrases.In(sentence, Forms(actor))
            let name = PersonNames.Whole(sentence, form, actor, small)
            where name is not null
            orderby name.Value.Length descending
            select (actor.Id, name.Value),
        ];

    private List<Cited> Named(string paragraph, TextSpan whole, TextSpan name, List<(ActorId Id, TextSpan Name)> actors)
    {
        var sentence = whole.In(paragraph);
        var parties = new Parties(sentence, small, nouns);
        // A source of the casebook may be a text.
        if (parties.IsText(name) && SourceOf(name.In(sentence)) is { } source)
            return [new(null, source)];
        return [.. parties.In(name).Select(One).OfType<Cited>().Distinct()];

        Cited? One(TextSpan party)
        {
            var before = earlier.Append(paragraph[..(whole.Start + party.Start)]);
            foreach (var (id, form) in actors)
                if (IsOf(sentence, party, form))
                    return OfThatName(casebook.Actors[id], form.In(sentence), before);
            if (HalfHouses.IsOne(sentence, party, nouns))
                return WholeHouse(paragraph, whole, party);
            var its = WithoutHonorific(sentence, party, out var isSurname);
            var full = FullNames.Of(its.In(sentence), before)
                ?? WrittenNames.Of(sentence, isSurname ? party : its, [.. earlier, paragraph], casebook, small);
            return casebook.Actors.FirstOrDefault(a => Forms(a).Contains(full)) is { } known ? new(known.Id, null) : new(null, full);
        }
    }

    // “Ms Ann Park” is Ann Park; “Ms Park” is so where she was named in full.
    private static TextSpan WithoutHonorific(string sentence, TextSpan party, out bool isSurname)
    {
        var words = Words.In(party.In(sentence));
        isSurname = words.Count == 2;
        return words.Count > 1 && FullNames.IsHonorific(words[0].In(party.In(sentence)))
            ? new(party.Start + words[1].Start, party.Length - words[1].Start)
            : party;
    }

    // A surname is that of whoever was named so in full last; where that is another than the one who is known, and both are named, it is
    // nobody’s.
    private Cited? OfThatName(Actor actor, string printed, IEnumerable<string> before) =>
        !PersonNames.IsSurname(printed, actor) || PersonNames.LastWith(printed, before, small, nouns) is not var (name, isAlone)
            ? new(actor.Id, null)
        : PersonNames.IsOf(name, actor) ? new(actor.Id, null)
        : isAlone ? new(null, name)
        : null;

    private string? SourceOf(string printed) =>
        casebook
            .Sources.FirstOrDefault(s =>
                Folding.Of(s.Name) == Folding.Of(printed) || Folding.Of(s.Title?.Value ?? "") == Folding.Of(printed)
            )
            ?.Name;

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
