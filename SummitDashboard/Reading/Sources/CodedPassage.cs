using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Sources;

/// <summary>
/// A coded passage of a source: the longest fragment where several overlap, with all that was coded in it. In passages citations and words
/// are counted: what was coded for several things counts once, and so does what stands inside a longer fragment.
/// </summary>
public sealed record CodedPassage(Source Source, int Paragraph, string Exact, IReadOnlyList<Annotation> Coded)
{
    /// <summary>Every passage of a source, paragraph by paragraph.</summary>
    public static IEnumerable<CodedPassage> Of(Casebook casebook, Source source) =>
        from paragraph in SourceIndex.Of(casebook).Annotations(source).GroupBy(a => a.Quotation.Paragraph).OrderBy(g => g.Key)
        let annotations = paragraph.ToList()
        from fragment in Fragments.Gather(annotations)
        select new CodedPassage(source, paragraph.Key, fragment.Exact, [.. fragment.Owners.Select(n => annotations[n])]);
}
