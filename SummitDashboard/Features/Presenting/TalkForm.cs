using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;

namespace SummitDashboard.Features.Presenting;

/// <summary>A talk as fields.</summary>
public sealed class TalkFields : ItemFields
{
    public string Title { get; set; } = "";
    public string Lede { get; set; } = "";
    public List<StopFields> Stops { get; set; } = [];
}

/// <summary>A stop as fields.</summary>
public sealed class StopFields
{
    /// <summary>What it stands at: <c>event.</c> or <c>claim.</c> and its id.</summary>
    public string At { get; set; } = "";
    public string Headline { get; set; } = "";

    /// <summary>The sources by id, in the order in which they are revealed.</summary>
    public List<string> Sources { get; set; } = [];
    public Guess? Guess { get; set; }

    /// <summary>Minutes and seconds, as they were typed.</summary>
    public string Time { get; set; } = "";
    public string Notes { get; set; } = "";

    /// <summary>The event or claim that it stands at; null where none is chosen, or it is no longer there.</summary>
    public Item? StandsAt(Casebook casebook) =>
        At.Split('.', 2) switch
        {
            ["event", var id] => casebook.Find(ItemKind.Event, id),
            ["claim", var id] => casebook.Find(ItemKind.Claim, id),
            _ => null,
        };

    /// <summary>
    /// Takes the headline and the sources that an event or a claim suggests, where there are none yet or they are still those that the
    /// one before it suggested: what was changed by hand stays.
    /// </summary>
    public void Follow(Casebook casebook, Item? item)
    {
        var (was, now) = (Suggested(casebook, StandsAt(casebook)), Suggested(casebook, item));
        if (Headline.Length == 0 || Headline == was.Headline)
            Headline = now.Headline;
        if (Sources.Count == 0 || Sources.SequenceEqual(was.Sources))
            Sources = now.Sources;
    }

    private static (string Headline, List<string> Sources) Suggested(Casebook casebook, Item? item) =>
        item is not null && Improvised.StopOf(casebook, item, ShownSources.Default(casebook)) is var stop
            ? (stop.Headline, [.. stop.Sources.Select(id => id.Value)])
            : ("", []);

    public static StopFields Of(Stop stop) =>
        new()
        {
            At =
                stop.Event is { } happening ? $"event.{happening}"
                : stop.Claim is { } claim ? $"claim.{claim}"
                : "",
            Headline = stop.Headline,
            Sources = [.. stop.Sources.Select(id => id.Value)],
            Guess = stop.Guess,
            Time = TalkForm.Minutes(stop.Seconds),
            Notes = stop.Notes,
        };
}

/// <summary>A talk: its title and its stops.</summary>
/// <param name="talk">The talk; null makes a new one.</param>
/// <param name="stops">What a new one begins with.</param>
public sealed class TalkForm(Talk? talk, params IReadOnlyList<Stop> stops) : ItemForm<Talk, TalkFields>(talk)
{
    // A talk begun at an event or a claim is another draft than one begun with nothing, which may be waiting.
    public override string Key =>
        Item is null && stops is [var first, ..] ? $"{base.Key}/{first.Event?.Value ?? first.Claim?.Value}" : base.Key;

    public override Right Right => Right.Compose;
    protected override ItemKind Kind => ItemKind.Talk;

    public override string Back(Casebook casebook, object? part) => part is Talk made ? Urls.Talk(made) : Urls.Talks;

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            new("title", "Title", IsRequired: true),
            new("lede", "One sentence under it", FieldKind.Text),
            Slug,
            new("note", "What the presenter should know first", FieldKind.Markdown, "Markdown."),
        ];

    public override TalkFields Fill(object? part, Casebook casebook) =>
        part is Talk t
            ? new()
            {
                Title = t.Title,
                Lede = t.Lede,
                Stops = [.. t.Stops.Select(StopFields.Of)],
                Slug = t.Slug,
                Note = t.Note,
            }
            : new() { Stops = [.. stops.Select(StopFields.Of)] };

    protected override object? Read(TalkFields f, FieldReader reader) =>
        new Talk
        {
            Id = Id,
            Title = f.Title,
            Slug = SlugOf(f, f.Title, reader),
            Lede = f.Lede,
            Note = f.Note,
            Stops = [.. f.Stops.Select((stop, n) => StopOf(stop, n, reader))],
        };

    /// <summary>How long the stops take, as far as their times can be read.</summary>
    public static int Total(TalkFields fields, Casebook casebook) =>
        fields.Stops.Select((stop, n) => StopOf(stop, n, new(casebook)).Seconds).Sum();

    private static Stop StopOf(StopFields f, int place, FieldReader reader)
    {
        var (at, name) = (f.StandsAt(reader.Casebook), $"stops.{place}");
        var stop = new Stop
        {
            Event = (at as Event)?.Id,
            Claim = (at as Claim)?.Id,
            Headline = f.Headline,
            Sources = [.. FieldReader.Filled(f.Sources).Distinct().Select(id => new SourceId(id))],
            Guess = f.Guess,
            Seconds = Seconds(f.Time, name, place + 1, reader),
            Notes = f.Notes,
        };
        if (stop.Event is null && stop.Claim is null)
            reader.Wrong($"{name}.at", $"Stop {place + 1}: choose the event or the claim it stands at.");
        return stop;
    }

    protected override void TakeOld(TalkFields fields, string name, string text)
    {
        if (name.EndsWith(".sources", StringComparison.Ordinal))
            foreach (var (n, source) in OldTexts.Read(text, ';').Index())
                Fields.Set(fields, $"{name}.{n}", source);
        else
            base.TakeOld(fields, name, text);
    }

    /// <summary>Seconds as <c>1:30</c>.</summary>
    public static string Minutes(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    // “1:30”, or “2” for two minutes.
    private static int Seconds(string text, string name, int number, FieldReader reader)
    {
        if (text.Length == 0)
            return Stop.UsualSeconds;
        if (
            text.Split(':') is [var m, .. var rest]
            && rest.Length <= 1
            && int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes <= 60
            && (
                rest.Length == 0
                || (int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 60)
            )
        )
            return minutes * 60 + (rest.Length == 0 ? 0 : int.Parse(rest[0], CultureInfo.InvariantCulture));
        reader.Wrong($"{name}.time", $"Stop {number}: its time should be minutes and seconds, such as 1:30, not “{text}”.");
        return 0;
    }
}
