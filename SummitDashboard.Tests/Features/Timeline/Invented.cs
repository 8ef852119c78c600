using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Timeline;

/// <summary>Casebooks with as many events as a test wants, under the shipped casebook's head and sources.</summary>
internal static class Invented
{
    public static Casebook Casebook(int events, int sources = 5)
    {
        var head = Repo.Casebook.Head;
        var model = Repo.Casebook.Sources[0];
        var witnesses = Enumerable
            .Range(0, sources)
            .Select(i =>
                model with
                {
                    Id = new($"s{i}"),
                    Slug = $"s{i}",
                    Siglum = $"S{i}",
                    Name = $"Source {i}",
                    Order = i,
                    Written = null,
                }
            )
            .ToList();
        var random = new Random(1);
        return new(1, head, witnesses, [], Enumerable.Range(0, events).Select(i => Event(i, random, witnesses)), []);
    }

    private static Event Event(int i, Random random, IReadOnlyList<Source> sources)
    {
        var phase = (Phase)random.Next(4);
        return new()
        {
            Id = new($"e{i}"),
            Slug = $"e{i}",
            Label = $"Invented event number {i}",
            Phase = phase,
            Order = i,
            Date =
                random.Next(3) == 0
                    ? null
                    : Edtf.Parse(
                        phase switch
                        {
                            Phase.Background => $"{random.Next(1900, 2023)}",
                            Phase.Before => "2024-06-10",
                            Phase.Visit => "2024-06-18",
                            _ => $"2024-07-{random.Next(1, 29):00}",
                        }
                    ),
            Themes = [i % 2 == 0 ? "the-visit" : "the-trade"],
            Mentions =
            [
                .. sources
                    .Where(_ => random.Next(3) == 0)
                    .Select(s => new Mention(s.Id, (MentionMode)random.Next(4), new() { Exact = "words", Paragraph = 1 }, null)),
            ],
        };
    }
}
