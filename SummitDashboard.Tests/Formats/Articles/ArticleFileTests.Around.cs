using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>What stands around an article, and what it says of it.</summary>
public sealed partial class ArticleFileTests
{
    [Theory]
    [InlineData("한바다일보 정치 | 경제 | 사회 | 국제", "other boilerplate"), InlineData("Politics | World | Sport", "other boilerplate")]
    [InlineData("Политика · Мир · Спорт", "other boilerplate"), InlineData("سياسة | اقتصاد | رياضة", "other boilerplate")]
    [InlineData("공유하기 페이스북 카카오톡 URL복사", "share buttons"), InlineData("شارك فيسبوك تويتر واتساب نسخ الرابط", "share buttons")]
    [InlineData("Поделиться ВКонтакте Одноклассники Телеграм", "share buttons"), InlineData("シェア LINE 印刷", "share buttons")]
    [InlineData("저작권자 © 한바다일보 무단전재 및 재배포 금지", "copyright line"), InlineData("جميع الحقوق محفوظة", "copyright line")]
    [InlineData("많이 본 뉴스", "related posts"), InlineData("Most viewed", "related posts"), InlineData("الأكثر قراءة", "related posts")]
    [InlineData("Les plus lus", "related posts"), InlineData("Meistgelesen", "related posts"), InlineData("热门文章", "related posts")]
    [
        InlineData("페이스북이 새 규칙을 발표했다.", null),
        InlineData("미·중·러 정상회담 합의", null),
        InlineData("저작권자는 소송을 냈다.", null)
    ]
    public void Line_OfASite_IsBoilerplateAndNeverTheTitle(string line, string? boilerplate)
    {
        Line_AroundAnArticle_IsNamedAndProseIsNot(line, boilerplate);
        if (boilerplate is null)
            return;
        var prose = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        var page = $"<html><body><h2>{line}</h2><h1>{MadeFiles.Title}</h1>{prose}</body></html>";
        Assert.Equal(MadeFiles.Title, Read("a.html", Encoding.UTF8.GetBytes(page), whole: true).Facts.Title!.Value);
    }

    [Fact]
    public void Title_OfAPage_IsItsLargestHeadline()
    {
        var prose = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        var page = $"<html><body><h3>Our coast and its people</h3><h1>{MadeFiles.Title}</h1>{prose}</body></html>";
        Assert.Equal((MadeFiles.Title, 2), Placed(Read("a.html", Encoding.UTF8.GetBytes(page), whole: true).Facts.Title));
    }

    [Fact]
    public void Line_UnderAnOfferToSignUp_IsPartOfIt()
    {
        const string Offer = "Sign up to First Light";
        const string Blurb =
            "Our morning email breaks down the key stories of the day, telling you what’s happening. We may send marketing.";
        ArticleReading Of(params string[] lines) => Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var read = Of("Ferry sails again", MadeFiles.Prose[0], Offer, Blurb, MadeFiles.Prose[1]);
        Assert.Equal("subscription note", Boilerplate(read, Blurb));
        Assert.Null(Boilerplate(read, MadeFiles.Prose[1]));
        Assert.Null(Boilerplate(Of("Ferry sails again", MadeFiles.Prose[0], Blurb, MadeFiles.Prose[1]), Blurb));
    }

    [Theory, InlineData("COAST HERALD"), InlineData("The Quay Courier"), InlineData("한바다일보"), InlineData("Sandholmer Zeitung")]
    public void Masthead_OfADocument_IsBoilerplateAndSaysWhoPublishedIt(string paper)
    {
        var read = Read("ferry.docx", MadeFiles.Docx([MadeFiles.Title, .. MadeFiles.Prose], paper));
        Assert.Equal("other boilerplate", Boilerplate(read, paper));
        Assert.Equal((paper, 1), Placed(read.Facts.Publisher));
        Assert.Equal((MadeFiles.Title, 2), Placed(read.Facts.Title));
    }

    [Theory]
    [InlineData("PORT VESSEN, May 12 (Northwire) - The ferry sailed.", "© 2025 Northwire", "Northwire", "2025-05-12", Basis.Inferred)]
    [InlineData("Hafen, 12. Mai 2025 (nwd) – Die Fähre fährt.", "A line", "nwd", "2025-05-12", Basis.Given)]
    [InlineData("PORT VESSEN, May 12 (Northwire) - The ferry sailed.", "A line", "Northwire", null, Basis.Given)]
    [InlineData("Port Vessen (Island) is old.", "© 2025 Northwire", null, null, Basis.Given)]
    public void Dateline_OfAnAgency_NamesItAndItsDayAndGuessesNoYear(string line, string foot, string? agency, string? day, Basis basis)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line} {MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}\n{foot}"));
        Assert.Equal(agency, read.Facts.Publisher?.Value);
        Assert.Equal((day, day is null ? null : basis), (read.Facts.Published?.Value, read.Facts.Published?.Basis));
        Assert.Equal(
            agency is not null && day is null,
            read.Notices.Any(n => n.Contains("“May 12” without a year", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("By Ines Okafor", true), InlineData("Ines Okafor", true), InlineData("Ines Okafor, 6 May 2031", true)]
    [InlineData("By Tom Vale", false), InlineData("Ines Okafor was on the quay.", false), InlineData("It was late.", false)]
    public void Maker_OfADocument_IsItsAuthorOnlyWhereALineHasTheNameAsAByline(string line, bool isAuthor)
    {
        var facts = Read("ferry.docx", MadeFiles.Docx([line, .. MadeFiles.Prose])).Facts;
        if (isAuthor)
        {
            Assert.Equal(("Ines Okafor", Basis.Given, 2), (facts.Byline!.Value, facts.Byline.Basis, facts.Byline.Paragraph));
            Assert.Null(facts.Maker);
            return;
        }
        Assert.NotEqual("Ines Okafor", facts.Byline?.Value);
        Assert.Equal(("Ines Okafor", "document property author"), (facts.Maker!.Value, facts.Maker.InFile));
    }
}
