using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

public sealed class NameFormsTests
{
    [Theory]
    [InlineData("Putin and Vladimir Putin; Putin’s, Putinism, Putin-led.", "Putin", false, 4)]
    [InlineData("Путин, Путина, Путину. Распутин.", "Путин", false, 1)]
    [InlineData("Путин, Путина, Путину. Распутин.", "Путин", true, 3)]
    [InlineData("김정은은 김정은을 맞이한 김정은", "김정은", false, 1)]
    [InlineData("김정은은 김정은을 맞이한 김정은", "김정은", true, 3)]
    [InlineData("Putinin ja Putinille, Putin.", "Putin", true, 3)]
    [InlineData("بوتين وبوتين، لبوتين.", "بوتين", false, 1)]
    [InlineData("بوتين وبوتين، لبوتين. أبوتين", "بوتين", true, 3)]
    [InlineData("رئيس والرئيس للرئيس", "رئيس", true, 3)]
    [InlineData("سَالِم وســالم", "سالم", true, 2)]
    [InlineData("לוי ולוי, שללוי; הלוויה", "לוי", true, 3)]
    [InlineData("俄罗斯总统普京访问朝鲜，普京说。", "普京", false, 2)]
    [InlineData("Trần Văn Hải", "Tra\u0302\u0300n Va\u0306n Ha\u0309i", false, 1)]
    public void Count_OfAForm_IsOfWordsOrOfTheirBeginnings(string text, string form, bool isPrefix, int count) =>
        Assert.Equal(count, NameForms.Count(text, [new(form, isPrefix)]).GetValueOrDefault(new(form, isPrefix)));

    [Fact]
    public void Count_OfFormsThatOverlap_CountsEachPlaceOnceForTheLongest()
    {
        NameForm full = new("Vladimir Putin", false),
            surname = new("Putin", false),
            stem = new("Putin", true);
        var counts = NameForms.Count("Vladimir Putin met Putin; Putinin.", [surname, full, stem]);
        Assert.Equal((1, 1, 1), (counts[full], counts[surname], counts[stem]));
    }
}
