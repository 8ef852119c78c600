using System.Diagnostics;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// What one edit costs with the shipped casebook and with a large one, in the same run and in turn: the whole
/// <see cref="CasebookStore.Write"/>, to the disk, and the making of the next snapshot alone. Medians of <see cref="Rounds"/> after a tenth
/// as many thrown away.
/// </summary>
public sealed class WriteBenchmarks
{
    private const int Rounds = 400;

    private static readonly Dictionary<string, Func<Casebook, int, Edit>> Edits = new()
    {
        ["framing"] = (b, n) =>
            Cell(b, n) is var (claim, cell) ? new PutFraming(claim.Id, cell.Source, cell, cell with { Gloss = $"Reading {n}." }) : null!,
        ["claim’s head"] = (b, n) =>
            b.Claims[n % b.Claims.Count] is var claim ? new PutItem(claim, claim with { Note = $"Note {n}." }) : null!,
        // Of the article no more is quoted than before.
        ["mention"] = (b, n) =>
            Told(b, n) is var e
                ? new PutMention(
                    e.Id,
                    e.Mentions[0],
                    e.Mentions[0] with
                    {
                        Quotation = e.Mentions[0].Quotation with { Cites = new(null, $"Somebody {n}") },
                    }
                )
                : null!,
        ["grade"] = (b, n) =>
            new AddGrade(
                new()
                {
                    Id = new(Ids.New()),
                    Slug = "",
                    Source = b.Sources[n % b.Sources.Count].Id,
                    Mark = Admiralty.Letters[n % 6],
                    Rationale = "To measure.",
                    By = "",
                    At = default,
                }
            ),
    };

    [Theory(Explicit = true)]
    [InlineData(1_000, 2_000, 100_000, 10_000), InlineData(200, 200, 40_000, 1_000)]
    public async Task Edit_WithALargeCasebook_BesideTheShippedOne(int sources, int claims, int framings, int events)
    {
        using var shipped = new TestStore(pooling: true);
        using var large = new TestStore(new SyntheticCasebook(sources, claims, framings, events), pooling: true);
        (TestStore Test, string Person)[] both =
        [
            (shipped, shipped.Person("Ada", AccountRole.Editor)),
            (large, large.Person("Ada", AccountRole.Editor)),
        ];
        var table = new Table(
            "One edit, as a ratio to the shipped casebook’s",
            "edit",
            "shipped, ms",
            "p99, ms",
            $"{sources:N0} sources, {claims:N0} claims, {framings:N0} framings, {events:N0} events, ms",
            "p99, ms",
            "ratio (goal 1.5)",
            "snapshot alone: shipped, µs",
            "large, µs",
            "large, KB allocated"
        );
        foreach (var (name, edit) in Edits)
        {
            List<double>[] written =

                [
                    [],
                    [],
                ],
                made =

                [
                    [],
                    [],
                ];
            List<double> allocated = [];
            for (var n = -Rounds / 10; n < Rounds; n++)
            for (var which = 0; which < both.Length; which++)
            {
                var (test, person) = both[which];
                var asked = edit(test.Casebook, n + Rounds);
                Casebook was = test.Casebook,
                    now = was;
                var start = Stopwatch.GetTimestamp();
                var outcome = await test.Store.Write(asked, person);
                var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Assert.True(Assert.IsType<Outcome.Committed>(outcome).Changed);
                now = test.Casebook;
                var changes = test
                    .History.ChangesOf(now.Revision)
                    .Select(c => new ItemChange(was.Find(c.Kind, c.Id), now.Find(c.Kind, c.Id)))
                    .ToList();
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                start = Stopwatch.GetTimestamp();
                var again = was.With(now.Revision, changes);
                var making = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                if (which == 1 && n >= 0)
                    allocated.Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0);
                Assert.Equal(now.Revision, again.Revision);
                if (n < 0)
                    continue;
                written[which].Add(took);
                made[which].Add(making);
            }
            table.Row(
                name,
                Table.Median(written[0]),
                Table.Percentile(written[0], 0.99),
                Table.Median(written[1]),
                Table.Percentile(written[1], 0.99),
                Table.Median(written[1]) / Table.Median(written[0]),
                Table.Median(made[0]),
                Table.Median(made[1]),
                Table.Median(allocated)
            );
        }
        table.Print();
    }

    private static (Claim, Framing) Cell(Casebook b, int n)
    {
        var claims = b.Claims.Where(c => c.Framings.Any(f => f.Stance != Stance.Silent)).Take(20).ToList();
        var claim = claims[n % claims.Count];
        return (claim, claim.Framings.First(f => f.Stance != Stance.Silent));
    }

    private static Event Told(Casebook b, int n)
    {
        var told = b.Events.Where(e => e.Mentions.Count > 0).Take(20).ToList();
        return told[n % told.Count];
    }
}
