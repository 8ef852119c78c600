using System.Net;
using System.Text;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// What an audience sees of a session, as HTML: of the talk only what is revealed, never notes, and of a guess never the answers before.
/// </summary>
public static class LiveView
{
    /// <summary>So many options have a button each; more are chosen from a list, which a phone shows whole.</summary>
    public const int MostButtons = 6;

    /// <summary>The stop as it stands.</summary>
    /// <param name="mine">What this device guessed for a wording; null where it is not known.</param>
    public static string Html(LiveSession session, LiveState state, Func<int, string?>? mine = null)
    {
        var stop = session.Script.Stops[state.Stop];
        var html = new StringBuilder("<div class=\"head\">").Append(stop.HeadHtml).Append("</div>");
        if (stop.Guess is { } guess && state.Shown == 0)
            Ask(html, session, state, guess, mine);
        else
            Tell(html, session, state, stop);
        return html.ToString();
    }

    private static void Ask(StringBuilder html, LiveSession session, LiveState state, ScriptGuess guess, Func<int, string?>? mine)
    {
        html.Append("<p class=\"ask\">").Append(Encode(guess.Question)).Append("</p><ol class=\"guesses\">");
        for (var i = 0; i < guess.WordingsHtml.Count; i++)
        {
            html.Append(
                    $"<li id=\"w{i}\"><form method=\"post\" action=\"{SummitDashboard.Reading.Urls.Guess(session.Code)}\" "
                        + $"data-guess><p class=\"letter\">{(char)('A' + i % 26)}</p>"
                )
                .Append(guess.WordingsHtml[i])
                .Append(
                    $"<input type=\"hidden\" name=\"stop\" value=\"{state.Stop}\"><input type=\"hidden\" name=\"wording\" "
                        + $"value=\"{i}\"><div class=\"options\" role=\"group\" aria-label=\"{Encode(guess.Question)} "
                        + $"{(char)('A' + i % 26)}\">"
                );
            if (guess.Options.Count > MostButtons)
                Choose(html, guess, i, mine?.Invoke(i));
            else
                foreach (var option in guess.Options)
                    html.Append(
                        $"<button class=\"btn\" name=\"option\" value=\"{Encode(option.Key)}\" "
                            + $"aria-pressed=\"{(mine?.Invoke(i) == option.Key ? "true" : "false")}\">{Encode(option.Label)}</button>"
                    );
            html.Append("</div></form></li>");
        }
        html.Append("</ol>");
    }

    private static void Choose(StringBuilder html, ScriptGuess guess, int wording, string? mine)
    {
        html.Append($"<select name=\"option\" required aria-label=\"{Encode(guess.Question)} {(char)('A' + wording % 26)}\">")
            .Append("<option value=\"\">Choose…</option>");
        foreach (var option in guess.Options)
            html.Append($"<option value=\"{Encode(option.Key)}\"{(mine == option.Key ? " selected" : "")}>")
                .Append($"{Encode(option.Label)}</option>");
        html.Append($"</select><button class=\"btn\" aria-pressed=\"{(mine is null ? "false" : "true")}\">Guess</button>");
    }

    private static void Tell(StringBuilder html, LiveSession session, LiveState state, ScriptStop stop)
    {
        html.Append("<ol class=\"says\">");
        for (var i = 0; i < state.Shown; i++)
        {
            html.Append("<li class=\"say\">").Append(stop.RevealsHtml[i]);
            if (stop.Guess is { } guess && guess.Places.ToList().IndexOf(i) is var wording and >= 0)
            {
                var counts = session.Guesses.Counts(state.Stop, wording);
                if (counts.Values.Sum() is var all and > 0)
                    html.Append(
                        $"<p class=\"tally\" data-stop=\"{state.Stop}\" data-wording=\"{wording}\" "
                            + $"data-answer=\"{Encode(guess.Answers[wording])}\">{counts.GetValueOrDefault(guess.Answers[wording])} of "
                            + $"{all} guessed it</p>"
                    );
            }
            html.Append("</li>");
        }
        html.Append("</ol>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
