using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// Reads a casebook folder (docs/casebook-format.md). Never throws for what stands in it: all problems are reported at once.
/// </summary>
public static class CaseFolderReader
{
    /// <summary>Most files read of one kind.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>Reads the folder and holds the rules that need no article text.</summary>
    public static CaseFolderContents Read(string folder)
    {
        var contents = new CaseFolderContents();
        if (!Directory.Exists(folder))
        {
            contents.Problems.Add(
                new(
                    folder,
                    0,
                    "there is no such folder; set Casebook:Folder (or Casebook__Folder) to a casebook folder, one with a casebook.md "
                        + "in it, or make the folder: an empty one begins a new casebook."
                )
            );
            return contents;
        }

        var references = new SlugReferences();
        IReadOnlyList<OpenFile> files = [];
        try
        {
            contents.PassedOver.AddRange(PassedOver(folder));
            contents.IsEmpty = contents.PassedOver.Count == 0 && IsEmpty(folder);
            if (contents.IsEmpty)
                return contents;
            files = new OpenFiles(folder, references, contents.Problems).All();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            contents.Problems.Add(
                new(folder, 0, $"cannot be read: {e.Message.TrimEnd('.')}. Give this user the right to, or see whether its disk is there.")
            );
        }

        var parts = new PartReader(references, contents, HistoryFile.IsOfSchema1(folder));
        foreach (var file in files)
            KindFiles.Of(file.Kind).Read(file, contents, parts);
        Check(contents);
        contents.Problems.Sort((a, b) => string.CompareOrdinal(a.File, b.File) is var c && c != 0 ? c : a.Line.CompareTo(b.Line));
        return contents;
    }

    // The codebook's rules over the whole folder. What breaks one keeps it from being loaded.
    private static void Check(CaseFolderContents contents)
    {
        var items = contents.Items().ToList();
        var sources = contents.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        var context = new RuleContext(contents.Head, sources.GetValueOrDefault);
        foreach (var (item, finding) in CodebookRules.Twice(items, _ => []))
            contents.Complain(item, finding);
        foreach (var item in items)
        foreach (var finding in CodebookRules.Of(item, context))
            contents.Complain(item, finding);
    }

    /// <summary>What lies beside a casebook's files and is passed over; see <see cref="CaseFolderContents.PassedOver"/>.</summary>
    public static IEnumerable<Problem> PassedOver(string folder) =>
        KindFolders(folder)
            .SelectMany(Files.LeftBeside)
            .Concat(
                Directory.Exists(folder)
                    ? Directory
                        .EnumerateFiles(folder)
                        .Select(Path.GetFileName)
                        .OfType<string>()
                        .Order(StringComparer.Ordinal)
                        .Where(name =>
                            name != "casebook.md"
                            && name.TrimStart('.').StartsWith("casebook", StringComparison.OrdinalIgnoreCase)
                            && name.Contains(".md", StringComparison.OrdinalIgnoreCase)
                        )
                        .Select(name =>
                            (
                                Path.Combine(folder, name),
                                "is not read: the casebook’s head is casebook.md. Take from this one what is missing there, then "
                                    + "take it away."
                            )
                        )
                    : []
            )
            .Select(found => new Problem(Path.GetRelativePath(folder, found.Item1).Replace('\\', '/'), 0, found.Item2));

    private static IEnumerable<string> KindFolders(string folder) =>
        KindFiles.Folders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists);

    private static bool IsEmpty(string folder) =>
        !File.Exists(Path.Combine(folder, "casebook.md"))
        && !File.Exists(Path.Combine(folder, HistoryFile.Name))
        && !KindFolders(folder)
            .Any(sub =>
                Files.Markdown(sub).Concat(Files.AlmostMarkdown(sub)).Any(path => !IsReadme(Path.GetFileNameWithoutExtension(path)))
            );

    /// <summary>True for a note to people, which is no item; <c>readme</c> in small letters is a slug like any other.</summary>
    internal static bool IsReadme(string name) => name != "readme" && name.Equals("README", StringComparison.OrdinalIgnoreCase);
}
