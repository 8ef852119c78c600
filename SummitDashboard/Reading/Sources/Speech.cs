using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Sources;

/// <summary>Who is cited: in how many fragments, and in which paragraphs.</summary>
public sealed record CitedUse(string Name, Actor? Actor, int Count, IReadOnlyList<int> Paragraphs);

/// <summary>A word that weakens or evaluates: in how many fragments it stands, where, and on which claims it bears.</summary>
public sealed record WordUse(string Word, int Count, IReadOnlyList<int> Paragraphs, IReadOnlyList<Claim> Claims);

/// <summary>
/// A source's manner: whom it cites, its hedges and its loaded words. A fragment that was coded for several things counts once,
/// and so does one that stands inside a longer one.
/// </summary>
public sealed record Speech(IReadOnlyList<CitedUse> Cites, IReadOnlyList<WordUse> Hedges, IReadOnlyList<WordUse> Loaded)
{
    public static Speech Of(Casebook casebook, Source source)
    {
        var cites = new Dictionary<string, (Cited Who, HashSet<(int, string)> Places)>();
        var (hedges, loaded) = (new Words(), new Words());
        foreach (var paragraph in Annotations.Of(casebook, source).GroupBy(a => a.Quotation.Paragraph).OrderBy(g => g.Key))
        {
            var annotations = paragraph.ToList();
            foreach (var fragment in Fragments.Of(annotations))
            foreach (var owner in fragment.Segments.SelectMany(s => s.Starts).Distinct())
            {
                var (annotation, place) = (annotations[owner], (paragraph.Key, fragment.Exact));
                foreach (var word in annotation.Quotation.Hedges)
                    hedges.Add(word, place, annotation);
                foreach (var word in annotation.Quotation.Loaded)
                    loaded.Add(word, place, annotation);
                if (annotation.Quotation.Cites is not { } cited)
                    continue;
                var key = cited.Actor is { } id ? "@" + id : cited.Other ?? "";
                if (!cites.TryGetValue(key, out var use))
                    cites[key] = use = (cited, []);
                use.Places.Add(place);
            }
        }
        return new(
            [
                .. cites
                    .Values.Select(c => new CitedUse(
                        casebook.NameOf(c.Who),
                        c.Who.Actor is { } id ? casebook.Actors[id] : null,
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
        private readonly Dictionary<string, (string Word, HashSet<(int Paragraph, string Exact)> Places, HashSet<ClaimId> Claims)> found =
            new(StringComparer.OrdinalIgnoreCase);

        public void Add(string word, (int, string) place, Annotation annotation)
        {
            if (!found.TryGetValue(word, out var use))
                found[word] = use = (word, [], []);
            use.Places.Add(place);
            if (annotation is ClaimAnnotation { Claim.Id: var id })
                use.Claims.Add(id);
        }

        public List<WordUse> Uses(Casebook casebook) =>
            [
                .. found
                    .Values.Select(f => new WordUse(
                        f.Word,
                        f.Places.Count,
                        [.. f.Places.Select(p => p.Paragraph).Distinct().Order()],
                        [.. f.Claims.OrderBy(casebook.Claims.PlaceOf).Select(id => casebook.Claims[id])]
                    ))
                    .OrderByDescending(u => u.Count)
                    .ThenBy(u => u.Paragraphs[0])
                    .ThenBy(u => u.Word, StringComparer.Ordinal),
            ];
    }
}
