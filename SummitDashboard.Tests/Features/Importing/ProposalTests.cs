using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Features.Importing;

/// <summary>What is proposed to call a source by.</summary>
public sealed class ProposalTests
{
    [Theory]
    [InlineData("Island ferry back at last", "Island ferry back at last")]
    [InlineData("Leaders sign a treaty: what it says and what it leaves out", "Leaders sign a treaty")]
    [InlineData("One, two and three come to the island at last", "One, two and three come")]
    [InlineData("푸틴, 24년 만의 방북… “침략당하면 서로 돕는다”", "푸틴, 24년 만의 방북")]
    [InlineData("بوتين في بيونغ يانغ: شراكة جديدة بين البلدين", "بوتين في بيونغ يانغ")]
    [InlineData("Guests come home “as friends” after three long days", "Guests come home")]
    public void ShortName_OfALongTitle_EndsWhereTheTitlePauses(string title, string name) => Assert.Equal(name, ShortName.Of(title));

    [Theory]
    [InlineData("The harbour committee of the old town votes to reopen", "en", "The harbour committee")]
    [InlineData("Old harbour town opens new ferry terminal in May", "en", "Old harbour town opens new ferry terminal")]
    [InlineData("Minister says the new bridge to the island will open", "en", "Minister says the new bridge")]
    [InlineData("Who are they and what do they want here", "en", "Who are they and what do they want")]
    [InlineData("Ferry to Sandholm sails again after eleven years", "en", "Ferry to Sandholm sails again")]
    [InlineData("Der Hafen wartet seit Jahren auf die neue Fähre", "de", "Der Hafen wartet seit Jahren")]
    [InlineData("Le port de la ville attend un nouveau bateau", "fr", "Le port de la ville")]
    [InlineData("شراكة جديدة طويلة الأمد بين البلدين في مجال الطاقة", "ar", "شراكة جديدة طويلة الأمد")]
    [InlineData("Паром снова пошёл на остров после долгой бури", "ru", "Паром снова пошёл на остров")]
    public void ShortName_OfATitleWithoutAPause_IsWholePhrasesAndEndsOnNoFunctionWord(string title, string language, string name)
    {
        Assert.Equal(name, ShortName.Of(title, language));
        if (name != title && !name.EndsWith(" again", StringComparison.Ordinal)) // which belongs to the verb before it
            Assert.DoesNotContain(name.Split(' ')[^1].ToLowerInvariant(), FunctionWords.Of(language));
    }

    [Theory]
    [InlineData("최민수", "최민"), InlineData("박지영, 최민수", "최민"), InlineData("최 민수", "최민"), InlineData("王小明", "王小")]
    [
        InlineData("山田 太郎", "山田"),
        InlineData("وكالة المرفأ للأنباء", "وك"),
        InlineData("مريم حداد", "حد"),
        InlineData("Ines Okafor", "Ok"),
        InlineData("The harbour says no", "Ha"),
        InlineData("Donata Dono", "Dn"),
        InlineData("To", "Aaa")
    ]
    public void SiglumProposal_OfAName_IsOfTheSurnameOrOfWhatABureauIs(string name, string siglum) =>
        Assert.Equal(siglum, SiglumProposal.Of([name], _ => false));

    [Theory]
    [InlineData("Coast Herald", "CH Co Coa"), InlineData("The Guardian", "Gu Gua"), InlineData("The New York Times", "NYT Ne New")]
    [InlineData("Новая газета", "НГ Но Нов"), InlineData("한바다일보", "한바 한다"), InlineData("جريدة الميناء", "مي")]
    public void SiglumProposal_OfAPaper_IsOfItsFirstLettersAndThenAsItBegins(string paper, string sigla)
    {
        var taken = new HashSet<string>();
        foreach (var siglum in sigla.Split(' '))
        {
            Assert.Equal(siglum, SiglumProposal.OfPaper(paper, taken.Contains));
            taken.Add(siglum);
        }
    }

    [Theory, InlineData("COAST HERALD", "Coast Herald"), InlineData("NHK", "NHK"), InlineData("한바다일보", "한바다일보")]
    public void PaperName_OfAMasthead_IsSpeltAsPapersAre(string paper, string name) =>
        Assert.Equal(name, PaperName.Of(paper, "A title", new(null, null, null, null, null, null, null), _ => false));

    [Fact]
    public void PaperName_OfSeveralArticlesOfOnePaper_HasTheirDays()
    {
        const string Title = "Ferry to Sandholm sails again after eleven years";
        FoundFacts Of(string? day) => new(null, null, null, day is null ? null : new(day, Basis.Given), null, null, null);
        var taken = new HashSet<string>();
        string Next(string? day)
        {
            var name = PaperName.Of("Coast Herald", Title, Of(day), taken.Contains);
            taken.Add(name);
            return name;
        }
        Assert.Equal(
            [
                "Coast Herald",
                "Coast Herald, 13 May",
                "Coast Herald, 13 May 2025",
                "Coast Herald: Ferry to Sandholm sails again",
                "Ferry to Sandholm sails again",
            ],
            [Next("2025-05-13"), Next("2025-05-13"), Next("2025-05-13"), Next("2025"), Next(null)]
        );
    }

    [Theory]
    [InlineData("푸틴 방북"), InlineData("조선과 로씨야")]
    public void SiglumProposal_OfANameInParts_IsOfWholeSyllables(string name)
    {
        var siglum = SiglumProposal.Of([ICU4N.Text.Normalizer2.NFDInstance.Normalize(name)], _ => false);
        Assert.Equal(SiglumProposal.Of([name], _ => false), siglum);
        Assert.All(siglum, c => Assert.InRange(c, '가', '힣'));
        Assert.InRange(siglum.Length, 2, 4);
    }
}
