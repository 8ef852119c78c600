using System.Runtime.CompilerServices;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Everything that a casebook folder holds, and everything that is wrong with it.</summary>
public sealed class CaseFolderContents
{
    internal readonly ConditionalWeakTable<object, LineMark> Lines = [];
    internal readonly Dictionary<string, string> Files = [];
    internal readonly Dictionary<string, Fields> Fields = [];

    public CasebookHead? Head { get; internal set; }
    public List<Source> Sources { get; } = [];
    public List<Actor> Actors { get; } = [];
    public List<Event> Events { get; } = [];
    public List<Claim> Claims { get; internal set; } = [];
    public List<Grade> Grades { get; } = [];
    public List<Talk> Talks { get; } = [];

    /// <summary>In the order of files and lines. A folder with problems is not loaded at all.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>
    /// Files beside the casebook's that are passed over and look as if they held something; they keep nothing from being loaded.
    /// </summary>
    public List<Problem> PassedOver { get; } = [];

    /// <summary>A folder without any file of a casebook: the start of one.</summary>
    public bool IsEmpty { get; internal set; }

    /// <summary>The items with their kinds, head first.</summary>
    public IEnumerable<(ItemKind Kind, Item Item)> Items() =>
        [
            .. Head is null ? [] : new (ItemKind, Item)[] { (ItemKind.Casebook, Head) },
            .. Sources.Select(s => (ItemKind.Source, (Item)s)),
            .. Actors.Select(a => (ItemKind.Actor, (Item)a)),
            .. Events.Select(e => (ItemKind.Event, (Item)e)),
            .. Claims.Select(c => (ItemKind.Claim, (Item)c)),
            .. Talks.Select(t => (ItemKind.Talk, (Item)t)),
            .. Grades.Select(g => (ItemKind.Grade, (Item)g)),
        ];

    /// <summary>The line on which a quotation stood; 0 where it is not known.</summary>
    public int LineOf(object part) => Lines.TryGetValue(part, out var mark) ? mark.Line : 0;

    internal void Complain(Item item, object part, string message, string? field = null) =>
        Problems.Add(
            new(
                Files.GetValueOrDefault(item.Id, ""),
                field is not null && Fields.TryGetValue(item.Id, out var fields) ? fields.LineOf(field) : LineOf(part),
                message
            )
        );

    /// <summary>The casebook; only of a folder without problems.</summary>
    public Casebook ToCasebook(long revision) => new(revision, Head!, Sources, Actors, Events, Claims, Grades, Talks);
}

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
        List<OpenFile> files = [];
        try
        {
            contents.PassedOver.AddRange(PassedOver(folder));
            contents.IsEmpty = contents.PassedOver.Count == 0 && IsEmpty(folder);
            if (contents.IsEmpty)
                return contents;
            files = Open(folder, references, contents.Problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            contents.Problems.Add(
                new(folder, 0, $"cannot be read: {e.Message.TrimEnd('.')}. Give this user the right to, or see whether its disk is there.")
            );
        }
        foreach (var file in files)
            references.Add(file.Kind, file.Slug, file.Id);

        var reader = new ItemReader(references, contents.Lines);
        foreach (var file in files)
            Add(contents, file, reader);
        if (HistoryFile.IsOfSchema1(folder))
            contents.Claims = [.. contents.Claims.Select(Upcasts.OfFolder)];
        CasebookRules.Check(contents);
        contents.Problems.Sort((a, b) => string.CompareOrdinal(a.File, b.File) is var c && c != 0 ? c : a.Line.CompareTo(b.Line));
        return contents;
    }

    /// <summary>What lies beside a casebook's files and is passed over; see <see cref="CaseFolderContents.PassedOver"/>.</summary>
    public static IEnumerable<Problem> PassedOver(string folder) =>
        KindFolders(folder)
            .Where(Directory.Exists)
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
        Kinds.InFolders.Append(ItemKind.Grade).Select(kind => Path.Combine(folder, Kinds.Folder(kind)));

    private static bool IsEmpty(string folder) =>
        !File.Exists(Path.Combine(folder, "casebook.md"))
        && !File.Exists(Path.Combine(folder, Exchange.HistoryFile.Name))
        && !KindFolders(folder)
            .Where(Directory.Exists)
            .Any(sub =>
                Files.Markdown(sub).Concat(Files.AlmostMarkdown(sub)).Any(path => !IsReadme(Path.GetFileNameWithoutExtension(path)))
            );

    private static readonly string[] Folders = [.. Kinds.InFolders.Append(ItemKind.Grade).Select(Kinds.Folder), "texts"];

    /// <summary>True for a note to people, which is no item; <c>readme</c> in small letters is a slug like any other.</summary>
    internal static bool IsReadme(string name) => name != "readme" && name.Equals("README", StringComparison.OrdinalIgnoreCase);

    private sealed record OpenFile(ItemKind Kind, string Name, string Slug, string Id, Fields Fields, string Body);

    private static List<OpenFile> Open(string folder, SlugReferences references, List<Problem> problems)
    {
        var files = new List<OpenFile>();
        var ids = new Dictionary<string, string>();

        void Take(ItemKind kind, string path, string name, string slug)
        {
            if (!CodebookRules.IsSlug(slug))
            {
                problems.Add(
                    new(
                        name,
                        0,
                        CopyOf(path) is { } original
                            ? $"looks like a copy of {original} that a sync tool or a system made. Take from it what is missing "
                                + "there, then take it away."
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

        var head = Path.Combine(folder, "casebook.md");
        if (File.Exists(head))
            Take(ItemKind.Casebook, head, "casebook.md", "casebook");
        else
            problems.Add(new("casebook.md", 0, $"is missing from {folder}; it holds title, lede, visit, phases and themes."));

        foreach (var kind in Kinds.InFolders.Append(ItemKind.Grade)) // these lie in a file for each source
        {
            var sub = Path.Combine(folder, Kinds.Folder(kind));
            if (!Directory.Exists(sub))
                continue;
            _ = Directory.EnumerateFileSystemEntries(sub).Any(); // throws where it may not be looked into: its items are not gone
            var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            if (Files.Markdown(sub).Skip(MaxFiles).Any())
                problems.Add(new(Kinds.Folder(kind), 0, $"holds more than {MaxFiles:N0} files, which is as many as are read of one kind."));
            foreach (var path in Files.Markdown(sub).Take(MaxFiles))
            {
                var slug = Path.GetFileNameWithoutExtension(path);
                if (IsReadme(slug))
                    continue;
                var name = NameOf(path);
                if (seen.TryAdd(slug, name))
                    Take(kind, path, name, slug);
                else
                    problems.Add(new(name, 0, $"the slug {slug} is taken by {seen[slug]}; give one of the two another file name."));
            }
            foreach (var (path, why) in Files.Unread(sub).Take(MaxFiles))
                problems.Add(new(NameOf(path), 0, why));
            foreach (var path in Files.AlmostMarkdown(sub).Where(path => !IsReadme(Path.GetFileNameWithoutExtension(path))).Take(MaxFiles))
                problems.Add(
                    new(
                        NameOf(path),
                        0,
                        $"is not read, since only files ending in .md are; rename it to {Path.GetFileNameWithoutExtension(path)}.md."
                    )
                );
        }
        foreach (
            var stray in Directory
                .EnumerateDirectories(folder)
                .Select(path => Path.GetFileName(path)!)
                .Where(name => !Folders.Contains(name))
        )
            if (Folders.FirstOrDefault(known => Fields.Distance(known, stray.ToLowerInvariant()) <= 2) is { } meant)
                problems.Add(new(stray, 0, $"is not read; did you mean {meant}? Rename the folder."));
        return files;

        string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
    }

    // “korean-war (conflicted copy).md”, “korean-war.sync-conflict-20241126.md” beside korean-war.md: the longest beginning that is another
    // file's name.
    private static string? CopyOf(string path)
    {
        var slug = Path.GetFileNameWithoutExtension(path);
        var known = new string([.. slug.TakeWhile(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')]).TrimEnd('-');
        var original = known.Length > 0 ? Path.Combine(Path.GetDirectoryName(path)!, known + ".md") : null;
        return original != path && File.Exists(original) ? Path.GetFileName(original) : null;
    }

    private static void Add(CaseFolderContents contents, OpenFile file, ItemReader reader)
    {
        var (f, id, slug, note) = (file.Fields, file.Id, file.Slug, Note(file));
        if (file.Kind == ItemKind.Grade)
        {
            AddGrades(contents, file, reader);
            return;
        }
        Item item = file.Kind switch
        {
            ItemKind.Casebook => contents.Head = reader.Head(f, id, note),
            ItemKind.Source => Put(contents.Sources, reader.Source(f, id, slug, note)),
            ItemKind.Actor => Put(contents.Actors, reader.Actor(f, id, slug, note)),
            ItemKind.Event => Put(contents.Events, reader.Event(f, id, slug, note)),
            ItemKind.Claim => Put(contents.Claims, reader.Claim(f, id, slug, note)),
            ItemKind.Talk => Put(contents.Talks, reader.Talk(f, id, slug, note)),
            _ => throw new InvalidOperationException($"No reader for {file.Kind}."),
        };
        f.RefuseTheRest();
        contents.Lines.AddOrUpdate(item, new(f.Line));
        contents.Files[item.Id] = file.Name;
        contents.Fields[item.Id] = f;

        static T Put<T>(List<T> list, T item)
        {
            list.Add(item);
            return item;
        }
    }

    // The note stands below the fields, or, where plain lines cannot hold it, in a field.
    private static string Note(OpenFile file)
    {
        if (file.Fields.Verbatim("note") is not { } note)
            return file.Body;
        if (file.Body.Length > 0)
            file.Fields.Complain("the note stands here and below the fields too; keep one.", "note");
        if (note.Length > CodebookRules.MaxNote)
            file.Fields.Complain(
                $"the note has {note.Length:N0} characters; at most {CodebookRules.MaxNote:N0} are shown. Shorten it.",
                "note"
            );
        return note;
    }

    private static void AddGrades(CaseFolderContents contents, OpenFile file, ItemReader reader)
    {
        var source = contents.Sources.Find(s => s.Slug == file.Slug);
        if (source is null)
            file.Fields.Complain($"there is no source “{file.Slug}”; a file of grades is named after the source that they judge.");
        if (file.Body.Length > 0)
            file.Fields.Complain("a file of grades has no note; every grade has its rationale.");
        foreach (var grade in reader.Grades(file.Fields, source?.Id ?? file.Slug))
        {
            contents.Grades.Add(grade);
            if (!contents.Files.TryAdd(grade.Id, file.Name))
                contents.Problems.Add(
                    new(
                        file.Name,
                        contents.LineOf(grade),
                        $"id {grade.Id} is also that of something in {contents.Files[grade.Id]}; every grade has its own (leave the "
                            + "field out to get one)."
                    )
                );
        }
        file.Fields.RefuseTheRest();
    }
}
