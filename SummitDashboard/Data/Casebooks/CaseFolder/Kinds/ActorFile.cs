using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.PartWriter;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Actors: <c>actors/&lt;slug&gt;.md</c>.</summary>
internal sealed class ActorFile() : KindFile<Actor>(ActorKind.Instance)
{
    protected override List<Actor> List(CaseFolderContents contents) => contents.Actors;

    protected override Actor Read(Fields f, ActorId id, string slug, string note, PartReader parts) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Name = f.Text("name"),
            Order = f.Number("order"),
            Roles = parts.Parts(f, "roles", r => new Role(parts.Source(r), parts.Quotation(r))),
            Names = parts.Parts(f, "names", n => new Naming(
                parts.Source(n),
                n.Text("form"),
                n.Word<NameKind>("kind"),
                n.Number("count"),
                n.OptionalNumber("boilerplate") ?? 0,
                n.OptionalWord<NameMatch>("match") ?? NameMatch.Word
            )),
            Statements = parts.Parts(f, "statements", s => new Statement(
                parts.Source(s),
                s.Word<StatementMode>("mode"),
                parts.Quotation(s),
                parts.References.ResolveList(s, "claims", ClaimKind.Instance)
            )),
        };

    protected override FileText Write(FileText file, Actor a, PartWriter parts) =>
        file.Field("name", Name(a.Name, inFlow: false))
            .Field("order", YamlText.Number(a.Order))
            .Entries(
                "roles",
                a.Roles.Select(r => Flow([("source", parts.Source(r.Source)), .. Place(r.Quotation), .. parts.Marks(r.Quotation)]))
            )
            .Entries(
                "names",
                a.Names.Select(n =>
                    Flow(
                        ("source", parts.Source(n.Source)),
                        ("form", Name(n.Form)),
                        ("kind", Vocabulary.Of(n.Kind)),
                        ("count", Number(n.Count)),
                        ("boilerplate", Number(n.Boilerplate)),
                        ("match", n.Match == NameMatch.Word ? null : Vocabulary.Of(n.Match))
                    )
                )
            )
            .Entries(
                "statements",
                a.Statements.Select(s =>
                    Flow([
                        ("source", parts.Source(s.Source)),
                        ("mode", Vocabulary.Of(s.Mode)),
                        .. Place(s.Quotation),
                        ("claims", parts.Claims(s.Claims)),
                        .. parts.Marks(s.Quotation),
                    ])
                )
            );
}
