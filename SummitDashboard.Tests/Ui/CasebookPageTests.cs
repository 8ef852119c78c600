using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Ui;

/// <summary>Open pages under changes.</summary>
public sealed class CasebookPageTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly BunitContext context = new();
    private readonly string ada;

    public CasebookPageTests()
    {
        ada = test.Person("Ada", AccountRole.Editor);
        context
            .Services.AddSingleton(test.Store)
            .AddSingleton(test.History)
            .AddSingleton(new HeavyReads(new() { HeavyReadsPerAddress = 2 }, TimeProvider.System))
            .AddSingleton(new CircuitTurns(new()))
            .AddSingleton<Microsoft.AspNetCore.Http.IHttpContextAccessor, Microsoft.AspNetCore.Http.HttpContextAccessor>();
        context.AsNobody();
    }

    public void Dispose()
    {
        context.Dispose();
        test.Dispose();
    }

    private Task<long> Rename(string title) => test.Commit(new PutItem(test.Casebook.Head, test.Casebook.Head with { Title = title }), ada);

    [Fact]
    public async Task Page_OpenWhileSomebodySaves_ShowsWhatWasSavedLast()
    {
        var page = context.Render<TitlePage>();
        for (var n = 0; n < 20; n++)
            await Rename($"Title {n}");
        page.WaitForAssertion(() => Assert.Equal("Title 19", page.Markup));
    }

    [Fact]
    public void Page_WhatElseItShowsChangesWhileItIsFirstDrawn_ShowsIt()
    {
        var page = context.Render<ListeningPage>();
        page.WaitForAssertion(() => Assert.Equal("newer", page.Markup));
    }

    [Fact]
    public async Task Save_WhileAReadersPageIsBeingDrawn_DoesNotWaitForIt()
    {
        var page = context.Render<TitlePage>();
        page.Instance.Gate.Reset();
        await Rename("Another").WaitAsync(TimeSpan.FromSeconds(30), Xunit.TestContext.Current.CancellationToken);
        page.Instance.Gate.Set();
        page.WaitForAssertion(() => Assert.Equal("Another", page.Markup));
    }

    [Fact]
    public async Task Page_Left_IsNotDrawnAgain()
    {
        var page = context.Render<TitlePage>();
        var instance = page.Instance;
        await context.DisposeComponentsAsync();
        var reads = instance.Reads;
        var another = context.Render<TitlePage>();
        await Rename("Another");
        another.WaitForAssertion(() => Assert.Equal("Another", another.Markup));
        Assert.Equal(reads, instance.Reads);
    }

    [Fact]
    public async Task Page_LeftForAnotherAddressWhileItWaitsForItsTurn_IsDrawnThere()
    {
        await Rename("Another");
        using var others = await context
            .Services.GetRequiredService<HeavyReads>()
            .Turn(null, "", Xunit.TestContext.Current.CancellationToken);
        using var more = await context
            .Services.GetRequiredService<HeavyReads>()
            .Turn(null, "", Xunit.TestContext.Current.CancellationToken);
        var navigation = context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>();
        navigation.NavigateTo("page?rev=1");
        var page = context.Render<AskingPage>();
        Assert.Empty(page.Markup);
        await page.InvokeAsync(() => navigation.NavigateTo("page?word=told"));
        page.WaitForAssertion(() => Assert.Equal("told", page.Markup));
    }

    // What it listens to changes once it was read, before the page is drawn.
    private sealed class ListeningPage : CasebookPage
    {
        private string state = "older";
        private string shown = "";
        private event Action? Changed;

        protected override void Listen() => Changed += Redraw;

        protected override void Read()
        {
            shown = state;
            if (state == "newer")
                return;
            state = "newer";
            Changed?.Invoke();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, shown);
    }

    private sealed class AskingPage : CasebookPage
    {
        protected override void Read() { }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Word>(0);
            builder.CloseComponent();
        }
    }

    private sealed class Word : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.SupplyParameterFromQuery(Name = "word")]
        private string? Value { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Value);
    }

    private sealed class TitlePage : CasebookPage
    {
        public ManualResetEventSlim Gate { get; } = new(true);
        public int Reads { get; private set; }

        protected override void Read()
        {
            Gate.Wait();
            Reads++;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Casebook.Head.Title);

        public override void Dispose()
        {
            Gate.Dispose();
            base.Dispose();
        }
    }
}
