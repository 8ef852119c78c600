using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What is stored is text wherever it is shown, in real browsers.</summary>
public sealed class StoredTextBrowserTests(Browser browser)
{
    [Fact]
    public async Task StoredText_FromTheUsualLists_NeverRuns()
    {
        string[] hostile =
        [
            "<script>pwned()</script>",
            "<img src=x onerror=pwned()>",
            "\"><svg onload=pwned()>",
            "javascript:pwned()",
            "[x](javascript:pwned())",
            "<iframe srcdoc='<script>parent.pwned()</script>'>",
            "</textarea><script>pwned()</script>",
            "{{constructor.constructor('pwned()')()}}",
            "<a href=\"data:text/html,<script>pwned()</script>\">x</a>",
            "![x](x\" onerror=\"pwned())",
            "<style>@import 'javascript:pwned()'</style>",
        ];
        using var app = TestApp.With();
        var ada = await app.Person("Ada", AccountRole.Editor, "Ada <img src=x onerror=pwned()>");
        var store = app.Services.GetRequiredService<CasebookStore>();
        var all = string.Join('\n', hostile);
        var line = string.Join(' ', hostile)[..300]; // as long as a title may be
        var book = app.Casebook;
        var (claim, actor, happening, source) = (book.Claims[0], book.Actors[0], book.Events[0], book.Sources[0]);
        foreach (
            var edit in new Edit[]
            {
                new PutItem(book.Head, book.Head with { Title = hostile[0], Headline = hostile[1], Lede = all }),
                new PutItem(claim, claim with { Question = line, Statement = all, Note = all }),
                new PutItem(actor, actor with { Name = line, Note = all }),
                new PutItem(happening, happening with { Label = line, Note = all }),
                new PutItem(source, source with { Name = line, Note = all, Byline = new(all, Basis.Inferred, 1, hostile[1], all) }),
                new AddGrade(
                    new()
                    {
                        Id = new("aaaaaaaaaaaa"),
                        Slug = "aaaaaaaaaaaa",
                        Source = source.Id,
                        Mark = "B",
                        Rationale = all,
                        Evidence = ["https://example.org/\"onmouseover=pwned()"],
                        By = "",
                        At = default,
                        Checklist = [new(CheckItem.Byline, CheckAnswer.No, all)],
                    }
                ),
            }
        )
            Assert.IsType<Outcome.Committed>(await store.Write(edit, ada, all));

        var (page, _) = await browser.Page();
        var ran = false;
        await page.ExposeFunctionAsync("pwned", () => ran = true);
        await page.SignIn(app, "Ada");
        book = app.Casebook;
        foreach (
            var url in PageList
                .Of(book)
                .Where(path => path != PageList.Missing)
                .Concat([
                    Urls.Claim(book.Claims[claim.Id]),
                    Urls.Actor(book.Actors[actor.Id]),
                    Urls.Event(book.Events[happening.Id]),
                    Urls.Source(book.Sources[source.Id]),
                    Urls.Code(book.Claims[claim.Id], book.Sources[source.Id]),
                    Urls.Edit(book.Claims[claim.Id]),
                    Urls.Edit(book.Sources[source.Id]),
                    Urls.Edit(book.Head),
                    Urls.Reliability,
                    Urls.Grade(book.Sources[source.Id]),
                    Urls.History,
                    .. Enumerable.Range(2, 6).Select(n => Urls.Revision(n)),
                    Urls.With(Urls.History, ("since", "1")),
                ])
        )
        {
            await page.OpenLive(app.Address + url);
            await page.TwoFrames();
            Assert.False(ran, url);
        }
        await page.Context.CloseAsync();
    }
}
