using SummitDashboard.Domain;
using SummitDashboard.Text;
using static SummitDashboard.Data.Casebooks.CaseFolder.PartWriter;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Events: <c>events/&lt;slug&gt;.md</c>.</summary>
internal sealed class EventFile() : KindFile<Event>(EventKind.Instance)
{
    protected override List<Event> List(CaseFolderContents contents) => contents.Events;

    protected override Event Read(Fields f, EventId id, string slug, string note, PartReader parts) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Label = f.Text("label"),
            Date = f.Date("date"),
            DateBasis = f.Mapping("dateBasis") is { } basis
                ? parts.Part(
                    basis,
                    new DateBasis(
                        basis.Word<Basis>("basis"),
                        parts.References.ResolveList(basis, "sources", SourceKind.Instance),
                        basis.Optional("note")
                    )
                )
                : null,
            Phase = f.Word<Phase>("phase"),
            Order = f.OptionalNumber("order") ?? int.MaxValue,
            Actors = parts.References.ResolveList(f, "actors", ActorKind.Instance),
            Claims = parts.References.ResolveList(f, "claims", ClaimKind.Instance),
            Themes = [.. f.TextList("themes").Select(Folding.Composed)],
            Mentions = parts.Parts(f, "mentions", m => new Mention(
                parts.Source(m),
                m.Word<MentionMode>("mode"),
                parts.Quotation(m),
                m.Date("date")
            )),
        };

    protected override FileText Write(FileText file, Event e, PartWriter parts) =>
        file.Field("label", Prose(e.Label))
            .Field("date", e.Date is null ? "unknown" : Prose(e.Date.Text))
            .Field(
                "dateBasis",
                e.DateBasis is { } b
                    ? Flow(("basis", Vocabulary.Of(b.Basis)), ("sources", parts.Sources(b.Sources)), ("note", Prose(b.Note)))
                    : null
            )
            .Field("phase", Vocabulary.Of(e.Phase))
            .Field("order", e.Order == int.MaxValue ? null : YamlText.Number(e.Order))
            .Field("actors", parts.Actors(e.Actors))
            .Field("themes", YamlText.List(e.Themes.Select(t => Name(t))))
            .Field("claims", parts.Claims(e.Claims))
            .Entries(
                "mentions",
                e.Mentions.Select(m =>
                    Flow([
                        ("source", parts.Source(m.Source)),
                        ("mode", Vocabulary.Of(m.Mode)),
                        .. Place(m.Quotation),
                        ("date", Prose(m.Date?.Text)),
                        .. parts.Marks(m.Quotation),
                    ])
                )
            );
}
