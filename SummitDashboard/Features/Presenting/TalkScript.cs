namespace SummitDashboard.Features.Presenting;

/// <summary>
/// Everything that may be shown of a talk, ready-made from one snapshot of the casebook: the stage, the desk, the exports and a live
/// session all show the same HTML, which goes on when the server is gone. Every string named “Html” is safe to insert as it is.
/// </summary>
/// <param name="TalkId">Id of the talk; null where it is improvised.</param>
/// <param name="Slug">The talk's slug, or <see cref="Domain.Talk.Improvised"/>.</param>
/// <param name="Revision">The casebook's revision that it was made of.</param>
public sealed record TalkScript(
    string? TalkId,
    string Slug,
    string Title,
    string Lede,
    string Casebook,
    long Revision,
    IReadOnlyList<ScriptStop> Stops
)
{
    /// <summary>The timeline in small, the same on every stop.</summary>
    public TalkTrack Track { get; init; } = TalkTrack.None;

    /// <summary>The plan for the whole talk, in seconds.</summary>
    public int Seconds => Stops.Sum(s => s.Seconds);

    /// <summary>The script for somebody who may not read the notes: where there are some, it says whose they are.</summary>
    public TalkScript WithoutNotes(string whose) =>
        this with
        {
            Stops =
            [
                .. Stops.Select(s =>
                    s.NotesHtml.Length == 0 ? s : s with { NotesHtml = $"<p class=\"muted\">There are notes for this stop; {whose}.</p>" }
                ),
            ],
        };

    /// <summary>True where a talk has this stop (from 0) with as many sources revealed.</summary>
    public bool Has(int stop, int shown) => stop >= 0 && stop < Stops.Count && shown >= 0 && shown <= Stops[stop].RevealsHtml.Count;
}

/// <summary>One stop, ready to be shown.</summary>
/// <param name="Headline">Plain text.</param>
/// <param name="HeadHtml">Date, headline and what the stop is about: all that is seen before the first source is revealed.</param>
/// <param name="RevealsHtml">One source's words each, with its name and how it tells them.</param>
/// <param name="NotesHtml">For the presenter only.</param>
/// <param name="Seconds">The plan.</param>
/// <param name="Place">Where on the small timeline it stands: 0 (left) to 1; null for what has no date.</param>
/// <param name="Guess">What is guessed before the first source is revealed.</param>
public sealed record ScriptStop(
    string Headline,
    string HeadHtml,
    IReadOnlyList<string> RevealsHtml,
    string NotesHtml,
    int Seconds,
    double? Place,
    ScriptGuess? Guess
);

/// <summary>A guess: wordings without their sources, and what may be chosen for each.</summary>
/// <param name="Question">“Who wrote this?” or “How certain is the source?”</param>
/// <param name="WordingsHtml">In the order in which they are shown.</param>
/// <param name="Options">The same for every wording.</param>
/// <param name="Places">For each wording, the place among the stop's reveals at which its source is revealed.</param>
/// <param name="Answers">The key of the right option for each wording. Never sent to an audience before the first source is
/// revealed.</param>
public sealed record ScriptGuess(
    string Question,
    IReadOnlyList<string> WordingsHtml,
    IReadOnlyList<GuessOption> Options,
    IReadOnlyList<int> Places,
    IReadOnlyList<string> Answers
)
{
    /// <summary>The same wordings as plain text, for tables; empty in a session that was begun before they were kept.</summary>
    public IReadOnlyList<string> Wordings { get; init; } = [];
}

/// <summary>Something that may be guessed: a short key (<c>Br</c>, <c>asserts</c>) and its words.</summary>
public sealed record GuessOption(string Key, string Label);
