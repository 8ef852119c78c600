using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
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
            .AddSingleton(new HeavyReads(new()))
            .AddSingleton<Microsoft.AspNetCore.Http.IHttpContextAccessor, Microsoft.AspNetCore.Http.HttpContextAccessor>();
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
