using System.Text;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>What an audience guessed, counted: a row for each wording and option. Nothing in it tells who.</summary>
public static class LiveResults
{
    internal static IResult Csv(HttpContext context)
    {
        var (session, _) = WheelEndpoints.Of(context);
        if (CsvFile.Asked(context.Request.Query["for"], out var problem) is not { } file)
            return Results.Text(problem, "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest);
        var bytes = file.Write(csv =>
        {
            foreach (var name in new[] { "stop", "headline", "question", "wording", "option", "guesses", "right" })
                csv.WriteField(name);
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
                            csv.WriteField(guess.Wordings.ElementAtOrDefault(wording) ?? guess.WordingsHtml[wording]);
                            csv.WriteField(option.Label);
                            csv.WriteField(counts.GetValueOrDefault(option.Key));
                            csv.WriteField(guess.Answers[wording] == option.Key ? "yes" : "no");
                            csv.NextRecord();
                        }
                    }
        });
        return Results.File(bytes, "text/csv; charset=utf-8", file.Name($"guesses-{session.Code}"));
    }
}
