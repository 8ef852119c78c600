using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>A PDF knows only where letters stand; lines, paragraphs and running heads are found.</summary>
public sealed class PdfFileTests
{
    private static readonly string[][] Pages =
    [
        [
            "The ferry between Sandholm and the mainland sailed again on Mon-",
            "day morning, and nobody had expected so many people. It was a well-",
            "known singer who came, and everybody called him well-known indeed,",
            "and said so.",
            "The old ferry had been sold, and whoever wanted to cross the water",
        ],
        ["drove around the bay for three hours. That is over now, said the", "mayor on the quay, and went aboard."],
        ["Not everybody is content. The drivers fear for their work."],
    ];

    [Fact]
    public void Pdf_OfThreePages_GivesParagraphsWithoutRunningHeads()
    {
        var read = Read(Printed(Pages));
        Assert.Equal(
            [
                "The ferry between Sandholm and the mainland sailed again on Monday morning, and nobody had expected so many people. "
                    + "It was a well-known singer who came, and everybody called him well-known indeed, and said so.",
                "The old ferry had been sold, and whoever wanted to cross the water drove around the bay for three hours. "
                    + "That is over now, said the mayor on the quay, and went aboard.",
                "Not everybody is content. The drivers fear for their work.",
            ],
            read.Paragraphs.Select(p => p.Text)
        );
        Assert.Equal(6, read.LeftOut.Count);
        Assert.Contains("The Bay Courier", read.LeftOut);
        Assert.Contains(read.Notices, n => n.Contains("hyphen", StringComparison.Ordinal));
    }

    [Fact]
    public void Pdf_InKoreanOfNarrowLines_KeepsItsBlanksAndNamesTheLineEndsAtWhichAWordMayGoOn()
    {
        var file = Path.Combine(MadeArticle.Folder, "ko.narrow.pdf");
        var read = ArticleFile.Read("ko.narrow.pdf", File.ReadAllBytes(file), false, TestContext.Current.CancellationToken);
        var printed = File.ReadAllLines(Path.Combine(MadeArticle.Folder, "texts", "ko.txt"));
        var prose = printed.Where((line, n) => n is 0 or > 2 && line[0] != '#').ToList();
        Assert.NotEmpty(read.Seams);
        Assert.All(read.Seams, s => Assert.Contains(s.Parted, read.Paragraphs[s.Paragraph - 1].Text, StringComparison.Ordinal));
        // Its font does not say which letter its blank is. With the blanks taken out that are none, it is the text that was printed.
        var parted = read.Seams.Where(s => !prose[s.Paragraph - 1].Contains(s.Parted, StringComparison.Ordinal)).ToList();
        var corrections = new TextCorrections(new() { Paragraphs = [.. prose.Select(_ => "body")] }, read);
        corrections.Close(parted);
        Assert.Equal(prose, corrections.Texts);
        // What seems to part a word does.
        var likely = read.Seams.Where(s => s.Evidence is not null).ToList();
        Assert.NotEmpty(likely);
        Assert.All(likely, s => Assert.Contains(s, parted));
        Assert.Empty(Read(Printed(Pages)).Seams);
    }

    [Theory]
    [InlineData("지난 수요일 평양", "에서 열린", "평양 에서", true)]
    [InlineData("두 나라의 정", "상회담이 열렸다", "정 상회담이", true)]
    [InlineData("두 나라의", "정상회담이 열렸다", "나라의 정상회담이", false)]
    [InlineData("그는 “평양", "에서” 말했다", "“평양 에서”", true)]
    public void Seam_OfAParticleOrAWordThatStandsElsewhere_SeemsToPartAWord(string line, string next, string parted, bool isLikely)
    {
        var seam = WordSeam.Of(1, line, next, word => word == "정상회담이");
        Assert.Equal((parted, isLikely), (seam.Parted, seam.Evidence is not null));
    }

    [Fact]
    public void Pdf_WithAList_KeepsItsPointsApart() =>
        Assert.Equal(
            [
                "What the council has to settle before the autumn, as the mayor put it to us:",
                "The price",
                "The crew of the boat",
                "Who pays",
            ],
            Read(
                Printed([
                    [
                        "What the council has to settle before the autumn, as the mayor",
                        "put it to us:",
                        "The price",
                        "The crew of the boat",
                        "Who pays",
                    ],
                ])
            )
                .Paragraphs.Where(p => !p.Text.Contains("Courier", StringComparison.Ordinal) && p.Text.Length > 1)
                .Select(p => p.Text)
        );

    [Theory]
    [InlineData("Ferry Sails Again", 0, "After eleven years of waiting on the quay", 0)] // broken by hand
    [InlineData("Ferry sails again after eleven years of", 0, "Waiting", 130)] // in the middle of the page
    [InlineData("Ferry to Sandholm sails again after eleven", 0, "Years of Waiting", 0)]
    public void Pdf_WithAHeadlineOverTwoLines_KeepsBoth(string first, int left, string second, int otherLeft)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        var page = pdf.AddPage(PageSize.A4);
        page.AddText(first, 22, new PdfPoint(72 + left, 780), font);
        page.AddText(second, 22, new PdfPoint(72 + otherLeft, 754), font);
        foreach (var (k, line) in Pages[0].Index())
            page.AddText(line, 11, new PdfPoint(72, 700 - 14 * k), font);
        page.AddText("What comes now", 16, new PdfPoint(72, 600), font);
        page.AddText("Not everybody is content. The drivers fear for their work.", 11, new PdfPoint(72, 570), font);
        var read = Read(pdf.Build());
        Assert.Equal($"{first} {second}", read.Facts.Title?.Value);
        Assert.Equal(
            [$"{first} {second}", "What comes now"],
            read.Paragraphs.Where(p => p.Kind == ParagraphKind.Headline).Select(p => p.Text)
        );
    }

    [Fact]
    public void Pdf_WithASectionAboveItsHeadline_HasTheLargestLineForItsTitle()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        var page = pdf.AddPage(PageSize.A4);
        page.AddText("Courier Politics | World | Sport", 14, new PdfPoint(72, 810), font);
        page.AddText("From our islands and coasts", 14, new PdfPoint(72, 770), font);
        page.AddText("Ferry Sails Again", 22, new PdfPoint(72, 735), font);
        foreach (var (k, line) in Pages[0].Index())
            page.AddText(line, 11, new PdfPoint(72, 700 - 14 * k), font);
        var read = Read(pdf.Build());
        Assert.Equal("Ferry Sails Again", read.Facts.Title?.Value);
        Assert.Equal("other boilerplate", read.Paragraphs[0].Boilerplate);
    }

    [Fact]
    public void Pdf_WithALineOfMarksAlone_IsRead() =>
        Assert.Contains(
            "***",
            Read(
                Printed([
                    ["The mayor went aboard.", "***", "She came back at noon."],
                ])
            ).Text
        );

    [Fact]
    public void Pdf_WithAPassword_SaysSo()
    {
        var secret = Convert.ToHexString(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray());
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            $"<< /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >>",
        ];
        var refused = Assert.Throws<UnreadableException>(() => Read(Written(objects, $"/Encrypt 4 0 R /ID [<{secret}> <{secret}>]")));
        Assert.Contains("password", refused.Message);
    }

    [Fact]
    public void Pdf_WithLettersOfNoKnownCharacter_SaysHowMany()
    {
        // A font that does not say which characters its shapes are, as where a program had no font for a script.
        const string drawn = "BT /F1 12 Tf 20 150 Td (The mayor went aboard.) Tj /F2 12 Tf 0 -20 Td <000000000000> Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
            $"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Shapes /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Shapes /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
                + "/Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /Shapes /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 "
                + "/CapHeight 700 /StemV 80 >>",
        ];
        var read = Read(Written(objects));
        Assert.Equal("The mayor went aboard.", read.Text);
        Assert.Contains(read.Notices, n => n.StartsWith("3 letters", StringComparison.Ordinal));
    }

    [Fact]
    public void Pdf_NameParted_AtItsOwnHyphen_KeepsIt() =>
        Assert.Contains(
            "town of Sandholm-Bay sails again, and so do the bus and the train of the old line 19-B which nobody",
            Read(
                Printed([
                    [
                        "Since Monday morning the ferry that belongs to the town of Sandholm-",
                        "Bay sails again, and so do the bus and the train of the old line 19-",
                        "B which nobody had expected to see once more before the autumn.",
                    ],
                ])
            ).Text
        );

    [Fact]
    public void Pdf_AsItStands_KeepsRunningHeads() =>
        Assert.Contains(ArticleFile.Read("a.pdf", Printed(Pages), true, TestContext.Current.CancellationToken).Paragraphs, p =>
            p.Text.Contains("The Bay Courier", StringComparison.Ordinal)
        );

    [Fact]
    public void Pdf_WithoutText_SaysThatItHoldsPictures()
    {
        var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        var refused = Assert.Throws<UnreadableException>(() => Read(pdf.Build()));
        Assert.Contains("pictures and no text", refused.Message);
    }

    [Fact]
    public void Pdf_OfTooManyPages_IsRefused()
    {
        var pdf = new PdfDocumentBuilder();
        for (var n = 0; n <= MostPages; n++)
            pdf.AddPage(PageSize.A4);
        Assert.Contains("1,001 pages", Assert.Throws<UnreadableException>(() => Read(pdf.Build())).Message);
    }

    private const int MostPages = 1_000;

    private static ArticleReading Read(byte[] bytes) => ArticleFile.Read("a.pdf", bytes, false, TestContext.Current.CancellationToken);

    private static byte[] Written(string[] objects, string trailer = "")
    {
        var (pdf, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (n, one) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append($"{n + 1} 0 obj\n{one}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:0000000000} 00000 n \n"));
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    // With a head and a page number on each.
    private static byte[] Printed(string[][] pages)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        foreach (var (n, lines) in pages.Index())
        {
            var page = pdf.AddPage(PageSize.A4);
            page.AddText("The Bay Courier", 9, new PdfPoint(72, 800), font);
            page.AddText($"{n + 1}", 9, new PdfPoint(290, 40), font);
            foreach (var (k, line) in lines.Index())
                page.AddText(line, 11, new PdfPoint(72, 720 - 14 * k), font);
        }
        return pdf.Build();
    }
}
