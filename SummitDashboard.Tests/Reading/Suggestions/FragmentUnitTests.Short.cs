namespace SummitDashboard.Tests.Reading.Suggestions;

/// <content>What is shortened where few words are left, and what is not since it would say another thing.</content>
public sealed partial class FragmentUnitTests
{
    [Theory]
    [InlineData(
        "The harbour master Jo Falk signed a comprehensive ferry treaty with the port of Selkirk on that day.",
        "Was a comprehensive ferry treaty signed?",
        "^signed a comprehensive ferry treaty$"
    )]
    [InlineData(
        "In spite of the fog the old captain of the northern port crossed the border line.",
        "Did anybody cross the border line?",
        "^crossed the border line$"
    )]
    public void Fragment_OfFewWords_MayLackTheSubjectOfAMainClause(string printed, string asked, string expected) =>
        Assert.Matches(expected, Fragment(printed, asked) ?? "");

    [Theory]
    [InlineData(
        "The treaty says that if either port is attacked, the other will provide assistance.",
        "Does the treaty oblige the other to provide assistance if attacked?",
        "that if either port is attacked, the other will provide assistance$"
    )]
    [InlineData(
        "Putin came in the night, on his first visit to the isolated country in 24 years.",
        "Isolated country, first visit, night?",
        "^(?!.*first visit$)"
    )]
    [InlineData("Nobody in the old northern port of Selkirk signed a ferry treaty with them.", "Signed a ferry treaty?", "^Nobody|^$")]
    [InlineData(
        "Falk said that the old captain of the port signed a ferry treaty on that day.",
        "Signed a ferry treaty?",
        "captain of the port signed|^$"
    )]
    [InlineData("The wording of the ferry paper recalls the treaty of 1961.", "Treaty of 1961?", "paper recalls the treaty|^$")]
    [InlineData("The old captain of the northern port never signed a ferry treaty.", "Signed a ferry treaty?", "never signed")]
    [InlineData(
        "The ferries of the northern port, their captain thinks, are the best of all.",
        "Ferries of the northern port?",
        "^(?!.*thinks$)"
    )]
    public void Fragment_OfFewWords_SaysNoOtherThing(string printed, string asked, string expected) =>
        Assert.Matches(expected, Fragment(printed, asked) ?? "");
}
