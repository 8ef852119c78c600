using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Timeline;

/// <summary>The lanes. All that it shows was laid out before, in <see cref="TimelineLayout"/>.</summary>
public partial class Timeline
{
    // More lanes than these are one line each.
    private const int MostRoomy = 8;

    private LabelPlan plan = null!;
    private string[] hrefs = []; // where each column leads, encoded
    private string[] counts = []; // how many events a column stands for, in words
    private int now;
    private HashSet<SourceId> heads = []; // the first of each group that is not folded

    [Parameter, EditorRequired]
    public required Casebook Casebook { get; set; }

    [Parameter, EditorRequired]
    public required TimelineQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required TimelineLayout Layout { get; set; }

    [Parameter, EditorRequired]
    public required TimelineZoom Zoom { get; set; }

    protected override void OnParametersSet()
    {
        // The same for everybody who looks at this stretch and these sources, whichever event is chosen. A search finds others for each.
        var view = (Query with { Event = null, Page = null, List = false, Words = 1 }).Url;
        plan = LabelPlan.Of(Casebook, $"{view}|{Query.Shown.Settled}", () =>
            new(Layout, [.. Layout.Slots.Select(s => s.Events == 0 ? ("", "") : (Date(s), Label(s)))])
        );
        hrefs = [.. Layout.Slots.Select(s => s.Events == 0 ? "" : Encode(SlotUrl(s)))];
        counts = [.. Layout.Slots.Select(s => Labels.Count(s.Events, "event"))];
        heads = [.. Layout.Lanes.Where(l => l is { Group: not null, Folded: null }).DistinctBy(l => l.Group!.Key).Select(l => l.Source.Id)];
        now = Query.Event is { } evt ? Layout.ColumnOf(Casebook.Events.PlaceOf(evt.Id)) : -1;
    }

    // The last zone's header has the room after the last event as well.
    private static string Columns(TimelineZone zone, int more = 0) => $"grid-column:{zone.Start + 1}/span {zone.Columns + more}";

    private string ZoneUrl(Phase phase) =>
        (Query with { Phase = Query.Phase == phase ? null : phase, From = null, To = null, Page = null }).Url;

    private string SlotUrl(TimelineSlot slot) =>
        slot.IsCluster
            ? Zoom.Between(slot.First, slot.Last).Url
            : (Query with { Event = Casebook.Events[slot.First], Page = null, Words = 1 }).Url;

    private string Label(TimelineSlot slot) => slot.IsCluster ? Labels.Count(slot.Events, "event") : Casebook.Events[slot.First].Label;

    private string Date(TimelineSlot slot)
    {
        if (!slot.IsCluster)
            return TimelineLabels.Short(Casebook, Casebook.Events[slot.First]);
        var (first, last) = (Casebook.EventColumns.Earliest[slot.First], Casebook.EventColumns.Earliest[slot.Last]);
        var inYears = slot.Phase == Phase.Background;
        if (Casebook.Events[slot.First].Date is { EarliestDay: null, LatestDay: { } by })
            return Casebook.EventColumns.Undated[slot.Last]
                ? ""
                : $"up to {ZoneLabels.Between(Math.Max(by, last), Math.Max(by, last), inYears)}";
        return first == long.MinValue || last < first ? "" : ZoneLabels.Between(first, last, inYears);
    }

    // Null where the label says it all.
    private string? Hint(int column)
    {
        var slot = Layout.Slots[column];
        var (first, last) = (Casebook.Events[slot.First], Casebook.Events[slot.Last]);
        if (slot.IsCluster)
            return $"{Labels.Count(slot.Events, "event")}, from “{first.Label}” to “{last.Label}”: press to zoom in";
        return Labels.Of(first.Date) == plan.Labels[column].Date ? null : $"{first.Label} ({Labels.Of(first.Date)})";
    }

    // Hundreds of marks stand in a page: those of a lane are written as one text. As elements the whole page took up to 1.33 times as long,
    // as a component each 1.48 times (docs/benchmarks.md).
    private MarkupString LabelMarks
    {
        get
        {
            var html = new StringBuilder();
            for (var i = 0; i < Layout.Slots.Count; i++)
            {
                var (slot, (date, words)) = (Layout.Slots[i], plan.Labels[i]);
                if (slot.Events == 0)
                {
                    html.Append("<li class=\"none\" style=\"")
                        .Append(plan.StyleOf(i))
                        .Append("\"><span class=\"muted\">none shown</span></li>");
                    continue;
                }
                html.Append("<li data-mark")
                    .Append(
                        i == now ? " class=\"on\""
                        : slot.IsCluster ? " class=\"cluster\""
                        : ""
                    )
                    .Append(" style=\"")
                    .Append(plan.StyleOf(i))
                    .Append("\"><a href=\"")
                    .Append(hrefs[i])
                    .Append('"')
                    .Append(i == now && !slot.IsCluster ? " aria-current=\"true\"" : "");
                if (Hint(i) is { } hint)
                    html.Append(" title=\"").Append(Encode(hint)).Append('"');
                html.Append('>');
                if (date.Length > 0)
                    html.Append("<span class=\"when\">").Append(Encode(date)).Append(" </span>");
                html.Append(Encode(words)).Append("</a></li>");
            }
            return new(html.ToString());
        }
    }

    private string FoldUrl(string group) =>
        (Query with { Lanes = Query.Lanes.Toggling(group, SourceColumns.Of(Casebook, Query.Shown.Sources, Query.Lanes)), Cols = null }).Url;

    private MarkupString Marks(TimelineLane lane)
    {
        var (html, name) = (new StringBuilder(), Encode(lane.Folded is { } group ? group.Group!.Label : lane.Source.Name));
        foreach (var mark in lane.Marks)
        {
            var slot = Layout.Slots[mark.Column];
            html.Append("<li data-mark style=\"grid-column:")
                .Append(mark.Column + 1)
                .Append("\"><a tabindex=\"-1\" href=\"")
                .Append(hrefs[mark.Column])
                .Append("\" title=\"");
            if (slot.IsCluster)
                html.Append(name).Append(" mentions ").Append(mark.Events.ToString("N0")).Append(" of ").Append(counts[mark.Column]);
            else if (lane.Folded is { } folded)
                html.Append(Encode(Casebook.Events[slot.First].Label))
                    .Append(": ")
                    .Append(TimelineLabels.Of(mark.Modes))
                    .Append(" by ")
                    .Append($"{mark.Events:N0} of {Labels.Count(folded.Sources.Count, "source")}");
            else
                html.Append(Encode(Casebook.Events[slot.First].Label))
                    .Append(": ")
                    .Append(TimelineLabels.Of(mark.Modes))
                    .Append(" by ")
                    .Append(name);
            html.Append("\">");
            if (slot.IsCluster || lane.Folded is not null)
                html.Append("<span class=\"pill\">").Append(TimelineLabels.Tiny(mark.Events)).Append("</span>");
            foreach (var mode in lane.Folded is null ? mark.Modes : [])
                html.Append("<i class=\"").Append(Vocabulary.Of(mode)).Append("\"></i>");
            html.Append("</a></li>");
        }
        return new(html.ToString());
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    // What the bar cannot say: that it lies outside what is shown, or why it differs from another of the same days.
    private string? Aside(TimelineLane lane) =>
        lane.Written?.Side switch
        {
            WritingSide.Earlier => "← written earlier than shown",
            WritingSide.Later => "written later than shown →",
            WritingSide.Shown
                when lane.Source.Written is { After: { } id, Date.Text: var days }
                    && Casebook.Events.TryGet(id, out var past)
                    && Layout.Lanes.Any(l => l.Source.Written is { } other && other.Date.Text == days && other.After != id) =>
                $"looks back on “{past.Label}”",
            _ => null,
        };

    private string WritingCss(WritingSpan span) =>
        "wr"
        + (
            span.Printed ? " printed"
            : span.Start == span.End ? " thin"
            : ""
        )
        + (span.IsOpenStart ? " from-ever" : "")
        + (span.IsOpenEnd ? " for-ever" : "")
        + (span.Start == 0 && span.End == 0 ? " earlier" : "");

    // Between two columns there is no column to stand in: it takes the next one and hangs at its edge.
    private string WritingStyle(WritingSpan span) =>
        $"grid-column:{Math.Min(span.Start, Layout.Slots.Count) + 1}/span "
        + $"{Math.Max(1, Math.Min(span.End, Layout.Slots.Count + 1) - span.Start)}";
}
