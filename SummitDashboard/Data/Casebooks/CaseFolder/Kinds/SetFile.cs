using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Sets of sources: <c>sets/&lt;slug&gt;.md</c>.</summary>
internal sealed class SetFile() : KindFile<SourceSet>(SetKind.Instance)
{
    protected override List<SourceSet> List(CaseFolderContents contents) => contents.Sets;

    protected override SourceSet Read(Fields f, SetId id, string slug, string note, PartReader parts) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Name = f.Text("name"),
            Sources = parts.References.ResolveList(f, "sources", SourceKind.Instance),
        };

    protected override FileText Write(FileText file, SourceSet set, PartWriter parts) =>
        file.Field("name", Name(set.Name, inFlow: false)).Field("sources", parts.Sources(set.Sources));
}
