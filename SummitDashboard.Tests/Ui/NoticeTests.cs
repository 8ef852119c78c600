using System.Security.Claims;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Features.Actors;
using SummitDashboard.Features.Claims;
using SummitDashboard.Features.Editing;
using SummitDashboard.Features.Help;
using SummitDashboard.Features.Overview;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Reliability;
using SummitDashboard.Features.Sources;
using SummitDashboard.Features.Tables;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Tests.Data.Casebooks.Edits;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Ui;

/// <summary>Open pages and the notice of a new revision: none goes stale, and one that does not show what changed does nothing.</summary>
public sealed partial class NoticeTests : IAsyncLifetime
{
    private readonly TestApp app = TestApp.With();
    private readonly List<BunitContext> open = [];
    private string ada = "";

    private CasebookStore Store => app.Services.GetRequiredService<CasebookStore>();

    public async ValueTask InitializeAsync()
    {
        ada = await app.Person("Ada", AccountRole.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in open)
            await context.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Pages_OpenWhileAnyKindOfEditIsSaved_AreAsIfOpenedAfterIt()
    {
        var pages = Pages().Select(open => (Page: open(), Again: open)).ToList();
        foreach (var kind in Sample.Names)
        {
            var done = Assert.IsType<Outcome.Committed>(await Store.Write(Sample.Of(kind, app.Casebook), ada));
            foreach (var (page, again) in pages)
            {
                var fresh = Text(again());
                await open[^1].DisposeAsync();
                open.RemoveAt(open.Count - 1);
                page.WaitForAssertion(
                    () =>
                        Assert.True(fresh == Text(page), $"{page.Instance.GetType().Name} after “{kind}”: {Difference(fresh, Text(page))}"),
                    TimeSpan.FromSeconds(20)
                );
            }
            Assert.IsType<Outcome.Committed>(await Store.Write(new Undo(done.Revision), ada));
        }
    }

    [Fact]
    public async Task Pages_ThatDoNotShowWhatChanges_AreNotDrawn()
    {
        var (one, other) = (app.Casebook.Sources[0], app.Casebook.Sources[1]);
        var claim = app.Casebook.Claims[0];
        var (talk, person) = (app.Casebook.Talks[0], app.Casebook.Actors[^1]);
        var telling = claim.Of(other.Id)!;
        Assert.True(app.Casebook.Claims.Count > 1);
        await Undrawn(
            new PutFraming(claim.Id, other.Id, telling, telling with { ReadBy = "another" }),
            Open<SourcePage>(Urls.Source(one), ("Slug", one.Slug)),
            Open<ReaderPage>(Urls.Reader(one), ("Slug", one.Slug)),
            Open<TalksPage>(Urls.Talks),
            Open<CodePage>(Urls.Code(app.Casebook.Claims[1], one), ("Slug", app.Casebook.Claims[1].Slug), ("SourceSlug", one.Slug)),
            Open<EditPage>(Urls.Edit(person), ("Kind", "actor"), ("Slug", person.Slug)) // without pickers, which draw themselves
        );
        await Undrawn(
            new PutItem(talk, talk with { Title = "Another" }),
            Open<OverviewPage>(Urls.Overview),
            Open<SourcesPage>(Urls.Sources),
            Open<ActorsPage>(Urls.Actors),
            Open<ReliabilityPage>(Urls.Reliability),
            Open<ReaderPage>(Urls.Reader(one), ("Slug", one.Slug))
        );
        await Undrawn(
            new AddGrade(Sample.Grade(other, "B")),
            Open<ReaderPage>(Urls.Reader(one), ("Slug", one.Slug)),
            Open<TalksPage>(Urls.Talks),
            Open<EditPage>(Urls.Edit(person), ("Kind", "actor"), ("Slug", person.Slug))
        );
    }

    [Fact]
    public async Task Reader_WhatAnotherSourceTells_ComesIntoItsMargin()
    {
        var (one, other) = (app.Casebook.Sources[0], app.Casebook.Sources[1]);
        var claim = app.Casebook.Claims.First(c =>
            c.Of(one.Id) is { Quotations.Count: > 0 } && c.Of(other.Id) is { Stance: not (Stance.Silent or Stance.Disputes) }
        );
        var telling = claim.Of(other.Id)!;
        var page = Open<ReaderPage>(Urls.Reader(one), ("Slug", one.Slug));
        var before = page.FindAll(".others .other").Count(o => o.TextContent.EndsWith("disputes", StringComparison.Ordinal));
        var done = Assert.IsType<Outcome.Committed>(
            await Store.Write(new PutFraming(claim.Id, other.Id, telling, telling with { Stance = Stance.Disputes }), ada)
        );
        page.WaitForAssertion(() =>
            Assert.True(page.FindAll(".others .other").Count(o => o.TextContent.EndsWith("disputes", StringComparison.Ordinal)) > before)
        );
        Assert.IsType<Outcome.Committed>(await Store.Write(new Undo(done.Revision), ada));
    }

    // A page that shows everything is drawn after the notice; the others were told before it.
    private async Task Undrawn(Edit edit, params IRenderedComponent<CasebookPage>[] pages)
    {
        var help = Open<HelpPage>(Urls.Help);
        var (before, helped) = (pages.Select(p => p.RenderCount).ToList(), help.RenderCount);
        Assert.IsType<Outcome.Committed>(await Store.Write(edit, ada));
        help.WaitForAssertion(() => Assert.True(help.RenderCount > helped));
        Assert.Equal(before, pages.Select(p => p.RenderCount));
    }

    private Func<IRenderedComponent<CasebookPage>>[] Pages()
    {
        var book = app.Casebook;
        var (source, claim, actor, talk, happening) = (book.Sources[0], book.Claims[^1], book.Actors[1], book.Talks[0], book.Events[^1]);
        return
        [
            () => Open<OverviewPage>(Urls.Overview),
            () => Open<TimelinePage>(Urls.Timeline),
            () => Open<TimelinePage>(Urls.Event(happening)),
            () => Open<ClaimsPage>(Urls.Claims),
            () => Open<ClaimPage>(Urls.Claim(claim), ("Slug", claim.Slug)),
            () => Open<ActorsPage>(Urls.Actors),
            () => Open<ActorsPage>(Urls.Actor(actor), ("Slug", actor.Slug)),
            () => Open<SourcesPage>(Urls.Sources),
            () => Open<SourcePage>(Urls.Source(book.Sources[1]), ("Slug", book.Sources[1].Slug)),
            () => Open<ReaderPage>(Urls.Reader(source), ("Slug", source.Slug)),
            () => Open<CitationsPage>(Urls.With(Urls.CitationTable, ("in", source.Siglum))),
            () => Open<WordsPage>(Urls.With(Urls.WordTable, ("in", source.Siglum))),
            () => Open<SilencePage>(Urls.SilenceTable),
            () => Open<SimilarityPage>(Urls.With(Urls.SimilarityTable, ("in", source.Siglum), ("of", book.Sources[1].Siglum))),
            () => Open<HelpPage>(Urls.Help),
            () => Open<TalksPage>(Urls.Talks),
            () => Open<TalkPage>(Urls.Talk(talk), ("Slug", talk.Slug)),
            () => Open<ReliabilityPage>(Urls.Reliability),
            () => Open<GradePage>(Urls.Grade(book.Sources[1]), ("Slug", book.Sources[1].Slug)),
            () => Open<CodePage>(Urls.Code(claim, source), ("Slug", claim.Slug), ("SourceSlug", source.Slug)),
            () => Open<EditPage>(Urls.Edit(happening), ("Kind", "event"), ("Slug", happening.Slug)),
        ];
    }

    private IRenderedComponent<CasebookPage> Open<T>(string url, params (string Name, object Value)[] parameters)
        where T : CasebookPage
    {
        var context = new BunitContext();
        open.Add(context);
        context.Services.AddFallbackServiceProvider(app.Services.CreateScope().ServiceProvider);
        context.Services.AddPageVisitor();
        context.Services.AddScoped<ProposalSwitch>();
        context.Services.AddScoped(own => new TextAccess(
            app.Services.GetRequiredService<AccessOptions>(),
            app.Services.GetRequiredService<TextLibrary>(),
            own.GetRequiredService<Visitor>()
        ));
        context.Services.AddMudServices();
        context
            .AddAuthorization()
            .SetAuthorized("Ada")
            .SetClaims(
                new System.Security.Claims.Claim(ClaimTypes.NameIdentifier, ada),
                new System.Security.Claims.Claim(Visitor.NameClaim, "Ada"),
                new System.Security.Claims.Claim(SummitDashboard.Data.Accounts.SignIn.RoleClaim, "editor")
            );
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Renderer.SetRendererInfo(new RendererInfo("Server", true));
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(url);
        var page = context.Render<T>(p =>
        {
            foreach (var (name, value) in parameters)
                p.TryAdd(name, value);
        });
        // What is worked out beside the page is part of it too.
        page.WaitForState(() => page.Markup.Length > 0 && !page.Markup.Contains("aria-busy=\"true\"", StringComparison.Ordinal));
        // A form is drawn once more when it knows of no draft.
        page.WaitForState(() => page.FindAll("form[data-draft]:not([data-ready])").Count == 0);
        return (IRenderedComponent<CasebookPage>)page;
    }

    private static string Difference(string a, string b)
    {
        var at = Math.Max(0, a.Zip(b).TakeWhile(p => p.First == p.Second).Count() - 60);
        return $"…{a[at..Math.Min(a.Length, at + 160)]}… in place of …{b[at..Math.Min(b.Length, at + 160)]}…";
    }

    // What a person sees: not the numbers of event handlers, ids that MudBlazor draws by lot, the revision in links, nor what a form says
    // and counts of what others did.
    private static string Text(IRenderedComponent<CasebookPage> page) => Noise().Replace(page.Markup, "");

    [GeneratedRegex(
        """blazor:[a-zA-Z:]+="[^"]*"|rev=\d+|revision \d+|\s*data-(ready|comings)="\d*"|<span class="form-said.*?</form>"""
            + """| id="([a-z][a-z0-9]{8}|popover[^"]*)\x22""",
        RegexOptions.Singleline
    )]
    private static partial Regex Noise();
}
