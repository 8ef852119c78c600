using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// From the saving of an edit to its being seen by others: <see cref="Readers"/> open pages of the claim that is edited, each a circuit and
/// a tab of its own in one Chromium. A tab counts when its document holds the new words, seen by an observer inside the page.
/// </summary>
public sealed class LiveBenchmarks(Browser browser)
{
    private const int Readers = 50;
    private const int Saves = 40;

    [Fact(Explicit = true)]
    public async Task Save_WithFiftyReaders_IsSeenByAll()
    {
        using var app = TestApp.With();
        var store = app.Services.GetRequiredService<CasebookStore>();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var claim = app.Casebook.Claims[0];
        await using var context = await browser.Context();
        var pages = new List<IPage>();
        for (var n = 0; n < Readers; n++)
        {
            var page = await context.NewPageAsync();
            await page.OpenLive(app.Address + Urls.Claim(claim));
            await page.EvaluateAsync(
                """
                window.seen = {}, window.told = {};
                window.whenSeen = mark => new Promise(done => window.seen[mark] ? done(window.seen[mark]) : window.told[mark] = done);
                new MutationObserver(() => {
                  const now = performance.timeOrigin + performance.now(), text = document.querySelector("main").textContent;
                  const found = /Saved-(\d+)-/.exec(text);
                  if (!found) return;
                  window.seen[found[1]] ??= now;
                  window.told[found[1]]?.(window.seen[found[1]]);
                }).observe(document.body, { subtree: true, childList: true, characterData: true });
                """
            );
            pages.Add(page);
        }

        List<double> first = [],
            all = [],
            every = [],
            write = [];
        for (var n = -5; n < Saves; n++)
        {
            claim = store.Current.Claims[claim.Id];
            var mark = n + 100;
            var start = DateTimeOffset.UtcNow;
            var clock = Stopwatch.GetTimestamp();
            Assert.IsType<Outcome.Committed>(
                await store.Write(new PutItem(claim, claim with { Statement = $"Saved-{mark}- statement." }), ada)
            );
            var took = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
            var seen = new List<double>();
            foreach (var page in pages)
                seen.Add(
                    await page.EvaluateAsync<double>("mark => window.whenSeen(mark)", mark)
                        - (start - DateTimeOffset.UnixEpoch).TotalMilliseconds
                );
            if (n < 0)
                continue;
            write.Add(took);
            first.Add(seen.Min());
            all.Add(seen.Max());
            every.AddRange(seen);
        }
        var table = new Table(
            $"From save to seen, {Readers} readers of the claim edited, {Saves} saves",
            "measure",
            "median, ms",
            "p99, ms"
        );
        foreach (
            var (name, times) in new[]
            {
                ("the save answers", write),
                ("the first reader sees it", first),
                ("any reader sees it", every),
                ("the last reader sees it", all),
            }
        )
            table.Row(name, Table.Median(times), Table.Percentile(times, 0.99));
        table.Print();
    }
}
