using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Ui;

/// <summary>What each stance's word means, in a sentence, and its sign for narrow places: shapes, so that colour is never needed.</summary>
public static class StanceLabels
{
    public static string Explain(string word) =>
        word switch
        {
            "asserts" => "States it in its own voice as fact",
            "attributes" => "States it as somebody’s word",
            "anticipates" => "States it as still to come",
            "hedges" => "States it with weakened certainty",
            "disputes" => "Argues against it, or reports a denial as weighty",
            "silent" => "Read whole; the claim is not made",
            "written before" => "Written before it happened, so it could not tell it",
            "cannot tell" => "Not made; whether it was written before it happened cannot be told",
            _ => "Nobody has coded this cell yet",
        };

    /// <summary>“31 assert, 4 hedge, 5 silent”.</summary>
    public static string Counted(StanceTally tally) =>
        string.Join(", ", tally.Counts.Select(c => $"{c.Count:N0} {(c.Count == 1 ? c.Word : Several(c.Word))}"));

    private static string Several(string word) =>
        word is "asserts" or "attributes" or "anticipates" or "hedges" or "disputes" ? word[..^1] : word;

    public static string Sign(string word) =>
        word switch
        {
            "asserts" => "■",
            "attributes" => "❝",
            "anticipates" => "▷",
            "hedges" => "≈",
            "disputes" => "✕",
            "silent" => "–",
            "written before" => "◁",
            "cannot tell" => "?",
            _ => "+",
        };
}
