using System.Collections.Immutable;

namespace SummitDashboard.Domain;

/// <summary>
/// Everything coded about one event, as one immutable snapshot: the items by id and slug, in the orders in which they are shown,
/// and the reverse look-ups that pages need. Reading it never blocks and never changes it; <see cref="With"/> makes the next one, at
/// the cost of what changed.
/// </summary>
public sealed class Casebook
{
    private readonly ReverseIndex<SourceId, Claim> tellings;
    private readonly ReverseIndex<SourceId, Event> mentions;
    private readonly ReverseIndex<ClaimId, Event> bearings;
    private readonly ReverseIndex<ClaimId, Actor> sayings;

    /// <summary>
    /// Builds the snapshot of revision <paramref name="revision"/>. Every id that an item refers to must be among the items.
    /// </summary>
    public Casebook(
        long revision,
        CasebookHead head,
        IEnumerable<Source> sources,
        IEnumerable<Actor> actors,
        IEnumerable<Event> events,
        IEnumerable<Claim> claims,
        IEnumerable<Grade>? grades = null,
        IEnumerable<Talk>? talks = null,
        IEnumerable<SourceSet>? sets = null
    )
    {
        Revision = revision;
        Head = head;
        Sources = new(sources, SourceKind.Order);
        Actors = new(actors, ActorKind.Order);
        Events = new(events, EventOrder.Instance);
        Claims = new(claims, ClaimKind.Order);
        Grades = GradeBook.Of(grades ?? []);
        Talks = new(talks ?? [], TalkKind.Order);
        Sets = new(sets ?? [], SetKind.Order);
        EventColumns = EventColumns.Of(Events);
        tellings = ReverseIndex<SourceId, Claim>.Of(Claims, c => c.Framings.Select(f => f.Source));
        mentions = ReverseIndex<SourceId, Event>.Of(Events, e => e.Mentions.Select(m => m.Source));
        bearings = ReverseIndex<ClaimId, Event>.Of(Events, e => e.Claims);
        sayings = ReverseIndex<ClaimId, Actor>.Of(Actors, a => a.Statements.SelectMany(s => s.Claims));
        Contested = Claims.ToImmutableDictionary(c => c.Id, c => Contestedness.Of(this, c));
    }

    /// <summary>The same of items of every kind. Throws <see cref="InvalidOperationException"/> where the head is missing.</summary>
    public static Casebook Of(long revision, IReadOnlyCollection<Item> items) =>
        new(
            revision,
            items.OfType<CasebookHead>().Single(),
            items.OfType<Source>(),
            items.OfType<Actor>(),
            items.OfType<Event>(),
            items.OfType<Claim>(),
            items.OfType<Grade>(),
            items.OfType<Talk>(),
            items.OfType<SourceSet>()
        );

    // The next snapshot: everything that the changes leave alone is shared.
    private Casebook(Casebook was, long revision, IReadOnlyList<ItemChange> changes)
    {
        Revision = revision;
        Head = changes.Select(c => c.After).OfType<CasebookHead>().LastOrDefault() ?? was.Head;
        Sources = was.Sources.With(changes);
        Actors = was.Actors.With(changes);
        Events = was.Events.With(changes);
        Claims = was.Claims.With(changes);
        Grades = was.Grades.With(changes);
        Talks = was.Talks.With(changes);
        Sets = was.Sets.With(changes);
        EventColumns = was.EventColumns.With(was.Events, Events, changes);
        tellings = was.tellings.With(changes);
        mentions = was.mentions.With(changes);
        bearings = was.bearings.With(changes);
        sayings = was.sayings.With(changes);
        var rescored = changes.SelectMany(c => Kinds.Of(c.Kind).Rescored(c.Before, c.After, this)).ToHashSet();
        Contested = was
            .Contested.RemoveRange(rescored.Where(id => Claims.PlaceOf(id) < 0))
            .SetItems(
                rescored.Where(id => Claims.PlaceOf(id) >= 0).Select(id => KeyValuePair.Create(id, Contestedness.Of(this, Claims[id])))
            );
    }

    public long Revision { get; }
    public CasebookHead Head { get; }

    /// <summary>In writing order.</summary>
    public Shelf<Source> Sources { get; }

    /// <summary>In panel order.</summary>
    public Shelf<Actor> Actors { get; }

    /// <summary>In story order: by phase, date and the editor's order.</summary>
    public Shelf<Event> Events { get; }

    /// <summary>In story order.</summary>
    public Shelf<Claim> Claims { get; }

    /// <summary>Every grade ever given, and which are held now.</summary>
    public GradeBook Grades { get; }

    /// <summary>By title.</summary>
    public Shelf<Talk> Talks { get; }

    /// <summary>By name.</summary>
    public Shelf<SourceSet> Sets { get; }

    /// <summary>The events as columns and bit sets, for the timeline.</summary>
    public EventColumns EventColumns { get; }

    public Under<SourceId, Told> FramingsBySource => new(id => tellings.In(Claims, id).Select(c => new Told(c, c.Of(id)!)));
    public Under<SourceId, Mentioned> MentionsBySource =>
        new(id => mentions.In(Events, id).SelectMany(e => e.Mentions.Where(m => m.Source == id), (e, m) => new Mentioned(e, m)));
    public Under<ActorId, Event> EventsByActor => new(id => EventColumns.WithActor(id).Places().Select(place => Events[place]));
    public Under<ClaimId, Event> EventsByClaim => new(id => bearings.In(Events, id));
    public Under<ClaimId, Said> StatementsByClaim =>
        new(id => sayings.In(Actors, id).SelectMany(a => a.Statements.Where(s => s.Claims.Contains(id)), (a, s) => new Said(a, s)));

    /// <summary>How contested each claim is among all sources, by the claim's id.</summary>
    public ImmutableDictionary<ClaimId, Contestedness> Contested { get; }

    /// <summary>
    /// The snapshot after these changes, as revision <paramref name="revision"/>. They must leave every reference in place.
    /// </summary>
    public Casebook With(long revision, IReadOnlyList<ItemChange> changes) => new(this, revision, changes);

    /// <summary>The item of a kind with this id, or null.</summary>
    public Item? Find(ItemKind kind, string id) => Kinds.Find(kind)?.Find(this, id);

    /// <summary>Every item, head first, kind by kind.</summary>
    public IEnumerable<Item> Items() => Kinds.All.SelectMany(kind => kind.In(this));

    /// <summary>The label of a theme; the key itself where the casebook names none.</summary>
    public string ThemeLabel(string key) => Head.Themes.FirstOrDefault(t => t.Key == key)?.Label ?? key;

    /// <summary>The words for who is cited: a person's name, or what the coder wrote.</summary>
    public string NameOf(Cited cited) => cited.Actor is { } id ? Actors[id].Name : cited.Other ?? "";
}

/// <summary>
/// What a revision does to one item: <paramref name="Before"/> is null where it is new, <paramref name="After"/> where it is removed.
/// </summary>
public sealed record ItemChange(Item? Before, Item? After)
{
    /// <summary>The item's id, the same before and after.</summary>
    public string Id => (After ?? Before)!.RawId;

    public ItemKind Kind => Kinds.Of((After ?? Before)!).Number;

    /// <summary>Whether more changes than what sources have on it. Lists that were read anew count as changed.</summary>
    public bool IsOfItself => !Equals(Bare(Before), Bare(After));

    /// <summary>Whether what this source has on it changes: its framing, mentions, statements, roles, names, or a grade of it.</summary>
    public bool IsOf(SourceId source) => !Parts(Before, source).SequenceEqual(Parts(After, source));

    private static Item? Bare(Item? item) => item is null ? null : Kinds.Of(item).Bare(item);

    private static IEnumerable<object> Parts(Item? item, SourceId source) => item is null ? [] : Kinds.Of(item).PartsOf(item, source);
}

/// <summary>A framing with its claim.</summary>
public sealed record Told(Claim Claim, Framing Framing);

/// <summary>A mention with its event.</summary>
public sealed record Mentioned(Event Event, Mention Mention);

/// <summary>A statement with its actor.</summary>
public sealed record Said(Actor Actor, Statement Statement);
