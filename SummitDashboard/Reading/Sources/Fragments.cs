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
    public static List<(string Exact, List<int> Owners)> Gather(IReadOnlyList<Annotation> annotations)
    {
        var outer = new List<string>();
        foreach (
            var exact in annotations.Select(a => a.Quotation.Exact).Distinct().Where(e => e.Length > 0).OrderByDescending(e => e.Length)
        )
            if (!outer.Exists(o => o.Contains(exact, StringComparison.Ordinal)))
                outer.Add(exact);

        var owners = new Dictionary<string, List<int>>();
        for (var i = 0; i < annotations.Count; i++)
            if (
                annotations[i].Quotation.Exact is { Length: > 0 } exact
                && outer.Find(o => o.Contains(exact, StringComparison.Ordinal)) is { } home
            )
                (owners.TryGetValue(home, out var inside) ? inside : owners[home] = []).Add(i);
        return [.. owners.Select(o => (o.Key, o.Value))];
    }

    private static IEnumerable<Layer> Layers(IReadOnlyList<Annotation> annotations, (string Exact, List<int> Owners) fragment) =>
        fragment.Owners.SelectMany(i =>
            Annotations.Layers(
                annotations[i].Quotation,
                fragment.Exact.IndexOf(annotations[i].Quotation.Exact, StringComparison.Ordinal),
                i
            )
        );
}
