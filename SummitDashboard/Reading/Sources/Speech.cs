using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Sources;

/// <summary>Who is cited: in how many fragments, and in which paragraphs.</summary>
public sealed record CitedUse(string Name, Actor? Actor, int Count, IReadOnlyList<int> Paragraphs);

/// <summary>A word that weakens or evaluates: in how many fragments it stands, where, and on which claims it bears.</summary>
/// <param name="IsTranslated">True for a word of translations, marked there alone.</param>
public sealed record WordUse(string Word, int Count, IReadOnlyList<int> Paragraphs, IReadOnlyList<Claim> Claims, bool IsTranslated = false);

/// <summary>
/// A source's manner: whom it cites, its hedges and its loaded words. A fragment that was coded for several things counts once,
/// and so does one that stands inside a longer one.
/// </summary>
public sealed record Speech(IReadOnlyList<CitedUse> Cites, IReadOnlyList<WordUse> Hedges, IReadOnlyList<WordUse> Loaded)
{
    public static Speech Of(Casebook casebook, Source source)
    {
        var cites = new Dictionary<string, (CitedParty Who, HashSet<(int, string)> Places)>();
        var (hedges, loaded, names) = (new Words(), new Words(), CitedNames.Of(casebook));
        foreach (var passage in SourceIndex.Of(casebook).Passages(source))
        foreach (var annotation in passage.Coded)
        {
            var place = (passage.Paragraph, passage.Exact);
            var (own, translation) = (annotation.Quotation, annotation.Quotation.Translation);
            hedges.Add(own.Hedges, translation?.Hedges ?? [], place, annotation);
            loaded.Add(own.Loaded, translation?.Loaded ?? [], place, annotation);
            if (own.Cites is not { } cited)
                continue;
            var who = names.Of(cited);
            if (!cites.TryGetValue(who.Key, out var use))
                cites[who.Key] = use = (who, []);
            use.Places.Add(place);
        }
        return new(
            [
                .. cites
                    .Values.Select(c => new CitedUse(
                        c.Who.Name,
                        c.Who.Actor,
                        c.Places.Count,
                        [.. c.Places.Select(p => p.Item1).Distinct().Order()]
                    ))
                    .OrderByDescending(c => c.Count)
                    .ThenBy(c => c.Name, Collation.Of(casebook.Head.Language)),
            ],
            hedges.Uses(casebook),
            loaded.Uses(casebook)
        );
    }

    private sealed class Words
    {
        private readonly Dictionary<
            (string, bool),
            (string Word, HashSet<(int Paragraph, string Exact)> Places, HashSet<ClaimId> Claims)
        > found = [];

        /// <summary>Words of the original, or where none is marked in it, of the translation.</summary>
        public void Add(IReadOnlyList<string> own, IReadOnlyList<string> translated, (int, string) place, Annotation annotation)
        {
            foreach (var word in own.Count > 0 ? own : translated)
                Add(word, own.Count == 0, place, annotation);
        }

        private void Add(string word, bool isTranslated, (int, string) place, Annotation annotation)
        {
            var key = (Folding.Of(word), isTranslated);
            if (!found.TryGetValue(key, out var use))
                found[key] = use = (word, [], []);
            use.Places.Add(place);
            if (annotation is ClaimAnnotation { Claim.Id: var id })
                use.Claims.Add(id);
        }

        public List<WordUse> Uses(Casebook casebook) =>
            [
                .. found
                    .Select(f => new WordUse(
                        f.Value.Word,
                        f.Value.Places.Count,
                        [.. f.Value.Places.Select(p => p.Paragraph).Distinct().Order()],
                        [.. f.Value.Claims.OrderBy(casebook.Claims.PlaceOf).Select(id => casebook.Claims[id])],
                        f.Key.Item2
                    ))
                    .OrderByDescending(u => u.Count)
                    .ThenBy(u => u.Paragraphs[0])
                    .ThenBy(u => u.Word, StringComparer.Ordinal),
            ];
    }
}
