using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Sources;

/// <summary>What a layer over a text marks.</summary>
public enum LayerKind
{
    Words,
    Hedge,
    Loaded,
}

/// <summary>A stretch of a text that is marked; <paramref name="Owner"/> tells whose words they are.</summary>
public readonly record struct Layer(TextSpan Span, LayerKind Kind, int Owner);

/// <summary>A piece of a text under the same layers from end to end.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Owners">Of the layers of words over it, in their order; empty where nothing was coded.</param>
/// <param name="Starts">The owners whose words begin here.</param>
/// <param name="IsHedge">Under a layer that weakens.</param>
/// <param name="IsLoaded">Under a layer that evaluates.</param>
public sealed record Segment(string Text, IReadOnlyList<int> Owners, IReadOnlyList<int> Starts, bool IsHedge, bool IsLoaded);

/// <summary>Finds everything coded on a source, and cuts a text where the layers over it begin and end.</summary>
public static class Annotations
{
    /// <summary>Every fragment coded on a source: claims in story order, then events, then people.</summary>
    public static IEnumerable<Annotation> Of(Casebook casebook, Source source)
    {
        var index = SourceIndex.Of(casebook);
        foreach (var (claim, framing) in index.Tellings(source))
        foreach (var quotation in framing.Quotations)
            yield return new ClaimAnnotation(claim, framing, quotation);
        foreach (var (happening, mention) in casebook.MentionsBySource[source.Id])
            yield return new EventAnnotation(happening, mention);
        foreach (var (actor, role) in index.Roles[source.Id])
            yield return new RoleAnnotation(actor, role);
        foreach (var (actor, statement) in index.Statements[source.Id])
            yield return new StatementAnnotation(actor, statement);
    }

    /// <summary>
    /// The layers of one coded fragment that stands at <paramref name="start"/> (UTF-16 units): its words, its hedges, its loaded words.
    /// </summary>
    public static IEnumerable<Layer> Layers(Quotation quotation, int start, int owner)
    {
        yield return new(new(start, quotation.Exact.Length), LayerKind.Words, owner);
        foreach (var (text, mark) in Highlights.Split(quotation))
        {
            if (mark is not null)
                yield return new(new(start, text.Length), mark == "hedge" ? LayerKind.Hedge : LayerKind.Loaded, owner);
            start += text.Length;
        }
    }

    /// <summary>
    /// Cuts a text at every boundary of the layers, which may overlap in any way. The pieces in order are the whole text. Layers are
    /// trimmed to the text; one that would cut a user-perceived character in two takes it whole.
    /// </summary>
    public static List<Segment> Segment(string text, IReadOnlyCollection<Layer> layers)
    {
        var cuts = new SortedSet<int> { 0, text.Length };
        var placed = new List<(int Start, int End, LayerKind Kind, int Owner)>(layers.Count);
        foreach (var layer in layers)
        {
            var trimmed = Math.Clamp(layer.Span.Start, 0, text.Length);
            var whole = Characters.Whole(
                text,
                new(trimmed, (int)Math.Min((long)layer.Span.Start + layer.Span.Length, text.Length) - trimmed)
            );
            var (start, end) = (whole.Start, whole.End);
            if (start >= end)
                continue;
            placed.Add((start, end, layer.Kind, layer.Owner));
            cuts.Add(start);
            cuts.Add(end);
        }

        var segments = new List<Segment>(cuts.Count);
        var from = 0;
        foreach (var to in cuts)
        {
            if (to > from)
                segments.Add(Piece(text, from, to, placed));
            from = to;
        }
        return segments;
    }

    private static Segment Piece(string text, int from, int to, List<(int Start, int End, LayerKind Kind, int Owner)> layers)
    {
        List<int> owners = [],
            starts = [];
        var (hedge, loaded) = (false, false);
        foreach (var (start, end, kind, owner) in layers)
        {
            if (start > from || end < to)
                continue;
            if (kind == LayerKind.Hedge)
                hedge = true;
            else if (kind == LayerKind.Loaded)
                loaded = true;
            else
            {
                owners.Add(owner);
                if (start == from)
                    starts.Add(owner);
            }
        }
        return new(text[from..to], owners, starts, hedge, loaded);
    }
}
