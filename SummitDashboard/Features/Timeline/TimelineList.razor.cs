using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Timeline;

/// <summary>The timeline as a list, a page at a time.</summary>
public partial class TimelineList
{
    /// <summary>So many events stand on a page, and so many mentions under one of them.</summary>
    public const int PageSize = 60;
    private const int MostMentions = 24;

    private List<(Phase Phase, List<int> Places)> groups = [];
    private int page;
    private int pages;

    [Parameter, EditorRequired] public required Casebook Casebook { get; set; }
    [Parameter, EditorRequired] public required TimelineQuery Query { get; set; }
    [Parameter, EditorRequired] public required TimelineEvents Events { get; set; }

    /// <summary>The plan whose axis takes the list's place where there is room (<see cref="LabelPlan.FitOf"/>); 0 where the list was asked for.</summary>
    [Parameter] public int Fit { get; set; }

    protected override void OnParametersSet()
    {
        pages = Math.Max(1, (Events.Count + PageSize - 1) / PageSize);
        var chosen = Query.Event is { } evt ? Casebook.Events.PlaceOf(evt.Id) : -1;
        page = Math.Min(Query.Page ?? (chosen >= 0 && Events.Visible[chosen] ? Events.Visible.CountIn(0, chosen) / PageSize + 1 : 1), pages);
        groups = [];
        var first = Events.Visible.At((page - 1) * PageSize);
        foreach (var place in first < 0 ? [] : Events.Visible.Places(first).Take(PageSize))
        {
            var phase = Casebook.Events[place].Phase;
            if (groups.Count == 0 || groups[^1].Phase != phase) groups.Add((phase, []));
            groups[^1].Places.Add(place);
        }
    }

    private IEnumerable<(Source Source, Mention Mention)> Mentions(Event evt)
    {
        var place = Casebook.Events.PlaceOf(evt.Id);
        foreach (var source in Query.Shown.Sources.Where(s => Events.MentionedBy(s)[place]))
            foreach (var mention in evt.Mentions)
                if (mention.Source == source.Id)
                    yield return (source, mention);
    }

    private List<(Source Source, MentionMode Mode)> Modes(Event evt)
    {
        var modes = new List<(Source Source, MentionMode Mode)>();
        foreach (var (source, mention) in Mentions(evt))
            if (!modes.Exists(m => m.Source.Id == source.Id && m.Mode == mention.Mode))
                modes.Add((source, mention.Mode));
        return modes;
    }

    private string Choose(Event evt) => (Query with { Event = evt, Words = 1, Page = null }).Url;

    private string PageUrl(int to) => (Query with { Page = to }).Url + "#list";
}
