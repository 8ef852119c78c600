using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>An event as fields.</summary>
public sealed class EventFields : ItemFields
{
    public string Label { get; set; } = "";

    /// <summary>EDTF, as it was typed.</summary>
    public string Date { get; set; } = "";
    public Basis? Basis { get; set; }
    public HashSet<string> From { get; set; } = [];
    public string BasisNote { get; set; } = "";
    public Phase? Phase { get; set; }
    public string Order { get; set; } = "";
    public HashSet<string> Themes { get; set; } = [];
    public HashSet<string> Actors { get; set; } = [];
    public HashSet<string> Claims { get; set; } = [];
}

/// <summary>An event: label, date and what it rests on, who and what it is about.</summary>
public sealed class EventForm(Event? happening) : ItemForm<Event, EventFields>(happening)
{
    protected override ItemKind Kind => ItemKind.Event;
    protected override string SlugSource => "label";

    public override string Back(Casebook casebook, object? part) => part is Event made ? Urls.Event(made) : Urls.Timeline;

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            new("label", "Label", Hint: "In none of the sources’ evaluative words.", IsRequired: true),
            new(
                "date",
                "Date",
                FieldKind.Date,
                (Current(casebook) is null && Proposed(casebook) is not null ? "Proposed is the casebook’s own day. " : "")
                    + "EDTF: 2024-06-18; 2024-06-18/2024-06-19; [2024-06-18,2024-06-19] for one of two days; 2024-03; 2024-06~. "
                    + "Empty where no source allows one."
            ),
            new("basis", "The date is", FieldKind.Choice, Options: [("", "not dated"), .. Choices.Of<Basis>()]),
            new("from", "It rests on", FieldKind.Items, Among: casebook.Sources),
            new("basisNote", "Why", FieldKind.Text),
            new(
                "phase",
                "Phase",
                FieldKind.Choice,
                IsRequired: true,
                Options: [("", "choose…"), .. Enum.GetValues<Phase>().Select(p => (Vocabulary.Of(p), casebook.Head.Phases[p]))]
            ),
            new("order", "Order on the same day", Hint: "A whole number; empty comes last."),
            new("themes", "Themes", FieldKind.Many, Options: [.. casebook.Head.Themes.Select(t => (t.Key, t.Label))]),
            new("actors", "People", FieldKind.Items, Among: casebook.Actors),
            new("claims", "Claims it bears on", FieldKind.Items, Among: casebook.Claims),
            Slug,
            Note,
        ];

    public override EventFields Fill(object? part, Casebook casebook) =>
        part is Event e
            ? new()
            {
                Label = e.Label,
                Date = e.Date?.Text ?? "",
                Basis = e.DateBasis?.Basis,
                From = [.. (e.DateBasis?.Sources ?? []).Select(id => id.Value)],
                BasisNote = e.DateBasis?.Note ?? "",
                Phase = e.Phase,
                Order = e.Order == int.MaxValue ? "" : Text(e.Order),
                Themes = [.. e.Themes],
                Actors = [.. e.Actors.Select(id => id.Value)],
                Claims = [.. e.Claims.Select(id => id.Value)],
                Slug = e.Slug,
                Note = e.Note,
            }
        : Proposed(casebook) is { } day
            ? new()
            {
                Date = day,
                Basis = Basis.Inferred,
                BasisNote = "The casebook’s own day.",
            }
        : new();

    // The first event is likely what the casebook is about, on its day.
    private static string? Proposed(Casebook casebook) =>
        casebook is { Events.Count: 0, Head.Visit: { EarliestDay: { } day } visit } && visit.LatestDay == day
            ? visit.Text.Split('/')[0]
            : null;

    public override IReadOnlyList<string> StillOpen(object fields, Casebook casebook) =>
        Read(fields, new FieldReader(casebook)) is Event e ? [.. Incomplete.Of(e).Select(o => o.Short)] : [];

    protected override object? Read(EventFields f, FieldReader reader)
    {
        var (casebook, now) = (reader.Casebook, Current(reader.Casebook) as Event);
        return new Event
        {
            Id = Id,
            Label = f.Label,
            Slug = SlugOf(f, f.Label, reader),
            Date = reader.Date("date", "Date", f.Date),
            DateBasis = f.Basis is { } basis
                ? new(
                    basis,
                    FieldReader.Ticked(f.From, casebook.Sources.Select(s => s.Id), now?.DateBasis?.Sources ?? []),
                    FieldReader.Optional(f.BasisNote)
                )
                : null,
            Phase = reader.Chosen("phase", "Phase", f.Phase),
            Order = reader.Number("order", "Order on the same day", f.Order) ?? int.MaxValue,
            Themes = FieldReader.Ticked(f.Themes, casebook.Head.Themes.Select(t => t.Key), now?.Themes ?? []),
            Actors = FieldReader.Ticked(f.Actors, casebook.Actors.Select(a => a.Id), now?.Actors ?? []),
            Claims = FieldReader.Ticked(f.Claims, casebook.Claims.Select(c => c.Id), now?.Claims ?? []),
            Mentions = now?.Mentions ?? [],
            Note = f.Note,
        };
    }
}
