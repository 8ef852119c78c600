using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>
/// Files as LibreOffice, pandoc, Chromium and Python’s email write them, in five languages: what went into them comes out. How they were
/// made stands in <c>Files/make.py</c>.
/// </summary>
public sealed class OtherProgramsTests
{
    private static readonly string Folder = MadeArticle.Folder;

    public static TheoryData<string> Files =>
        [
            .. from language in new[] { "en", "de", "ru", "ko", "ar" }
            from made in new[]
            {
                "writer.docx",
                "writer.odt",
                "writer.pdf",
                "pandoc.docx",
                "pandoc.odt",
                "pandoc.epub",
                "pandoc.html",
                "chromium.mhtml",
                "eml",
            }
            select $"{language}.{made}",
        ];

    [Theory, MemberData(nameof(Files))]
    public void File_OfAnotherProgram_GivesWhatWentIntoIt(string file)
    {
        var made = new MadeArticle(file[..2]);
        var read = ArticleFile.Read(file, File.ReadAllBytes(Path.Combine(Folder, file)), false, TestContext.Current.CancellationToken);
        // A mail has its headline in its subject alone, and a page’s reader may take the line on who and when for what it is.
        var prose = read.Paragraphs.Where(p => p.Boilerplate is null && p.Text != made.Title).ToList();
        Assert.Equal(made.Lines.Select(l => l.Text), prose.Select(p => p.Text));
        Assert.Equal(made.Lines.Select(l => l.Kind), prose.Select(p => p.Kind));
        Assert.Equal(made.Title, read.Facts.Title?.Value);
        Assert.Equal(made.Day, read.Facts.Published?.Value);
        Assert.Equal(made.Language, read.Facts.Language?.Value[..2]);
        Assert.Equal(made.Name, read.Facts.Byline?.Value);
    }

    [Fact]
    public void Newsletter_Forwarded_IsOfWhoWroteItAndNotOfWhoPassedItOn()
    {
        var made = new MadeArticle("en");
        var file = Path.Combine(Folder, "en.forwarded.eml");
        var read = ArticleFile.Read("en.forwarded.eml", File.ReadAllBytes(file), false, TestContext.Current.CancellationToken);
        var prose = read.Paragraphs.Where(p => p.Boilerplate is null).ToList();
        Assert.Equal([made.Title, .. made.Lines.Select(l => l.Text)], prose.Select(p => p.Text));
        Assert.Equal((made.Title, made.Name, made.Day), (read.Facts.Title?.Value, read.Facts.Byline?.Value, read.Facts.Published?.Value));
        Assert.Equal("other boilerplate", read.Paragraphs[0].Boilerplate);
        Assert.Contains(read.Paragraphs, p => p is { Text: "View this email in your browser", Boilerplate: "subscription note" });
        Assert.Contains(read.Notices, n => n.Contains("forwarded", StringComparison.Ordinal));
    }
}
