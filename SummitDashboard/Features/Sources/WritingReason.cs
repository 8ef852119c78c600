using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Sources;

/// <summary>Why a source is said to have been written before, during or after what the casebook is about, in a sentence.</summary>
public static class WritingReason
{
    public static string Of(Casebook casebook, Source source)
    {
        if (source.Written is not { } written)
            return "Nothing in the casebook says when it was written.";
        var time = source.AgainstVisit(casebook);
        if (time == WritingTime.CannotTell && casebook.Head.Visit is null)
            return "The casebook does not say its days yet.";
        var visit = $"the days that the casebook unfolds ({Labels.Of(casebook.Head.Visit)})";
        var byDays = (source with { Written = written with { Before = null, After = null } }).AgainstVisit(casebook);
        if (time != WritingTime.CannotTell && time == byDays)
            return time == WritingTime.During
                ? $"Every day it may be of lies within {visit}."
                : $"Every day it may be of lies {Labels.Of(time)} {visit}.";
        if (time == WritingTime.Before && casebook.Events.TryGet(written.Before, out var toCome))
            return $"Its own words treat “{toCome.Label}” as still to come.";
        if (time == WritingTime.After && casebook.Events.TryGet(written.After, out var past))
            return $"Its own words treat “{past.Label}” as past.";
        return $"The days it may be of and {visit} overlap, and neither its words nor its date decide it.";
    }
}
