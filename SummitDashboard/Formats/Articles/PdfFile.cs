using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// A PDF, which knows letters and where they stand, and neither lines nor paragraphs: these, and their order, are found by their places.
/// </summary>
internal static class PdfFile
{
    /// <summary>Most pages read: an article has a few, a long book these.</summary>
    public const int MaxPages = 1_000;

    private static readonly string Version = $"PdfPig {typeof(PdfDocument).Assembly.GetName().Version?.ToString(3)}";

    public static Extract Read(byte[] bytes, bool whole, CancellationToken cancel)
    {
        using var pdf = Open(bytes);
        if (pdf.NumberOfPages > MaxPages)
            throw new UnreadableException(
                $"It has {pdf.NumberOfPages:N0} pages; at most {MaxPages:N0} are read. "
                    + "Print the pages of the article into a PDF of their own."
            );
        var (pages, empty, unknown) = (new List<List<PdfLine>>(), new List<int>(), 0);
        var (columns, doubtful) = (new PdfColumns(), new List<int>());
        for (var n = 1; n <= pdf.NumberOfPages; n++)
        {
            cancel.ThrowIfCancellationRequested();
            var page = pdf.GetPage(n);
            unknown += page.Letters.Count(l => l.Value.All(c => c is '\0' or '\uFFFD'));
            var lines = LinesOf(page, columns);
            pages.Add(lines);
            if (columns.HasDoubt)
                doubtful.Add(n);
            if (lines.Count == 0)
                empty.Add(n);
        }
        if (empty.Count == pages.Count)
            throw new UnreadableException(
                $"It holds pictures and no text on {(pages.Count == 1 ? "its page" : $"its {pages.Count:N0} pages")}. "
                    + "Have the text recognised (OCR), and add that."
            );
        var extract = new Extract { Reader = Version, HasWhole = true };
        if (empty.Count > 0)
            extract.Notices.Add(
                $"There is no text on page {string.Join(", ", empty.Take(20))}{(empty.Count > 20 ? " …" : "")}: a picture, or nothing."
            );
        if (unknown > 0)
            extract.Notices.Add(
                $"{unknown:N0} {(unknown == 1 ? "letter is" : "letters are")} drawn without saying which, and not in the text: look at the "
                    + "original. It happens where a program had no font for a script; print the article anew where it has."
            );
        if (doubtful.Count > 0)
            extract.Notices.Add(
                $"Page {string.Join(", ", doubtful.Take(20))}{(doubtful.Count > 20 ? " …" : "")} may have columns that could not be told "
                    + "apart: compare the text with the file."
            );
        var heads = whole ? [] : PdfLine.RunningHeads(pages);
        extract.LeftOut.AddRange(pages.SelectMany(p => p).Where(heads.Contains).Select(l => l.Text));
        if (heads.Count > 0)
            extract.Notices.Add($"Running heads and page numbers ({heads.Count} lines) are not in the text.");
        var paragraphs = PdfParagraphs.Of([.. pages.Select(p => p.Where(l => !heads.Contains(l)).ToList())]);
        extract.Lines.AddRange(paragraphs.Lines);
        if (paragraphs.Hyphens > 0)
            extract.Notices.Add(
                $"At {paragraphs.Hyphens} line ends a word was parted by a hyphen and is whole again; look whether a hyphen belonged there."
            );
        extract.Seams.AddRange(paragraphs.Seams);
        if (paragraphs.Seams.Count > 0)
            extract.Notices.Add(
                $"{paragraphs.Seams.Count} lines end between two Korean syllables, and a PDF does not say whether a word ends there too: a "
                    + "blank was put; look whether it belongs there."
            );
        Facts(pdf, extract);
        return extract;
    }

    private static PdfDocument Open(byte[] bytes)
    {
        try
        {
            return PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableException("It is protected with a password. Open it, and print it into a PDF without one.");
        }
    }

    private static List<PdfLine> LinesOf(Page page, PdfColumns columns)
    {
        var letters = new PdfLetters(page);
        return PdfLine.Laid([
            .. columns
                .Of(letters.Words())
                .SelectMany(part =>
                    (part.Kind == PdfPartKind.Blocks ? Blocks(part.Words) : LinesOf(part.Words)).Select(line =>
                        PdfLine.Of(line, letters, page.Number) with
                        {
                            Column = part.Column,
                            IsRow = part.Kind == PdfPartKind.Rows,
                        }
                    )
                ),
        ]);
    }

    // What is set apart is grouped by how near it stands.
    private static IEnumerable<TextLine> Blocks(List<Word> words) =>
        UnsupervisedReadingOrderDetector
            .Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words))
            .SelectMany(block => block.TextLines)
            .Select(line => PdfRow.Of(line.Words).Count == 1 ? InOrder(line.Words) : line);

    private static IEnumerable<TextLine> LinesOf(List<Word> words) =>
        PdfRow.OfColumn(words).SelectMany(row => PdfLine.WithMarkApart(row.Words)).Select(InOrder);

    private static TextLine InOrder(IEnumerable<Word> words) => new([.. words.OrderBy(w => w.BoundingBox.Left)]);

    private static void Facts(PdfDocument pdf, Extract extract)
    {
        // Programs put the file’s name where the title should stand.
        if (pdf.Information.Title is { } title && !FileName.IsMatch(title))
            extract.Says(About.Title, title, "PDF property Title");
        extract.Says(About.Maker, pdf.Information.Author, "PDF property Author");
        if (pdf.Information.GetCreatedDateTimeOffset() is { } made)
            extract.Says(
                About.Made,
                made.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                "PDF property CreationDate"
            );
        if (pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out var lang))
            extract.Says(About.Language, (lang as StringToken)?.Data ?? (lang as HexToken)?.Data, "PDF property Lang");
    }

    private static readonly Regex FileName = new(
        @"^Microsoft Word - |^untitled$|\.(?:docx?|odt|pdf|indd|html?|tex)$",
        RegexOptions.IgnoreCase
    );
}
