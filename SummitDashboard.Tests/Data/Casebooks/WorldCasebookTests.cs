using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>A casebook in eleven languages breaks no rule, and is taken out and loaded again byte for byte.</summary>
public sealed class WorldCasebookTests
{
    [Fact]
    public void Check_OfElevenLanguagesWithTheirArticles_FindsNothing()
    {
        using var folder = new TempFolder();
        var contents = CaseFolderReader.Read(WorldCasebook.Write(folder));
        var texts = TextLibrary.ReadFolder(Path.Combine(folder.Path, "texts"));
        TextRules.Check(contents, texts);
        Assert.Empty(contents.Problems);
        Assert.Empty(SecondLooks.In(contents, texts));
        Assert.Equal(WorldCasebook.Sources.Count, contents.Sources.Count);
        Assert.Equal(WorldCasebook.Sources.Count, texts.Count);
    }

    [Fact]
    public void Check_OfQuotationsOverTheLimitOrTheQuarter_SaysSoInAnyScript()
    {
        using var folder = new TempFolder();
        var seeds = WorldCasebook.Write(folder);
        var claim = Path.Combine(seeds, "claims", "sailed.md");
        var chinese = WorldCasebook.In("zh");
        var whole = ArticleText.From(chinese.Text).Paragraphs[3];
        File.WriteAllText(
            claim,
            File.ReadAllText(claim).Replace($"\"{chinese.Sailed}\", paragraph: 2", $"\"{whole}\", paragraph: 4", StringComparison.Ordinal)
        );
        var contents = CaseFolderReader.Read(seeds);
        Assert.Contains(contents.Problems, p => p.Message.Contains("at most 15", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_OfMarksThatTurnAndLanguagesThatAreNone_ListsThemForASecondLook()
    {
        using var folder = new TempFolder();
        var seeds = WorldCasebook.Write(folder);
        var (arabic, file) = (WorldCasebook.In("ar"), Path.Combine(seeds, "sources", "source-ar.md"));
        var turned = arabic.Text.Replace("Ferry 7", "Ferry \u202E7", StringComparison.Ordinal);
        folder.Write("texts/ar.txt", turned);
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace(ArticleText.From(arabic.Text).Sha256, ArticleText.From(turned).Sha256, StringComparison.Ordinal)
                .Replace("value: ar,", "value: xq,", StringComparison.Ordinal)
        );
        var looks = SecondLooks.In(CaseFolderReader.Read(seeds), TextLibrary.ReadFolder(Path.Combine(folder.Path, "texts")));
        Assert.Equal(3, looks.Count);
        Assert.All(looks, l => Assert.Equal("sources/source-ar.md", l.File));
        Assert.Contains(looks, l => l.Message.Contains("¶ 2: U+202E RIGHT-TO-LEFT OVERRIDE turns", StringComparison.Ordinal));
        Assert.Contains(looks, l => l.Message.Contains("“xq” is no language", StringComparison.Ordinal));
    }

    [Fact]
    public void Export_OfElevenLanguages_IsLoadedAgainByteForByte()
    {
        using var folder = new TempFolder();
        var first = new Desk(WorldCasebook.Write(folder), folder.Sub("data")).Export();
        var second = new Desk(first, folder.Sub("data2")).Export();
        var files = Directory.EnumerateFiles(first, "*.md", SearchOption.AllDirectories).ToList();
        Assert.Equal(WorldCasebook.Sources.Count + 4, files.Count);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(f), File.ReadAllBytes(Path.Combine(second, Path.GetRelativePath(first, f)))));
    }
}
