using SummitDashboard.Domain;

namespace SummitDashboard.Features.Sources;

/// <summary>What was coded on one paragraph for the same claim, event or person.</summary>
/// <param name="Words">At least one.</param>
/// <param name="First">The paragraph of the source that speaks of it first.</param>
public sealed record CodedNote(IReadOnlyList<Annotation> Words, int First)
{
    public Annotation Head => Words[0];
}

/// <summary>Everything coded on one source, gathered by paragraph; kept by <see cref="SourceIndex"/>, since a source may have thousands of fragments.</summary>
public sealed class SourceCoding
{
    private readonly ILookup<int, Annotation> annotations;
    private readonly Dictionary<int, List<CodedNote>> notes;

    public SourceCoding(Casebook casebook, Source source)
    {
        All = [.. Annotations.Of(casebook, source)];
        annotations = All.ToLookup(a => a.Quotation.Paragraph);
        var first = All.GroupBy(Key).ToDictionary(g => g.Key, g => g.Min(a => a.Quotation.Paragraph));
        notes = annotations.ToDictionary(p => p.Key, p => p.GroupBy(Key).Select(g => new CodedNote([.. g], first[g.Key])).ToList());
    }

    public IReadOnlyList<Annotation> All { get; }

    /// <summary>The notes beside a paragraph, in the order in which their words were coded.</summary>
    public IReadOnlyList<CodedNote> Notes(int paragraph) => notes.GetValueOrDefault(paragraph, []);

    /// <summary>The words of some of a paragraph's notes, in the order in which they were coded.</summary>
    public List<Annotation> Words(int paragraph, IEnumerable<CodedNote> of)
    {
        var keys = of.Select(note => Key(note.Head)).ToHashSet();
        return [.. annotations[paragraph].Where(a => keys.Contains(Key(a)))];
    }

    private static (AnnotationKind, string) Key(Annotation annotation) => (annotation.Kind, annotation.Slug);
}
