using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>A casebook file taken apart: what it is of, and its fields.</summary>
/// <param name="Name">Its path inside the folder.</param>
/// <param name="Body">What stands below the fields.</param>
internal sealed record OpenFile(Kind Kind, string Name, string Slug, string Id, Fields Fields, string Body)
{
    /// <summary>The note stands below the fields, or, where plain lines cannot hold it, in a field.</summary>
    public string Note()
    {
        if (Fields.Verbatim("note") is not { } note)
            return Body;
        if (Body.Length > 0)
            Fields.Complain("the note stands here and below the fields too; keep one.", "note");
        return note;
    }
}

/// <summary>Opens the files of a casebook folder, kind by kind.</summary>
internal sealed class OpenFiles(string folder, SlugReferences references, List<Problem> problems)
{
    private static readonly string[] Known = [.. KindFiles.Folders, "texts"];

    private readonly Dictionary<string, string> ids = [];
    private readonly List<OpenFile> files = [];

    /// <summary>Every file that can be taken apart. Throws where a folder may not be looked into.</summary>
    public IReadOnlyList<OpenFile> All()
    {
        var head = Path.Combine(folder, "casebook.md");
        if (File.Exists(head))
            Take(HeadKind.Instance, head, "casebook.md", "casebook");
        else
            problems.Add(new("casebook.md", 0, $"is missing from {folder}; it holds title, lede, phases and themes."));
        foreach (var kind in KindFiles.All.Where(f => f.HasFolder).Select(f => f.Kind))
            OfKind(kind);
        foreach (
            var stray in Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!).Where(name => !Known.Contains(name))
        )
            if (Known.FirstOrDefault(known => Fields.Distance(known, stray.ToLowerInvariant()) <= 2) is { } meant)
                problems.Add(new(stray, 0, $"is not read; did you mean {meant}? Rename the folder."));
        foreach (var file in files)
            references.Add(file.Kind, file.Slug, file.Id);
        return files;
    }

    private void OfKind(Kind kind)
    {
        var sub = Path.Combine(folder, kind.Folder);
        if (!Directory.Exists(sub))
            return;
        _ = Directory.EnumerateFileSystemEntries(sub).Any(); // throws where it may not be looked into: its items are not gone
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        const int most = CaseFolderReader.MaxFiles;
        if (Files.Markdown(sub).Skip(most).Any())
            problems.Add(new(kind.Folder, 0, $"holds more than {most:N0} files, which is as many as are read of one kind."));
        foreach (var path in Files.Markdown(sub).Take(most))
        {
            var slug = Path.GetFileNameWithoutExtension(path);
            if (CaseFolderReader.IsReadme(slug))
                continue;
            var name = NameOf(path);
            if (seen.TryAdd(slug, name))
                Take(kind, path, name, slug);
            else
                problems.Add(new(name, 0, $"the slug {slug} is taken by {seen[slug]}; give one of the two another file name."));
        }
        foreach (var (path, why) in Files.Unread(sub).Take(most))
            problems.Add(new(NameOf(path), 0, why));
        foreach (
            var path in Files
                .AlmostMarkdown(sub)
                .Where(path => !CaseFolderReader.IsReadme(Path.GetFileNameWithoutExtension(path)))
                .Take(most)
        )
            problems.Add(
                new(
                    NameOf(path),
                    0,
                    $"is not read, since only files ending in .md are; rename it to {Path.GetFileNameWithoutExtension(path)}.md."
                )
            );
    }

    private void Take(Kind kind, string path, string name, string slug)
    {
        if (!CodebookRules.IsSlug(slug))
        {
            problems.Add(
                new(
                    name,
                    0,
                    CopyOf(path) is { } original
                        ? $"looks like a copy of {original} that a sync tool or a system made. Take from it what is missing there, then "
                            + "take it away."
                        : $"“{slug}” cannot be a slug; name the file with a-z, 0-9 and - only, at most 80 characters."
                )
            );
            return;
        }
        if (FrontMatter.Read(path, name, problems) is not { } front)
        {
            references.Add(kind, slug, SlugReferences.DefaultId(kind, slug)); // what names it is right
            return;
        }
        var fields = new Fields(front.Root, name, problems);
        var id = fields.Optional("id") ?? SlugReferences.DefaultId(kind, slug);
        if (!ids.TryAdd(id, name))
            fields.Complain($"id {id} is also that of {ids[id]}; every item has its own (leave the field out to get one).", "id");
        files.Add(new(kind, name, slug, id, fields, front.Body));
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    // “korean-war (conflicted copy).md”, “korean-war.sync-conflict-20241126.md” beside korean-war.md: the longest beginning that is another
    // file's name.
    private static string? CopyOf(string path)
    {
        var slug = Path.GetFileNameWithoutExtension(path);
        var known = new string([.. slug.TakeWhile(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')]).TrimEnd('-');
        var original = known.Length > 0 ? Path.Combine(Path.GetDirectoryName(path)!, known + ".md") : null;
        return original != path && File.Exists(original) ? Path.GetFileName(original) : null;
    }
}
