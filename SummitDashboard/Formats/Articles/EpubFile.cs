using System.Xml.Linq;

namespace SummitDashboard.Formats.Articles;

/// <summary>An EPUB (ISO/IEC 23736): the documents of its spine, in their order.</summary>
internal static class EpubFile
{
    private static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static Extract Read(byte[] bytes, CancellationToken cancel)
    {
        using var zip = Unpacking.Open(bytes);
        var path = (string?)zip.Xml("META-INF/container.xml")?.Descendants(Container + "rootfile").FirstOrDefault()?.Attribute("full-path");
        var package = (path is null ? null : zip.Xml(path)?.Root)
            ?? throw new UnreadableException("Its table of contents (the package document) is missing.");
        var locked = (zip.Xml("META-INF/encryption.xml")?.Descendants() ?? [])
            .Where(e => e.Name.LocalName == "CipherReference")
            .Select(e => (string?)e.Attribute("URI"))
            .ToHashSet();
        var extract = new Extract { Reader = "EPUB" };
        foreach (var part in Spine(package, path!))
        {
            cancel.ThrowIfCancellationRequested();
            if (locked.Contains(part))
                throw new UnreadableException("It is protected (DRM), and cannot be read here.");
            if (zip.Find(part) is not { } entry)
                extract.Notices.Add($"“{part}”, which it names, is not in it.");
            else if (HtmlBlocks.Parse(Encodings.Read(zip.Read(entry), "utf-8").Text).Body is { } body)
                extract.Lines.AddRange(HtmlBlocks.Of(body));
        }
        var metadata = package.Element(Opf + "metadata");
        foreach (
            var (name, about) in new[]
            {
                ("title", About.Title),
                ("creator", About.Byline),
                ("publisher", About.Publisher),
                ("date", About.Published),
                ("language", About.Language),
            }
        )
            extract.Says(about, metadata?.Descendants(Dc + name).FirstOrDefault()?.Value, $"EPUB dc:{name}");
        return extract;
    }

    private static IEnumerable<string> Spine(XElement package, string path)
    {
        var folder = path.Contains('/') ? path[..(path.LastIndexOf('/') + 1)] : "";
        var items = package
            .Descendants(Opf + "item")
            .Where(i => i.Attribute("id") is not null && i.Attribute("href") is not null)
            .GroupBy(i => (string)i.Attribute("id")!)
            .ToDictionary(g => g.Key, g => Uri.UnescapeDataString((string)g.First().Attribute("href")!));
        return
        [
            .. package
                .Descendants(Opf + "itemref")
                .Select(r => items.GetValueOrDefault((string?)r.Attribute("idref") ?? ""))
                .OfType<string>()
                .Select(href => folder + href.Split('#')[0]),
        ];
    }
}
