using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Search;

/// <summary>How many hits there are, by what they are alike in.</summary>
/// <param name="Shown">Of what is shown.</param>
/// <param name="Choices">Of each facet, whatever is chosen of it, among what is chosen of the others.</param>
public sealed record SearchCounts(IReadOnlyList<FullTextCount> Shown, IReadOnlyDictionary<string, IReadOnlyList<FullTextCount>> Choices);

/// <summary>How many hits each value of a facet has, by what the address calls it.</summary>
public sealed record SearchFacet(string Name, IReadOnlyList<(string Value, int Count)> Values)
{
    private static readonly (string Value, string Tag)[] Grades = [("rated", SearchTags.Rated), ("unrated", SearchTags.Unrated)];

    /// <summary>
    /// What there is to choose: of each facet the values that lead to something as the others are chosen, and those that are chosen,
    /// so that they can be left again.
    /// </summary>
    /// <param name="counts">Of one casebook, or of several.</param>
    /// <param name="sources">Those of the casebook; none where there are several.</param>
    public static List<SearchFacet> Of(IReadOnlyCollection<SearchCounts> counts, SearchQuery query, IReadOnlyList<Source> sources)
    {
        var order = sources.Select((s, n) => (s, n)).ToDictionary(p => p.s.Id.Value, p => (p.s.Siglum, p.n));
        return
        [
            Facet("in", c => Vocabulary.Of(c.Kind), c => (int)c.Kind),
            Facet("source", c => order.TryGetValue(c.Source, out var its) ? its.Siglum : "", c => order.GetValueOrDefault(c.Source).n),
            Facet("stance", c => c.State, c => Vocabulary.TryRead<Stance>(c.State, out var stance) ? (int)stance : int.MaxValue),
            Facet("lang", c => c.Language, null),
            Facet(
                "is",
                c => Grades.FirstOrDefault(g => g.Tag == c.Grade).Value ?? "",
                c => Grades.Index().First(g => g.Item.Tag == c.Grade).Index
            ),
        ];

        // Without an order of its own what is most comes first.
        SearchFacet Facet(string name, Func<FullTextCount, string> valueOf, Func<FullTextCount, int>? place)
        {
            var values = counts
                .SelectMany(c => c.Choices[name])
                .SelectMany(c => name == "stance" ? SearchEntry.StatesOf(c.State).Select(s => c with { State = s }) : [c])
                .Where(c => valueOf(c).Length > 0)
                .GroupBy(valueOf)
                .Select(g => (Value: g.Key, Count: g.Sum(c => c.Count), Place: place?.Invoke(g.First()) ?? 0))
                .OrderBy(v => v.Place)
                .ThenByDescending(v => place is null ? v.Count : 0)
                .Select(v => (v.Value, v.Count))
                .ToList();
            var lost = query.Chosen(name).Where(v => !values.Exists(known => known.Value.Equals(v, StringComparison.OrdinalIgnoreCase)));
            return new(name, [.. values, .. sources.Count == 0 && name == "source" ? [] : lost.Select(v => (v, 0))]);
        }
    }
}
