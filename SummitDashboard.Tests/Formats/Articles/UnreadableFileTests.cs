using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>Whatever a file is, it is read or refused in words that say what to do.</summary>
public sealed class UnreadableFileTests
{
    public static readonly TheoryData<string, byte[], string> Bad = new()
    {
        { "a.txt", [], "empty" },
        { "a.txt", "   \n\n"u8.ToArray(), "no text" },
        { "a.txt", [0, 1, 2, 3, 0, 0], "no text" },
        { "a.pdf", "%PDF-1.7\nnothing more"u8.ToArray(), "cut off" },
        { "a.docx", MadeFiles.Docx(MadeFiles.Prose)[..900], "cut off" },
        { "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "password" },
        { "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "old Word file" },
        { "a.odt", MadeFiles.Odt(MadeFiles.Prose, encrypted: true), "password" },
        { "a.rtf", @"{\rtf1 text}"u8.ToArray(), "RTF" },
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "picture" },
        { "a.pptx", MadeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")), "neither a text nor" },
        { "a.zip", MadeFiles.Zip(("b.zip", "x")), "zip within a zip" },
        { "a.docx", MadeFiles.Zip(("word/document.xml", "<w:document")), "damaged" },
        { "a.docx", MadeFiles.Zip(("word/document.xml", Nested("<a>", "</a>", 2_000))), "nested" },
        { "a.html", Encoding.UTF8.GetBytes(Nested("<div>", "</div>", 20_000)), "nested" },
        { "a.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<b><p>", 20_000))), "nested" },
        { "a.epub", MadeFiles.Zip(("mimetype", "application/epub+zip")), "table of contents" },
    };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void File_ThatCannotBeRead_SaysWhy(string name, byte[] bytes, string why)
    {
        var refused = Assert.Throws<UnreadableException>(() => ArticleFile.Read(name, bytes, false, TestContext.Current.CancellationToken));
        Assert.Contains(why, refused.Message);
    }

    /// <summary>What looks for a name in a line gives up on one that is too long to be one: else this would not end.</summary>
    [Fact]
    public void Article_InOneParagraphOfAHundredThousandWords_IsReadWithItsByline()
    {
        var body = string.Join(' ', Enumerable.Repeat("by the staff of the ferry and of the quay,", 11_000));
        var read = ArticleFile.Read(
            "long.txt",
            Encoding.UTF8.GetBytes($"The ferry\nBy Ada Lovelace\n{body}\n"),
            false,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("Ada Lovelace", read.Facts.Byline!.Value);
        Assert.Null(read.Paragraphs[^1].Boilerplate);
        Assert.Null(FactProposals.OfLine(new(body, ParagraphKind.Byline, "byline")).Publisher);
    }

    [Fact]
    public void File_Mislabelled_IsReadAsWhatItIs()
    {
        var read = ArticleFile.Read("page.pdf", MadeFiles.NewsPage(), false, TestContext.Current.CancellationToken);
        Assert.Equal("HTML", read.Format);
        Assert.Contains(read.Notices, n => n.Contains("“.pdf”", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_WithHalfACharacterInItsData_IsReadAllTheSame()
    {
        var page = Encoding
            .UTF8.GetString(MadeFiles.NewsPage())
            .Replace("\"headline\":\"", "\"headline\":\"\\ud800", StringComparison.Ordinal);
        var read = ArticleFile.Read("a.html", Encoding.UTF8.GetBytes(page), false, TestContext.Current.CancellationToken);
        Assert.Equal(MadeFiles.Title, read.Facts.Title!.Value);
    }

    [Fact]
    public void Zip_ThatUnpacksWithoutEnd_StopsAtTheLimit()
    {
        var bomb = MadeFiles.Zip(("big.txt", new byte[40 * 1024 * 1024]), ("small.txt", "words"u8.ToArray()));
        Assert.True(bomb.Length < 100_000);
        var files = ZipFiles.In(bomb, 1024 * 1024).ToList();
        Assert.Contains("more than 1 MiB", files[0].Problem);
        Assert.Equal("words"u8.ToArray(), files[1].Bytes);
    }

    [Theory, InlineData("../../etc/passwd"), InlineData("/etc/passwd"), InlineData(@"..\..\x.txt"), InlineData("C:/x.txt")]
    public void Zip_PathThatClimbsOut_IsLeftThereAndTheOthersGoOn(string path)
    {
        var files = ZipFiles.In(MadeFiles.Zip((path, "x"), ("b/c.txt", "words")), 1024).ToList();
        Assert.Contains("leads out", files[0].Problem);
        Assert.Null(files[0].Bytes);
        Assert.Equal(("b/c.txt", null), (files[1].Name, files[1].Problem));
    }

    [Fact]
    public void Any_FileCutAnywhereOrSpoilt_IsReadOrRefusedAndNothingElse()
    {
        var random = new Random(20310506);
        foreach (
            var (name, bytes) in new[]
            {
                ("a.docx", MadeFiles.Docx(MadeFiles.Prose)),
                ("a.odt", MadeFiles.Odt(MadeFiles.Prose)),
                ("a.epub", MadeFiles.Epub(MadeFiles.Prose)),
                ("a.eml", MadeFiles.Mail()),
                ("a.mhtml", MadeFiles.SavedPage()),
                ("a.html", MadeFiles.NewsPage()),
            }
        )
            for (var n = 0; n < 40; n++)
            {
                var spoilt = bytes.ToArray();
                for (var k = 0; k < 8; k++)
                    spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
                if (n % 2 == 0)
                    spoilt = spoilt[..random.Next(spoilt.Length)];
                try
                {
                    Assert.NotEmpty(ArticleFile.Read(name, spoilt, false, TestContext.Current.CancellationToken).Paragraphs);
                }
                catch (UnreadableException e)
                {
                    Assert.NotEmpty(e.Message);
                }
            }
    }

    private static string Nested(string open, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + "words" + string.Concat(Enumerable.Repeat(close, times));
}
