using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;

namespace SummitDashboard.Features.Actors;

/// <summary>One person as the sources left in tell it; long lists are cut or paged.</summary>
public partial class PersonView
{
    /// <summary>Statements on one page.</summary>
    public const int PartSize = 50;

    private const int ListSize = 12;

    private IReadOnlyList<SourceColumn> columns = [];
    private IReadOnlyList<Statement> page = [];
    private Dictionary<SourceId, SourceGroup> heads = []; // the first source of each group on the page, with the group
    private List<(SourceColumn Column, int Passages)> folded = [];
    private Paging part;
    private List<Event> events = [];
    private List<(Claim Claim, int Passages)> claims = [];
    private List<Role> roles = [];
    private int kept,
        claimCount,
        eventCount;

    [Parameter, EditorRequired]
    public required Casebook Casebook { get; set; }

    [Parameter, EditorRequired]
    public required ActorsQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required Voice Voice { get; set; }

    private Actor Actor => Voice.Actor;

    protected override void OnParametersSet()
    {
        columns = Query.Laid(Casebook);
        var places = columns.Index().SelectMany(c => c.Item.Sources.Select(s => (s.Id, c.Index))).ToDictionary(p => p.Id, p => p.Index);
        // By source as they are laid out, in each what is said before where the person is only mentioned, then as the text goes.
        var said = Actor
            .Statements.Where(s => places.ContainsKey(s.Source))
            .OrderBy(s => places[s.Source])
            .ThenBy(s => s.Mode == StatementMode.Mentioned)
            .ThenBy(s => s.Quotation.Paragraph)
            .ToList();
        kept = said.Count;
        folded = [.. said.GroupBy(s => columns[places[s.Source]]).Where(g => g.Key.IsFolded).Select(g => (g.Key, g.Count()))];
        var open = said.Where(s => !columns[places[s.Source]].IsFolded).ToList();
        part = Paging.Of(Query.Part, open.Count, PartSize);
        page = part.On(open);
        heads = page.Select(s => columns[places[s.Source]])
            .Where(c => c.Group is not null)
            .DistinctBy(c => c.Group!.Key)
            .ToDictionary(c => c.Source!.Id, c => c.Group!);
        roles = [.. Actor.Roles.Where(r => Query.Keeps(Casebook.Sources[r.Source])).OrderBy(r => Casebook.Sources.PlaceOf(r.Source))];
        claimCount = said.SelectMany(s => s.Claims).Distinct().Count();
        claims =
        [
            .. said.SelectMany(s => s.Claims)
                .CountBy(c => c)
                .OrderBy(c => Casebook.Claims.PlaceOf(c.Key))
                .Take(2 * ListSize)
                .Select(c => (Casebook.Claims[c.Key], c.Value)),
        ];
        eventCount = Casebook.EventColumns.WithActor(Actor.Id).Count();
        events = [.. Casebook.EventsByActor[Actor.Id].Take(ListSize)];
    }

    private Actor? Neighbour(int step)
    {
        var place = Casebook.Actors.PlaceOf(Actor.Id) + step;
        return place >= 0 && place < Casebook.Actors.Count ? Casebook.Actors[place] : null;
    }

    private string Givers(Role role) =>
        Prose.List([
            .. Voice
                .Sources.Where(s =>
                    Query.Keeps(s.Source) && Actor.Roles.Any(r => r.Source == s.Source.Id && r.Quotation.Exact == role.Quotation.Exact)
                )
                .Select(s => s.Source.Siglum),
        ]);

    private string Summary
    {
        get
        {
            var (left, hides) = (Query.Left(Voice), Query.Hides(Casebook));
            var boilerplate = left.Sources.Sum(s => s.Boilerplate);
            var named = $"named {Labels.Count(left.Named, "time")}{(boilerplate > 0 ? $" and {boilerplate} more in boilerplate" : "")}";
            var sources = hides
                ? $"{Labels.Count(Query.Shown.Sources.Count, "source")} left in"
                : Labels.Count(Casebook.Sources.Count, "source");
            var speaks =
                left.Speaking == 0
                    ? $"speaks in {(hides ? $"none of {Labels.Count(Query.Shown.Sources.Count, "source")} left in" : "no source")}"
                    : $"speaks in {left.Speaking} of {sources}, "
                        + (left.Quoting == 0 ? "never in direct speech" : $"in direct speech in {left.Quoting}");
            var note = PresenceLabels.Note(Casebook, left, hides);
            return $"{named} · {speaks}{(note.Length > 0 ? " · " + note : "")}";
        }
    }

    // A source that names the person without a role is a finding too.
    private string RoleNote
    {
        get
        {
            if (Voice.Among(Query.Keeps) == Presence.Gone)
                return "None of the sources left in names this person.";
            var without = Voice
                .Sources.Where(s => Query.Keeps(s.Source) && Actor.Roles.All(r => r.Source != s.Source.Id))
                .Select(s => s.Source.Siglum)
                .ToList();
            return without.Count == 0 ? "" : $"{Prose.List(without)} {(without.Count == 1 ? "gives" : "give")} no role.";
        }
    }
}
