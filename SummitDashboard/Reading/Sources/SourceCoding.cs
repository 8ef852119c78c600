using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Sources;

/// <summary>What was coded on one paragraph for the same claim, event or person.</summary>
/// <param name="Words">At least one, with their places among everything coded on the source.</param>
/// <param name="First">The paragraph of the source that speaks of it first.</param>
public sealed record CodedNote(IReadOnlyList<(int Place, Annotation Words)> Words, int First)
{
    public Annotation Head => Words[0].Words;
}

/// <summary>
/// Everything coded on one source, gathered by paragraph; kept by <see cref="SourceIndex"/>, since a source may have thousands of
/// fragments.
/// </summary>
public sealed class SourceCoding
{
    private readonly Dictionary<int, List<CodedNote>> notes;

    public SourceCoding(Casebook casebook, Source source)
    {
        All = [.. Annotations.Of(casebook, source)];
        var first = All.GroupBy(Key).ToDictionary(g => g.Key, g => g.Min(a => a.Quotation.Paragraph));
        notes = All.Select((a, place) => (place, a))
            .GroupBy(p => p.a.Quotation.Paragraph)
            .ToDictionary(p => p.Key, p => p.GroupBy(w => Key(w.a)).Select(g => new CodedNote([.. g], first[g.Key])).ToList());
        Events = casebook
            .MentionsBySource[source.Id]
            .DistinctBy(m => (m.Event.Id, m.Mention.Mode))
            .ToLookup(m => m.Mention.Mode, m => m.Event);
    }

    public IReadOnlyList<Annotation> All { get; }

    /// <summary>The notes beside a paragraph, in the order in which their words were coded.</summary>
    public IReadOnlyList<CodedNote> Notes(int paragraph) => notes.GetValueOrDefault(paragraph, []);

    /// <summary>The events that the source speaks of in each mode, in story order.</summary>
    public ILookup<MentionMode, Event> Events { get; }

    /// <summary>The words of some of a paragraph's notes, in the order in which they were coded.</summary>
    public static List<Annotation> Words(IEnumerable<CodedNote> notes) =>
        [.. notes.SelectMany(n => n.Words).OrderBy(w => w.Place).Select(w => w.Words)];

    private static (AnnotationKind, string) Key(Annotation annotation) => (annotation.Kind, annotation.Slug);
}
