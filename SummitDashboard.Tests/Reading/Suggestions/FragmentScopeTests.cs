using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>A fragment says no other than its sentence: what denies, doubts or bounds its words is in it.</summary>
public sealed class FragmentScopeTests
{
    private static string? Fragment(string printed, string asked, string language, int budget, int? left)
    {
        var claim = Coded.Claim("c") with { Question = asked, Statement = asked, Framings = [] };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source], [], [], [claim]);
        var text = ArticleText.From(printed + "\n…");
        var source = Coded.Source with { Language = new(language, Basis.Given) };
        var marks = DefaultWords.For(casebook.Head with { Words = [] }, language);
        var clues = Clues.Of(casebook, claim, source);
        var ranked = PassageRanking.Rank(clues, source, text, new([text]), 5, budget, marks, atMost: budget, left: left);
        return ranked.FirstOrDefault(p => p.Paragraph == 1)?.Fragment.In(printed);
    }

    [Theory]
    [InlineData(
        "There is so far no public proof that any sensitive technology has changed hands, aides said.",
        "Has technology changed hands?",
        "en",
        "no public proof that any sensitive technology has changed hands"
    )]
    [InlineData("In the fog the captain did not sail ferries to the pier at noon.", "Sail ferries pier?", "en", "did not sail ferries")]
    [InlineData("Falk denied, on Tuesday, that ferries carried the shells to the pier.", "Ferries carried shells?", "en", "denied")]
    [InlineData("He never sent shells, ferries or limousines over the bay to Falk.", "Ferries limousines?", "en", "never")]
    [InlineData("On Monday the town may send its old ferries over the bay to Falk.", "Send ferries?", "en", "may send its old ferries")]
    [InlineData("Sie haben ohne Eile alte Fähren über die Bucht nach Norden geschickt.", "Fähren Bucht?", "de", "ohne Eile alte Fähren")]
    [InlineData(
        "Le maire n’a hier envoyé ces ferries anciens vers le port du nord.",
        "ferries anciens?",
        "fr",
        "n’a hier envoyé ces ferries"
    )]
    [InlineData("Он никогда прежде сам туда паромы старые большие водил сюда.", "паромы старые?", "ru", "никогда прежде сам туда паромы")]
    public void Fragment_OfADenialOrDoubt_HasIt(string printed, string asked, string language, string expected) =>
        Assert.Contains(expected, Fragment(printed, asked, language, 4, 15) ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "In the fog the captain did not sail, but ferries carried the shells to Falk.",
        "Ferries carried shells?",
        "ferries carried the shells"
    )]
    [InlineData(
        "No fog lay there; ferries carried the shells to Falk in the night.",
        "Ferries carried shells?",
        "ferries carried the shells"
    )]
    [InlineData(
        "In May the old ferries carried shells over to Falk in the night.",
        "Ferries carried shells?",
        "old ferries carried shells"
    )]
    [InlineData("At noon the mayor spoke about shells carried by ferries there.", "Shells carried ferries?", "shells carried by ferries")]
    public void Fragment_OfAnotherClauseThanADenial_StaysShort(string printed, string asked, string expected) =>
        Assert.Equal(expected, Fragment(printed, asked, "en", 4, 15));

    [Fact]
    public void Fragment_WhereTooFewWordsAreLeftForADenial_IsNone()
    {
        const string printed = "There is so far no public proof that any sensitive technology has changed hands, aides said.";
        Assert.Null(Fragment(printed, "Technology changed hands?", "en", 4, 5));
        Assert.Equal(
            "Old ferries carried technology",
            Fragment(
                printed + " Old ferries carried technology over and came back.",
                "Technology changed hands ferries carried?",
                "en",
                4,
                5
            )
        );
    }

    [Theory]
    [InlineData(
        "In all they sent nearly five million artillery shells over the bay.",
        "Five million shells?",
        "nearly five million artillery shells"
    )]
    [InlineData("The town counted at least 10,000 containers of goods in the bay.", "10,000 containers?", "at least 10,000 containers")]
    [InlineData("The old town was gravely concerned about shells in the bay there.", "Concerned shells?", "gravely concerned about shells")]
    [InlineData("Later the town sent about 300 ferries over the wide bay there.", "300 ferries?", "about 300 ferries")]
    public void Fragment_OfANumberOrADegree_HasItWhole(string printed, string asked, string expected) =>
        Assert.Contains(expected, Fragment(printed, asked, "en", 4, 15) ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("He spoke of their support, \"including on the Ukrainian track\", and then of old ferries there.", "Support including?")]
    [InlineData("He spoke of their support, “including on the Ukrainian track”, and then of old ferries there.", "Ukrainian track?")]
    [InlineData("He spoke of their support, „including on the Ukrainian track“, and then of old ferries there.", "Support including?")]
    [InlineData("He spoke of their support, «including on the Ukrainian track», and then of old ferries there.", "Track ferries?")]
    [InlineData("He spoke of the workers’ support, ‘including the Ukrainian track’, and then of old ferries.", "Track ferries?")]
    public void Fragment_BesideAQuotation_HasBothMarksOrNone(string printed, string asked)
    {
        var words = Fragment(printed, asked, "en", 5, 15) ?? "";
        Assert.NotEmpty(words);
        Assert.Equal(words.IndexOfAny(['“', '„', '«', '‘']) >= 0, words.AsSpan(1).IndexOfAny(['”', '“', '»', '’']) >= 0);
        Assert.Equal(0, words.Count(c => c == '"') % 2);
    }

    [Theory]
    [InlineData(
        "Its government said it was seriously concerned that Falk did not rule out military cooperation with South Velmar.",
        "Rule out military cooperation?",
        "Falk did not rule out military cooperation"
    )]
    [InlineData("The port office warned that Falk may send old ferries over the bay.", "Send old ferries?", "Falk may send old ferries")]
    [InlineData(
        "Selkirk said Falk has not sold old ferries to anybody in the north.",
        "Sold old ferries?",
        "Falk has not sold old ferries"
    )]
    [InlineData("The mayor thinks that Falk rules out old ferries for the bay.", "Rules out ferries?", "Falk rules out")]
    [InlineData(
        "Falk would not sell old ferries to the north, the port office said.",
        "Sell old ferries?",
        "Falk would not sell old ferries"
    )]
    [InlineData("Falk, whose boats have lost much, is unlikely to sell old ferries, aides said.", "Sell old ferries?", "Falk, whose boats")]
    [InlineData(
        "The treaty is not, as Falk claims, a purely friendly pact, aides said.",
        "Friendly pact?",
        "not, as Falk claims, a purely"
    )]
    [InlineData("In all three of the more than two dozen ferries sank in the bay there.", "Dozen ferries sank?", "three of the more than")]
    [InlineData(
        "There is no sign that the pact, signed in June, obliges Velmar to send ferries.",
        "Obliges send ferries?",
        "no sign that the pact, signed in June, obliges"
    )]
    [InlineData(
        "She said Velmar’s use of old ferries had not been confirmed by the pilots there.",
        "Ferries had been confirmed?",
        "Velmar’s use of old ferries had not been confirmed"
    )]
    [InlineData(
        "Falk told reporters the treaty was not about old ferries for the north.",
        "Treaty about ferries?",
        "the treaty was not about"
    )]
    [InlineData("Selkirk is afraid of Jo Falk, who has not ruled out old ferries.", "Ruled out ferries?", "Jo Falk, who has not ruled out")]
    [InlineData(
        "Selkirk fears that Falk came by night and did not pay for old ferries.",
        "Pay ferries?",
        "Falk came by night and did not pay"
    )]
    [InlineData(
        "The meeting between Falk and Brandt is not just about old ferries and the bay.",
        "Brandt just about ferries?",
        "meeting between Falk and Brandt is not just"
    )]
    public void Fragment_OfWhatIsSaidOfAnother_HasItsSubject(string printed, string asked, string expected) =>
        Assert.Contains(expected, Fragment(printed, asked, "en", 4, 15) ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "de",
        "Die Regierung zeigte sich besorgt, dass Falk eine Zusammenarbeit mit Velmar nicht ausschloss.",
        "Zusammenarbeit Velmar ausschloss?",
        "Falk eine Zusammenarbeit mit Velmar nicht ausschloss"
    )]
    [InlineData("de", "Selkirk erklärte gestern, dass Falk alte Fähren liefert.", "Fähren liefert?", "Falk alte Fähren liefert")]
    [InlineData(
        "de",
        "Falk schloss alte Fähren über die Bucht am Montag nicht aus.",
        "Falk Fähren?",
        "Fähren über die Bucht am Montag nicht aus"
    )]
    [InlineData(
        "de",
        "Selkirk erklärte, Falk habe keine Belege für Fähren vorgelegt.",
        "Belege Fähren?",
        "Falk habe keine Belege für Fähren vorgelegt"
    )]
    [InlineData(
        "de",
        "Selkirk fürchtet sehr, dass Falk alte Fähren für Velmar bauen könnte.",
        "Falk Fähren?",
        "Falk alte Fähren für Velmar bauen könnte"
    )]
    [InlineData(
        "de",
        "Beide Häfen bezweifeln bis heute, dass alte Fähren kommen.",
        "Fähren kommen?",
        "bezweifeln bis heute, dass alte Fähren"
    )]
    [InlineData(
        "es",
        "Los pilotos dudan de que Falk entregue barcos viejos al puerto.",
        "entregue barcos viejos?",
        "dudan de que Falk entregue barcos"
    )]
    [InlineData(
        "ru",
        "Пилоты сомневаются, что Фальк передаст порту старые паромы.",
        "передаст старые паромы?",
        "сомневаются, что Фальк передаст"
    )]
    [InlineData("fr", "Le port craint que Falk n’a pas exclu les vieux ferries du nord.", "exclu vieux ferries?", "Falk n’a pas exclu")]
    [InlineData("es", "El puerto dijo ayer que Falk no descartó barcos viejos del norte.", "descartó barcos viejos?", "Falk no descartó")]
    [InlineData("ru", "Порт сообщил вчера, что Фальк не исключил старые паромы на севере.", "исключил старые паромы?", "Фальк не исключил")]
    [InlineData("zh", "港口昨天表示，法尔克没有排除军事合作的可能性。", "排除军事合作?", "法尔克没有排除")]
    [InlineData("ko", "항구는 어제 팔크가 낡은 배를 배제하지 않았다고 오후에 말했다.", "배를 배제하지?", "배제하지 않았다고")]
    public void Fragment_OfWhatIsSaidOfAnother_HasItsSubjectInOtherLanguages(
        string language,
        string printed,
        string asked,
        string expected
    ) => Assert.Contains(expected, Fragment(printed, asked, language, 4, 15) ?? "", StringComparison.Ordinal);

    [Fact]
    public void Fragment_WhereTheSubjectIsTooFar_IsCutElsewhere()
    {
        const string printed =
            "Selkirk said that the very old and badly painted harbour ferry of the northern island town of Velmar and its bay "
            + "did not carry the shells to Falk.";
        var words = Fragment(printed, "Carry the shells to Falk?", "en", 4, 15);
        Assert.True(words?.Contains("carry", StringComparison.Ordinal) != true, words);
    }

    [Fact]
    public void Fragment_OfANumber_EndsInNone()
    {
        var words = Fragment("Old ferries carried nearly five million boxes over the bay to Falk.", "Ferries carried five?", "en", 4, 15)
            ?? "";
        Assert.DoesNotMatch("(nearly|five)$", words);
    }

    // Who says so, and that he does, is left out, but not what he denies.
    [Theory]
    [InlineData("قال ليندكفيست للصحفيين إن العقوبات على الميناء لم تعد تعمل.", "العقوبات", "ar", "^العقوبات على الميناء")]
    [InlineData("وقال ليندكفيست إن العقوبات على الميناء ما زالت تعمل.", "العقوبات", "ar", "^العقوبات على الميناء")]
    [InlineData("نفى ليندكفيست أن العقوبات على الميناء ما زالت تعمل.", "العقوبات", "ar", "^نفى ليندكفيست")]
    [InlineData("Линдквист заявил в порту, что санкции против города уже давно не работают.", "санкции", "ru", "^санкции против города")]
    [InlineData("Линдквист не заявил, что санкции против города уже давно работают.", "санкции", "ru", "не заявил, что санкции")]
    [InlineData("린드크비스트는 항구에 대한 제재가 아직 효과가 있다고 말했다.", "제재가", "ko", "있다고$")]
    [InlineData("통신에 따르면 항구에 대한 제재가 아직 효과가 있다.", "제재가", "ko", "^항구에 대한 제재가")]
    [InlineData("Falk sagte am Abend, dass die Fähre im Hafen bleibt.", "Fähre", "de", "^die Fähre im Hafen bleibt")]
    public void Words_AroundWhatWasFound_LeaveOutWhoSaysThem(string paragraph, string found, string language, string expected)
    {
        var place = new TextSpan(paragraph.IndexOf(found, StringComparison.Ordinal), found.Length);
        var marks = DefaultWords.For(Repo.Casebook.Head with { Words = [] }, language);
        Assert.Matches(expected, QuotableWords.Around(paragraph, place, language, marks).In(paragraph));
    }

    [Theory]
    [InlineData(
        "Falk denied, on Tuesday, that ferries carried the shells to the pier.",
        "shells",
        "en",
        "denied, on Tuesday, that ferries"
    )]
    [InlineData("In the night no proof was found, they say, that ferries carried shells.", "shells", "en", "no proof")]
    [InlineData(
        "Selkirk was concerned that Falk did not rule out old ferries of its own.",
        "ferries",
        "en",
        "Falk did not rule out old ferries"
    )]
    [InlineData("The town sent, in all, nearly five million shells over the bay to Falk.", "million", "en", "nearly five million shells")]
    [InlineData("Late in the night he spoke of “old ferries” there and then went home.", "old", "en", "“old ferries”")]
    [InlineData("Der Hafen sagte, Falk schließe alte Fähren nicht aus.", "Fähren", "de", "Falk schließe alte Fähren nicht aus")]
    public void Words_AroundWhatWasFound_SayNoOtherThanTheSentence(string paragraph, string found, string language, string expected)
    {
        var place = new TextSpan(paragraph.IndexOf(found, StringComparison.Ordinal), found.Length);
        var marks = DefaultWords.For(Repo.Casebook.Head with { Words = [] }, language);
        Assert.Contains(expected, QuotableWords.Around(paragraph, place, language, marks).In(paragraph), StringComparison.Ordinal);
    }
}
