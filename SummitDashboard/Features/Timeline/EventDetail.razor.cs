using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;

namespace SummitDashboard.Features.Timeline;

/// <summary>Everything the casebook holds on one event, in the sources now shown.</summary>
public partial class EventDetail
{
    /// <summary>So many rows of words stand on a page, and so many links in a list.</summary>
    private const int Most = 50;

    // More than these are folded into their signs.
    private const int MostAbsent = 12;

    // And more than these into a line of words, which costs a browser a hundredth.
    private const int MostSigns = 60;

    private IReadOnlyList<(Source Source, Mention Mention)> words = [];
    private List<(Source Source, bool IsBefore)> absent = [];
    private List<(Edtf Date, List<Source> By)> ownDates = [];
    private int tellers;
    private Paging page;

    [Parameter, EditorRequired]
    public required Casebook Casebook { get; set; }

    [Parameter, EditorRequired]
    public required TimelineQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required Event Event { get; set; }

    /// <summary>False where the filters hide the event from the lanes.</summary>
    [Parameter]
    public bool IsShown { get; set; }

    protected override void OnParametersSet()
    {
        var told = Event
            .Mentions.Select(m => (source: Casebook.Sources[m.Source], mention: m))
            .Where(t => Query.Shown.Contains(t.source))
            .OrderBy(t => Casebook.Sources.PlaceOf(t.source.Id))
            .ToList();
        var tellersOf = told.Select(t => t.source.Id).ToHashSet();
        tellers = tellersOf.Count;
        page = Paging.Of(Query.Words, told.Count, Most);
        words = page.On(told);
        absent =
        [
            .. Query.Shown.Sources.Where(s => !tellersOf.Contains(s.Id)).Select(s => (s, s.Against(Event, Casebook) == WritingTime.Before)),
        ];
        ownDates =
        [
            .. told.Where(t => t.mention.Date is not null)
                .GroupBy(t => t.mention.Date!)
                .Select(g => (g.Key, g.Select(t => t.source).Distinct().ToList())),
        ];
    }

    private IEnumerable<Source> Named(IEnumerable<SourceId> ids) => ids.Select(id => Casebook.Sources[id]);
}
