using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.CaseFolder;

/// <summary>
/// What YAML leaves out of a value without a word is reported with its line; what an author plainly meant as a comment is not.
/// </summary>
public sealed class LostWordsTests : IDisposable
{
    private const string Label = "label: The paper is signed";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("label: Talks on Resolution #1718 are held", 2, "what follows the # here")]
    [InlineData("label: Talks\t#1718", 2, "what follows the # here")]
    [InlineData("label: #1718 is discussed", 2, "what follows the # here")]
    [InlineData("label: >\n  Talks # on\n  paper", 0, "")]
    [InlineData("label: > # folded\n  Talks on paper", 2, "what follows the # here")]
    [InlineData("label: Talks on\n  #1718 are held", 3, "this line would be left out")]
    [InlineData("label:\n  Talks on\n  # 1718 are held", 4, "this line would be left out")]
    [InlineData("label: Talks\norder: 1 # of two", 3, "what follows the # here")]
    [InlineData("label: Talks\nthemes: [paper # and more\n  ]", 3, "what follows the # here")]
    [InlineData("label: Talks\nthemes:\n  - paper # and more", 4, "what follows the # here")]
    [InlineData("label: Talks\nthemes:\n  - #paper\n  - paper", 4, "what follows the # here")]
    [InlineData("label: Talks\nactors: # envoy\norder: 3", 3, "what follows the # here")]
    [InlineData("label: Talks\0 on paper", 2, "U+0000")]
    [InlineData("label: Talks\norder: 3\u2028\u2028", 3, "U+2028")]
    [InlineData("label: Talks\u0085 on paper", 2, "U+0085")]
    [InlineData("label: Talks\u001b[1m on paper", 2, "U+001B")]
    [InlineData("label: \uFEFFTalks", 2, "U+FEFF")]
    [InlineData("label: Talks\nlabel: Other talks", 3, "A field stands there once")]
    [InlineData("label: Talks\ndateBasis: { basis: inferred, basis: given }", 3, "A field stands there once")]
    [InlineData("label: Talks: the second", 2, "is not YAML")]
    [InlineData("label: Talks\n...\norder: 3", 4, "second YAML document")]
    [InlineData("label: Talks\n--- # more\norder: 3", 3, "second YAML document")]
    [InlineData("label: &talks Talks", 2, "anchor")]
    [InlineData("label: \"Talks\" on paper", 2, "is not YAML")]
    [InlineData("label: Talks\norder: 1_000", 3, "whole number")]
    [InlineData("label: Talks\norder: 0x1F", 3, "whole number")]
    [InlineData("label: Talks\norder: 1.0", 3, "whole number")]
    public void Read_ValueThatYamlCuts_IsReportedAtItsLine(string fields, int line, string message)
    {
        var problems = Problems(fields);
        if (line == 0)
            Assert.Empty(problems);
        else
            Assert.Contains(problems, p =>
                p.File == "events/signing.md" && p.Line == line && p.Message.Contains(message, StringComparison.Ordinal)
            );
    }

    [Theory]
    [InlineData("# The label\nlabel: Talks\n# and the order\norder: 3", "Talks")]
    [InlineData("label: \"Talks on #1718\" # quoted, so nothing is cut", "Talks on #1718")]
    [InlineData("label: 'Talks on #1718'   # as well", "Talks on #1718")]
    [InlineData("label: Talks on#1718", "Talks on#1718")]
    [InlineData("label: Talks\nthemes: [paper] # closed", "Talks")]
    [InlineData("label: Talks\nthemes: # in order\n  - paper", "Talks")]
    [InlineData("label: Talks\nthemes:\n  # in order\n  - paper\n  # no more", "Talks")]
    [InlineData("label: Talks\ndateBasis: # of these\n  basis: inferred\n  # which\n  sources: [first]", "Talks")]
    [InlineData("label: |\n  Talks\n  # on paper", "Talks\n# on paper")]
    [InlineData("label: \"Talks \\\n  on paper\"", "Talks on paper")]
    [InlineData("label: Talks\n  on paper", "Talks on paper")]
    [InlineData("label: yes", "yes")]
    [InlineData("label: null", "null")]
    [InlineData("label: ~", "~")]
    [InlineData("label: 007", "007")]
    [InlineData("label: 1_000", "1_000")]
    [InlineData("label: 2024-06-18", "2024-06-18")]
    [InlineData("label: 1.10", "1.10")]
    [InlineData("label: \"\\u2028Talks\\0\"", "\u2028Talks\0")]
    [InlineData("label:\tTalks", "Talks")]
    public void Read_ValueThatIsWhole_IsReadExactly(string fields, string label)
    {
        Assert.Empty(Problems(fields));
        Assert.Equal(label, CaseFolderReader.Read(Path.Combine(folder.Path, "seeds")).Events[0].Label);
    }

    [Theory]
    [InlineData("---", "---   ")]
    [InlineData("---  ", "---")]
    [InlineData("---\t", "--- \t")]
    public void Read_SpacesBehindTheLinesThatEncloseTheFields_AreRead(string first, string last)
    {
        var seeds = SmallCasebook.Write(folder);
        var text = SmallCasebook.Claim;
        folder.Write(
            "seeds/claims/signed.md",
            first + text[3..text.LastIndexOf("---", StringComparison.Ordinal)] + last + "\nA note.\n\n---\n\nBelow a rule.\n"
        );
        var contents = CaseFolderReader.Read(seeds);
        Assert.Empty(contents.Problems);
        Assert.Equal("A note.\n\n---\n\nBelow a rule.", contents.Claims[0].Note);
    }

    [Fact]
    public void Read_FileWithAByteOrderMarkAndOtherLineEnds_IsReadAsEver()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", "\uFEFF" + SmallCasebook.Claim.Replace("\n", "\r\n"));
        Assert.Empty(CaseFolderReader.Read(seeds).Problems);
    }

    private List<Problem> Problems(string fields)
    {
        var seeds = SmallCasebook.Write(folder);
        var text = SmallCasebook.Event.Replace(Label, fields);
        foreach (var field in new[] { "order", "themes", "dateBasis", "actors" })
            if (fields.Contains($"\n{field}:", StringComparison.Ordinal))
                text = string.Join(
                    '\n',
                    text.Split('\n')
                        .Where((l, i) => !l.StartsWith(field + ":", StringComparison.Ordinal) || i <= fields.Count(c => c == '\n') + 1)
                );
        folder.Write("seeds/events/signing.md", text);
        return CaseFolderReader.Read(seeds).Problems;
    }
}
