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
    public static List<Fragment> Of(IReadOnlyList<Annotation> annotations)
    {
        var outer = new List<string>();
        foreach (
            var exact in annotations.Select(a => a.Quotation.Exact).Distinct().Where(e => e.Length > 0).OrderByDescending(e => e.Length)
        )
            if (!outer.Exists(o => o.Contains(exact, StringComparison.Ordinal)))
                outer.Add(exact);

        var layers = new Dictionary<string, List<Layer>>();
        for (var i = 0; i < annotations.Count; i++)
        {
            var quotation = annotations[i].Quotation;
            if (outer.Find(o => o.Contains(quotation.Exact, StringComparison.Ordinal)) is not { } home)
                continue;
            if (!layers.TryGetValue(home, out var list))
                layers[home] = list = [];
            list.AddRange(Annotations.Layers(quotation, home.IndexOf(quotation.Exact, StringComparison.Ordinal), i));
        }
        return [.. layers.Select(l => new Fragment(l.Key, Annotations.Segment(l.Key, l.Value)))];
    }
}
