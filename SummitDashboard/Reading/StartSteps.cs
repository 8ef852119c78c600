using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>One step of a new casebook.</summary>
/// <param name="Key">What it is called where it is kept that somebody put it off.</param>
/// <param name="Words">What is done, as an order.</param>
/// <param name="Why">What it is for.</param>
/// <param name="Url">Where it is done.</param>
public sealed record StartStep(string Key, string Words, string Why, string Url, bool IsDone);

/// <summary>
/// From an empty casebook to its first coded cell: what has been done, and what comes next. Each step can be skipped; a casebook with a
/// cell, of which somebody has said what it is about, is no longer at its beginning.
/// </summary>
public static class StartSteps
{
    public static bool IsAtItsBeginning(Casebook casebook) => !HasCell(casebook) || !HasHead(casebook);

    /// <summary>Whether any cell is coded.</summary>
    public static bool HasCell(Casebook casebook) => casebook.Claims.Any(c => c.Framings.Count > 0);

    private static bool HasHead(Casebook casebook) => casebook.Head.Lede != NewHead.Lede;

    /// <summary>The steps in order. That of coding leads to a cell once there is one, and to what it lacks until then.</summary>
    public static IReadOnlyList<StartStep> Of(Casebook casebook) =>
        [
            new("article", "Add the first article", "Drop its file, or paste its text.", Urls.Imports, casebook.Sources.Count > 0),
            new("second", "Add a second one", "A casebook compares: it needs two sources.", Urls.Imports, casebook.Sources.Count > 1),
            new(
                "event",
                "Add the first event",
                "What happened, and when: the timeline shows it.",
                Urls.New(ItemKind.Event),
                casebook.Events.Count > 0
            ),
            new(
                "claim",
                "Write the first claim",
                "A question that the sources answer, each in its way.",
                Urls.New(ItemKind.Claim),
                casebook.Claims.Count > 0
            ),
            new(
                "cell",
                "Code the first cell",
                "How one source puts one claim, with its words.",
                casebook is { Claims: [var claim, ..], Sources: [var source, ..] } ? Urls.Code(claim, source)
                    : casebook.Sources.Count == 0 ? Urls.Imports
                    : Urls.New(ItemKind.Claim),
                HasCell(casebook)
            ),
            new(
                "about",
                "Say what it is about",
                "Its title page: a sentence, the days of the event, themes.",
                Urls.Edit(casebook.Head),
                HasHead(casebook)
            ),
        ];
}
