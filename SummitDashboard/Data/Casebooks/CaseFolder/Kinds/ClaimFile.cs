using SummitDashboard.Domain;
using SummitDashboard.Text;
using static SummitDashboard.Data.Casebooks.CaseFolder.PartWriter;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Claims, with their framings: <c>claims/&lt;slug&gt;.md</c>.</summary>
internal sealed class ClaimFile() : KindFile<Claim>(ClaimKind.Instance)
{
    protected override List<Claim> List(CaseFolderContents contents) => contents.Claims;

    protected override Claim Read(Fields f, ClaimId id, string slug, string note, PartReader parts)
    {
        var claim = new Claim
        {
            Id = id,
            Slug = slug,
            Note = note,
            Question = f.Text("question"),
            Statement = f.Text("statement"),
            Theme = f.Key("theme"),
            Order = f.Number("order"),
            Event = parts.References.ResolveOptional(f, "event", EventKind.Instance),
            Aspects = [.. PartReader.Labels(f, "aspects").Select(l => new Aspect(l.Key, l.Label))],
            Framings = parts.Parts(f, "framings", entry => ReadFraming(entry, parts)),
        };
        return parts.IsOfSchema1 ? Upcasts.OfFolder(claim) : claim;
    }

    private static Framing ReadFraming(Fields f, PartReader parts) =>
        new()
        {
            Source = parts.Source(f),
            Stance = f.Word<Stance>("stance"),
            Also = f.OptionalWord<Stance>("also"),
            Coder = f.Optional("coder"),
            Quotations = parts.Parts(f, "quotations", parts.Quotation),
            Aspects = ReadSlots(f, parts),
            Empty = [.. f.TextList("empty").Select(Folding.Composed)],
            Frames = f.WordList<NewsFrame>("frames"),
            Gloss = f.Optional("gloss"),
            Note = f.Optional("note"),
            ReadBy = f.Optional("readBy"),
            ReadOn = PartReader.Day(f, "readOn"),
        };

    private static List<AspectValue> ReadSlots(Fields f, PartReader parts)
    {
        if (f.Mapping("aspects") is not { } slots)
            return [];
        var values = new List<AspectValue>();
        foreach (var key in slots.Keys.ToList())
            if (slots.Mapping(key) is { } slot)
                values.Add(parts.Part(slot, new AspectValue(Folding.Composed(key), slot.Key("value"), slot.Text("text"))));
        return values;
    }

    protected override FileText Write(FileText file, Claim c, PartWriter parts)
    {
        file.Field("question", Prose(c.Question))
            .Field("statement", Prose(c.Statement))
            .Field("theme", Name(c.Theme))
            .Field("order", YamlText.Number(c.Order))
            .Field("event", parts.Event(c.Event))
            .Field("aspects", Flow(c.Aspects.Select(a => (Name(a.Key), (string?)Prose(a.Label)))));
        if (c.Framings.Count == 0)
            return file.Field("framings", "[]");
        file.Open("framings");
        foreach (var framing in c.Framings)
            Write(file, framing, parts);
        return file;
    }

    private static void Write(FileText file, Framing f, PartWriter parts)
    {
        file.First("source", parts.Source(f.Source))
            .Field("stance", Vocabulary.Of(f.Stance), 4)
            .Field("also", f.Also is { } also ? Vocabulary.Of(also) : null, 4)
            .Field("coder", Name(f.Coder, inFlow: false), 4);
        if (f.Quotations.Count > 0)
            file.Entries("quotations", f.Quotations.Select(q => Flow([.. Place(q), .. parts.Marks(q)])), 4);
        if (f.Aspects.Count > 0)
            file.Open("aspects", 4);
        foreach (var slot in f.Aspects)
            file.Field(Name(slot.Key), Flow(("value", Name(slot.Value)), ("text", Prose(slot.Text))), 6);
        file.Field("empty", f.Empty.Count == 0 ? null : YamlText.List(f.Empty.Select(key => Name(key))), 4);
        file.Field("frames", f.Stance == Stance.Silent && f.Frames.Count == 0 ? null : YamlText.List(f.Frames.Select(Vocabulary.Of)), 4)
            .Field("gloss", Prose(f.Gloss), 4)
            .Field("note", Prose(f.Note), 4)
            .Field("readBy", Name(f.ReadBy, inFlow: false), 4)
            .Field("readOn", Day(f.ReadOn), 4);
    }
}
