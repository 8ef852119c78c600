using System.IO.Compression;
using System.Text;

namespace SummitDashboard.Tests.Support;

/// <summary>Files as other programs save them, of an invented event, written part by part.</summary>
public static class MadeFiles
{
    public const string Title = "Ferry to Sandholm sails again after eleven years";

    public static readonly string[] Prose =
    [
        "The ferry between Sandholm and the mainland sailed again on Monday morning, and the harbour master said that nobody had expected "
            + "so many people on the quay.",
        "For eleven years whoever wanted to cross had to drive around the bay for three hours, since the old ferry had been sold and the "
            + "council could not agree on who should pay for another.",
        "“It is a good day for the island,” said the mayor, who had promised the crossing before the election and who now hopes that the "
            + "shops along the front will open again.",
        "Not everybody is content. The drivers of the island’s only bus line fear for their work, and the company has not said whether it "
            + "will keep the line once the ferry runs every day.",
    ];

    /// <summary>A page as a news site builds it: menus, lazy pictures, share bars, a paywall note, other stories.</summary>
    public static byte[] NewsPage(string title = Title, string language = "en-GB") =>
        Encoding.UTF8.GetBytes(
            $$"""
            <!DOCTYPE html>
            <html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}} | The Bay Courier</title>
            <meta property="og:title" content="{{title}}"><meta property="og:site_name" content="The Bay Courier">
            <meta property="article:published_time" content="2031-05-06T07:30:00+01:00"><meta name="author" content="Ines Okafor">
            <link rel="canonical" href="https://courier.example/news/ferry">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"{{title}}",
            "datePublished":"2031-05-06","author":[{"@type":"Person","name":"Ines Okafor"}],
            "publisher":{"@type":"Organization","name":"The Bay Courier"} } ]}</script>
            <script>document.title = 'a script ran'; document.write('<p>a script ran</p>');</script></head>
            <body><header><nav><ul><li><a href="/">Home</a></li>
            <li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
            <main><article class="story"><h1>{{title}}</h1>
            <p class="meta">By Ines Okafor</p><p class="meta"><time datetime="2031-05-06T07:30:00+01:00">6 May 2031</time></p>
            <p class="reading">3 min read</p>
            <div class="share"><ul><li><a href="#">Facebook</a></li><li><a href="#">WhatsApp</a></li>
            <li><a href="#">Copy link</a></li></ul></div>
            <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://courier.example/quay.jpg" alt="">
            <noscript><img src="https://courier.example/quay.jpg"></noscript>
            <figcaption>People on the quay at Sandholm. Photo: A. Lind</figcaption></figure>
            <p>{{Prose[0]}}</p><p>{{Prose[1]}}</p>
            <blockquote><p>{{Prose[2]}}</p></blockquote>
            <p>{{Prose[3]}}</p>
            <form action="https://courier.example/sign-up"><label>Your mail <input name="mail"></label><button>Sign up</button></form>
            </article>
            <aside class="related"><h2>Related articles</h2><ul><li><a href="/a">Storm closes the coast road for a second week</a></li>
            <li><a href="/b">Council puts off its vote on the new harbour wall</a></li></ul></aside></main>
            <footer><p>© 2031 The Bay Courier. All rights reserved.</p></footer></body></html>
            """
        );

    public static byte[] Docx(IEnumerable<string> paragraphs, string title = Title) =>
        Zip(
            (
                "[Content_Types].xml",
                """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""
            ),
            (
                "word/document.xml",
                $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>
                {string.Concat(paragraphs.Select(WordParagraph))}
                <w:p><w:ins w:id="1" w:author="x"><w:r><w:t>This was put in.</w:t></w:r></w:ins>
                <w:del w:id="2" w:author="x"><w:r><w:delText>This was taken out.</w:delText></w:r></w:del></w:p>
                <w:sectPr/></w:body></w:document>
                """
            ),
            (
                "word/styles.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>
                <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>
                """
            ),
            (
                "docProps/core.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
                <dc:creator>Ines Okafor</dc:creator><dcterms:modified>2031-05-07T09:00:00Z</dcterms:modified></cp:coreProperties>
                """
            )
        );

    public static byte[] Odt(IEnumerable<string> paragraphs, bool encrypted = false) =>
        Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "META-INF/manifest.xml",
                $"""
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="content.xml">
                {(encrypted ? "<manifest:encryption-data/>" : "")}</manifest:file-entry>
                </manifest:manifest>
                """
            ),
            (
                "content.xml",
                $"""
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:h text:outline-level="1">{Title}</text:h>
                {string.Concat(paragraphs.Select(p => $"<text:p>{p}{Note}</text:p>"))}
                <text:list><text:list-item><text:p>first<text:s text:c="2"/>point</text:p></text:list-item></text:list>
                </office:text></office:body></office:document-content>
                """
            ),
            (
                "meta.xml",
                """
                <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
                <dc:language>en-GB</dc:language></office:meta></office:document-meta>
                """
            )
        );

    public static byte[] Epub(IEnumerable<string> paragraphs) =>
        Zip(
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                """
                <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                <rootfile full-path="OEBPS/book.opf"/></rootfiles></container>
                """
            ),
            (
                "OEBPS/book.opf",
                $"""
                <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
                <dc:title>{Title}</dc:title><dc:creator>Ines Okafor</dc:creator>
                <dc:publisher>Bay Books</dc:publisher><dc:language>en</dc:language><dc:date>2031-05-06</dc:date>
                </metadata><manifest><item id="b" href="text/two%20b.xhtml"/><item id="a" href="text/one.xhtml"/></manifest>
                <spine><itemref idref="a"/><itemref idref="b"/></spine></package>
                """
            ),
            (
                "OEBPS/text/one.xhtml",
                $"<html><body><h1>{Title}</h1>{string.Concat(paragraphs.Take(2).Select(p => $"<p>{p}</p>"))}</body></html>"
            ),
            ("OEBPS/text/two b.xhtml", $"<html><body>{string.Concat(paragraphs.Skip(2).Select(p => $"<p>{p}</p>"))}</body></html>")
        );

    private const string Note = "<text:note><text:note-body><text:p>A note below.</text:p></text:note-body></text:note>";

    // In runs, as Word parts them.
    private static string WordParagraph(string words) =>
        """<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>"""
        + $"""<w:r><w:t xml:space="preserve">{words[..10]}</w:t></w:r><w:proofErr w:type="spellStart"/>"""
        + $"""<w:r><w:t xml:space="preserve">{words[10..]}</w:t></w:r></w:p>""";

    /// <summary>A mail with its text twice, as mail programs send it.</summary>
    public static byte[] Mail(string title = Title) =>
        Encoding.UTF8.GetBytes(
            $"""
            Received: from example.org by example.net; Tue, 6 May 2031 08:00:00 +0100
            From: "Ines Okafor" <ines@courier.example>
            To: reader@example.net
            Subject: {title}
            Date: Tue, 6 May 2031 07:59:00 +0100
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="part"

            --part
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: 8bit

            {string.Join("\n\n", Prose)}

            --part
            Content-Type: text/html; charset="utf-8"
            Content-Transfer-Encoding: 8bit

            <html><body>{string.Concat(Prose.Select(p => $"<p>{p}</p>"))}</body></html>
            --part--

            """.ReplaceLineEndings("\r\n")
        );

    /// <summary>A page that a browser saved as one file.</summary>
    public static byte[] SavedPage() =>
        [
            .. Encoding.UTF8.GetBytes(
                """
                From: <Saved by Blink>
                Snapshot-Content-Location: https://courier.example/news/ferry?from=front
                Subject: The ferry
                Date: Tue, 6 May 2031 08:00:00 -0000
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary="----page"

                ------page
                Content-Type: text/html
                Content-Transfer-Encoding: base64
                Content-Location: https://courier.example/news/ferry?from=front


                """.ReplaceLineEndings("\r\n")
            ),
            .. Encoding.ASCII.GetBytes(
                Convert.ToBase64String(NewsPage(), Base64FormattingOptions.InsertLineBreaks) + "\r\n------page--\r\n"
            ),
        ];

    public static byte[] Zip(params (string Path, string Text)[] files) =>
        Zip([.. files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text)))]);

    public static byte[] Zip(params (string Path, byte[] Bytes)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, bytes) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        return stream.ToArray();
    }
}
