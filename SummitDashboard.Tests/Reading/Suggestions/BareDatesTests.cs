using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Weekdays, months and small numbers, which every article has, lead to no passage; days that somebody names do.</summary>
public sealed class BareDatesTests
{
    private static readonly Source Other = Coded.Source with { Id = new("o"), Slug = "o", Siglum = "Ox" };

    // Invented, in words of our own.
    private static readonly ArticleText Article = ArticleText.From(
        """
        A treaty, a limousine and many open questions

        Vladimir Putin boarded his aircraft on Wednesday night and flew on to Hanoi, where another guard of honour stood
        waiting.

        He had been expected earlier, but came so late that the banners at the airport had been lit for hours. Schoolchildren
        who had practised for weeks were sent home and called back twice.

        The paper that he and Kim Jong Un put their names to has twenty-three articles. One of them says that when either is at
        war the other shall immediately provide military and other assistance with all means at hand.

        Mr Kim spoke of a bright day. His guest had last seen the city in July, a quarter of a century ago, when the father of
        the present leader met him.

        A spokeswoman in Washington told the press that nobody there was surprised. Her colleague in Tokyo had said much the
        same in September.

        The rouble has lost a tenth of its worth, and shops in the east of the country sell more goods from China than they did
        before the war.

        In the south of the peninsula the mood was darker. Loudspeakers were tested, and a patrol fired in the air after some
        twenty soldiers with shovels had strayed over the border in the hills, where the maps are poor.

        They turned round at once, an officer said, and had probably lost their way in the undergrowth. It was not the only such
        case.

        Farmers near by have other cares. The rain that should fall in summer came in spring, and the rice stands low; a
        cooperative that sold its tractor now hires one by the hour.

        A historian in Vienna, who wrote a book on the friendship of both countries, recalls an older text of the kind. It was
        signed in a summer, praised each autumn and forgotten in the winter in which the flag over the Kremlin was changed.

        What this one is worth nobody can say, she thinks. A promise is put on paper and tested in a night, and between them lie
        years.

        The two men exchanged presents as well: a car, a dagger, some cups for tea. The dogs that Mr Putin was shown in a garden
        will follow by rail in October.

        At the gala in the evening an orchestra played songs from the films of his youth. One of the singers, a soprano of sixty
        who has not left the country since her first year at the academy, was given flowers twice.

        In Hanoi the talks were about gas, trains and a centre for nuclear research. The hosts had prepared eleven papers and
        were glad, a diplomat said, that none of them needed an explanation.

        Markets took no notice. Shares in Seoul closed a little higher; makers of shells rose again, as they have for a year.
        """.Split("\n\n").Select(p => p.ReplaceLineEndings(" ")).Aggregate((one, next) => $"{one}\n{next}")
    );

    private static Source Unseen(string language) =>
        Coded.Source with
        {
            Id = new("unseen"),
            Slug = "unseen",
            Language = new(language, Basis.Given),
            Paragraphs = [],
        };

    [Theory]
    [InlineData("mutual-defence", 4, "assistance")]
    [InlineData("border-incident", 8, "border")]
    public void Passages_OfAClaimWithAnAspectOfTime_AreNotLedByWeekdaysAndMonths(string slug, int paragraph, string word)
    {
        var claim = Repo.Casebook.Claims.First(c => c.Slug == slug);
        var passages = ProposedPassages.Of(Repo.Casebook, claim, Unseen("en"), Article, []).Passages;
        Assert.Contains(passages.Take(3), p => p.Paragraph == paragraph && p.Why.Any(w => w.Words == word));
        // Where a name alone leads there is no date beside it; and none is the only reason, or the first.
        Assert.All(passages, p =>
            Assert.True(p.Why.All(w => w.Kind == ClueKind.Name) || p.Why.Any(w => w.Kind == ClueKind.Word), p.Why[0].Words)
        );
        Assert.All(passages, p => Assert.NotEqual(ClueKind.Date, p.Why[0].Kind));
    }

    private static IReadOnlyList<Passage> Rank(string language, string article, string told = "", string label = "When it applies")
    {
        var claim = Coded.Claim("c") with
        {
            Question = "Did the ferry sink?",
            Statement = "The ferry sank.",
            Aspects = [new("when", label)],
            Framings =
            [
                new()
                {
                    Source = Other.Id,
                    Stance = Stance.Asserts,
                    Quotations = told.Length > 0 ? [Coded.Words(told)] : [],
                },
            ],
        };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], [claim]);
        return ProposedPassages.Of(casebook, claim, Unseen(language), ArticleText.From(article), []).Passages;
    }

    [Theory]
    [InlineData("en", "It rained in September.\nHe slept on Wednesday, June 19.\nShe read on a Wednesday.\nNothing.")]
    [InlineData("de", "Im September regnete es.\nEr schlief am Mittwoch.\nSie las.\nNichts.")]
    [InlineData("fr", "Il pleuvait en septembre.\nElle dormait mercredi.\nRien.")]
    [InlineData("es", "Llovía en septiembre.\nDormía el miércoles.\nNada.")]
    [InlineData("it", "Pioveva in settembre.\nDormiva mercoledì.\nNiente.")]
    [InlineData("ru", "Дождь шел и в сентября.\nОна спала в среду.\nНичего.")]
    [InlineData("zh", "九月下雨。\n她星期三睡觉。\n没有。")]
    [InlineData("ko", "9월 비가 왔다.\n그녀는 수요일 잤다.\n없다.")]
    public void Passages_OfNothingButDates_AreNone(string language, string article) =>
        Assert.Empty(Rank(language, article, told: "on Wednesday in September of two"));

    [Theory]
    [InlineData("en", "on 18 June", "Eighteen slept, 18 woke.\nNobody came on 18 July.\nIn June it rained.\nAll wept on June 18.\nNo.")]
    [InlineData(
        "en",
        "on June 18th",
        "Eighteen slept, 18 woke.\nNobody came on 18 July.\nIn June it rained.\nAll wept on the 18th of June.\nNo."
    )]
    [InlineData("de", "on 18 June", "Es kamen 18.\nAm 18. Juli schlief er.\nIm Juni regnete es.\nAm 18. Juni weinte sie.\nNein.")]
    [InlineData("es", "on June 18", "Llegaron 18.\nEl 18 de julio dormía.\nLlovía en junio.\nEl 18 de junio lloraba.\nNo.")]
    [InlineData("ru", "on 18 June", "Пришли 18.\nОн спал 18 июля.\nДождь шел в начале июня.\nОна плакала 18-го июня.\nНет.")]
    [InlineData("zh", "on 18 June", "来了18人。\n他7月18日睡觉。\n6月下雨。\n她6月18日哭了。\n没有。")]
    public void Passages_OfADayThatOthersName_AreThoseThatNameIt(string language, string told, string article)
    {
        var passage = Assert.Single(Rank(language, article, told, label: "Which"));
        Assert.Equal((4, ClueKind.Date), (passage.Paragraph, Assert.Single(passage.Why).Kind));
    }

    [Fact]
    public void Passages_OfAWeekdayBesideATellingWord_ComeBeforeThoseWithoutAndSayIt()
    {
        var passages = Rank(
            "en",
            "A ferry went about its way.\nA ferry went on Wednesday too.\nIt rained on Wednesday.\nNothing.\nNothing else.\nNo."
        );
        Assert.Equal([2, 1], passages.Select(p => p.Paragraph));
        Assert.Equal([(ClueKind.Word, "ferry"), (ClueKind.Date, "Wednesday")], passages[0].Why.Select(w => (w.Kind, w.Words)));
    }
}
