using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Sources;

/// <summary>A note in the margin: what one paragraph's words do for one claim, event or person.</summary>
/// <param name="Words">With the number of each among the paragraph's annotations, by which its place is linked.</param>
/// <param name="First">The paragraph of the source that speaks of it first; the longer note stands there.</param>
public sealed record MarginNote(string Id, IReadOnlyList<(int Number, Annotation Words, bool IsOrphaned)> Words, int First)
{
    public Annotation Head => Words[0].Words;
}

/// <summary>One paragraph as the reader shows it.</summary>
/// <param name="Segments">Its text, cut for marking; null where the text is not at hand.</param>
/// <param name="Fragments">The coded fragments, where the text is not at hand.</param>
/// <param name="Annotations">Those drawn; owners of segments are places in this list.</param>
/// <param name="Unshown">How many notes are left out, since the margin holds only so many.</param>
public sealed record ReadParagraph(
    int Number,
    ParagraphNote? Note,
    IReadOnlyList<Segment>? Segments,
    IReadOnlyList<Fragment> Fragments,
    IReadOnlyList<Annotation> Annotations,
    IReadOnlyList<MarginNote> Notes,
    int Unshown
)
{
    /// <summary>The name of the place where an annotation's words begin.</summary>
    public string PlaceId(int annotation) => $"w{Number}-{annotation + 1}";
}

/// <summary>
/// A source as the reader shows it, paragraph by paragraph, with or without its text. A fragment that does not stand where it was
/// coded is orphaned: it is listed, never moved to a lookalike.
/// </summary>
public sealed record AnnotatedText(IReadOnlyList<ReadParagraph> Paragraphs, IReadOnlyList<Annotation> Orphans)
{
    /// <summary>How many notes stand beside a paragraph at most, and on a page before its paragraphs have to share.</summary>
    public const int MostNotes = 60;
    private const int Fewest = 4;

    /// <summary>How many paragraphs a source has: as its text has them, else as it was coded.</summary>
    public static int CountOf(Source source, ArticleText? text) =>
        text?.Paragraphs.Count ?? Math.Max(source.Article.Paragraphs, source.Paragraphs.Count);

    /// <summary>What a query has pages of: paragraphs, or the notes beside the one that it asks for; and how many stand on one.</summary>
    public static (int Items, int Size) PagedOf(Casebook casebook, Source source, ArticleText? text, ReaderQuery query) =>
        query.Paragraph is { } alone
            ? (SourceIndex.Of(casebook).Coding(source).Notes(alone).Count(n => query.Draws(n.Head)), MostNotes)
            : (CountOf(source, text), Urls.ReaderParagraphs);

    /// <summary>
    /// Reads one page: of paragraphs with the first notes beside each, or of the notes beside one paragraph. The note that the query picks
    /// out is always among them. Without a text nothing can be orphaned.
    /// </summary>
    public static AnnotatedText Of(Casebook casebook, Source source, ArticleText? text, ReaderQuery query)
    {
        var coding = SourceIndex.Of(casebook).Coding(source);
        var from = query.Paragraph ?? query.Paging.Before + 1;
        var to = query.Paragraph ?? Math.Min(from + Urls.ReaderParagraphs - 1, CountOf(source, text));
        var drawn = Enumerable
            .Range(from, Math.Max(0, to - from + 1))
            .Select(n => coding.Notes(n).Where(note => query.Draws(note.Head)).ToList())
            .ToList();

        var total = drawn.Sum(notes => notes.Count);
        var most = total <= MostNotes || query.Paragraph is not null ? MostNotes : Math.Clamp(MostNotes / drawn.Count, Fewest, MostNotes);
        var skipped = query.Paragraph is null ? 0 : query.Paging.Before;
        return new(
            [
                .. drawn.Select(
                    (notes, i) =>
                        Paragraph(
                            source,
                            text,
                            from + i,
                            notes,
                            [
                                .. notes.Where(
                                    (note, n) =>
                                        (n >= skipped && n < skipped + most) || (query.At is not null && note.Head.NoteId == query.At)
                                ),
                            ]
                        )
                ),
            ],
            text is null ? [] : [.. coding.All.Where(a => text.Find(a.Quotation) is null)]
        );
    }

    private static ReadParagraph Paragraph(Source source, ArticleText? text, int number, List<CodedNote> drawn, List<CodedNote> shown)
    {
        var annotations = SourceCoding.Words(shown);
        var spans = annotations.ConvertAll(a => text?.Find(a.Quotation));
        var places = annotations
            .Select((a, i) => (Number: i, Words: a, IsOrphaned: text is not null && spans[i] is null))
            .ToLookup(w => w.Words.NoteId);
        var segments = text is null
            ? null
            : Annotations.Segment(
                text.Paragraphs[number - 1],
                [.. annotations.SelectMany((a, i) => spans[i] is { } span ? Annotations.Layers(a.Quotation, span.Start, i) : [])]
            );
        return new(
            number,
            number <= source.Paragraphs.Count ? source.Paragraphs[number - 1] : null,
            segments,
            text is null ? Fragments.Of(annotations) : [],
            annotations,
            shown.ConvertAll(note => new MarginNote(note.Head.NoteId, [.. places[note.Head.NoteId]], note.First)),
            drawn.Count - shown.Count
        );
    }
}
