using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

public sealed class CellTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>When the first source was written, and how its silence on a signing of 6 January 2020 reads.</summary>
    [Theory]
    [InlineData("{ value: \"[..2020-01-05]\", basis: inferred }", CellKind.WrittenBefore, WritingTime.Before)]
    [InlineData("{ value: \"[..2020-01-06]\", basis: inferred }", CellKind.CannotTell, WritingTime.CannotTell)]
    [InlineData("{ value: \"[..2020-01-06]\", basis: inferred, before: signing }", CellKind.WrittenBefore, WritingTime.Before)]
    [InlineData("{ value: \"2020-01-07\", basis: inferred }", CellKind.Silent, WritingTime.After)]
    [InlineData("{ value: \"2020-01-06\", basis: inferred, after: signing }", CellKind.Silent, WritingTime.After)]
    [InlineData("{ value: \"2020/2021\", basis: inferred }", CellKind.CannotTell, WritingTime.CannotTell)]
    [InlineData("unknown", CellKind.CannotTell, WritingTime.CannotTell)]
    public void Of_SilentSource_ReadsAsWhatItCouldHaveKnown(string written, CellKind kind, WritingTime time)
    {
        var casebook = WithSilentFirst(written);
        var source = casebook.Sources[0];
        Assert.Equal(time, source.Against(casebook.Events[0], casebook));
        Assert.Equal(kind, Cell.Of(casebook, casebook.Claims[0], source).Kind);
    }

    [Fact]
    public void Of_SourceThatAnticipates_IsToldThoughWrittenBefore() =>
        Assert.Equal(CellKind.Told, Cell.Of(Small(), Small().Claims[0], Small().Sources[0]).Kind);

    [Fact]
    public void Contested_SourceWrittenBefore_IsLeftOut()
    {
        var casebook = WithSilentFirst("{ value: \"[..2020-01-05]\", basis: inferred }");
        Assert.Equal(1, casebook.Contested[casebook.Claims[0].Id].Knowing);
    }

    [Theory]
    [InlineData("[2024-06-18,2024-06-19]", "2024-06-17", Existence.NotYet)]
    [InlineData("[2024-06-18,2024-06-19]", "2024-06-18", Existence.Possibly)]
    [InlineData("[2024-06-18,2024-06-19]", "2024-06-19", Existence.Certainly)]
    [InlineData("[..2024-06-18]", "2020-01-01", Existence.Possibly)]
    [InlineData("[2024-06-19..]", "2030-01-01", Existence.Possibly)]
    [InlineData("2024-06-20", "2024-06-20", Existence.Certainly)]
    public void ExistedBy_Day_FollowsFromTheBounds(string written, string day, Existence expected)
    {
        var casebook = WithSilentFirst($"{{ value: \"{written}\", basis: inferred }}");
        Assert.Equal(expected, casebook.Sources[0].ExistedBy(Edtf.DayNumber(DateOnly.ParseExact(day, "yyyy-MM-dd"))));
    }

    private Casebook Small() => CaseFolderReader.Read(SmallCasebook.Write(folder)).ToCasebook(1);

    private Casebook WithSilentFirst(string written)
    {
        var seeds = SmallCasebook.Write(folder);
        var start = SmallCasebook.Claim.IndexOf("    stance: anticipates", StringComparison.Ordinal);
        var end = SmallCasebook.Claim.IndexOf("  - source: second", StringComparison.Ordinal);
        folder.Write(
            "seeds/claims/signed.md",
            SmallCasebook.Claim[..start] + "    stance: silent\n    readBy: test\n    readOn: \"2026-01-01\"\n" + SmallCasebook.Claim[end..]
        );
        var source = Path.Combine(seeds, "sources", "first.md");
        File.WriteAllText(
            source,
            File.ReadAllText(source).Replace("written: { value: \"[..2020-01-05]\", basis: inferred }", "written: " + written)
        );
        var contents = CaseFolderReader.Read(seeds);
        Assert.Empty(contents.Problems);
        return contents.ToCasebook(1);
    }
}
