using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Search;

/// <summary>How many hits there are of each value of a facet, by what the address calls it.</summary>
public sealed record SearchFacet(string Name, IReadOnlyList<(string Value, int Count)> Values)
{
    /// <summary>
    /// What there is to choose: of each facet all its values, whatever is chosen of it. Of cells without a telling only the state counts,
    /// since they are shown where that is chosen.
    /// </summary>
    /// <param name="counts">Of what was typed.</param>
    /// <param name="sources">Those of the casebook; none where there are several.</param>
    public static List<SearchFacet> Of(IReadOnlyCollection<FullTextCount> counts, IReadOnlyList<Source> sources)
    {
        var all = counts.Where(c => c.Kind != SearchKind.Cell).ToList();
        var order = sources.Select((s, n) => (s, n)).ToDictionary(p => p.s.Id.Value, p => (p.s.Siglum, p.n));
        int Graded(string tag) => all.Where(c => c.Grade == tag).Sum(c => c.Count);
        return
        [
            new("in", [.. all.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (Vocabulary.Of(g.Key), g.Sum(c => c.Count)))]),
            new(
                "source",
                [
                    .. all.Where(c => order.ContainsKey(c.Source))
                        .GroupBy(c => c.Source)
                        .OrderBy(g => order[g.Key].n)
                        .Select(g => (order[g.Key].Siglum, g.Sum(c => c.Count))),
                ]
            ),
            new(
                "stance",
                [
                    .. counts
                        .Where(c => c.State.Length > 0)
                        .GroupBy(c => c.State)
                        .OrderBy(g => Vocabulary.TryRead<Stance>(g.Key, out var stance) ? (int)stance : int.MaxValue)
                        .Select(g => (g.Key, g.Sum(c => c.Count))),
                ]
            ),
            new(
                "lang",
                [
                    .. all.Where(c => c.Language.Length > 0)
                        .GroupBy(c => c.Language)
                        .OrderByDescending(g => g.Sum(c => c.Count))
                        .Select(g => (g.Key, g.Sum(c => c.Count))),
                ]
            ),
            new("is", [.. new[] { ("rated", Graded(SearchTags.Rated)), ("unrated", Graded(SearchTags.Unrated)) }.Where(g => g.Item2 > 0)]),
        ];
    }
}
