using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.CaseFolder;

/// <summary>Times that cannot both be right, and dates that say more than their ground; one slip each in a small casebook.</summary>
public sealed class TimeRulesTests : IDisposable
{
    private const string First = "sources/first.md";
    private const string Second = "sources/second.md";
    private const string Signing = "events/signing.md";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Check_SmallCasebook_HasNoProblems() => Assert.Empty(Problems());

    [Theory]
    // After something that had not happened on a day that is still held possible, or on any.
    [InlineData("[2020-01-05,2020-01-06]", "after: signing", "written begins on 5 January 2020")]
    [InlineData("[2020-01-01..2020-01-31]", "after: signing", "no earlier than 6 January 2020")]
    [InlineData("2020-01-05", "after: signing", "the last day of written is 5 January 2020")]
    [InlineData("[..2019]", "after: signing", "the last day of written is 31 December 2019")]
    // Before something that was over.
    [InlineData("[2020-01-06,2020-01-07]", "before: signing", "written ends on 7 January 2020")]
    [InlineData("2020-02", "before: signing", "the first day of written is 1 February 2020")]
    public void Check_WritingDayOnTheWrongSideOfWhatItsWordsSay_IsReported(string written, string side, string expected)
    {
        Written(written, side);
        var problem = Assert.Single(Problems());
        Assert.Equal(First, problem.File);
        Assert.Contains(expected, problem.Message);
        Assert.True(problem.Line > 0);
    }

    [Theory]
    [InlineData("[2020-01-06,2020-01-07]", "after: signing")]
    [InlineData("2020-01-06", "before: signing")]
    [InlineData("[2020-01-06..]", "after: signing")]
    [InlineData("[..2020-01-06]", "before: signing")]
    [InlineData("2020-01-05~", "after: signing")]
    public void Check_WritingDayThatCanStandWithWhatItsWordsSay_IsNoProblem(string written, string side)
    {
        Written(written, side);
        Assert.Empty(Problems());
    }

    [Theory]
    [InlineData("published", "13.05.2025", "published “13.05.2025” is no date: write 2025-05-13.")]
    [InlineData("published", "03.04.2025", "write 2025-04-03 or 2025-03-04, whichever the source means")]
    [InlineData("published", "last Tuesday", "write the day as 2024-06-18")]
    [InlineData("retrieved", "5/13/2025", "retrieved “5/13/2025” is no date: write 2025-05-13.")]
    public void Check_DayOfASourceThatIsNoDate_IsLoadedAndReportedWithHowToWriteIt(string field, string value, string expected)
    {
        Change(Second, field + ": unknown", $"{field}: {{ value: \"{value}\", basis: inferred }}");
        var problem = Assert.Single(Problems());
        Assert.Equal(Second, problem.File);
        Assert.Contains(expected, problem.Message);
        Assert.True(problem.Line > 0);
    }

    [Theory, InlineData("2025-05-13"), InlineData("2025-05"), InlineData("[2025-03-04,2025-04-03]"), InlineData("2025-05-13~")]
    public void Check_DayOfASourceInEdtf_IsNoProblem(string value)
    {
        Change(Second, "published: unknown", $"published: {{ value: \"{value}\", basis: inferred }}");
        Assert.Empty(Problems());
    }

    [Fact]
    public void Check_PrintedMonthOfWritingThatTheWordsNarrow_IsNoProblem()
    {
        Change(
            First,
            "written: { value: \"[..2020-01-05]\", basis: inferred }",
            "written: { value: \"2020-01\", basis: given, after: signing }"
        );
        Assert.Empty(Problems());
    }

    [Theory]
    [InlineData("{ value: \"2020-01-09\", basis: given, paragraph: 2, words: a rare sight }", "words: rare sight", true)]
    [InlineData("{ value: \"2020-01-09\", basis: given, paragraph: 2 }", "words: rare sight", true)]
    [InlineData("{ value: \"2020-01-09\", basis: inferred, paragraph: 2, words: rare sight }", "words: rare sight", false)]
    [InlineData("{ value: \"2020-01-08\", basis: given, paragraph: 1, words: aides said }", "words: rare sight", false)]
    public void Check_DayOfWritingTakenFromTheDayOfPublication_IsNotGiven(string written, string words, bool isReported)
    {
        Change(Second, "published: unknown", $"published: {{ value: \"2020-01-09\", basis: given, paragraph: 2, {words} }}");
        Change(Second, "written: { value: \"2020-01-09\", basis: inferred }", "written: " + written);
        Assert.Equal(isReported, Problems().Any(p => p.File == Second && p.Message.Contains("is inferred", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("visit", "2020-01-05", true)]
    [InlineData("visit", "[2020-01-08..]", true)]
    [InlineData("visit", "2019/2021", false)]
    [InlineData("aftermath", "2020-01-05", true)]
    [InlineData("aftermath", "2020-01-06", false)]
    [InlineData("before", "2020-01-08", true)]
    [InlineData("before", "[..2020-01-06]", false)]
    [InlineData("background", "2021", true)]
    [InlineData("background", "1961", false)]
    [InlineData("visit", "2020-01-05~", false)]
    public void Check_DateThatCannotLieInItsPhase_IsReported(string phase, string date, bool isReported)
    {
        Change(Signing, "phase: visit", "phase: " + phase);
        Change(Signing, "date: \"2020-01-06\"", $"date: \"{date}\"");
        Assert.Equal(
            isReported,
            Problems().Any(p => p.File == Signing && p.Message.Contains($"its phase is {phase}", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("[first]", null, true)]
    [InlineData("[first]", "second", true)]
    [InlineData("[second]", "second", false)]
    [InlineData("[first, second]", "first", false)]
    public void Check_GivenDateThatNoMentionPrints_IsReported(string from, string? prints, bool isReported)
    {
        Change(Signing, "basis: inferred, sources: [first]", $"basis: given, sources: {from}");
        if (prints == "first")
            Change(Signing, "exact: expected to sign, paragraph: 2", "exact: expected to sign, paragraph: 2, date: \"2020-01-06\"");
        if (prints == "second")
            Change(Signing, "exact: signed the paper, paragraph: 1", "exact: signed the paper, paragraph: 1, date: \"2020-01-06\"");
        Assert.Equal(isReported, Problems().Any(p => p.File == Signing && p.Message.Contains("marked given", StringComparison.Ordinal)));
    }

    private void Written(string value, string side) =>
        Change(
            First,
            "written: { value: \"[..2020-01-05]\", basis: inferred }",
            $"written: {{ value: \"{value}\", basis: inferred, {side} }}"
        );

    private string? seeds;

    private void Change(string file, string old, string slip)
    {
        var path = Path.Combine(seeds ??= SmallCasebook.Write(folder), file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, slip, StringComparison.Ordinal));
    }

    private List<Problem> Problems()
    {
        var contents = CaseFolderReader.Read(seeds ??= SmallCasebook.Write(folder));
        Assert.Empty(contents.Problems);
        TextRules.Check(contents, new Dictionary<string, ArticleText>());
        return contents.Problems;
    }
}
