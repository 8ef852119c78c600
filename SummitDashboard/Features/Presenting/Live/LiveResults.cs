using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>What an audience guessed, counted: a row for each wording and option. Nothing in it tells who.</summary>
public static partial class LiveResults
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    internal static IResult Csv(HttpContext context)
    {
        var (session, _) = WheelEndpoints.Of(context);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        // What begins like a formula would be one to a spreadsheet.
        using (var csv = new CsvWriter(text, Format))
        {
            foreach (var name in new[] { "stop", "headline", "question", "wording", "option", "guesses", "right" }) csv.WriteField(name);
            csv.NextRecord();
            foreach (var (stop, number) in session.Script.Stops.Select((s, i) => (s, i)))
                if (stop.Guess is { } guess)
                    for (var wording = 0; wording < guess.WordingsHtml.Count; wording++)
                    {
                        var counts = session.CountsOf(number, wording);
                        foreach (var option in guess.Options)
                        {
                            csv.WriteField(number + 1);
                            csv.WriteField(stop.Headline);
                            csv.WriteField(guess.Question);
                            csv.WriteField(Plain(guess.WordingsHtml[wording]));
                            csv.WriteField(option.Label);
                            csv.WriteField(counts.GetValueOrDefault(option.Key));
                            csv.WriteField(guess.Answers[wording] == option.Key ? "yes" : "no");
                            csv.NextRecord();
                        }
                    }
        }
        return Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", $"guesses-{session.Code}.csv");
    }

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(Tags().Replace(html.Replace("</blockquote>", " … ", StringComparison.Ordinal), "")).Trim(' ', '…', '\n');

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
