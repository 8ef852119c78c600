using SummitDashboard.Domain;
using SummitDashboard.Formats.References;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Reads an article from a file of any kind that is read here.</summary>
public static class ArticleFile
{
    /// <summary>
    /// What a file holds. Throws <see cref="UnreadableException"/> with the reason; nothing else, whatever the file is. Nothing is fetched.
    /// </summary>
    /// <param name="whole">True for everything as it stands: nothing left out, no lines joined.</param>
    public static ArticleReading Read(string name, byte[] bytes, bool whole, CancellationToken cancel)
    {
        var format = FileFormats.Of(name, bytes);
        return Guarded(format, () => Proposed(Extracted(format, bytes, whole, cancel), format, name));
    }

    /// <summary>Whatever goes wrong in the reading of a file is a file that cannot be read, and no fault of the server.</summary>
    public static T Guarded<T>(FileFormat format, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (UnreadableException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableException(
                $"It is {FileFormats.NameOf(format)} and cannot be read: it is cut off, or damaged ({e.Message.TrimEnd('.')}). "
                    + "Fetch it again, or save it again."
            );
        }
    }

    private static Extract Extracted(FileFormat format, byte[] bytes, bool whole, CancellationToken cancel) =>
        format switch
        {
            FileFormat.Text => PlainFile.Read(bytes, whole),
            FileFormat.Markdown => PlainFile.ReadMarkdown(bytes),
            FileFormat.Html => HtmlFile.Read(bytes, whole),
            FileFormat.Pdf => PdfFile.Read(bytes, whole, cancel),
            FileFormat.Docx => WordFile.Read(bytes),
            FileFormat.Odt => OpenDocumentFile.Read(bytes),
            FileFormat.Epub => EpubFile.Read(bytes, cancel),
            FileFormat.Mail => MailFile.ReadMail(bytes, whole),
            FileFormat.Mhtml => MailFile.ReadPage(bytes, whole),
            FileFormat.Ris or FileFormat.BibTex or FileFormat.CslJson => ReferenceFile.ReadOne(format, bytes),
            _ => throw new UnreadableException("A zip within a zip is not opened. Unpack it, and add what is in it."),
        };

    private static ArticleReading Proposed(Extract extract, FileFormat format, string name)
    {
        if (extract.Lines.Count == 0 && !FileFormats.IsOfReferences(format))
            throw new UnreadableException("It holds no text.");
        if (extract.Lines.Count > CodebookRules.MaxParagraphs)
            throw new UnreadableException(
                $"Its text has {extract.Lines.Count:N0} paragraphs; at most {CodebookRules.MaxParagraphs:N0} can be read and coded. "
                    + "Split it into several files."
            );
        var read = ParagraphKinds.Of(
            extract.Lines.ConvertAll(l => l with { Text = Oddities.Without(l.Text) }),
            FactProposals.First(extract, About.Title)?.Value,
            FactProposals.First(extract, About.Byline)?.Value,
            FactProposals.First(extract, About.Maker)?.Value,
            FactProposals.First(extract, About.Publisher)?.Value
        );
        var facts = UnseenMarks.Checked(FactProposals.Of(read, extract), extract);
        if (Mislabelled(name, format) is { } mislabelled)
            extract.Notices.Insert(0, mislabelled);
        return new()
        {
            Format = FileFormats.NameOf(format),
            Reader = extract.Reader,
            Encoding = extract.Encoding,
            Paragraphs = [.. read.Zip(extract.Lines, (paragraph, line) => paragraph with { Text = line.Text })],
            Facts = facts,
            Notices = extract.Notices,
            LeftOut = extract.LeftOut,
            Seams = extract.Seams,
            HasWhole = extract.HasWhole,
        };
    }

    private static string? Mislabelled(string name, FileFormat format)
    {
        string[] own = format switch
        {
            FileFormat.Markdown => [".md", ".markdown"],
            FileFormat.Html => [".html", ".htm", ".xhtml"],
            FileFormat.Pdf => [".pdf"],
            FileFormat.Docx => [".docx", ".docm", ".dotx"],
            FileFormat.Odt => [".odt", ".ott"],
            FileFormat.Epub => [".epub"],
            FileFormat.Mail => [".eml"],
            FileFormat.Mhtml => [".mhtml", ".mht"],
            FileFormat.Ris => [".ris"],
            FileFormat.BibTex => [".bib"],
            FileFormat.CslJson => [".json"],
            FileFormat.Csv or FileFormat.Xlsx => [],
            _ => [".txt", ".text"],
        };
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension.Length == 0 || own.Contains(extension) || FileFormats.IsOfReferences(format)
            ? null
            : $"Its name ends in “{extension}”, but it is {FileFormats.NameOf(format)}, and was read as that.";
    }
}
