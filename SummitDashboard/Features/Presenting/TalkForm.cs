using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Presenting;

/// <summary>A talk as fields; its stops are the rows <c>stops.0.headline</c> …</summary>
public sealed class TalkForm(Talk? talk) : ItemForm<Talk>(talk)
{
    private const string List = "stops";

    public override Right Right => Right.Compose;
    protected override ItemKind Kind => ItemKind.Talk;

    public override string Back(Casebook casebook, object? part) => part is Talk made ? Urls.Talk(made) : Urls.Talks;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            new("title", "Title", IsRequired: true),
            new("lede", "One sentence under it", FieldKind.Text),
            Slug,
            new("note", "What the presenter should know first", FieldKind.Markdown, "Markdown."),
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        if (part is not Talk t)
            return [];
        var values = new Dictionary<string, string>
        {
            ["title"] = t.Title,
            ["lede"] = t.Lede,
            ["slug"] = t.Slug,
            ["note"] = t.Note,
        };
        foreach (var (stop, row) in t.Stops.Select((s, i) => (s, i)))
            Write(values, row, stop);
        return values;
    }

    /// <summary>Puts a stop into a row.</summary>
    public static void Write(Dictionary<string, string> values, int row, Stop stop)
    {
        var at =
            stop.Event is { } happening ? $"event.{happening}"
            : stop.Claim is { } claim ? $"claim.{claim}"
            : "";
        values[$"{List}.{row}.at"] = at;
        values[$"{List}.{row}.headline"] = stop.Headline;
        values[$"{List}.{row}.sources"] = Separated.Write(stop.Sources, ';');
        if (stop.Guess is { } guess)
            values[$"{List}.{row}.guess"] = Words.Of(guess);
        values[$"{List}.{row}.time"] = Minutes(stop.Seconds);
        if (stop.Notes.Length > 0)
            values[$"{List}.{row}.notes"] = stop.Notes;
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems) =>
        new Talk
        {
            Id = Id,
            Title = f.Text("title"),
            Slug = SlugOf(f, f.Text("title"), casebook),
            Lede = f.Text("lede"),
            Note = f.Text("note"),
            Stops = [.. f.Rows(List).Select((row, i) => StopOf(f, row, i + 1, casebook, problems))],
        };

    private static Stop StopOf(FieldReader f, int row, int number, Casebook casebook, List<string> problems)
    {
        var at = f.Text($"{List}.{row}.at").Split('.', 2);
        var stop = new Stop
        {
            Event = at is ["event", var e] && casebook.Events.TryGet(e, out var happening) ? happening.Id : null,
            Claim = at is ["claim", var c] && casebook.Claims.TryGet(c, out var claim) ? claim.Id : null,
            Headline = f.Text($"{List}.{row}.headline"),
            Sources = [.. f.List($"{List}.{row}.sources").Distinct()],
            Guess = f.Word<Guess>($"{List}.{row}.guess"),
            Seconds = Seconds(f.Text($"{List}.{row}.time"), number, problems),
            Notes = f.Text($"{List}.{row}.notes"),
        };
        if (stop.Event is null && stop.Claim is null)
            problems.Add($"Stop {number}: choose the event or the claim it stands at.");
        return stop;
    }

    /// <summary>Seconds as <c>1:30</c>.</summary>
    public static string Minutes(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    // “1:30”, or “2” for two minutes.
    private static int Seconds(string text, int number, List<string> problems)
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
        problems.Add($"Stop {number}: its time should be minutes and seconds, such as 1:30, not “{text}”.");
        return 0;
    }
}
