using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>What single lines around an article are taken for.</summary>
public sealed partial class ArticleFileTests
{
    [Theory, InlineData("By Ines Okafor", "byline"), InlineData("Von Jörg Weber und Ola Berg", "byline")]
    [InlineData("People on the quay. Photo: A. Lind", "photo caption"), InlineData("By the way it rained", null)]
    [InlineData("Sign up to our Morning Briefing newsletter and get the day's headlines in your inbox every day.", "subscription note")]
    [InlineData(
        "Subscribe to the Gazette today for unlimited access to all our reporting and podcasts on all devices.",
        "subscription note"
    )]
    [InlineData("5 min read", "reading time"), InlineData("Subscribe to our newsletter", "subscription note")]
    [
        InlineData("12 Kommentare", "comment header"),
        InlineData("Lesen Sie auch: Sturm", "related posts"),
        InlineData("Share on Facebook", "share buttons")
    ]
    public void Line_AroundAnArticle_IsNamedAndProseIsNot(string line, string? boilerplate) =>
        Assert.Equal(
            boilerplate,
            Boilerplate(
                Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{MadeFiles.Prose[0]}\n{line}\n{MadeFiles.Prose[1]}")),
                line
            )
        );

    [Theory]
    [InlineData("اشترك الآن في نشرتنا البريدية"), InlineData("لإلغاء الاشتراك اضغط هنا"), InlineData("Newsletter abbestellen")]
    [InlineData("수신거부를 원하시면 여기를 누르세요"), InlineData("退订此邮件"), InlineData("Se désabonner de cette lettre")]
    public void Line_OfANewsletter_IsASubscriptionNoteInEachLanguage(string line) =>
        Line_AroundAnArticle_IsNamedAndProseIsNot(line, "subscription note");

    [Theory]
    [InlineData("اشترك الوفد في المؤتمر يوم الخميس.")] // “took part”
    [InlineData("The analysis took a year.")]
    public void Line_OfProseWithSuchAWord_StaysProse(string line) => Line_AroundAnArticle_IsNamedAndProseIsNot(line, null);

    [Theory, InlineData("Exclusive"), InlineData("ANALYSIS"), InlineData("단독"), InlineData("حصري"), InlineData("Island news")]
    public void Line_AboveTheHeadline_IsItsKicker(string line)
    {
        var page =
            $"<html><head><title>{MadeFiles.Title}</title></head><body><article><p>{line}</p><h1>{MadeFiles.Title}</h1>"
            + string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"))
            + "</article></body></html>";
        var read = Read("a.html", Encoding.UTF8.GetBytes(page));
        Assert.Equal("kicker", Boilerplate(read, line));
        Assert.Equal((MadeFiles.Title, 2), (read.Facts.Title!.Value, read.Facts.Title.Paragraph));
    }

    [Theory, InlineData("Exclusive", "kicker"), InlineData("정치", "kicker"), InlineData("It was late at night.", null)]
    public void Line_AboveWhatLooksLikeTheHeadline_IsItsKicker(string line, string? boilerplate)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"{line}\nFerry sails again\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}"));
        Assert.Equal(boilerplate, Boilerplate(read, line));
        if (boilerplate is not null)
            Assert.Equal("Ferry sails again", read.Facts.Title!.Value);
    }

    [Theory]
    [InlineData("By Miriam Holt, The Harbour Review, 21 June 2024", "Miriam Holt", "The Harbour Review", "2024-06-21")]
    [InlineData("By Tom Vale, Eastern Wire, 22 June 2024", "Tom Vale", "Eastern Wire", "2024-06-22")]
    [InlineData("By Tom Vale, Eastern Wire, Saturday, 22 June 2024", "Tom Vale", "Eastern Wire", "2024-06-22")]
    [InlineData("By Our Correspondent in Seoul, Thursday, 20 June 2024", "Our Correspondent", null, "2024-06-20")]
    [InlineData("Von Jörg Weber, Freitag, 21. Juni 2024", "Jörg Weber", null, "2024-06-21")]
    [InlineData("June 22, 2024 | Eastern Wire | By Tom Vale", "Tom Vale", "Eastern Wire", "2024-06-22")]
    [InlineData("Von Jörg Weber und Ola Berg – Hafenblatt, 21. Juni 2024", "Jörg Weber und Ola Berg", "Hafenblatt", "2024-06-21")]
    [InlineData("홍길동 기자 | 항구일보 | 2024년 6월 21일", "홍길동", "항구일보", "2024-06-21")]
    [InlineData("بقلم مريم حداد، جريدة الميناء، 21 يونيو 2024", "مريم حداد", "جريدة الميناء", "2024-06-21")]
    [InlineData("남평일보 김서윤 기자", "김서윤", "남평일보", null)]
    [InlineData("남평일보 김서윤 기자 kim@nampyeong.example", "김서윤", "남평일보", null)]
    [InlineData("남평일보 김서윤 기자 | 2024년 6월 21일", "김서윤", "남평일보", "2024-06-21")]
    [InlineData("김서윤 기자", "김서윤", null, null)]
    [InlineData("By Miriam Holt, 21 June 2024", "Miriam Holt", null, "2024-06-21")]
    [InlineData("By Miriam Holt, The Harbour Review", "Miriam Holt, The Harbour Review", null, null)] // it may be a second author
    [InlineData("Harbour, 21 June 2024", null, null, "2024-06-21")]
    public void Line_OfAuthorPaperAndDay_GivesEachWithItsWords(string line, string? author, string? paper, string? day)
    {
        var facts = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}")).Facts;
        Assert.Equal((author, paper, day), (facts.Byline?.Value, facts.Publisher?.Value, facts.Published?.Value));
        foreach (var fact in new[] { facts.Byline, facts.Publisher, facts.Published }.OfType<Fact>())
        {
            Assert.Equal(2, fact.Paragraph);
            Assert.Contains(fact.Words!, line, StringComparison.Ordinal);
        }
    }
}
