using SummitDashboard.Reading.Actors;

namespace SummitDashboard.Tests.Reading.Actors;

public sealed class RespellingTests
{
    [Theory]
    [InlineData("Defence Minister Park Jinho", "Park Jin-ho", "Jinho")]
    [InlineData("Park Jin-Ho", "Park Jin-ho", "Jin-Ho")]
    [InlineData("Minister Sergei Ivanov", "Sergey Ivanov", "Sergei")]
    public void Differs_OtherLettersForTheSameName_NamesThePart(string form, string name, string expected) =>
        Assert.Equal(expected, Respelling.Differs(form, name));

    [Theory]
    [InlineData("Park Jin-ho", "Park Jin-ho")]
    [InlineData("the minister Park Jin-ho", "Park Jin-ho")]
    [InlineData("Park", "Park Jin-ho")]
    [InlineData("the two leaders", "Park Jin-ho")]
    [InlineData("", "Park Jin-ho")]
    [InlineData("the aide", "Bo")]
    public void Differs_SameSpellingOrNotTheWholeName_IsNull(string form, string name) => Assert.Null(Respelling.Differs(form, name));
}
