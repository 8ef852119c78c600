using System.Runtime.CompilerServices;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Tables;

/// <summary>
/// How much of their wording the articles of a casebook share, pair by pair (<see cref="SharedWording"/>): of the runs of five words in the
/// prose of one how many stand in that of the other. Boilerplate is left out of both.
/// </summary>
public sealed class SharedWordingTable
{
    /// <summary>The word for it in an address, among the figures of a pair.</summary>
    public const string Kind = "wording";

    /// <summary>Articles of more words than this together are not held against one another.</summary>
    public const int MostWords = 4_000_000;

    // Kept by the source as it is: what is boilerplate in an article is said there.
    private static readonly ConditionalWeakTable<Source, IReadOnlySet<ulong>> Shingles = [];

    private readonly Dictionary<SourceId, int> places;
    private readonly int[] sizes;
    private readonly int[,] shared;

    private SharedWordingTable(Dictionary<SourceId, int> places, int[] sizes, int[,] shared) =>
        (this.places, this.sizes, this.shared) = (places, sizes, shared);

    /// <summary>Holds each article against every other.</summary>
    /// <param name="texts">The sources whose article is here.</param>
    public static SharedWordingTable Of(IReadOnlyList<(Source Source, ArticleText Text)> texts, CancellationToken left = default)
    {
        var all = new List<IReadOnlySet<ulong>>(texts.Count);
        foreach (var (source, text) in texts)
        {
            left.ThrowIfCancellationRequested();
            all.Add(Shingles.GetValue(source, s => SharedWording.ShinglesOf(Prose(s, text))));
        }
        return new(texts.Index().ToDictionary(t => t.Item.Source.Id, t => t.Index), [.. all.Select(s => s.Count)], Count(all, left));
    }

    /// <summary>The paragraphs of an article; one that is boilerplate is left empty, so that the others keep their numbers.</summary>
    public static IReadOnlyList<string> Prose(Source source, ArticleText text) =>
        [.. text.Paragraphs.Select((p, n) => source.IsBoilerplate(n + 1) ? "" : p)];

    /// <summary>
    /// Of two sources; null where the article of one is not here, or is too short to have a run of five words.
    /// </summary>
    public SharedWording? Of(Source one, Source other)
    {
        if (!places.TryGetValue(one.Id, out var i) || !places.TryGetValue(other.Id, out var j) || sizes[i] == 0 || sizes[j] == 0)
            return null;
        double both = i == j ? sizes[i] : shared[Math.Min(i, j), Math.Max(i, j)];
        return new(both / sizes[i], both / sizes[j]);
    }

    // Shingle by shingle: most stand in one article alone, and cost no comparison.
    private static int[,] Count(List<IReadOnlySet<ulong>> all, CancellationToken left)
    {
        var holders = new Dictionary<ulong, List<int>>();
        var shared = new int[all.Count, all.Count];
        for (var j = 0; j < all.Count; j++)
        {
            left.ThrowIfCancellationRequested();
            foreach (var shingle in all[j])
            {
                if (!holders.TryGetValue(shingle, out var before))
                    holders[shingle] = before = new(1);
                foreach (var i in before)
                    shared[i, j]++;
                before.Add(j);
            }
        }
        return shared;
    }
}
