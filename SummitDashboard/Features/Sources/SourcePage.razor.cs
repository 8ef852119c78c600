using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Sources;

/// <summary>What is known of one source, and how it speaks.</summary>
public partial class SourcePage : OneSourceRoom
{
    /// <summary>How many entries a short list shows.</summary>
    public const int Most = 15;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    private WritingTime time;
    private StanceTally tally = null!;
    private Speech speech = null!;
    private List<Part<Cell>> claims = [];
    private List<Part<EventUse>> events = [];
    private List<Person> people = [];

    // In-page links carry the page's own address.
    private string Here { get; set; } = "";

    // What nobody has coded yet leads an editor to where it is coded.
    private string AddressOf(Cell cell) =>
        cell.Framing is null && MayCode ? Urls.Code(cell.Claim, Source!) : Urls.Telling(cell.Claim, Source!);

    private bool MayCode => !IsPast && Visitor.May(Right.Edit);

    protected override void Read(Source source)
    {
        var query = SourceQuery.Read(Address);
        var index = SourceIndex.Of(Casebook);
        Here = Navigation.Here();
        time = source.AgainstVisit(Casebook);
        tally = index.Tally(source);
        speech = index.Speech(source);

        claims =
        [
            .. tally.Counts.Select(c =>
                query.Of(SourceQuery.Key(c.Word), index.Cells(source).Where(cell => cell.Word == c.Word), c.Count, Address)
            ),
        ];
        events =
        [
            .. index
                .Coding(source)
                .Events.OrderBy(events => events.Key)
                .Select(events =>
                    query.Of(Vocabulary.Of(events.Key), events.Select(e => EventUse.Of(e, events.Key, source)), events.Count(), Address)
                ),
        ];
        people = Person.Of(index, source, Casebook);
    }

    /// <summary>An event as the source speaks of it in one mode, and where.</summary>
    private sealed record EventUse(Event Event, MentionMode Mode, IReadOnlyList<int> Paragraphs)
    {
        public static EventUse Of(Event happening, MentionMode mode, Source source) =>
            new(
                happening,
                mode,
                [
                    .. happening
                        .Mentions.Where(m => m.Source == source.Id && m.Mode == mode)
                        .Select(m => m.Quotation.Paragraph)
                        .Distinct()
                        .Order(),
                ]
            );
    }

    /// <summary>Somebody whom the source names, how, and in which role.</summary>
    private sealed record Person(Actor Actor, IReadOnlyList<Naming> Names, IReadOnlyList<Role> Roles)
    {
        public static List<Person> Of(SourceIndex index, Source source, Casebook casebook)
        {
            var names = index.Names[source.Id].ToLookup(n => n.Actor.Id, n => n.Naming);
            var roles = index.Roles[source.Id].ToLookup(r => r.Actor.Id, r => r.Role);
            return
            [
                .. names
                    .Select(n => n.Key)
                    .Union(roles.Select(r => r.Key))
                    .OrderBy(casebook.Actors.PlaceOf)
                    .Select(id => new Person(casebook.Actors[id], [.. names[id]], [.. roles[id]])),
            ];
        }
    }
}
