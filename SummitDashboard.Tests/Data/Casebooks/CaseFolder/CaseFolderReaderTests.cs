using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.CaseFolder;

public sealed class CaseFolderReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_SmallCasebook_HasNoProblems()
    {
        var contents = CaseFolderReader.Read(SmallCasebook.Write(folder));
        Assert.Empty(contents.Problems);
        Assert.Equal("signed the paper, aides said", contents.ToCasebook(1).Claims[0].Framings[1].Quotations[0].Exact);
    }

    [Fact]
    public void Read_ShippedCasebook_HasEveryCellCoded()
    {
        var contents = CaseFolderReader.Read(Repo.Seeds);
        TextRules.Check(contents, TextsOrNone());
        Assert.Empty(contents.Problems);
        Assert.All(contents.Claims, claim => Assert.Equal(contents.Sources.Count, claim.Framings.Count));
    }

    [Fact]
    public void Check_ShippedCasebookAgainstTheArticles_FindsEveryQuotationAndCount()
    {
        var texts = TextLibrary.ReadFolder(Repo.TextsOrSkip());
        var contents = CaseFolderReader.Read(Repo.Seeds);
        Assert.All(contents.Sources, source => Assert.Contains(source.Article.Sha256, texts.Keys));
        TextRules.Check(contents, texts);
        Assert.Empty(contents.Problems);
    }

    [Theory]
    [InlineData("claims/signed.MD")]
    [InlineData("sources/more/third.markdown")]
    [InlineData("actors/nobody.Markdown")]
    public void Read_FileThatOnlyLooksLikeMarkdown_IsReported(string name)
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/" + name, SmallCasebook.Claim);
        folder.Write("seeds/claims/README.MD", "Not a claim.");
        var problem = Assert.Single(CaseFolderReader.Read(seeds).Problems);
        Assert.Equal(name, problem.File);
        Assert.Contains("only files ending in .md", problem.Message);
    }

    /// <summary>One slip each: which file, what is replaced by what, and what the message must name.</summary>
    public static TheoryData<string, string, string, string> Slips() =>
        new()
        {
            { "claims/signed.md", "stance: anticipates", "stance: maybe", "stance is “maybe”" },
            { "claims/signed.md", "stance: anticipates", "stence: anticipates", "did you mean stance?" },
            { "claims/signed.md", "source: first", "source: third", "no source “third”" },
            { "claims/signed.md", "event: signing", "event: singing", "no event “singing”" },
            { "claims/signed.md", "theme: paper", "theme: scissors", "theme “scissors”" },
            { "claims/signed.md", "hedges: [expected]", "hedges: [likely]", "“likely” does not stand" },
            { "claims/signed.md", "paragraph: 2, hedges", "paragraph: 9, hedges", "no paragraph 9" },
            { "claims/signed.md", "expected to sign a short paper", "a b c d e f g h i j k l m n o p", "16 words" },
            { "claims/signed.md", "source: second", "source: first", "two framings" },
            { "claims/signed.md", "question: Was it signed?", "question: [a, b]", "question should be a single value" },
            { "claims/signed.md", "aspects: { what: What, when: When }", "aspects: { what: What }", "has 1 aspect;" },
            { "claims/signed.md", "what: { value: paper, text: the paper }", "who: { value: paper, text: x }", "no aspect “who”" },
            { "claims/signed.md", "question: Was it signed?", "question: &a Was it signed?", "anchor" },
            { "claims/signed.md", "question: Was it signed?", "question: *a", "alias" },
            { "claims/signed.md", "question: Was it signed?", "question: !!python/object x", "tag" },
            { "claims/signed.md", "question: Was it signed?", "question: \"open", "is not YAML" },
            { "claims/signed.md", "question: Was it signed?", "question: [unclosed", "is not YAML" },
            { "claims/signed.md", "question: Was it signed?", "question: {a: b", "is not YAML" },
            { "claims/signed.md", "question: Was it signed?", "question: a\n\tb: c", "begins with a tab" },
            { "claims/signed.md", "order: 1", "order: one", "whole number" },
            { "claims/signed.md", "---\nquestion", "question", "does not begin with a line ---" },
            { "events/signing.md", "date: \"2020-01-06\"", "date: \"6 January\"", "date:" },
            { "events/signing.md", "phase: visit", "phase: party", "phase is “party”" },
            { "events/signing.md", "actors: [envoy]", "actors: [spy]", "no actor “spy”" },
            { "sources/first.md", "siglum: Fi", "siglum: F", "two to four letters" },
            { "sources/second.md", "siglum: Se", "siglum: fi", "also that of first" },
            { "sources/first.md", "url: unknown", "url: { value: \"javascript:alert(1)\", basis: given }", "not a web address" },
            { "sources/first.md", "order: 1", "order: 1\nid: 55\nid: 56", "is not YAML" },
            { "sources/first.md", "n: 2,", "n: 3,", "numbered 3" },
            { "casebook.md", "visit: \"2020-01-06/2020-01-07\"", "visit: soon", "visit: Character 1" },
            { "casebook.md", "title: A small case", "titel: A small case", "title is missing" },
        };

    [Theory, MemberData(nameof(Slips))]
    public void Read_OneSlip_IsReportedByFileLineAndReason(string file, string old, string slip, string expected)
    {
        var seeds = SmallCasebook.Write(folder);
        var path = Path.Combine(seeds, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + slip + text[(at + old.Length)..]);

        var problems = CaseFolderReader.Read(seeds).Problems;

        var problem = Assert.Single(problems, p => p.Message.Contains(expected, StringComparison.Ordinal));
        Assert.Equal(file, problem.File);
        var line = text[..at].Count(c => c == '\n') + 1;
        Assert.InRange(problem.Line, line, line + slip.Count(c => c == '\n'));
    }

    [Fact]
    public void Read_FileThatCannotBeRead_IsOneProblemAtItsLine()
    {
        var seeds = SmallCasebook.Write(folder);
        var text = SmallCasebook.Claim.Replace("what: What, when: When }", "what: What, when: When");
        folder.Write("seeds/claims/signed.md", text);
        var problem = Assert.Single(CaseFolderReader.Read(seeds).Problems); // what refers to the claim is right
        Assert.Contains("the { here is not closed", problem.Message);
        Assert.Equal(Array.FindIndex(text.Split('\n'), l => l.StartsWith("aspects:", StringComparison.Ordinal)) + 1, problem.Line);

        File.WriteAllBytes(Path.Combine(seeds, "claims", "signed.md"), [.. "---\nquestion: x\nstatement: caf"u8, 0xE9, .. "\n---\n"u8]);
        problem = Assert.Single(CaseFolderReader.Read(seeds).Problems);
        Assert.Equal((3, true), (problem.Line, problem.Message.Contains("UTF-8", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_FolderWithAMisspeltName_IsReported()
    {
        var seeds = SmallCasebook.Write(folder);
        Directory.Move(Path.Combine(seeds, "claims"), Path.Combine(seeds, "cliams"));
        Directory.CreateDirectory(Path.Combine(seeds, "notes"));
        Assert.Contains(
            "did you mean claims?",
            Assert.Single(CaseFolderReader.Read(seeds).Problems, p => p.Line == 0 && p.File is "cliams" or "notes").Message
        );
    }

    [Fact]
    public void Read_SeveralSlips_AreReportedAllAtOnceWithTheirLines()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write(
            "seeds/claims/signed.md",
            SmallCasebook.Claim.Replace("stance: anticipates", "stance: maybe").Replace("stance: attributes", "stance: perhaps")
        );
        var lines = CaseFolderReader
            .Read(seeds)
            .Problems.Where(p => p.Message.StartsWith("stance", StringComparison.Ordinal))
            .Select(p => p.Line)
            .ToList();
        var text = SmallCasebook.Claim.Split('\n');
        Assert.Equal(
            [
                Array.FindIndex(text, l => l.Contains("stance: anticipates")) + 1,
                Array.FindIndex(text, l => l.Contains("stance: attributes")) + 1,
            ],
            lines
        );
    }

    [Fact]
    public void Read_MissingFolder_SaysWhichSettingNamesIt()
    {
        var problem = Assert.Single(CaseFolderReader.Read(Path.Combine(folder.Path, "nowhere")).Problems);
        Assert.Contains("Casebook:Folder", problem.Message);
    }

    [Fact]
    public void Read_SameSlugTwice_NamesBothFiles()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/more/signed.md", SmallCasebook.Claim);
        var problem = Assert.Single(CaseFolderReader.Read(seeds).Problems);
        Assert.Equal("claims/signed.md", problem.File);
        Assert.Contains("claims/more/signed.md", problem.Message);
    }

    [Theory]
    [InlineData("Ü b e r.md")]
    [InlineData("UPPER.md")]
    [InlineData("-dash.md")]
    public void Read_UnusableFileName_IsReported(string name)
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/" + name, SmallCasebook.Claim);
        Assert.Contains(CaseFolderReader.Read(seeds).Problems, p => p.Message.Contains("cannot be a slug", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AliasBombDepthSizeAndForeignEncoding_AreRefusedBeforeTheyAreBuilt()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/bomb.md", "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n---\n");
        folder.Write("seeds/claims/deep.md", "---\na: " + new string('[', 100_000) + new string(']', 100_000) + "\n---\n");
        folder.Write("seeds/claims/large.md", "---\na: " + new string('x', FrontMatter.MaxBytes) + "\n---\n");
        File.WriteAllBytes(Path.Combine(seeds, "claims", "latin.md"), [.. "---\nquestion: caf"u8, 0xE9, .. "\n---\n"u8]);
        folder.Write("seeds/claims/empty.md", "");

        var problems = CaseFolderReader.Read(seeds).Problems;

        foreach (
            var (file, expected) in new[]
            {
                ("bomb", "anchor"),
                ("deep", "deep"),
                ("large", "larger"),
                ("latin", "UTF-8"),
                ("empty", "---"),
            }
        )
            Assert.Contains(problems, p => p.File == $"claims/{file}.md" && p.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_FragmentThatDoesNotMatch_SaysWhereItStandsInstead()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("short paper, paragraph: 2", "short paper, paragraph: 1"));
        var contents = CaseFolderReader.Read(seeds);
        TextRules.Check(contents, TextLibrary.ReadFolder(Path.Combine(folder.Path, "texts")));
        Assert.Contains(contents.Problems, p => p.Message.Contains("it stands in 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_MoreThanAQuarterQuoted_IsReported()
    {
        var seeds = SmallCasebook.Write(folder);
        var path = Path.Combine(seeds, "sources", "second.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("words: 60", "words: 12"));
        var contents = CaseFolderReader.Read(seeds);
        TextRules.Check(contents, new Dictionary<string, ArticleText>());
        Assert.Contains(contents.Problems, p => p.Message.Contains("at most a quarter", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_NoteNestedTooDeep_IsReported()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim + "\n\n" + new string('>', 300) + " deep\n");
        var contents = CaseFolderReader.Read(seeds);
        TextRules.Check(contents, new Dictionary<string, ArticleText>());
        Assert.Contains(contents.Problems, p => p.Message.Contains("nested too deep", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_UncodedCell_IsReported()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write(
            "seeds/claims/signed.md",
            SmallCasebook.Claim[..SmallCasebook.Claim.IndexOf("  - source: second", StringComparison.Ordinal)] + "---\n"
        );
        var contents = CaseFolderReader.Read(seeds);
        Assert.Empty(contents.Problems);
        TextRules.Check(contents, new Dictionary<string, ArticleText>());
        Assert.Contains(contents.Problems, p => p.Message.Contains("not coded for second", StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, ArticleText> TextsOrNone() =>
        Repo.Texts is { } texts ? TextLibrary.ReadFolder(texts) : new Dictionary<string, ArticleText>();
}
