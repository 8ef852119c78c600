using SummitDashboard.Domain;
using SummitDashboard.Ui;

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
    int Number, ParagraphNote? Note, IReadOnlyList<Segment>? Segments, IReadOnlyList<Fragment> Fragments,
    IReadOnlyList<Annotation> Annotations, IReadOnlyList<MarginNote> Notes, int Unshown)
{
    /// <summary>The name of the place where an annotation's words begin.</summary>
    public string PlaceId(int annotation) => $"w{Number}-{annotation + 1}";
}

/// <summary>
/// A source as the reader shows it, paragraph by paragraph, with or without its text. A fragment that does not stand where it was
/// coded is orphaned: it is listed, never moved to a lookalike.
/// </summary>
public sealed record Reading(IReadOnlyList<ReadParagraph> Paragraphs, IReadOnlyList<Annotation> Orphans)
{
    /// <summary>How many notes stand beside a paragraph at most.</summary>
    public const int MostNotes = 60;

    /// <summary>How many paragraphs a source has: as its text has them, else as it was coded.</summary>
    public static int CountOf(Source source, ArticleText? text) =>
        text?.Paragraphs.Count ?? Math.Max(source.Article.Paragraphs, source.Paragraphs.Count);

    /// <summary>Reads one page. Without a text nothing can be orphaned.</summary>
    public static Reading Of(Casebook casebook, Source source, ArticleText? text, ReaderQuery query)
    {
        var all = Annotations.Of(casebook, source).ToList();
        var orphans = text is null ? [] : all.Where(a => text.Find(a.Quotation) is null).ToList();
        var drawn = all.Where(query.Draws).ToLookup(a => a.Quotation.Paragraph);
        var first = all.GroupBy(a => (a.Kind, a.Slug)).ToDictionary(g => g.Key, g => g.Min(a => a.Quotation.Paragraph));

        var from = (query.Page - 1) * Urls.ReaderParagraphs + 1;
        var to = Math.Min(from + Urls.ReaderParagraphs - 1, CountOf(source, text));
        var paragraphs = new List<ReadParagraph>();
        for (var number = from; number <= to; number++)
            paragraphs.Add(Paragraph(source, text, number, [.. drawn[number]], a => first[(a.Kind, a.Slug)]));
        return new(paragraphs, orphans);
    }

    private static ReadParagraph Paragraph(Source source, ArticleText? text, int number, List<Annotation> annotations, Func<Annotation, int> first)
    {
        var spans = annotations.ConvertAll(a => text?.Find(a.Quotation));
        var notes = annotations.Select((a, i) => (Number: i, Words: a, IsOrphaned: text is not null && spans[i] is null))
            .GroupBy(w => w.Words.NoteId)
            .Select(g => new MarginNote(g.Key, [.. g], first(g.First().Words)))
            .ToList();
        var segments = text is null
            ? null
            : Annotations.Segment(text.Paragraphs[number - 1], [.. annotations.SelectMany((a, i) => spans[i] is { } span ? Annotations.Layers(a.Quotation, span.Start, i) : [])]);
        return new(
            number, number <= source.Paragraphs.Count ? source.Paragraphs[number - 1] : null, segments,
            text is null ? Fragments.Of(annotations) : [], annotations, [.. notes.Take(MostNotes)], Math.Max(0, notes.Count - MostNotes));
    }
}
