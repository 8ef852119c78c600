using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>The checkout that the tests run in: its shipped casebook, and the articles where they are at hand.</summary>
public static class Repo
{
    private static readonly Lazy<CaseFolderContents> Folder = new(() => CaseFolderReader.Read(Seeds));

    public static string Root => DataOptions.Home;
    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The shipped casebook, read from its files.</summary>
    public static Casebook Casebook => Folder.Value.ToCasebook(1);

    /// <summary>The folder with the articles (<c>Casebook__Texts</c>, else <c>seeds/texts</c>), or null where there are none.</summary>
    public static string? Texts { get; } = FindTexts();

    /// <summary>The folder with the articles; a test that needs them is skipped where they are not.</summary>
    public static string TextsOrSkip()
    {
        Assert.SkipWhen(Texts is null, "skipped: no articles");
        return Texts!;
    }

    private static string? FindTexts()
    {
        var folder = Environment.GetEnvironmentVariable("Casebook__Texts") is { Length: > 0 } set
            ? Path.GetFullPath(set, Root)
            : Path.Combine(Root, "seeds", "texts");
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.txt").Any() ? folder : null;
    }
}
