using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Tests.Support;

/// <summary>One address of every kind of page, for checks that hold everywhere.</summary>
public static class PageList
{
    public const string Missing = "/no-such-page";

    public static IEnumerable<string> Of(Casebook casebook) =>
        [
            Urls.Overview,
            Urls.Timeline,
            Urls.Event(casebook.Events[casebook.Events.Count / 2]),
            Urls.With(Urls.Timeline, ("view", "list")),
            Urls.Claims,
            Urls.With(Urls.Claims, ("view", "matrix")),
            Urls.Claim(casebook.Claims[0]),
            Urls.Claim(casebook.Claims[^1]),
            Urls.Actors,
            Urls.Actor(casebook.Actors[^1]),
            Urls.Sources,
            Urls.Source(casebook.Sources[0]),
            Urls.Reader(casebook.Sources[1]),
            Urls.Tables,
            Urls.With(Urls.CitationTable, ("in", casebook.Sources[0].Siglum)),
            Urls.With(Urls.WordTable, ("kind", "loaded"), ("in", casebook.Sources[0].Siglum)),
            Urls.SilenceTable,
            Urls.With(Urls.SimilarityTable, ("in", casebook.Sources[0].Siglum), ("of", casebook.Sources[1].Siglum)),
            Urls.Help,
            Urls.Talks,
            .. casebook.Talks.Take(1).Select(Urls.Talk),
            Missing,
        ];
}
