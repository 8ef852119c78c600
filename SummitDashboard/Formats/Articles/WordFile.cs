using System.Text;
using System.Xml.Linq;
using SummitDashboard.Domain;

namespace SummitDashboard.Formats.Articles;

/// <summary>A Word document (Office Open XML, ECMA-376): its paragraphs as they read with all changes accepted.</summary>
internal static class WordFile
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";

    public static Extract Read(byte[] bytes)
    {
        using var zip = Unpacking.Open(bytes);
        var document = zip.Xml("word/document.xml")?.Root ?? throw new UnreadableException("Its text (word/document.xml) is missing.");
        var w = document.Name.Namespace == Strict ? Strict : W;
        var styles = zip.Xml("word/styles.xml")?.Root;
        var extract = new Extract { Reader = "Office Open XML", Lines = Lines(document, w, StylesOf(styles, w)) };
        foreach (var (part, what) in new[] { ("word/footnotes.xml", "footnotes"), ("word/endnotes.xml", "endnotes") })
            if (zip.Xml(part)?.Root is { } notes && Lines(notes, w, []) is { Count: > 0 } lines)
            {
                extract.LeftOut.AddRange(lines.Select(l => l.Text));
                extract.Notices.Add($"Its {what} ({lines.Count}) are not in the text.");
            }
        if (document.Descendants().Any(e => e.Name == w + "del" || e.Name == w + "ins"))
            extract.Notices.Add("It holds tracked changes: the text is as it reads with all of them accepted.");
        var core = zip.Xml("docProps/core.xml")?.Root;
        extract.Says(About.Title, core?.Element(Dc + "title")?.Value, "document property title");
        extract.Says(About.Maker, core?.Element(Dc + "creator")?.Value, "document property author");
        extract.Says(About.Language, core?.Element(Dc + "language")?.Value, "document property language");
        extract.Says(
            About.Made,
            core?.Element(Terms + "modified")?.Value ?? core?.Element(Terms + "created")?.Value,
            "document property modified"
        );
        extract.Says(
            About.Language,
            styles?.Element(w + "docDefaults")?.Descendants(w + "lang").FirstOrDefault()?.Attribute(w + "val")?.Value,
            "document’s default language"
        );
        return extract;
    }

    private static List<Line> Lines(XElement root, XNamespace w, Dictionary<string, ParagraphKind> styles)
    {
        var lines = new List<Line>();
        // A text box is a paragraph’s child, and comes after it.
        foreach (var paragraph in root.Descendants(w + "p").Where(p => !IsRepeated(p)))
        {
            var text = new StringBuilder();
            Append(paragraph, text, w);
            var properties = paragraph.Element(w + "pPr");
            var style = (string?)properties?.Element(w + "pStyle")?.Attribute(w + "val");
            var kind =
                style is not null && styles.TryGetValue(style, out var known) ? known
                : properties?.Element(w + "numPr") is not null ? ParagraphKind.Bullet
                : (ParagraphKind?)null;
            // A line broken by hand is a line.
            foreach (var line in Tidy.Lines(text.ToString()))
                lines.Add(line with { Kind = kind });
        }
        return lines;
    }

    // What Word writes a second time for older programs.
    private static bool IsRepeated(XElement e) => e.Ancestors().Any(a => a.Name.LocalName == "Fallback" || a.Name.LocalName == "moveFrom");

    private static void Append(XElement element, StringBuilder text, XNamespace w)
    {
        foreach (var child in element.Elements())
            switch (child.Name.LocalName)
            {
                case "t" when child.Name.Namespace == w:
                    text.Append(child.Value);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr" when (string?)child.Attribute(w + "type") is null or "textWrapping":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('\u2011');
                    break;
                // Tabs of a style are measures; what was deleted or moved away is not there; a text box comes by itself.
                case "pPr" or "rPr" or "del" or "moveFrom" or "Fallback" or "txbxContent" or "instrText":
                    break;
                default:
                    Append(child, text, w);
                    break;
            }
    }

    // Styles are called by names that every language of Word has, while their ids are translated.
    private static Dictionary<string, ParagraphKind> StylesOf(XElement? styles, XNamespace w) =>
        (styles?.Elements(w + "style") ?? [])
            .Select(s => (Id: (string?)s.Attribute(w + "styleId"), Name: (string?)s.Element(w + "name")?.Attribute(w + "val")))
            .Where(s => s.Id is not null && KindOf(s.Name) is not null)
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id!, s => KindOf(s.Name)!.Value);

    private static ParagraphKind? KindOf(string? style) =>
        style?.ToLowerInvariant() switch
        {
            "title" or "subtitle" => ParagraphKind.Headline,
            { } name when name.StartsWith("heading", StringComparison.Ordinal) => ParagraphKind.Headline,
            "caption" => ParagraphKind.Caption,
            "quote" or "intense quote" => ParagraphKind.Quotation,
            { } name when name.StartsWith("list", StringComparison.Ordinal) => ParagraphKind.Bullet,
            _ => null,
        };
}
