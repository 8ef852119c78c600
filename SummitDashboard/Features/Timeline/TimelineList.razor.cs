using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Timeline;

/// <summary>The timeline as a list, a page at a time.</summary>
public partial class TimelineList
{
    // So many mentions stand under an event.
    private const int MostMentions = 24;

    // More signs than these beside one event are a wall; each source stands with the event itself.
    private const int MostSigns = 12;

    private List<(Phase Phase, List<int> Places)> groups = [];

    // Of each source with each mode: they stand many times in a page and are written once.
    private string?[,] signs = new string?[0, 0];
    private Paging page;

    [Parameter, EditorRequired]
    public required Casebook Casebook { get; set; }

    [Parameter, EditorRequired]
    public required TimelineQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required TimelineEvents Events { get; set; }

    /// <summary>
    /// The plan whose axis takes the list's place where there is room (<see cref="LabelPlan.FitOf"/>); 0 where the list was asked for.
    /// </summary>
    [Parameter]
    public int Fit { get; set; }

    protected override void OnParametersSet()
    {
        // As many events on a page as the axis has columns, which the list stands in for; more where it was asked for.
        var size = Query.List ? TimelineLayout.MostSlots : TimelineLayout.ColumnsFor(Events.Count);
        var chosen = Query.Event is { } evt ? Casebook.Events.PlaceOf(evt.Id) : -1;
        var home = chosen >= 0 && Events.Visible[chosen] ? Paging.With(Events.Visible.CountIn(0, chosen), size) : 1;
        page = Paging.Of(Query.Page ?? home, Events.Count, size);
        groups = [];
        signs = new string?[Casebook.Sources.Count, Enum.GetValues<MentionMode>().Length];
        var first = Events.Visible.At(page.Before);
        foreach (var place in first < 0 ? [] : Events.Visible.Places(first).Take(size))
        {
            var phase = Casebook.Events[place].Phase;
            if (groups.Count == 0 || groups[^1].Phase != phase)
                groups.Add((phase, []));
            groups[^1].Places.Add(place);
        }
    }

    // By source in writing order. An event has a few mentions, whatever the number of sources.
    private List<(Source Source, Mention Mention)> Mentions(int place) =>
        [
            .. Casebook
                .Events[place]
                .Mentions.Select(m => (Source: Casebook.Sources[m.Source], Mention: m))
                .Where(m => Query.Shown.Contains(m.Source) && Events.MentionedBy(m.Source)[place])
                .OrderBy(m => Casebook.Sources.PlaceOf(m.Source.Id)),
        ];

    // Which sources tell of an event, and how, each way once; where there are many, how many of them in which way.
    private MarkupString Told(int place)
    {
        var told = new List<(int Source, MentionMode Mode)>();
        foreach (var mention in Casebook.Events[place].Mentions)
            if (
                Casebook.Sources[mention.Source] is var source
                && Query.Shown.Contains(source)
                && Events.MentionedBy(source)[place]
                && (Casebook.Sources.PlaceOf(mention.Source), mention.Mode) is var way
                && !told.Contains(way)
            )
                told.Add(way);
        var html = new StringBuilder();
        if (told.Count > MostSigns)
            foreach (var mode in told.CountBy(t => t.Mode).OrderBy(m => m.Key))
                html.Append("<span>").Append(ModeLabels.Of(mode.Key)).Append(" by ").Append(mode.Value.ToString("N0")).Append("</span> ");
        else
            foreach (var (source, mode) in told.OrderBy(t => t.Source))
                html.Append(signs[source, (int)mode] ??= Sign(Casebook.Sources[source], mode));
        return new(html.ToString());
    }

    private string Sign(Source source, MentionMode mode)
    {
        var (name, siglum) = (HtmlEncoder.Default.Encode(source.Name), HtmlEncoder.Default.Encode(source.Siglum));
        return $"<span><span class=\"key {SourceKey.Css(source)}\" title=\"{name}\">{siglum}</span> {ModeLabels.Of(mode)}</span> ";
    }

    private string Choose(Event evt) => (Query with { Event = evt, Words = 1, Page = null }).Url;

    private string PageUrl(int to) => (Query with { Page = to }).Url + "#list";
}
