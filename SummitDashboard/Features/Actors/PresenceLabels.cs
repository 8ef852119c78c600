using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;

namespace SummitDashboard.Features.Actors;

/// <summary>What is lost where sources are taken away, in words.</summary>
public static class PresenceLabels
{
    /// <summary>“gone: only Tu names this person”; null where nothing is lost.</summary>
    public static string? Of(Voice voice, Presence presence) =>
        presence switch
        {
            Presence.Gone when voice.Only is { } only => $"gone: only {Prose.Name(only.Siglum)} names this person",
            Presence.Gone => $"gone: named only in {Sigla(voice.Sources)}",
            Presence.Silenced => $"no longer speaks: has a say only in {Sigla(voice.Sources.Where(s => s.Speaks))}",
            Presence.Unquoted => $"no longer quoted: own words only in {Sigla(voice.Sources.Where(s => s.Quoted))}",
            _ => null,
        };

    /// <summary>The word for one group of people in a sentence: “are gone”, “no longer speak”.</summary>
    public static string Verb(Presence presence, int people) =>
        (presence, people) switch
        {
            (Presence.Gone, 1) => "is gone",
            (Presence.Gone, _) => "are gone",
            (Presence.Silenced, 1) => "no longer speaks",
            (Presence.Silenced, _) => "no longer speak",
            (_, 1) => "is no longer quoted",
            _ => "are no longer quoted",
        };

    /// <summary>
    /// “only in Tu, spelt Wonsik”, “spelt Jong-un in Br”, of the sources <paramref name="left"/> of a person; empty where there is nothing
    /// to tell. Where sources are taken away (<paramref name="hides"/>) “only” is said of those left in.
    /// </summary>
    public static string Note(Casebook casebook, Voice left, bool hides)
    {
        var spelt = Respelling
            .Of(left.Actor)
            .Select(s =>
                (
                    s.Word,
                    Sigla: s.Sources.Where(id => left.In(casebook.Sources[id]) is not null)
                        .Select(id => casebook.Sources[id].Siglum)
                        .ToList()
                )
            )
            .Where(s => s.Sigla.Count > 0);
        return left.Only is { } only
            ? $"only in {Prose.Name(only.Siglum)}{(hides ? " of those left in" : "")}"
                + string.Concat(spelt.Select(s => $", spelt {Prose.Name(s.Word)}"))
            : string.Join(", ", spelt.Take(3).Select(s => $"spelt {Prose.Name(s.Word)} in {Prose.List(s.Sigla, 4)}"));
    }

    private static string Sigla(IEnumerable<VoiceIn> sources) => Prose.List([.. sources.Select(s => s.Source.Siglum)], 4);
}

/// <summary>Who loses what where only some sources are left in; groups in the order gone, silenced, no longer quoted.</summary>
public sealed record Loss(IReadOnlyList<Voice> Gone, IReadOnlyList<Voice> Silenced, IReadOnlyList<Voice> Unquoted)
{
    public bool IsNone => Gone.Count + Silenced.Count + Unquoted.Count == 0;

    public static Loss Where(Voices voices, Func<Source, bool> keeps)
    {
        var groups = voices.All.ToLookup(v => v.Among(keeps));
        return new([.. groups[Presence.Gone]], [.. groups[Presence.Silenced]], [.. groups[Presence.Unquoted]]);
    }

    /// <summary>
    /// One sentence: “John Kirby is gone; Kim Jong Un no longer speaks”. Without a full stop; “nobody is lost” where none is.
    /// </summary>
    public string Sentence()
    {
        if (IsNone)
            return "nobody is lost";
        (IReadOnlyList<Voice> People, Presence What)[] groups =
        [
            (Gone, Presence.Gone),
            (Silenced, Presence.Silenced),
            (Unquoted, Presence.Unquoted),
        ];
        return string.Join(
            "; ",
            groups
                .Where(g => g.People.Count > 0)
                .Select(g => $"{Prose.List([.. g.People.Select(v => v.Actor.Name)])} {PresenceLabels.Verb(g.What, g.People.Count)}")
        );
    }
}
