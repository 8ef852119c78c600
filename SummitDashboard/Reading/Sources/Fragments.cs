using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Sources;

/// <summary>A fragment of a paragraph whose text is not at hand, cut where what was coded inside it begins and ends.</summary>
/// <param name="Exact">The words, as in the source.</param>
/// <param name="Segments">Owners are places in the list of annotations that was given.</param>
public sealed record Fragment(string Exact, IReadOnlyList<Segment> Segments);

/// <summary>The longest coded fragments of a paragraph: one that stands inside another is shown once, with the marks of both.</summary>
public static class Fragments
{
    /// <summary>The fragments of one paragraph, in the order in which its annotations come.</summary>
    public static List<Fragment> Of(IReadOnlyList<Annotation> annotations) =>
        [.. Gather(annotations).Select(f => new Fragment(f.Exact, Annotations.Segment(f.Exact, [.. Layers(annotations, f)])))];

    /// <summary>
    /// The same, each with the places of what was coded inside it in the list of annotations: each annotation is in one fragment.
    /// </summary>
    public static IReadOnlyList<(string Exact, IReadOnlyList<int> Owners)> Gather(IReadOnlyList<Annotation> annotations)
    {
        if (annotations.Count == 0)
            return [];
        var first = annotations[0].Quotation;
        if (!Known.TryGetValue(first, out var known) || !known.IsOf(annotations))
            Known.AddOrUpdate(first, known = new([.. annotations.Select(a => a.Quotation)], Make(annotations)));
        return known.Fragments;
    }

    // In a paragraph in which nothing was coded anew they are those of the version before.
    private static readonly ConditionalWeakTable<Quotation, Gathered> Known = [];

    private sealed record Gathered(Quotation[] Of, IReadOnlyList<(string Exact, IReadOnlyList<int> Owners)> Fragments)
    {
        public bool IsOf(IReadOnlyList<Annotation> annotations)
        {
            if (annotations.Count != Of.Length)
                return false;
            for (var i = 0; i < Of.Length; i++)
                if (!ReferenceEquals(Of[i], annotations[i].Quotation))
                    return false;
            return true;
        }
    }

    private static List<(string Exact, IReadOnlyList<int> Owners)> Make(IReadOnlyList<Annotation> annotations)
    {
        var (outer, homes) = (new List<string>(), new Dictionary<string, string>());
        foreach (var exact in annotations.Select(a => a.Quotation.Exact).Where(e => e.Length > 0).OrderByDescending(e => e.Length))
        {
            ref var home = ref CollectionsMarshal.GetValueRefOrAddDefault(homes, exact, out var isKnown);
            if (isKnown)
                continue;
            home = outer.Find(o => o.Length > exact.Length && o.Contains(exact, StringComparison.Ordinal));
            if (home is null)
                outer.Add(home = exact);
        }

        var owners = new Dictionary<string, List<int>>();
        for (var i = 0; i < annotations.Count; i++)
            if (annotations[i].Quotation.Exact is { Length: > 0 } exact)
                (owners.TryGetValue(homes[exact], out var inside) ? inside : owners[homes[exact]] = []).Add(i);
        return [.. owners.Select(o => (o.Key, (IReadOnlyList<int>)o.Value))];
    }

    private static IEnumerable<Layer> Layers(IReadOnlyList<Annotation> annotations, (string Exact, IReadOnlyList<int> Owners) fragment) =>
        fragment.Owners.SelectMany(i =>
            Annotations.Layers(
                annotations[i].Quotation,
                fragment.Exact.IndexOf(annotations[i].Quotation.Exact, StringComparison.Ordinal),
                i
            )
        );
}
