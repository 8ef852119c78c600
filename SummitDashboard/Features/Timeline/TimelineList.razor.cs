using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Ui;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Timeline;

/// <summary>The timeline as a list, a page at a time.</summary>
public partial class TimelineList
{
    /// <summary>So many events stand on a page, and so many mentions under one of them.</summary>
    public const int PageSize = TimelineLayout.MostSlots;
    private const int MostMentions = 24;

    private List<(Phase Phase, List<int> Places)> groups = [];
    private readonly Dictionary<(Source, MentionMode), MarkupString> told = [];
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
        told.Clear();
        var first = Events.Visible.At((page - 1) * PageSize);
        foreach (var place in first < 0 ? [] : Events.Visible.Places(first).Take(PageSize))
        {
            var phase = Casebook.Events[place].Phase;
            if (groups.Count == 0 || groups[^1].Phase != phase) groups.Add((phase, []));
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

    private IEnumerable<(Source Source, MentionMode Mode)> Modes(int place) => Mentions(place).Select(m => (m.Source, m.Mention.Mode)).Distinct();

    // A source's sign with a mode's stands many times in a page: it is written once.
    private MarkupString Told(Source source, MentionMode mode)
    {
        if (told.TryGetValue((source, mode), out var html)) return html;
        var (name, siglum) = (HtmlEncoder.Default.Encode(source.Name), HtmlEncoder.Default.Encode(source.Siglum));
        return told[(source, mode)] = new($"<span><span class=\"key k{Query.Shown.ColourOf(source)}\" title=\"{name}\">{siglum}</span> {ModeWords.Of(mode)}</span> ");
    }

    private string Choose(Event evt) => (Query with { Event = evt, Words = 1, Page = null }).Url;

    private string PageUrl(int to) => (Query with { Page = to }).Url + "#list";
}
