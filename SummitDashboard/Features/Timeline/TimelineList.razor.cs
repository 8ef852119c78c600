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

    private List<(Phase Phase, List<int> Places)> groups = [];

    // Of each source shown with each mode: they stand many times in a page and are written once.
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
        signs = new string?[Query.Shown.Sources.Count, Enum.GetValues<MentionMode>().Length];
        var first = Events.Visible.At(page.Before);
        foreach (var place in first < 0 ? [] : Events.Visible.Places(first).Take(size))
        {
            var phase = Casebook.Events[place].Phase;
            if (groups.Count == 0 || groups[^1].Phase != phase)
                groups.Add((phase, []));
            groups[^1].Places.Add(place);
        }
    }

    private IEnumerable<(Source Source, Mention Mention)> Mentions(int place)
    {
        foreach (var source in Query.Shown.Sources.Where(s => Events.MentionedBy(s)[place]))
        foreach (var mention in Casebook.Events[place].Mentions)
            if (mention.Source == source.Id)
                yield return (source, mention);
    }

    // Which sources tell of an event, and how, each way once.
    private MarkupString Told(int place)
    {
        var html = new StringBuilder();
        for (var s = 0; s < signs.GetLength(0); s++)
        {
            var source = Query.Shown.Sources[s];
            var modes = 0;
            foreach (var mention in Events.MentionedBy(source)[place] ? Casebook.Events[place].Mentions : [])
            {
                var bit = 1 << (int)mention.Mode;
                if (mention.Source != source.Id || (modes & bit) != 0)
                    continue;
                modes |= bit;
                html.Append(signs[s, (int)mention.Mode] ??= Sign(source, mention.Mode));
            }
        }
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
