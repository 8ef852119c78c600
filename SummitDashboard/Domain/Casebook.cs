using System.Collections.Frozen;

namespace SummitDashboard.Domain;

/// <summary>
/// Everything coded about one event, as one immutable snapshot: the items by id and slug, in the orders in which they are shown,
/// and the reverse look-ups that pages need. Reading it never blocks and never changes it.
/// </summary>
public sealed class Casebook
{
    /// <summary>Builds the snapshot of revision <paramref name="revision"/>. Every id that an item refers to must be among the items.</summary>
    public Casebook(long revision, CasebookHead head, IEnumerable<Source> sources, IEnumerable<Actor> actors, IEnumerable<Event> events, IEnumerable<Claim> claims)
    {
        Revision = revision;
        Head = head;
        Sources = new([.. sources.OrderBy(s => s.Order).ThenBy(s => s.Siglum, StringComparer.Ordinal)]);
        Actors = new([.. actors.OrderBy(a => a.Order).ThenBy(a => a.Slug, StringComparer.Ordinal)]);
        Events = new([.. events.OrderBy(e => e, EventOrder.Instance)]);
        Claims = new([.. claims.OrderBy(c => c.Order).ThenBy(c => c.Slug, StringComparer.Ordinal)]);

        EventColumns = new EventColumns(this);
        FramingsBySource = Claims.SelectMany(c => c.Framings, (c, f) => new Told(c, f)).ToLookup(t => t.Framing.Source);
        MentionsBySource = Events.SelectMany(e => e.Mentions, (e, m) => new Mentioned(e, m)).ToLookup(m => m.Mention.Source);
        EventsByActor = Events.SelectMany(e => e.Actors, (e, a) => (a, e)).ToLookup(p => p.a, p => p.e);
        EventsByClaim = Events.SelectMany(e => e.Claims, (e, c) => (c, e)).ToLookup(p => p.c, p => p.e);
        StatementsByClaim = Actors.SelectMany(a => a.Statements, (a, s) => (a, s))
            .SelectMany(p => p.s.Claims, (p, c) => (c, Said: new Said(p.a, p.s))).ToLookup(p => p.c, p => p.Said);
        Contested = Claims.ToFrozenDictionary(c => c.Id, c => Contestedness.Of(this, c));
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

    /// <summary>The events as columns and bit sets, for the timeline.</summary>
    public EventColumns EventColumns { get; }

    public ILookup<string, Told> FramingsBySource { get; }
    public ILookup<string, Mentioned> MentionsBySource { get; }
    public ILookup<string, Event> EventsByActor { get; }
    public ILookup<string, Event> EventsByClaim { get; }
    public ILookup<string, Said> StatementsByClaim { get; }

    /// <summary>How contested each claim is among all sources, by the claim's id.</summary>
    public FrozenDictionary<string, Contestedness> Contested { get; }

    /// <summary>The label of a theme; the key itself where the casebook names none.</summary>
    public string ThemeLabel(string key) => Head.Themes.FirstOrDefault(t => t.Key == key)?.Label ?? key;

    /// <summary>The words for who is cited: a person's name, or what the coder wrote.</summary>
    public string NameOf(Cited cited) => cited.Actor is { } id ? Actors[id].Name : cited.Other ?? "";
}

/// <summary>A framing with its claim.</summary>
public sealed record Told(Claim Claim, Framing Framing);

/// <summary>A mention with its event.</summary>
public sealed record Mentioned(Event Event, Mention Mention);

/// <summary>A statement with its actor.</summary>
public sealed record Said(Actor Actor, Statement Statement);
