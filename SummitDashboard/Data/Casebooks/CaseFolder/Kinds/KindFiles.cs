using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>How the kinds of item stand in a casebook folder: for each kind its file beside this one, and its line here.</summary>
internal static class KindFiles
{
    /// <summary>In the order in which they are read and written: a source’s grades come after the source.</summary>
    public static readonly IReadOnlyList<KindFile> All =
    [
        new HeadFile(),
        new SourceFile(),
        new ActorFile(),
        new EventFile(),
        new ClaimFile(),
        new TalkFile(),
        new SetFile(),
        new GradeFile(),
    ];

    /// <summary>The folders inside a casebook folder that hold items.</summary>
    public static readonly IReadOnlyList<string> Folders = [.. All.Where(f => f.HasFolder).Select(f => f.Kind.Folder)];

    /// <summary>How a kind stands there. Throws where nobody has said it.</summary>
    public static KindFile Of(Kind kind) => All.Single(f => f.Kind == kind);
}

/// <summary>How the items of one kind stand in files of a casebook folder: reader and writer, side by side.</summary>
internal abstract class KindFile
{
    public abstract Kind Kind { get; }

    /// <summary>False for what lies in the casebook folder itself.</summary>
    public virtual bool HasFolder => true;

    /// <summary>The items of this kind among all.</summary>
    public abstract IEnumerable<Item> In(CaseFolderContents contents);

    /// <summary>Reads a file into the contents, its problems too.</summary>
    public abstract void Read(OpenFile file, CaseFolderContents contents, PartReader parts);

    /// <summary>The files of this kind, with their paths inside the folder.</summary>
    public abstract IEnumerable<(string Path, string Text)> Write(Casebook casebook, PartWriter parts);
}

/// <summary>One file for each item.</summary>
internal abstract class KindFile<T>(Kind<T> kind) : KindFile
    where T : Item<T>
{
    public sealed override Kind Kind => kind;

    public sealed override IEnumerable<T> In(CaseFolderContents contents) => List(contents);

    /// <summary>Where such items are gathered.</summary>
    protected abstract List<T> List(CaseFolderContents contents);

    /// <summary>The item that the file’s fields are.</summary>
    protected abstract T Read(Fields f, Id<T> id, string slug, string note, PartReader parts);

    /// <summary>Its fields, always in the same order; the id before and the note after are written for every kind alike.</summary>
    protected abstract FileText Write(FileText file, T item, PartWriter parts);

    /// <summary>The path of its file.</summary>
    protected virtual string PathOf(T item) => $"{kind.Folder}/{item.Slug}.md";

    public override void Read(OpenFile file, CaseFolderContents contents, PartReader parts)
    {
        var item = Read(file.Fields, new(file.Id), file.Slug, file.Note(), parts);
        file.Fields.RefuseTheRest();
        List(contents).Add(item);
        contents.Note(item, file.Fields);
        contents.Files[item.RawId] = file.Name;
    }

    public override IEnumerable<(string Path, string Text)> Write(Casebook casebook, PartWriter parts) =>
        kind.In(casebook).OrderBy(i => i.Slug, StringComparer.Ordinal).Select(i => (PathOf(i), Write(Begin(i), i, parts).End(i.Note)));

    private FileText Begin(T item) =>
        new FileText().Field("id", item.RawId == SlugReferences.DefaultId(kind, item.Slug) ? null : YamlText.Name(item.RawId));
}
