using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>
/// One part of an item's list: a mention, a statement, a role, a line of the naming ledger. A part is known by what it says.
/// </summary>
/// <param name="part">The part that was opened; null is a new one.</param>
/// <param name="source">The source to begin with, where the address names one.</param>
public abstract class PartForm<T>(Item owner, string word, int? place, T? part, Source? source) : FieldForm
    where T : class
{
    protected Item Owner => owner;
    protected T? Opened => part;

    public override string Key => $"{word}/{owner.Id}/{(place is { } n ? Number(n) : "new")}";
    public override string Title => part is null ? $"A new {word}" : $"Edit this {word}";

    public override object? Current(Casebook casebook) => part is not null && List(casebook).Any(p => Parts.Same(p, part)) ? part : null;

    public override string? Write(object? value) => value is null ? null : Documents.Part(value);

    public override object? Restore(string? json) => json is null ? null : Documents.Part<T>(json);

    public override IEnumerable<string> Problems(object next, Casebook casebook) => PageWords.OfPart(next, casebook);

    /// <summary>The list of the item that the part stands in.</summary>
    protected abstract IReadOnlyList<T> In(Item item);

    private IReadOnlyList<T> List(Casebook casebook) => casebook.Find(Kinds.Of(owner), owner.Id) is { } now ? In(now) : [];

    // A part has no id: where the list is as long as it was, what stands in the part’s place is what became of it; else it was taken out.
    public override object? Met(object? current) =>
        current is Item now && place is { } n && In(now) is var list && list.Count == In(owner).Count && n < list.Count ? list[n] : null;

    protected static FieldSpec SourceField(Casebook casebook) =>
        new("source", "Source", FieldKind.Choice, IsRequired: true, Options: [("", "choose…"), .. Named(casebook.Sources, s => s.Name)]);

    protected Dictionary<string, string> Begun() => new() { ["source"] = source?.Id ?? "" };

    protected static Dictionary<string, string> With(string sourceId, Quotation? quotation, Casebook casebook)
    {
        var values = new Dictionary<string, string> { ["source"] = sourceId };
        if (quotation is not null)
            QuotationFields.Write(values, "quotation", quotation, casebook);
        return values;
    }

    protected static string SourceId(FieldReader f, Casebook casebook, List<string> problems)
    {
        if (casebook.Sources.TryGet(f.Text("source"), out var chosen))
            return chosen.Id;
        problems.Add("Source: choose one.");
        return "";
    }
}

/// <summary>One source's words for an event.</summary>
public sealed class MentionForm(Event happening, int? place, Mention? mention, Source? source)
    : PartForm<Mention>(happening, "mention", place, mention, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Event(happening);

    protected override IReadOnlyList<Mention> In(Item item) => ((Event)item).Mentions;

    public override Edit Edit(object? basis, object? next) => new PutMention(happening.Id, (Mention?)basis, (Mention?)next);

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            SourceField(casebook),
            new("mode", "It speaks of it as", FieldKind.Choice, IsRequired: true, Options: ToChoose<MentionMode>()),
            new("quotation", "Its words", FieldKind.Quotation),
            new("date", "The date that this source itself gives", Hint: "EDTF; empty where it gives none."),
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook) =>
        part is Mention m
            ? new(With(m.Source, m.Quotation, casebook)) { ["mode"] = Words.Of(m.Mode), ["date"] = m.Date?.Text ?? "" }
            : Begun();

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        new Mention(
            SourceId(f, casebook, problems),
            f.Chosen<MentionMode>("mode", "It speaks of it as", problems),
            QuotationFields.Read(f, "quotation", casebook, problems),
            f.Date("date", "The date that this source itself gives", problems)
        );
}

/// <summary>What one source has a person say.</summary>
public sealed class StatementForm(Actor actor, int? place, Statement? statement, Source? source)
    : PartForm<Statement>(actor, "statement", place, statement, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Actor(actor);

    protected override IReadOnlyList<Statement> In(Item item) => ((Actor)item).Statements;

    public override Edit Edit(object? basis, object? next) => new PutStatement(actor.Id, (Statement?)basis, (Statement?)next);

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            SourceField(casebook),
            new(
                "mode",
                "The words are",
                FieldKind.Choice,
                IsRequired: true,
                Options:
                [
                    ("", "choose…"),
                    ("direct", "direct: his own, inside quotation marks"),
                    ("paraphrase", "a paraphrase"),
                    ("mentioned", "none: he is only mentioned"),
                ]
            ),
            new("quotation", "The source’s words", FieldKind.Quotation),
            new("claims", "Claims it bears on", FieldKind.Many, Options: Named(casebook.Claims, c => c.Question)),
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        if (part is not Statement s)
            return Begun();
        var values = new Dictionary<string, string>(With(s.Source, s.Quotation, casebook)) { ["mode"] = Words.Of(s.Mode) };
        Tick(values, "claims", s.Claims);
        return values;
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        new Statement(
            SourceId(f, casebook, problems),
            f.Chosen<StatementMode>("mode", "The words are", problems),
            QuotationFields.Read(f, "quotation", casebook, problems),
            f.Ticked("claims", casebook.Claims.Select(c => c.Id), Opened?.Claims ?? [])
        );
}

/// <summary>The role one source gives a person.</summary>
public sealed class RoleForm(Actor actor, int? place, Role? role, Source? source) : PartForm<Role>(actor, "role", place, role, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Actor(actor);

    protected override IReadOnlyList<Role> In(Item item) => ((Actor)item).Roles;

    public override Edit Edit(object? basis, object? next) => new PutRole(actor.Id, (Role?)basis, (Role?)next);

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [SourceField(casebook), new("quotation", "The role, in the source’s words", FieldKind.Quotation)];

    public override Dictionary<string, string> Values(object? part, Casebook casebook) =>
        part is Role r ? With(r.Source, r.Quotation, casebook) : Begun();

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        new Role(SourceId(f, casebook, problems), QuotationFields.Read(f, "quotation", casebook, problems));
}

/// <summary>A line of a person's naming ledger.</summary>
public sealed class NamingForm(Actor actor, int? place, Naming? naming, Source? source)
    : PartForm<Naming>(actor, "name", place, naming, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Actor(actor);

    protected override IReadOnlyList<Naming> In(Item item) => ((Actor)item).Names;

    public override Edit Edit(object? basis, object? next) => new PutNaming(actor.Id, (Naming?)basis, (Naming?)next);

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            SourceField(casebook),
            new("form", "The form, as printed", IsRequired: true),
            new("kind", "It is", FieldKind.Choice, IsRequired: true, Options: ToChoose<NameKind>()),
            new("count", "Times in the author’s prose", IsRequired: true),
            new("boilerplate", "Times in boilerplate"),
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook) =>
        part is Naming n
            ? new(With(n.Source, null, casebook))
            {
                ["form"] = n.Form,
                ["kind"] = Words.Of(n.Kind),
                ["count"] = Number(n.Count),
                ["boilerplate"] = Number(n.Boilerplate),
            }
            : new(Begun()) { ["boilerplate"] = "0" };

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        new Naming(
            SourceId(f, casebook, problems),
            f.Text("form"),
            f.Chosen<NameKind>("kind", "It is", problems),
            Count(f, "count", "Times in the author’s prose", problems),
            Count(f, "boilerplate", "Times in boilerplate", problems)
        );

    private static int Count(FieldReader f, string name, string label, List<string> problems)
    {
        if (f.Number(name, label, problems) is not { } count)
            return 0;
        if (count < 0)
            problems.Add($"{label} cannot be less than 0.");
        return count;
    }
}
