using System.Collections.Frozen;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Actors;

/// <summary>What is left of a person where some sources are hidden.</summary>
public enum Presence
{
    /// <summary>Nothing is lost that the person has in all sources.</summary>
    Heard,

    /// <summary>Still given something to say, no longer in words of their own.</summary>
    Unquoted,

    /// <summary>Still named, no longer given anything to say.</summary>
    Silenced,

    /// <summary>In none of the sources shown.</summary>
    Gone,
}

/// <summary>
/// A person in one source: how often named in the author's prose, and apart in boilerplate; whether the source has the person say
/// anything (<paramref name="Speaks"/>), and in words of their own (<paramref name="Quoted"/>).
/// </summary>
public sealed record VoiceIn(Source Source, int Count, int Boilerplate, bool Speaks, bool Quoted);

/// <summary>A person in all the sources that know them, in writing order.</summary>
public sealed record Voice(Actor Actor, IReadOnlyList<VoiceIn> Sources)
{
    /// <summary>How often named in the authors' prose.</summary>
    public int Named { get; } = Sources.Sum(s => s.Count);

    public int Speaking { get; } = Sources.Count(s => s.Speaks);
    public int Quoting { get; } = Sources.Count(s => s.Quoted);

    /// <summary>The one source that knows this person, or null where none or several do.</summary>
    public Source? Only => Sources.Count == 1 ? Sources[0].Source : null;

    public VoiceIn? In(Source source) => Sources.FirstOrDefault(s => s.Source.Id == source.Id);

    /// <summary>The person as only the sources for which <paramref name="shown"/> holds know them: every count is theirs.</summary>
    public Voice Left(Func<Source, bool> shown) => new(Actor, [.. Sources.Where(s => shown(s.Source))]);

    /// <summary>
    /// The role that most of the sources give, of those for which <paramref name="shown"/> holds; null where none gives any.
    /// </summary>
    public Role? MostGivenRole(Func<Source, bool> shown) =>
        Actor
            .Roles.Where(r => Sources.Any(s => s.Source.Id == r.Source && shown(s.Source)))
            .GroupBy(r => r.Quotation.Exact)
            .MaxBy(g => g.Count())
            ?.First();

    /// <summary>What is left of the person in the sources for which <paramref name="shown"/> holds.</summary>
    public Presence Among(Func<Source, bool> shown)
    {
        bool known = Sources.Count == 0,
            speaks = Speaking == 0,
            quoted = Quoting == 0;
        foreach (var s in Sources)
        {
            if (!shown(s.Source))
                continue;
            known = true;
            speaks |= s.Speaks;
            quoted |= s.Quoted;
        }
        return !known ? Presence.Gone
            : !speaks ? Presence.Silenced
            : !quoted ? Presence.Unquoted
            : Presence.Heard;
    }
}

/// <summary>Who is in which source, worked out once for each snapshot of the casebook.</summary>
public sealed class Voices
{
    private static readonly Derived<Casebook, Voices> Known = new(c => new(c.Actors.Select(a => Of(c, a)), c.Sources));
    private readonly FrozenDictionary<ActorId, Voice> byId;

    private Voices(IEnumerable<Voice> voices, IEnumerable<Source> sources)
    {
        All = [.. voices];
        var coded = All.SelectMany(v => v.Sources).Select(s => s.Source.Id).ToHashSet();
        (Coded, NotCoded) = (coded.Count, coded.Count == 0 ? [] : [.. sources.Where(s => !coded.Contains(s.Id))]);
        InOneOnly = All.Count(v => v.Only is not null);
        byId = All.ToFrozenDictionary(v => v.Actor.Id);
    }

    /// <summary>In panel order.</summary>
    public IReadOnlyList<Voice> All { get; }

    /// <summary>How many sources know somebody.</summary>
    public int Coded { get; }

    /// <summary>
    /// The sources in which nobody is coded, where others have somebody: that a person is not there says nothing. In writing order.
    /// </summary>
    public IReadOnlyList<Source> NotCoded { get; }

    /// <summary>Of which sources “one” is said: “source”, or “of the five sources coded”.</summary>
    public string Among => NotCoded.Count == 0 ? "source" : $"of the {Prose.Count(Coded, "source")} coded";

    /// <summary>Says so of them; empty where there are none.</summary>
    public string NotCodedYet =>
        NotCoded.Count == 0
            ? ""
            : $"No person is coded in {Prose.List([.. NotCoded.Select(s => s.Siglum)], 8)}: whom "
                + $"{(NotCoded.Count == 1 ? "this source names" : "these sources name")} is not known here, and counts for nothing.";

    /// <summary>How many people one source only knows.</summary>
    public int InOneOnly { get; }

    public Voice this[Actor actor] => byId[actor.Id];

    public static Voices Of(Casebook casebook) => Known.Of(casebook);

    /// <summary>
    /// The people whom the sources for which <paramref name="shown"/> holds still know, and what these sources alone know of them; who was
    /// in no source from the start stays.
    /// </summary>
    public Voices Left(Func<Source, bool> shown) =>
        new(All.Where(v => v.Among(shown) != Presence.Gone).Select(v => v.Left(shown)), NotCoded.Where(shown));

    private static Voice Of(Casebook casebook, Actor actor)
    {
        var names = actor.Names.ToLookup(n => n.Source);
        var said = actor.Statements.ToLookup(s => s.Source);
        var ids = names.Select(g => g.Key).Union(said.Select(g => g.Key)).Union(actor.Roles.Select(r => r.Source));
        return new(
            actor,
            [
                .. ids.OrderBy(casebook.Sources.PlaceOf)
                    .Select(id => new VoiceIn(
                        casebook.Sources[id],
                        names[id].Sum(n => n.Count),
                        names[id].Sum(n => n.Boilerplate),
                        said[id].Any(s => s.Mode != StatementMode.Mentioned),
                        said[id].Any(s => s.Mode == StatementMode.Direct)
                    )),
            ]
        );
    }
}
