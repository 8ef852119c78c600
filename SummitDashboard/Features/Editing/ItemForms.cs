using System.Globalization;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>A claim: question, statement, theme, aspects.</summary>
public sealed class ClaimForm(Claim? claim) : ItemForm<Claim>(claim)
{
    protected override ItemKind Kind => ItemKind.Claim;

    public override string Back(Casebook casebook, object? part) => part is Claim made ? Urls.Claim(made) : Urls.Claims;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            new("question", "Question", Hint: "A question that the sources answer differently.", IsRequired: true),
            new("statement", "Neutral statement", FieldKind.Text, "In none of the sources’ evaluative words.", IsRequired: true),
            new(
                "theme",
                "Theme",
                FieldKind.Choice,
                IsRequired: true,
                Options: [("", "choose…"), .. casebook.Head.Themes.Select(t => (t.Key, t.Label))]
            ),
            new(
                "event",
                "The event it hangs on",
                FieldKind.Choice,
                "If any: then a source that wrote before it cannot be silent about it.",
                [("", "none"), .. Named(casebook.Events, e => e.Label)]
            ),
            new(
                "aspects",
                "Aspects",
                FieldKind.Text,
                "Two to five slots, one a line, as key: Label; the key may be left out. Renaming a key empties its slots.",
                IsRequired: true
            ),
            new("order", "Place in story order", Hint: "A whole number."),
            Slug,
            Note,
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        if (part is not Claim c)
            return new()
            {
                ["order"] = Number(casebook.Claims.Select(x => x.Order).DefaultIfEmpty().Max() + 1),
                ["theme"] = casebook.Head.Themes is [var only] ? only.Key : "",
            };
        var values = new Dictionary<string, string>
        {
            ["question"] = c.Question,
            ["statement"] = c.Statement,
            ["theme"] = c.Theme,
            ["order"] = Number(c.Order),
            ["slug"] = c.Slug,
            ["note"] = c.Note,
            ["aspects"] = Pairs.Write(c.Aspects.Select(a => (a.Key, a.Label))),
        };
        if (c.Event is { } id)
            values["event"] = id;
        return values;
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        new Claim
        {
            Id = Id,
            Question = f.Text("question"),
            Slug = SlugOf(f, f.Text("question"), casebook),
            Statement = f.Text("statement"),
            Theme = f.Text("theme"),
            Order = f.Number("order", "Place in story order", problems) ?? 0,
            Event = f.Optional("event"),
            Aspects =
            [
                .. Pairs
                    .Read(f, "aspects", "Aspects", [.. (Current(casebook) as Claim)?.Aspects.Select(a => a.Key) ?? []], problems)
                    .Select(p => new Aspect(p.Key, p.Label)),
            ],
            Framings = (Current(casebook) as Claim)?.Framings ?? [],
            Note = f.Text("note"),
        };
}

/// <summary>An event: label, date and what it rests on, who and what it is about.</summary>
public sealed class EventForm(Event? happening) : ItemForm<Event>(happening)
{
    protected override ItemKind Kind => ItemKind.Event;

    public override string Back(Casebook casebook, object? part) => part is Event made ? Urls.Event(made) : Urls.Timeline;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            new("label", "Label", Hint: "In none of the sources’ evaluative words.", IsRequired: true),
            new(
                "date",
                "Date",
                Hint: "EDTF: 2024-06-18; 2024-06-18/2024-06-19; [2024-06-18,2024-06-19] for one of two days; 2024-03; 2024-06~. "
                    + "Empty where no source allows one."
            ),
            new("basis", "The date is", FieldKind.Choice, Options: [("", "not dated"), .. Options<Basis>()]),
            new("from", "It rests on", FieldKind.Many, Options: Named(casebook.Sources, s => s.Name)),
            new("basisNote", "Why", FieldKind.Text),
            new(
                "phase",
                "Phase",
                FieldKind.Choice,
                IsRequired: true,
                Options: [("", "choose…"), .. Enum.GetValues<Phase>().Select(p => (Words.Of(p), casebook.Head.Phases[p]))]
            ),
            new("order", "Order on the same day", Hint: "A whole number; empty comes last."),
            new("themes", "Themes", FieldKind.Many, Options: [.. casebook.Head.Themes.Select(t => (t.Key, t.Label))]),
            new("actors", "People", FieldKind.Many, Options: Named(casebook.Actors, a => a.Name)),
            new("claims", "Claims it bears on", FieldKind.Many, Options: Named(casebook.Claims, c => c.Question)),
            Slug,
            Note,
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        if (part is not Event e)
            return [];
        var values = new Dictionary<string, string>
        {
            ["label"] = e.Label,
            ["phase"] = Words.Of(e.Phase),
            ["slug"] = e.Slug,
            ["note"] = e.Note,
            ["date"] = e.Date?.Text ?? "",
        };
        if (e.Order != int.MaxValue)
            values["order"] = Number(e.Order);
        if (e.DateBasis is { } basis)
            (values["basis"], values["basisNote"]) = (Words.Of(basis.Basis), basis.Note ?? "");
        Tick(values, "from", e.DateBasis?.Sources ?? []);
        Tick(values, "themes", e.Themes);
        Tick(values, "actors", e.Actors);
        Tick(values, "claims", e.Claims);
        return values;
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems)
    {
        var now = Current(casebook) as Event;
        return new Event
        {
            Id = Id,
            Label = f.Text("label"),
            Slug = SlugOf(f, f.Text("label"), casebook),
            Date = f.Date("date", "Date", problems),
            DateBasis = f.Word<Basis>("basis") is { } basis
                ? new(basis, f.Ticked("from", casebook.Sources.Select(s => s.Id), now?.DateBasis?.Sources ?? []), f.Optional("basisNote"))
                : null,
            Phase = f.Chosen<Phase>("phase", "Phase", problems),
            Order = f.Number("order", "Order on the same day", problems) ?? int.MaxValue,
            Themes = f.Ticked("themes", casebook.Head.Themes.Select(t => t.Key), now?.Themes ?? []),
            Actors = f.Ticked("actors", casebook.Actors.Select(a => a.Id), now?.Actors ?? []),
            Claims = f.Ticked("claims", casebook.Claims.Select(c => c.Id), now?.Claims ?? []),
            Mentions = now?.Mentions ?? [],
            Note = f.Text("note"),
        };
    }
}

/// <summary>A person: name and place on the panel.</summary>
public sealed class ActorForm(Actor? actor) : ItemForm<Actor>(actor)
{
    protected override ItemKind Kind => ItemKind.Actor;
    public override string Title => Item is null ? "A new person" : "Edit this person";

    public override string Back(Casebook casebook, object? part) => part is Actor made ? Urls.Actor(made) : Urls.Actors;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [new("name", "Name", IsRequired: true), new("order", "Place on the panel", Hint: "A whole number."), Slug, Note];

    public override Dictionary<string, string> Values(object? part, Casebook casebook) =>
        part is Actor a
            ? new()
            {
                ["name"] = a.Name,
                ["order"] = Number(a.Order),
                ["slug"] = a.Slug,
                ["note"] = a.Note,
            }
            : new() { ["order"] = Number(casebook.Actors.Select(x => x.Order).DefaultIfEmpty().Max() + 1) };

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems)
    {
        var now = Current(casebook) as Actor;
        return new Actor
        {
            Id = Id,
            Name = f.Text("name"),
            Slug = SlugOf(f, f.Text("name"), casebook),
            Order = f.Number("order", "Place on the panel", problems) ?? 0,
            Note = f.Text("note"),
            Roles = now?.Roles ?? [],
            Names = now?.Names ?? [],
            Statements = now?.Statements ?? [],
        };
    }
}

/// <summary>The casebook itself: title, lede, days, phases, themes.</summary>
public sealed class HeadForm(CasebookHead head) : ItemForm<CasebookHead>(head)
{
    protected override ItemKind Kind => ItemKind.Casebook;
    public override string Title => "Edit the casebook’s title page";

    public override string Back(Casebook casebook, object? part) => Urls.Overview;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            new("title", "Title", IsRequired: true),
            new("headline", "Headline", IsRequired: true),
            new("lede", "Lede", FieldKind.Text, IsRequired: true),
            new("visit", "The days that the timeline unfolds", Hint: "An EDTF interval: 2024-06-18/2024-06-19", IsRequired: true),
            new("language", "Language of the casebook", Hint: "A tag such as en"),
            .. Enum.GetValues<Phase>().Select(p => new FieldSpec($"phase-{Words.Of(p)}", $"The phase “{Words.Of(p)}” is called")),
            new(
                "themes",
                "Themes",
                FieldKind.Text,
                "One a line, in the order shown, as key: Label; the key may be left out.",
                IsRequired: true
            ),
            Note,
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        var h = (CasebookHead)part!;
        var values = new Dictionary<string, string>
        {
            ["title"] = h.Title,
            ["headline"] = h.Headline,
            ["lede"] = h.Lede,
            ["visit"] = h.Visit.Text,
            ["language"] = h.Language,
            ["note"] = h.Note,
            ["themes"] = Pairs.Write(h.Themes.Select(t => (t.Key, t.Label))),
        };
        foreach (var (phase, label) in h.Phases)
            values[$"phase-{Words.Of(phase)}"] = label;
        return values;
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        casebook.Head with
        {
            Title = f.Text("title"),
            Headline = f.Text("headline"),
            Lede = f.Text("lede"),
            Language = f.Optional("language") ?? "en",
            Note = f.Text("note"),
            Visit = f.Date("visit", "The days that the timeline unfolds", problems) ?? casebook.Head.Visit,
            Phases = casebook.Head.Phases.ToDictionary(p => p.Key, p => f.Optional($"phase-{Words.Of(p.Key)}") ?? p.Value),
            Themes =
            [
                .. Pairs
                    .Read(f, "themes", "Themes", [.. casebook.Head.Themes.Select(t => t.Key)], problems)
                    .Select(p => new Theme(p.Key, p.Label)),
            ],
        };
}
