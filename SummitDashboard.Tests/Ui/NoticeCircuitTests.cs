using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Ui;

/// <summary>Notices on their whole way: from the database, through the feed and the circuit, to what is sent to the reader.</summary>
public sealed class NoticeCircuitTests : IAsyncLifetime
{
    private readonly TestApp app = TestApp.With();
    private readonly HttpClient http = new(Loopback.From("127.0.0.1"));
    private readonly HttpMessageInvoker connections = new(Loopback.From("127.0.0.1"));
    private readonly List<RawCircuit> open = [];
    private readonly CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken
    );
    private string ada = "";

    private CasebookStore Store => app.Services.GetRequiredService<CasebookStore>();

    public async ValueTask InitializeAsync()
    {
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        ada = await app.Person("Ada", AccountRole.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in open)
            await circuit.DisposeAsync();
        connections.Dispose();
        http.Dispose();
        await app.DisposeAsync();
        patience.Dispose();
    }

    [Fact]
    public async Task OpenPages_WhenWhatTheyDoNotShowIsSaved_AreSentNothing()
    {
        var (source, talk) = (app.Casebook.Sources[0], app.Casebook.Talks[0]);
        // Pages that read nothing beside the casebook: one that does is first drawn some time after its circuit is live.
        var showing = await Open(Urls.Talks, Urls.Help);
        var others = await Open(Urls.Overview, Urls.Sources, Urls.Source(source), Urls.Reader(source), Urls.Actors);
        await Seen(TitleOf("first"), [.. showing, .. others]);
        var before = others.Select(c => c.Batches).ToList();

        await Seen(Save(new PutItem(talk, talk with { Title = "Another" })), showing);
        await Seen(TitleOf("second"), [.. showing, .. others]); // what was to be sent for the talk was sent before it
        Assert.Equal(before.Select(b => b + 1), others.Select(c => c.Batches));
    }

    /// <summary>No two servers share a data folder; another process may still write, and readers here see it.</summary>
    [Fact]
    public async Task Revision_WrittenByAnotherProcess_IsTakenOverAndDrawnWhereItIsShown()
    {
        var showing = await Open(Urls.Talks);
        var others = await Open(Urls.Sources);
        await Seen(TitleOf("first"), [.. showing, .. others]);
        var before = others[0].Batches;
        var told = new TaskCompletionSource<Published>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = Store.Changes.Subscribe(p => told.TrySetResult(p));

        var elsewhere = new CasebookStore(
            app.Services.GetRequiredService<IDbContextFactory<SummitDb>>(),
            app.Services.GetRequiredService<DataOptions>(),
            Spare.Door(app.Services.GetRequiredService<IDbContextFactory<SummitDb>>(), app.Services.GetRequiredService<AuthorOf>()),
            TimeProvider.System,
            NullLogger<CasebookStore>.Instance
        );
        elsewhere.Open();
        var talk = elsewhere.Current.Talks[0];
        await Seen(
            async () => Assert.IsType<Outcome.Committed>(await elsewhere.Write(new PutItem(talk, talk with { Title = "Elsewhere" }), ada)),
            showing
        );

        var published = await told.Task.WaitAsync(patience.Token);
        Assert.Equal(elsewhere.Current.Revision, published.Casebook.Revision);
        Assert.Equal(talk.RawId, Assert.Single(published.Changes!).Id);
        Assert.Equal("Elsewhere", app.Casebook.Talks[talk.Id].Title);
        await Seen(TitleOf("second"), [.. showing, .. others]);
        Assert.Equal(before + 1, others[0].Batches);
    }

    private async Task<RawCircuit[]> Open(params string[] paths)
    {
        var opened = new List<RawCircuit>();
        foreach (var path in paths)
        {
            var page = await RawCircuit.Read(http, $"{app.Address}/{path}", patience.Token);
            opened.Add(await RawCircuit.Open(page, connections, null, patience.Token));
        }
        open.AddRange(opened);
        await Task.WhenAll(opened.Select(c => c.Live.WaitAsync(patience.Token)));
        return [.. opened];
    }

    // Does something, and waits until each of these pages was drawn for it.
    private async Task Seen(Func<Task> act, RawCircuit[] pages)
    {
        var drawn = pages.Select(p => p.Batches + 1).ToList();
        await act();
        await Task.WhenAll(pages.Zip(drawn, (page, times) => page.Drawn(times, patience.Token)));
    }

    // Every page shows what the casebook is called.
    private Func<Task> TitleOf(string title) => () => Save(new PutItem(app.Casebook.Head, app.Casebook.Head with { Title = title }))();

    private Func<Task> Save(Edit edit) => async () => Assert.IsType<Outcome.Committed>(await Store.Write(edit, ada));
}
