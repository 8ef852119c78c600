namespace SummitDashboard.Domain;

/// <summary>The rules for a talk.</summary>
internal static class TalkRules
{
    /// <summary>Longest title or headline, in characters; longer ones cannot be read from the back row.</summary>
    public const int MaxHeadline = 160;

    /// <summary>Most seconds planned for one stop.</summary>
    public const int MaxSeconds = 3600;

    public static IEnumerable<Finding> Of(Talk talk)
    {
        if (talk.Slug == Talk.Improvised)
            yield return new(talk, $"the short name “{Talk.Improvised}” is kept for walks made on the spot; choose another.");
        if (talk.Title.Length > MaxHeadline)
            yield return new(talk, $"the title has {talk.Title.Length} characters; at most {MaxHeadline} fit on the stage.");
        if (talk.Stops.Count > Talk.MaxStops)
            yield return new(talk, $"has {talk.Stops.Count} stops; a talk has at most {Talk.MaxStops}.");
        foreach (var (stop, number) in talk.Stops.Select((s, i) => (s, i + 1)))
        {
            if (stop.Event is null == stop.Claim is null)
                yield return new(stop, $"stop {number} should name an event or a claim, one of the two.");
            if (stop.Headline.Length > MaxHeadline)
                yield return new(
                    stop,
                    $"the headline of stop {number} has {stop.Headline.Length} characters; at most {MaxHeadline} fit on the stage."
                );
            if (stop.Seconds is < 0 or > MaxSeconds)
                yield return new(stop, $"stop {number} is planned for {stop.Seconds} seconds; 0 to {MaxSeconds} can be.");
            if (stop.Guess is not null && stop.Sources.Count == 0)
                yield return new(stop, $"stop {number} has a guess and no source to be guessed; choose sources.");
            if (stop.Notes.Length > CodebookRules.MaxNote)
                yield return new(
                    stop,
                    $"the notes of stop {number} have {stop.Notes.Length:N0} characters; at most {CodebookRules.MaxNote:N0} are kept."
                );
        }
    }
}
