using System.Runtime.CompilerServices;
using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>A question the sources answer differently, with the slots in which their tellings can be laid side by side.</summary>
public sealed record Claim : Item<Claim>
{
    /// <summary>Of its id alone: equal ones have the same, and the whole of it is long.</summary>
    public override int GetHashCode() => Id.GetHashCode();

    public required string Question { get; init; }

    /// <summary>Neutral wording, none of the sources' evaluative words.</summary>
    public required string Statement { get; init; }

    /// <summary>Key of a theme.</summary>
    public required string Theme { get; init; }

    /// <summary>Place in story order.</summary>
    public required int Order { get; init; }

    /// <summary>Id of the event the claim hangs on, if it hangs on one.</summary>
    public EventId? Event { get; init; }

    /// <summary>Two to five slots, in the order shown.</summary>
    public IReadOnlyList<Aspect> Aspects { get; init; } = [];

    /// <summary>True where it has an aspect of this key.</summary>
    public bool Has(string aspect) => Aspects.Any(a => a.Key == aspect);

    /// <summary>At most one per source; a source without one is uncoded.</summary>
    public IReadOnlyList<Framing> Framings { get; init; } = [];

    /// <summary>The term that another source than this has for the same words in a slot; null where none has them.</summary>
    public string? TermOfWords(string aspect, string words, SourceId than)
    {
        var folded = Folding.Of(words);
        return Framings
            .Where(f => f.Source != than)
            .Select(f => f.In(aspect))
            .FirstOrDefault(slot => slot is not null && Folding.Of(slot.Text) == folded)
            ?.Value;
    }

    /// <summary>The framing of a source, or null where nobody has looked yet.</summary>
    public Framing? Of(SourceId sourceId)
    {
        if (Framings.Count > Few)
            return Known.GetValue(Framings, BySource).GetValueOrDefault(sourceId);
        foreach (var framing in Framings)
            if (framing.Source == sourceId)
                return framing;
        return null;
    }

    // Of a claim that many sources tell they are looked up. Kept by the list, which the claim of the next version shares unless it is told
    // anew.
    private const int Few = 12;
    private static readonly ConditionalWeakTable<IReadOnlyList<Framing>, Dictionary<SourceId, Framing>> Known = [];

    private static Dictionary<SourceId, Framing> BySource(IReadOnlyList<Framing> framings)
    {
        var found = new Dictionary<SourceId, Framing>(framings.Count);
        foreach (var framing in framings)
            found.TryAdd(framing.Source, framing);
        return found;
    }
}

/// <summary>A slot of a claim.</summary>
public sealed record Aspect(string Key, string Label);

/// <summary>One source's telling of one claim.</summary>
public sealed record Framing
{
    /// <summary>Id of the source.</summary>
    public required SourceId Source { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>A second stance, where the source does two things.</summary>
    public Stance? Also { get; init; }

    public string? Coder { get; init; }
    public IReadOnlyList<Quotation> Quotations { get; init; } = [];
    public IReadOnlyList<AspectValue> Aspects { get; init; } = [];

    /// <summary>
    /// Keys of the slots that the coder looked for and found empty. A slot that is neither here nor filled is not yet coded.
    /// </summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    public IReadOnlyList<NewsFrame> Frames { get; init; } = [];

    /// <summary>One sentence of the coder's, defensible from the quotations.</summary>
    public string? Gloss { get; init; }

    /// <summary>The editor's note on this telling, Markdown. Hostile until rendered.</summary>
    public string? Note { get; init; }

    /// <summary>Who read the whole source and found nothing; only where the stance is silent.</summary>
    public string? ReadBy { get; init; }
    public DateOnly? ReadOn { get; init; }

    /// <summary>
    /// What this source fills a slot with; null where it leaves it empty (<see cref="Empty"/>), or where nobody has looked.
    /// </summary>
    public AspectValue? In(string aspect)
    {
        foreach (var value in Aspects)
            if (value.Key == aspect)
                return value;
        return null;
    }

    /// <summary>
    /// The short term of a slot, as it is compared: "" where the coder found it empty, null where it is not yet coded, of which
    /// nothing follows.
    /// </summary>
    public string? TermOf(string aspect) => In(aspect)?.Value ?? (Empty.Contains(aspect) ? "" : null);

    /// <summary>The slots of a claim that are neither filled nor found empty.</summary>
    public IEnumerable<Aspect> NotYetCoded(Claim claim) => Stance == Stance.Silent ? [] : claim.Aspects.Where(a => TermOf(a.Key) is null);
}

/// <summary>
/// A slot filled: <paramref name="Value"/> is a short term compared across sources, <paramref name="Text"/> what is shown.
/// </summary>
public sealed record AspectValue(string Key, string Value, string Text);
