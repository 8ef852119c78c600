using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Whom a pronoun means: whoever alone spoke before, or begins the sentence.</summary>
internal sealed partial class Speakers
{
    private const int MostBack = 3; // “he” before “he” before “he”

    private (IReadOnlyList<Cited>, string?) OfNaming(string paragraph, TextSpan whole, TextSpan verb, Party party)
    {
        var sentence = whole.In(paragraph);
        IReadOnlyList<Cited> found =
            party.Name is { } name ? Named(paragraph, whole, name, Actors(sentence))
            : party.Pronoun is { } pronoun && MeantWithin(paragraph, whole, pronoun, MostBack) is { } meant ? [meant]
            : [];
        return found.Count > 0 ? (found, verb.In(sentence)) : Nobody;
    }

    // “Mr Falk thanked her for what he called ‘steady support’”.
    private (IReadOnlyList<Cited>, string?) OfNamingWithin(string paragraph, TextSpan whole, TextSpan fragment) =>
        Namings.Within(whole.In(paragraph), new(fragment.Start - whole.Start, fragment.Length), small) is var (verb, party)
            ? OfNaming(paragraph, whole, verb, party)
            : Nobody;

    // “His ministry” by the minister who was named last, “its ministry” by whoever “it” is; else nobody.
    private Cited? WholeHouse(string paragraph, TextSpan whole, TextSpan party)
    {
        var sentence = whole.In(paragraph);
        var (printed, whose) = (party.In(sentence), HalfHouses.Whose(sentence, party)!.Value);
        var name = whose.In(sentence).ToLowerInvariant() switch
        {
            "his" or "her" when printed == "ministry" => HalfHouses.OfMinister(
                SentencesOf(paragraph).TakeWhile(s => s.Start < whole.Start).LastOrDefault().In(paragraph) + " " + sentence[..party.Start]
            ),
            "its" when Meant(paragraph, whole, whose)?.Other is { } owner => $"{owner}{(paragraph.Contains('\'') ? '\'' : '’')}s {printed}",
            _ => null,
        };
        return name is null ? null : new(null, CitedNames.Of(casebook).Find(Folding.Of(name)) is { Actor: null } known ? known.Name : name);
    }

    // “He said” behind a sentence in which one alone speaks, or that begins with the one person who is named in it; but not where others
    // stand before it in its own sentence.
    private Cited? Meant(string paragraph, TextSpan whole, TextSpan pronoun, int most = MostBack)
    {
        var printed = whole.In(paragraph);
        var kind = Pronouns.Of(printed[pronoun.Start..pronoun.End]);
        if (kind is PronounKind.None || most == 0)
            return null;
        if (SpokenBefore(paragraph, whole, pronoun) || GoesOnWithin(printed, pronoun))
            return MeantWithin(paragraph, whole, pronoun, most);
        if (SentenceWords.Clause(printed, pronoun.Start, 20).Exists(IsName))
            return null;
        var text = paragraph;
        var before = SentencesOf(paragraph).TakeWhile(s => s.Start < whole.Start).LastOrDefault();
        if (before.Length == 0 && earlier.Count > 0)
            (text, before) = (earlier[^1], SentencesOf(earlier[^1]).LastOrDefault());
        if (before.Length == 0)
            return null;
        var (found, isSaid) = Speaking(text, before, kind, before.Length, most);
        if (isSaid)
            return found;
        return Beginning(text, before, kind) ?? (IsOneOf(printed, pronoun) ? OfSeveral(text, before, most) : null);

        bool IsName(TextSpan word) =>
            SentenceWords.IsCapital(printed, word) && word.Start > 0 && small[word.In(printed)] == WordRoles.None && !small.HasCapitals;
    }

    // “One of them said”: of several who spoke two sentences before, where nobody did in between.
    private Cited? OfSeveral(string text, TextSpan between, int most)
    {
        var before = SentencesOf(text).TakeWhile(s => s.Start < between.Start).LastOrDefault();
        return
            before.Length > 0
            && Speaking(text, before, PronounKind.House, before.Length, most).Found is { } found
            && Pronouns.AreMany(found, nouns, small)
            ? found
            : null;
    }

    private static bool IsOneOf(string sentence, TextSpan pronoun) =>
        pronoun.In(sentence) == "them" && sentence[..pronoun.Start].EndsWith(" of ", StringComparison.Ordinal);

    // In its own sentence: who spoke before it there, or who begins the sentence.
    private Cited? MeantWithin(string paragraph, TextSpan whole, TextSpan pronoun, int most)
    {
        var sentence = whole.In(paragraph);
        var kind = Pronouns.Of(pronoun.In(sentence));
        if (kind is PronounKind.None)
            return null;
        var (found, isSaid) = Speaking(paragraph, whole, kind, pronoun.Start, most);
        if (isSaid)
            return found;
        var words = Words.In(sentence).TakeWhile(w => w.End <= pronoun.Start).ToList();
        if (words.Exists(w => Pronouns.IsRelative(w.In(sentence))))
            return null; // “met Falk, who spoke of what he called”
        var first = words.FirstOrDefault(w => !small.Is(w.In(sentence), WordRoles.Adverb));
        if (first.Length > 0 && Pronouns.Of(first.In(sentence)) == kind)
            return Meant(paragraph, whole, first, most - 1);
        return kind == PronounKind.Person ? WhoBegins.Person(sentence, Actors(sentence), nouns, small) : null;
    }

    // Who alone speaks in a sentence up to a place, of those whom the pronoun may mean; and whether anybody does.
    private (Cited? Found, bool IsSaid) Speaking(string paragraph, TextSpan whole, PronounKind kind, int end, int most)
    {
        var sentence = whole.In(paragraph);
        var actors = Actors(sentence);
        var found = new List<Cited>();
        foreach (var party in Reporting(sentence).Where(v => v.End <= end).Select(v => WhoseWord.Of(sentence, v, small)))
            if (party.Pronoun is { } other && other.Start < end && Pronouns.Of(other.In(sentence)) == kind)
                found.AddRange(Meant(paragraph, whole, other, most - 1) is { } meant ? [meant] : []);
            else if (party.Name is { } name && name.End <= end)
                found.AddRange(Named(paragraph, whole, name, actors));
        var fit = found.Distinct().Where(f => kind.Fits(f, nouns, small)).ToList();
        return (fit is [var one] ? one : null, found.Count > 0);
    }

    // “Falk said it rains, but he denied”.
    private bool SpokenBefore(string paragraph, TextSpan whole, TextSpan pronoun)
    {
        var sentence = whole.In(paragraph);
        var reporting = Reporting(sentence);
        var bounds = new ClauseBounds(paragraph, whole, reporting, small);
        return !bounds.IsQuoted(pronoun.Start)
            && reporting.Exists(v =>
                v.End <= pronoun.Start
                && !bounds.IsQuoted(v.Start)
                && WhoseWord.Of(sentence, v, small) is var party
                && (party.Name ?? party.Pronoun) is { } who
                && who.End <= pronoun.Start
                && who != pronoun
            );
    }

    // “…, but he denied” in the middle of a sentence.
    private bool GoesOnWithin(string sentence, TextSpan pronoun) =>
        SentenceWords.Clause(sentence, pronoun.Start) is [var first, ..]
        && first.Start > 0
        && small.Is(first.In(sentence), WordRoles.Joining);

    private Cited? Beginning(string paragraph, TextSpan whole, PronounKind kind)
    {
        var sentence = whole.In(paragraph);
        var actors = Actors(sentence);
        if (kind == PronounKind.House)
            return
                WhoBegins.House(sentence, actors.ConvertAll(a => a.Name), nouns, small) is { } house
                && Named(paragraph, whole, house, actors) is [var one]
                ? one
                : null;
        var named = actors.Select(a => a.Id).Distinct().ToList();
        return named.Count == 1 && actors.Exists(a => BeginsWith(sentence, a.Name)) ? new(named[0], null)
            : named.Count < 2 && WhoBegins.Person(sentence, actors, nouns, small) is { } who && named.TrueForAll(a => a == who.Actor) ? who
            : null;
    }

    // Also behind a title.
    private static bool BeginsWith(string sentence, TextSpan name) =>
        Words.In(sentence).TakeWhile(w => w.Start < name.Start).All(w => SentenceWords.IsCapital(sentence, w))
        && !SentenceWords.HasSign(sentence, 0, name.Start);
}
