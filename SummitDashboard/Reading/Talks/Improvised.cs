using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Talks;

/// <summary>A talk made on the spot: <c>?stops=event.arrival,claim.agreement&amp;sources=Br,Ye</c>.</summary>
public static class Improvised
{
    /// <summary>Most stops that an address may name.</summary>
    public const int Most = 60;

    /// <summary>Where a new talk is made that begins with this event or claim.</summary>
    public static string NewTalk(Item item, ShownSources shown) =>
        Urls.With(Urls.New(ItemKind.Talk), ("stops", Name(item)), ("sources", shown.Settled));

    private static string Name(Item item) => $"{Kinds.Of(item).Word}.{item.Slug}";

    /// <summary>The address of a walk through these events and claims, of which the first <see cref="Most"/> are taken.</summary>
    public static string Url(IEnumerable<Item> stops, ShownSources shown) =>
        Urls.With(Urls.Stage(Talk.Improvised), ("stops", string.Join(',', stops.Take(Most).Select(Name))), ("sources", shown.Settled));

    /// <summary>The talk that an address names; null where it names nothing that the casebook has.</summary>
    public static Talk? Read(Casebook casebook, string? stops, string? sources)
    {
        var notices = new List<string>();
        var shown = ShownSources.Read(casebook, sources, notices);
        if (shown.Search is not null)
            notices.Add("A talk is of named sources: a search in their place was passed over.");
        var list = (stops ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(Most)
            .Select(name =>
                name.Split('.', 2) switch
                {
                    ["event", var slug] when casebook.Events.TryGetBySlug(slug, out var happening) => StopOf(casebook, happening, shown),
                    ["claim", var slug] when casebook.Claims.TryGetBySlug(slug, out var claim) => StopOf(casebook, claim, shown),
                    _ => null,
                }
            )
            .OfType<Stop>()
            .ToList();
        return list.Count == 0
            ? null
            : new Talk
            {
                Id = new(""),
                Slug = Talk.Improvised,
                Title = "A walk made on the spot",
                // What was not understood is for the presenter to know, and not for the audience.
                Note = string.Join(' ', notices),
                Stops = list,
            };
    }

    /// <summary>A stop at an event or a claim, with those of the sources that speak of it (all of them where none does).</summary>
    public static Stop StopOf(Casebook casebook, Item item, ShownSources shown)
    {
        var stop = new Stop
        {
            Event = (item as Event)?.Id,
            Claim = (item as Claim)?.Id,
            Headline = Kinds.Of(item).TitleOf(item),
        };
        var sources = item is Claim told && shown.ShowsAny(told) ? [.. shown.Of(told)] : shown.Sources;
        var speaking = sources.Where(s => StopTelling.Of(casebook, stop, s).Quotations.Count > 0).ToList();
        return stop with { Sources = [.. (speaking.Count > 0 ? speaking : sources).Select(s => s.Id)] };
    }
}
