using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SummitDashboard.Domain;

namespace SummitDashboard.Formats.Articles;

/// <summary>An OpenDocument text (ISO/IEC 26300).</summary>
internal static class OpenDocumentFile
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    private static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static Extract Read(byte[] bytes)
    {
        using var zip = Unpacking.Open(bytes);
        if (zip.Xml("META-INF/manifest.xml")?.Descendants().Any(e => e.Name.LocalName == "encryption-data") == true)
            throw new UnreadableException("It is protected with a password. Open it, take the password away, and save it again.");
        var body = zip.Xml("content.xml")?.Root?.Element(Office + "body")?.Element(Office + "text")
            ?? throw new UnreadableException("Its text (content.xml) is missing.");
        var extract = new Extract { Reader = "OpenDocument", Lines = Lines(body) };
        if (body.Descendants(Text + "note-body").SelectMany(Lines).Select(l => l.Text).ToList() is { Count: > 0 } notes)
        {
            extract.LeftOut.AddRange(notes);
            extract.Notices.Add($"Its notes ({notes.Count}) are not in the text.");
        }
        if (body.Element(Text + "tracked-changes") is not null)
            extract.Notices.Add("It holds tracked changes: the text is as it reads with all of them accepted.");
        var meta = zip.Xml("meta.xml")?.Root?.Element(Office + "meta");
        extract.Says(About.Title, meta?.Element(Dc + "title")?.Value, "document property title");
        extract.Says(
            About.Maker,
            (meta?.Element(Meta + "initial-creator") ?? meta?.Element(Dc + "creator"))?.Value,
            "document property author"
        );
        extract.Says(About.Language, meta?.Element(Dc + "language")?.Value, "document property language");
        extract.Says(About.Made, (meta?.Element(Dc + "date") ?? meta?.Element(Meta + "creation-date"))?.Value, "document property date");
        var properties = zip.Xml("styles.xml")?.Descendants().FirstOrDefault(e => e.Attribute(Fo + "language") is not null);
        if ((string?)properties?.Attribute(Fo + "language") is { } language and not "none")
            extract.Says(
                About.Language,
                (string?)properties!.Attribute(Fo + "country") is { } country and not "none" ? $"{language}-{country}" : language,
                "document’s default language"
            );
        return extract;
    }

    private static List<Line> Lines(XElement root)
    {
        var lines = new List<Line>();
        foreach (var paragraph in root.Descendants().Where(e => e.Name == Text + "p" || e.Name == Text + "h"))
        {
            // A note is no part of the text, nor is a remark or what was deleted.
            if (paragraph.Ancestors().TakeWhile(a => a != root).Any(IsApart))
                continue;
            var text = new StringBuilder();
            Append(paragraph, text);
            var kind =
                paragraph.Name == Text + "h" || (string?)paragraph.Attribute(Text + "style-name") is "Title" or "Subtitle"
                    ? ParagraphKind.Headline
                : paragraph.Ancestors(Text + "list-item").Any() ? ParagraphKind.Bullet
                : (string?)paragraph.Attribute(Text + "style-name") is "Quotations" ? ParagraphKind.Quotation
                : (ParagraphKind?)null;
            foreach (var line in Tidy.Lines(text.ToString()))
                lines.Add(line with { Kind = kind });
        }
        return lines;
    }

    private static bool IsApart(XElement e) =>
        e.Name == Text + "note" || e.Name == Office + "annotation" || e.Name == Text + "tracked-changes" || e.Name == Office + "forms";

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
            if (node is XText words)
                text.Append(words.Value);
            else if (node is XElement child && !IsApart(child) && child.Name != Text + "p" && child.Name != Text + "h")
                switch (child.Name.LocalName)
                {
                    case "s":
                        text.Append(' ', Math.Clamp((int?)Number(child) ?? 1, 1, 100));
                        break;
                    case "tab":
                        text.Append('\t');
                        break;
                    case "line-break":
                        text.Append('\n');
                        break;
                    default:
                        Append(child, text);
                        break;
                }
    }

    private static int? Number(XElement s) =>
        int.TryParse((string?)s.Attribute(Text + "c"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
