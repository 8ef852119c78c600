using System.Text.RegularExpressions;

namespace SummitDashboard.Tests.Support;

/// <summary>A file of the program’s sources, C# or Razor, read for what it declares and names.</summary>
/// <param name="Room">The folder at the top that it lies in.</param>
/// <param name="Name">Its path from there, with slashes.</param>
public sealed partial record SourceFile(string Room, string Name, string Text)
{
    /// <summary>Where the program’s sources lie.</summary>
    public static readonly string Program = Path.Combine(Repo.Root, "SummitDashboard");

    private bool IsRazor => Name.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>All of these rooms; there are some.</summary>
    public static IReadOnlyList<SourceFile> Of(IEnumerable<string> rooms)
    {
        var files = rooms
            .SelectMany(room =>
                Directory
                    .EnumerateFiles(Path.Combine(Program, room), "*", SearchOption.AllDirectories)
                    .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
                    .Select(f => new SourceFile(room, Path.GetRelativePath(Program, f).Replace('\\', '/'), File.ReadAllText(f)))
            )
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>The types that it declares for others: a component is one.</summary>
    public IEnumerable<string> Types() =>
        IsRazor ? [Path.GetFileNameWithoutExtension(Name)] : DeclarationPattern().Matches(Text).Select(m => m.Groups[1].Value);

    /// <summary>The types inside of its types.</summary>
    public IEnumerable<string> NestedTypes() => NestedPattern().Matches(Text).Select(m => m.Groups[1].Value);

    /// <summary>Its text without comments.</summary>
    public string WithoutComments() => CommentPattern().Replace(Text, "");

    /// <summary>What the compiler reads as code: no comments, and in C# no strings.</summary>
    public string Code() => IsRazor ? WithoutComments() : StringPattern().Replace(WithoutComments(), "");

    [GeneratedRegex(@"^(?:public|internal) [\w ]*?(?:record struct|record|class|enum|struct|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex DeclarationPattern();

    [GeneratedRegex(@"^ +[\w ]*?(?:record struct|record|class|enum|struct|interface) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex NestedPattern();

    [GeneratedRegex(@"@\*.*?\*@|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex StringPattern();
}
