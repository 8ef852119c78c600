using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests;

/// <summary>The repository’s texts: places that its documents name are there, lines fit the screen, styles close what they open.</summary>
public sealed partial class RepositoryTests
{
    /// <summary>The glossary leads to places that there are.</summary>
    [Fact]
    public void Glossary_Places_AreThere() =>
        Assert.Empty(
            from Match place in PlacePattern().Matches(File.ReadAllText(Path.Combine(Repo.Root, "docs", "glossary.md")))
            let path = Path.Combine(SourceFile.Program, place.Groups[1].Value)
            where !Directory.Exists(path) && !File.Exists(path + ".cs")
            select place.Value
        );

    /// <summary>So do the ways of a change.</summary>
    [Fact]
    public void WhereAChangeGoes_Files_AreThere()
    {
        var places = ChangePattern().Matches(File.ReadAllText(Path.Combine(Repo.Root, "docs", "where-a-change-goes.md")));
        Assert.NotEmpty(places);
        Assert.Empty(
            from Match place in places
            let path = Path.Combine(Repo.Root, place.Groups[1].Value)
            where !Directory.Exists(path) && !File.Exists(path)
            select place.Value
        );
    }

    [Fact]
    public void Lines_OfCodeMarkupStylesAndScripts_FitTheScreen() =>
        Assert.Empty(
            from root in new[] { SourceFile.Program, Path.Combine(Repo.Root, "SummitDashboard.Tests") }
            from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js"
            let name = Path.GetRelativePath(Repo.Root, file).Replace('\\', '/')
            where !name.Split('/').Any(part => part is "bin" or "obj" or "Migrations")
            from line in File.ReadLines(file).Select((text, n) => (text, n))
            where line.text.Length > 140
            select $"{name}, line {line.n + 1}: {line.text.Length} characters"
        );

    /// <summary>“Word@if” is text to Razor, as an address of mail is, and stands on the page as it is written.</summary>
    [Fact]
    public void Statements_OfMarkup_StandBehindNoWord() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(SourceFile.Program, "*.razor", SearchOption.AllDirectories)
            from line in File.ReadLines(file).Select((text, n) => (text, n))
            where StatementBehindWord().IsMatch(line.text)
            select $"{Path.GetRelativePath(Repo.Root, file)}, line {line.n + 1}"
        );

    /// <summary>Styles of components are joined into one file: what one of them leaves open swallows all that come after it.</summary>
    [Fact]
    public void Styles_OfEachFile_CloseWhatTheyOpen() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(SourceFile.Program, "*.css", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Repo.Root, file).Replace('\\', '/')
            where !name.Split('/').Any(part => part is "bin" or "obj")
            let text = File.ReadAllText(file)
            let open = text.Count(c => c == '{') - text.Count(c => c == '}')
            where open != 0
            select $"{name}: {open} open"
        );

    [GeneratedRegex(@"(?<!@[\w.!]*)\b\w+@(?:if|foreach|for|while|switch)\b")]
    private static partial Regex StatementBehindWord();

    [GeneratedRegex(@"`((?:SummitDashboard|docs)[\w./-]*)`")]
    private static partial Regex ChangePattern();

    [GeneratedRegex("`((?:Text|Domain|Data|Reading|Ui|Forms|Features|Shell)(?:/[A-Za-z/]+)?)`")]
    private static partial Regex PlacePattern();
}
