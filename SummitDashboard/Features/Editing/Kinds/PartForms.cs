using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>
/// One part of an item's list: a mention, a statement, a role, a line of the naming ledger. A part is known by what it says.
/// </summary>
/// <param name="part">The part that was opened; null is a new one.</param>
/// <param name="source">The source to begin with, where the address names one.</param>
public abstract class PartForm<T, TFields>(Item owner, string word, int? place, T? part, Source? source) : Form<TFields>
    where T : class
    where TFields : PartFields, new()
{
    protected Item Owner => owner;
    protected T? Opened => part;

    public override string Key => $"{word}/{owner.RawId}/{(place is { } n ? Text(n) : "new")}";
    public override string Title => part is null ? $"A new {word}" : $"Edit this {word}";

    public override object? Current(Casebook casebook) => part is not null && List(casebook).Any(p => Parts.Same(p, part)) ? part : null;

    public override string? Write(object? value) => value is null ? null : Documents.Part(value);

    public override object? Restore(string? json) => json is null ? null : Documents.Part<T>(json);

    public override IEnumerable<Problem> Problems(object next, Casebook casebook) => RuleLabels.OfPart(next, casebook);

    /// <summary>The list of the item that the part stands in.</summary>
    protected abstract IReadOnlyList<T> In(Item item);

    private IReadOnlyList<T> List(Casebook casebook) => Kinds.Of(owner).Find(casebook, owner.RawId) is { } now ? In(now) : [];

    // A part has no id: where the list is as long as it was, what stands in the part’s place is what became of it; else it was taken out.
    public override object? Met(object? current) =>
        current is Item now && place is { } n && In(now) is var list && list.Count == In(owner).Count && n < list.Count ? list[n] : null;

    protected static FieldSpec SourceField(Casebook casebook) =>
        new("source", "Source", FieldKind.Item, IsRequired: true, Among: casebook.Sources);

    /// <summary>What a new part begins with.</summary>
    protected virtual TFields Begun() => new() { Source = source?.RawId ?? "" };

    protected static SourceId SourceOf(TFields fields, FieldReader reader)
    {
        if (reader.Casebook.Sources.TryGet(new SourceId(fields.Source), out var chosen))
            return chosen.Id;
        reader.Wrong("source", "Source: choose one.");
        return new("");
    }

    protected override void TakeOld(TFields fields, string name, string text) => QuotationFields.TakeOld(fields, name, text);
}

/// <summary>A mention as fields.</summary>
public sealed class MentionFields : QuotedFields
{
    public MentionMode? Mode { get; set; }

    /// <summary>EDTF, as it was typed.</summary>
    public string Date { get; set; } = "";
}

/// <summary>One source's words for an event.</summary>
public sealed class MentionForm(Event happening, int? place, Mention? mention, Source? source)
    : PartForm<Mention, MentionFields>(happening, "mention", place, mention, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Event(happening);

    protected override IReadOnlyList<Mention> In(Item item) => ((Event)item).Mentions;

    public override Edit Edit(object? basis, object? next) => new PutMention(happening.Id, (Mention?)basis, (Mention?)next);

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            SourceField(casebook),
            new("mode", "It speaks of it as", FieldKind.Choice, IsRequired: true, Options: Choices.ToChoose<MentionMode>()),
            new("quotation", "Its words", FieldKind.Quotation),
            new("date", "The date that this source itself gives", FieldKind.Date, "EDTF; empty where it gives none."),
        ];

    public override MentionFields Fill(object? part, Casebook casebook) =>
        part is Mention m
            ? new()
            {
                Source = m.Source.Value,
                Mode = m.Mode,
                Quotation = QuotationFields.Of(m.Quotation),
                Date = m.Date?.Text ?? "",
            }
            : Begun();

    protected override object? Read(MentionFields f, FieldReader reader) =>
        new Mention(
            SourceOf(f, reader),
            reader.Chosen("mode", "It speaks of it as", f.Mode),
            f.Quotation.Read(reader, "quotation"),
            reader.Date("date", "The date that this source itself gives", f.Date)
        );
}

/// <summary>A statement as fields.</summary>
public sealed class StatementFields : QuotedFields
{
    public StatementMode? Mode { get; set; }
    public HashSet<string> Claims { get; set; } = [];
}

/// <summary>What one source has a person say.</summary>
public sealed class StatementForm(Actor actor, int? place, Statement? statement, Source? source)
    : PartForm<Statement, StatementFields>(actor, "statement", place, statement, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Actor(actor);

    protected override IReadOnlyList<Statement> In(Item item) => ((Actor)item).Statements;

    public override Edit Edit(object? basis, object? next) => new PutStatement(actor.Id, (Statement?)basis, (Statement?)next);

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
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
            new("claims", "Claims it bears on", FieldKind.Items, Among: casebook.Claims),
        ];

    public override StatementFields Fill(object? part, Casebook casebook) =>
        part is Statement s
            ? new()
            {
                Source = s.Source.Value,
                Mode = s.Mode,
                Quotation = QuotationFields.Of(s.Quotation),
                Claims = [.. s.Claims.Select(id => id.Value)],
            }
            : Begun();

    protected override object? Read(StatementFields f, FieldReader reader) =>
        new Statement(
            SourceOf(f, reader),
            reader.Chosen("mode", "The words are", f.Mode),
            f.Quotation.Read(reader, "quotation"),
            FieldReader.Ticked(f.Claims, reader.Casebook.Claims.Select(c => c.Id), Opened?.Claims ?? [])
        );
}

/// <summary>A role as fields.</summary>
public sealed class RoleFields : QuotedFields;

/// <summary>The role one source gives a person.</summary>
public sealed class RoleForm(Actor actor, int? place, Role? role, Source? source)
    : PartForm<Role, RoleFields>(actor, "role", place, role, source)
{
    public override string Back(Casebook casebook, object? part) => Urls.Actor(actor);

    protected override IReadOnlyList<Role> In(Item item) => ((Actor)item).Roles;

    public override Edit Edit(object? basis, object? next) => new PutRole(actor.Id, (Role?)basis, (Role?)next);

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [SourceField(casebook), new("quotation", "The role, in the source’s words", FieldKind.Quotation)];

    public override RoleFields Fill(object? part, Casebook casebook) =>
        part is Role r ? new() { Source = r.Source.Value, Quotation = QuotationFields.Of(r.Quotation) } : Begun();

    protected override object? Read(RoleFields f, FieldReader reader) =>
        new Role(SourceOf(f, reader), f.Quotation.Read(reader, "quotation"));
}

/// <summary>A line of the naming ledger as fields.</summary>
public sealed class NamingFields : PartFields
{
    public string Form { get; set; } = "";
    public NameKind? Kind { get; set; }
    public string Count { get; set; } = "";
    public string Boilerplate { get; set; } = "";
    public NameMatch? Match { get; set; }
}

/// <summary>A line of a person's naming ledger.</summary>
public sealed class NamingForm(Actor actor, int? place, Naming? naming, Source? source)
    : PartForm<Naming, NamingFields>(actor, "name", place, naming, source)
{
    /// <summary>Whose line it is.</summary>
    public Actor Actor => actor;

    public override string Back(Casebook casebook, object? part) => Urls.Actor(actor);

    protected override IReadOnlyList<Naming> In(Item item) => ((Actor)item).Names;

    public override Edit Edit(object? basis, object? next) => new PutNaming(actor.Id, (Naming?)basis, (Naming?)next);

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            SourceField(casebook),
            new("form", "The form, as printed", IsRequired: true, IsQuoted: true),
            new("kind", "It is", FieldKind.Choice, IsRequired: true, Options: Choices.ToChoose<NameKind>()),
            new("count", "Times in the author’s prose", IsRequired: true),
            new("boilerplate", "Times in boilerplate"),
            new(
                "match",
                "It counts",
                FieldKind.Choice,
                "For languages that hang cases and particles on a name; in Arabic and Hebrew also behind the small words written with it.",
                Options: [("word", "as a whole word"), ("prefix", "also as the beginning of a word")]
            ),
        ];

    public override NamingFields Fill(object? part, Casebook casebook) =>
        part is Naming n
            ? new()
            {
                Source = n.Source.Value,
                Form = n.Form,
                Kind = n.Kind,
                Count = Text(n.Count),
                Boilerplate = Text(n.Boilerplate),
                Match = n.Match,
            }
            : Begun();

    protected override NamingFields Begun()
    {
        var fields = base.Begun();
        (fields.Boilerplate, fields.Match) = ("0", NameMatch.Word);
        return fields;
    }

    protected override object? Read(NamingFields f, FieldReader reader) =>
        new Naming(
            SourceOf(f, reader),
            f.Form,
            reader.Chosen("kind", "It is", f.Kind),
            Times("count", "Times in the author’s prose", f.Count, reader),
            Times("boilerplate", "Times in boilerplate", f.Boilerplate, reader),
            f.Match ?? NameMatch.Word
        );

    /// <summary>The line as it stands in the fields, whatever they lack.</summary>
    public Naming Line(NamingFields fields, Casebook casebook) => (Naming)Read(fields, new(casebook))!;

    private static int Times(string field, string label, string text, FieldReader reader)
    {
        if (reader.Number(field, label, text) is not { } count)
            return 0;
        if (count < 0)
            reader.Wrong(field, $"{label} cannot be less than 0.");
        return count;
    }
}
