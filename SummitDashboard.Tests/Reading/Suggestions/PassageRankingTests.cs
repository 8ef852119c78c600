using CsCheck;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Which paragraphs of an article are proposed for a claim, and which words of them.</summary>
public sealed class PassageRankingTests
{
    private static readonly Source Other = Coded.Source with { Id = new("o"), Slug = "o", Siglum = "Ox" };

    private static readonly ArticleText Article = ArticleText.From(
        "The ferry sails\nShare this ferry with three hundred friends\nIt rained, and nobody in the town was glad of it.\n"
            + "On Monday the old ferry carried three hundred people over the bay, the harbour master said, and came back empty.\n"
            + "The two towns are far from each other."
    );

    private static Claim Claim(string question, string statement, params Framing[] framings) =>
        Coded.Claim("c") with
        {
            Question = question,
            Statement = statement,
            Framings = framings,
        };

    private static IReadOnlyList<Passage> Rank(Claim claim, Source source, ArticleText text, bool isCold = false)
    {
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], [claim]);
        var marks = DefaultWords.For(casebook.Head with { Words = [] }, source.Language?.Value);
        return PassageRanking.Rank(Clues.Of(casebook, claim, source, isCold: isCold), source, text, new([text]), 5, marks: marks);
    }

    [Fact]
    public void Rank_AClaim_PutsTheParagraphThatSharesMostFirstAndSaysWhy()
    {
        var first = Rank(Claim("How many people did the ferry carry?", "The ferry carried 300 people."), Coded.Source, Article)[0];
        Assert.Equal(4, first.Paragraph);
        Assert.Contains(new(ClueKind.Word, "carried"), first.Why);
        Assert.Contains(new(ClueKind.Word, "people"), first.Why);
        Assert.Contains("ferry carried", first.Fragment.In(Article.Paragraphs[3]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Yesterday ferries carried of the goods most that lay there, said a man.", "Yesterday ferries carried of the goods")]
    [InlineData("en", "Yesterday ferries carried on, and of the goods nobody spoke.", "Yesterday ferries carried on")] // a sign ends it
    [InlineData("en", "Yesterday ferries carried of the “goods” over there.", "Yesterday ferries carried of the “goods”")]
    [InlineData("en", "Ferries carried over goods.", "Ferries carried")] // all of it is a sentence
    [InlineData("qaa", "Yesterday ferries carried of the goods most that lay there, said a man.", "Yesterday ferries carried of")]
    public void Fragment_OfFewSoughtWords_EndsOnNoWordThatLeadsOn(string language, string printed, string expected)
    {
        var source = Coded.Source with { Language = new(language, Basis.Given) };
        var passage = Assert.Single(Rank(Claim("Ferries?", "Ferries carried."), source, ArticleText.From(printed + "\nNothing else.")));
        Assert.Equal(expected, passage.Fragment.In(printed));
    }

    [Fact]
    public void Rank_WordsThatJoinOrAsk_AreNoReasons()
    {
        var text = ArticleText.From(
            "How and when, and at which of these, is for others to say: before them no matter what it does.\nThe ferry came on the Monday."
        );
        var claim = Claim("When, and at what matter, does it come for how many of these others?", "A ferry came before them.");
        var passage = Assert.Single(Rank(claim, Coded.Source with { Language = new("en", Basis.Given) }, text));
        Assert.Equal((2, "ferry"), (passage.Paragraph, passage.Why[0].Words));
    }

    [Theory]
    [InlineData(15, 15)]
    [InlineData(3, 6)]
    public void Rank_WithFewWordsLeft_ProposesFewWithTheFirstThatItWasFoundBy(int budget, int most)
    {
        const string printed =
            "Carried past the tower, the harbour and the mill, the passengers of the old ferry saw the limousine, and some of them "
            + "waved at it from far away.";
        var claim = Claim("Which ferry?", "A ferry with passengers and a limousine passed the tower and the mill.");
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Other], [], [], [claim]);
        var text = ArticleText.From(printed + "\nNothing else.");
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var passage = Assert.Single(PassageRanking.Rank(Clues.Of(casebook, claim, source), source, text, new([text]), 5, budget));
        var words = passage.Fragment.In(printed);
        Assert.InRange(Words.Count(words), 2, most);
        Assert.Contains(passage.Why[0].Words, words, StringComparison.Ordinal);
    }

    [Fact]
    public void Rank_ANumberInAClaim_FindsItWithWhatKoreanHangsOnIt()
    {
        var text = ArticleText.From("선원 2명이 다쳤다고 했다.\n승객 112명은 모두 구조됐다고 했다.\n없다.");
        var source = Coded.Source with { Language = new("ko", Basis.Given) };
        Assert.Equal(2, Rank(Claim("How many were there?", "It carried 112 passengers."), source, text)[0].Paragraph);
    }

    [Fact]
    public void Fragment_BesideABracket_HasBothHalvesOrNone()
    {
        const string printed = "In the fog the ferry (Selkirk Star) sailed on to the pier and the people waited there for hours.";
        var passage = Rank(Claim("Ferry Selkirk?", "Ferry Selkirk."), Coded.Source, ArticleText.From(printed + "\nNothing else."))[0];
        var words = passage.Fragment.In(printed);
        Assert.Equal(words.Contains('('), words.Contains(')'));
    }

    [Fact]
    public void Rank_WhoAsksHowMany_FindsNoNumberInAName()
    {
        var text = ArticleText.From("The Orion-7 lay there.\nAt 7-metre waves it went on.\nNothing else.");
        var ranked = Rank(Claim("How many?", "How many?"), Coded.Source with { Language = new("en", Basis.Given) }, text);
        Assert.Equal(2, Assert.Single(ranked).Paragraph);
    }

    [Theory]
    [InlineData("When is the visit?", "He was there on a visit for talks.\nHe may come on 18 June.\nNothing.", ClueKind.Date, "June")]
    [InlineData("How many boxes?", "Boxes stood there in 1961.\nBoxes: some 7,000 lay there.\nNo.", ClueKind.Number, "7,000")]
    public void Rank_WhoAsksForADateOrANumber_FindsIt(string question, string article, ClueKind kind, string words)
    {
        var first = Rank(Claim(question, question), Coded.Source with { Language = new("en", Basis.Given) }, ArticleText.From(article))[0];
        Assert.Equal(2, first.Paragraph);
        Assert.Contains(new(kind, words), first.Why);
    }

    [Theory]
    [InlineData("When is the visit?", "他想再来一次。\n他将于6月18日抵达。\n没有。", "zh", ClueKind.Date, "6月18日")]
    [InlineData("何时访问？", "他想再来一次。\n他十八日抵达。\n二十四年来第一位。", "zh", ClueKind.Date, "十八日")]
    [InlineData("いつ訪問する？", "彼はまた来たい、3日間。\n彼は18日に着く。\n何もない。", "ja", ClueKind.Date, "18日")]
    [InlineData("언제 방문하나?", "그는 다시 오고 싶다 3일간.\n그는 6월 18일 도착한다.\n없다.", "ko", ClueKind.Date, "6월 18일")]
    [InlineData("When?", "他想再来一次。\n他星期三抵达。\n没有。", "zh", ClueKind.Date, "星期三")]
    [InlineData("多少士兵？", "这十分重要。\n那里有三百名军人。\n没有。", "zh", ClueKind.Number, "三百")]
    public void Rank_WhoAsksForADateOrANumber_FindsItAsEastAsiaPrintsIt(
        string question,
        string article,
        string language,
        ClueKind kind,
        string words
    )
    {
        var source = Coded.Source with { Language = new(language, Basis.Given) };
        var first = Rank(Claim(question, question), source, ArticleText.From(article))[0];
        Assert.Equal(2, first.Paragraph);
        Assert.Contains(new(kind, words), first.Why);
    }

    [Theory]
    [InlineData("他17日离开。\n他十八日抵达。\n没有。", "zh")]
    [InlineData("그는 17일 떠난다.\n그는 18일 도착한다.\n없다.", "ko")]
    [InlineData("他５月18日离开。\n他６月18日抵达。\n没有。", "zh")]
    public void Rank_ADayOfAnotherWriting_IsFoundByItsNumbers(string article, string language)
    {
        var source = Coded.Source with { Language = new(language, Basis.Given) };
        var ranked = Rank(Claim("The visit?", "The visit is on 18 June."), source, ArticleText.From(article));
        Assert.Equal(2, ranked[0].Paragraph);
    }

    [Theory]
    [InlineData(
        "How sure is it?",
        "The ferry sailed at noon, as he said.\nThe ferry reportedly sailed at noon.",
        ClueKind.Hedge,
        "reportedly"
    )]
    [InlineData("Is there any doubt?", "It sailed.\nIt is said to have sailed at noon.\nNo.", ClueKind.Hedge, "is said to")]
    [InlineData("In what tone?", "The ferry sailed at noon.\nThe notorious ferry sailed at noon.", ClueKind.Loaded, "notorious")]
    public void Rank_WhoAsksHowSurelyOrInWhichTone_FindsTheWords(string label, string article, ClueKind kind, string words)
    {
        var claim = Claim("Sailed?", "The ferry sailed at noon.") with { Aspects = [new("sure", label)] };
        var source = Coded.Source with { Language = new("en", Basis.Given) };
        var first = Rank(claim, source, ArticleText.From(article))[0];
        Assert.Equal(2, first.Paragraph);
        Assert.Contains(new(kind, words), first.Why);
        Assert.Contains(words, first.Fragment.In(ArticleText.From(article).Paragraphs[1]), StringComparison.Ordinal);
        // Who does not ask for them is not led by them.
        var other = Rank(claim with { Aspects = [] }, source, ArticleText.From(article));
        Assert.DoesNotContain(other.SelectMany(p => p.Why), r => r.Kind == kind);
    }

    [Fact]
    public void Rank_OneSharedWordOfManyParagraphs_ComesAfterAllElseAndSaysSo()
    {
        var text = ArticleText.From(
            "Harbour, harbour, harbour: the harbour.\nThe harbour was full.\nA limousine came by the old road.\n"
                + "At the tower the ferry turned.\nNothing."
        );
        var ranked = Rank(Claim("Where did it turn?", "The ferry turned at the harbour tower."), Coded.Source, text);
        Assert.Equal((4, false), (ranked[0].Paragraph, ranked[0].IsWeak));
        Assert.Equal([(1, true), (2, true)], ranked.Skip(1).Select(p => (p.Paragraph, p.IsWeak)).Order());
    }

    [Fact]
    public void Rank_Boilerplate_IsNeverProposed()
    {
        ParagraphNote Note(int n) => new(n, ParagraphKind.Body, "Says something.", n == 2 ? "share line" : null);
        var source = Coded.Source with { Paragraphs = [.. Enumerable.Range(1, 5).Select(Note)] };
        Assert.DoesNotContain(
            2,
            Rank(Claim("The ferry?", "Three hundred friends share a ferry."), source, Article).Select(p => p.Paragraph)
        );
    }

    [Fact]
    public void Rank_WhatOthersTell_LeadsToWordsThatTheClaimLacks()
    {
        var told = new Framing
        {
            Source = Other.Id,
            Stance = Stance.Asserts,
            Quotations = [Coded.Words("glad of the rain")],
        };
        var claim = Claim("What weather?", "The weather that day.", told);
        Assert.Equal(3, Assert.Single(Rank(claim, Coded.Source, Article)).Paragraph);
        Assert.Empty(Rank(claim, Coded.Source, Article, isCold: true));
    }

    [Fact]
    public void Rank_TheCellsOwnTelling_ChangesNothing()
    {
        var claim = Claim("Who carried people?", "A ferry carried people over the bay.");
        var own = new Framing
        {
            Source = Coded.Source.Id,
            Stance = Stance.Asserts,
            Gloss = "Nobody is glad of rain.",
            Quotations = [Coded.Words("nobody in the town was glad", 3)],
            Aspects = [new("a", "glad", "glad")],
        };
        Assert.Equivalent(Rank(claim, Coded.Source, Article), Rank(claim with { Framings = [own] }, Coded.Source, Article), strict: true);
    }

    [Theory]
    [InlineData(
        "How rare?",
        "24 years",
        "他是二十四年来第一位访问朝鲜的俄罗斯总统。\n普京说，双方将在24 years签署协议，天气很好，大家都很高兴。",
        2
    )]
    [InlineData("谁访问朝鲜？", "俄罗斯总统访问朝鲜", "天气很好。\n他是二十四年来第一位访问朝鲜的俄罗斯总统，大家都很高兴。", 2)]
    [InlineData("누가 방문했나?", "푸틴이 평양을 방문했다", "날씨가 좋았다.\n푸틴은 수요일에 평양에서 김정은을 만나 회담을 가졌다.", 2)]
    [InlineData("من زار كوريا؟", "زار بوتين كوريا", "كان الجو جميلا.\nوصل بوتين يوم الأربعاء إلى كوريا الشمالية في زيارة رسمية.", 2)]
    public void Rank_InAnyLanguage_FindsTheParagraph(string question, string statement, string article, int paragraph) =>
        Assert.Equal(paragraph, Rank(Claim(question, statement), Coded.Source, ArticleText.From(article))[0].Paragraph);

    [Fact]
    public void Rank_AnyArticle_ProposesFragmentsThatMayBeQuotedAndTheSameAgain() =>
        Gen.Select(Gen.OneOf(Scripts.Texts, Scripts.Latin).List[1, 6], Scripts.Texts)
            .Sample(
                (paragraphs, statement) =>
                {
                    var text = ArticleText.From(string.Join('\n', paragraphs));
                    var claim = Claim(statement, string.Join(' ', paragraphs));
                    var ranked = Rank(claim, Coded.Source, text);
                    foreach (var passage in ranked)
                    {
                        var paragraph = text.Paragraphs[passage.Paragraph - 1];
                        var words = passage.Fragment.In(paragraph);
                        Assert.InRange(Words.Count(words), 1, CodebookRules.MaxWords);
                        Assert.True(Characters.IsWhole(paragraph, passage.Fragment));
                        Assert.False(Words.IsCutAt(paragraph, passage.Fragment.Start) || Words.IsCutAt(paragraph, passage.Fragment.End));
                        Assert.DoesNotContain(words, Sentences.In(paragraph).Select(s => Sentences.Bare(s.In(paragraph))));
                        Assert.NotEmpty(passage.Why);
                        Assert.All(passage.Why, r => Assert.Contains(r.Words, paragraph, StringComparison.Ordinal));
                    }
                    Assert.Equal(ranked.Select(p => p.Score), ranked.Select(p => p.Score).OrderDescending());
                    Assert.Equivalent(ranked, Rank(claim, Coded.Source, text), strict: true);
                },
                iter: 500
            );

    [Theory]
    [InlineData("He came late. The envoy, aides said, had signed a rare paper; the crowd went home.", "rare", "had signed a rare paper")]
    [InlineData("It was a rare sight.", "rare", "was a rare sight")]
    [InlineData("Rare as it is, aides said.", "aides", "as it is, aides said")]
    [InlineData("Rare sights last long.", "Rare", "Rare sights last")]
    [InlineData("Rare, that.", "Rare", "Rare")]
    [InlineData("He came late, and a rare paper was signed.", "a rare paper", "a rare paper")]
    [InlineData(
        "One two three four five six seven eight rare ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
        "rare",
        "rare ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    )]
    public void Words_AroundWhatWasFound_AreAPartOfItsSentence(string paragraph, string found, string words)
    {
        var place = new TextSpan(paragraph.IndexOf(found, StringComparison.Ordinal), found.Length);
        Assert.Equal(words, QuotableWords.Around(paragraph, place, "en").In(paragraph));
    }
}
