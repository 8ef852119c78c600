using System.Text.Json;
using System.Text.Json.Nodes;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Presenting;

/// <summary>
/// A talk as TimelineJS 3 reads it: a title slide, which also holds what has no date, and a slide for each stop that has one, with its
/// number: TimelineJS sorts by date (<see cref="TimelineOrder"/>). Its text fields take HTML, so everything is encoded. Dates are the
/// earliest and latest day; how they are known stands in <c>display_date</c>.
/// </summary>
public static class TimelineJson
{
    /// <summary>UTF-8 JSON.</summary>
    public static byte[] Of(Casebook casebook, Talk talk)
    {
        var slides = new JsonArray();
        var undated = new List<string>();
        foreach (var (stop, number) in talk.Stops.Select((s, i) => (s, i + 1)))
        {
            if (TalkTrack.EventOf(casebook, stop) is not { Date: { } date } happening || TimelineOrder.FirstDay(happening) is not { } first)
            {
                undated.Add($"<li>Stop {number}, {Encode(stop.Headline)}: {Text(casebook, stop)}</li>");
                continue;
            }
            var slide = new JsonObject
            {
                ["unique_id"] = $"stop-{number}",
                ["start_date"] = Day(first),
                ["display_date"] = Labels.Of(date),
                ["group"] = casebook.Head.Phases[happening.Phase],
                ["text"] = new JsonObject
                {
                    ["headline"] = Encode(stop.Headline),
                    ["text"] = Text(casebook, stop) + $"<p>Stop {number} of {talk.Stops.Count}</p>",
                },
            };
            if (date.LatestDay is { } last && last != first)
                slide["end_date"] = Day(last);
            slides.Add(slide);
        }
        var all = new JsonObject
        {
            ["title"] = new JsonObject
            {
                ["unique_id"] = "title",
                ["text"] = new JsonObject
                {
                    ["headline"] = Encode(talk.Title),
                    ["text"] =
                        $"<p>{Encode(talk.Lede)}</p>{Note(TimelineOrder.Of(casebook, talk))}"
                        + $"{(undated.Count == 0 ? "" : $"<p>Without a date:</p><ul>{string.Concat(undated)}</ul>")}",
                },
            },
            ["events"] = slides,
            ["eras"] = Eras(casebook),
        };
        return JsonSerializer.SerializeToUtf8Bytes(all, JsonSerializerOptions.Web);
    }

    // Who opens the timeline is told what is no longer as in the talk.
    private static string Note(TimelineOrder order) => order.InWords is { Length: > 0 } words ? $"<p>{Encode(words)}</p>" : "";

    private static string Text(Casebook casebook, Stop stop) =>
        string.Concat(
            stop.Sources.Select(id => StopTelling.Of(casebook, stop, casebook.Sources[id]))
                .Select(words =>
                    $"<p>{string.Join(" … ", words.Quotations.Select(q => Quoted(q, words.Source)))}"
                    + $"{(words.Quotations.Count == 0 ? Encode(words.Nothing) : "")} <b>{Encode(words.Source.Name)}</b>"
                    + $"{(words.How.Length > 0 ? ", " + Encode(words.How) : "")}</p>"
                )
        );

    private static string Quoted(Quotation quotation, Source source) =>
        $"<span translate=\"no\" lang=\"{Encode(source.Language?.Value ?? "")}\" dir=\"{WritingDirection.Of(source.Language?.Value)}\">"
        + $"{Encode(QuotationMarks.Around(quotation.Exact))}</span>"
        + (quotation.Translation is { } t ? $" ({Encode(QuotationMarks.Around(t.Text))}, {Encode(TranslationLabels.Of(t))})" : "");

    private static JsonArray Eras(Casebook casebook) =>
        casebook.Head.Visit is { EarliestDay: { } first, LatestDay: { } last }
            ?
            [
                new JsonObject
                {
                    ["start_date"] = Day(first),
                    ["end_date"] = Day(last),
                    ["text"] = new JsonObject { ["headline"] = Encode(casebook.Head.Phases[Phase.Visit]) },
                },
            ]
            : [];

    private static JsonObject Day(long number)
    {
        var day = CalendarDay.FromNumber(number);
        return new()
        {
            ["year"] = day.Year,
            ["month"] = day.Month,
            ["day"] = day.Day,
        };
    }

    private static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);
}
