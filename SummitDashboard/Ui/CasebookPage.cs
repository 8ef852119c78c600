using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Search;

namespace SummitDashboard.Ui;

/// <summary>
/// A page: a function of the casebook and the address. Reading happens when the address does, in <see cref="Read"/>, and again whenever a
/// change is published that the page shows; an address that names a revision (<c>?rev=N</c>) shows the casebook as it was.
/// </summary>
public abstract class CasebookPage : ComponentBase, IHandleEvent, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private bool isDrawn;
    private bool isRefused;
    private volatile bool isLive;
    private IDisposable? subscription;
    private int waiting;
    private int asked;
    private (Casebook Now, Casebook? Then) found;
    private IReadOnlyList<FoundSearch> looked = [];
    private SearchIndexing? indexing;

    [Inject]
    private CasebookStore Store { get; set; } = null!;

    [Inject]
    private History History { get; set; } = null!;

    [Inject]
    private HeavyReads Heavy { get; set; } = null!;

    [Inject]
    private CircuitTurns Turns { get; set; } = null!;

    [Inject]
    private Visitor From { get; set; } = null!;

    // Of the search only where an address asks for it: most ask for nothing.
    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Requests { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    // A value from the query has the page read again whenever the query changes, whatever of it the page reads.
    [SupplyParameterFromQuery(Name = "rev")]
    private string? NamedRevision { get; set; }

    /// <summary>The snapshot this rendering shows; one and the same from start to end.</summary>
    protected internal Casebook Casebook { get; private set; } = null!;

    /// <summary>True where the page shows the casebook as it was, not as it is: nothing can be changed from here.</summary>
    protected internal bool IsPast { get; private set; }

    /// <summary>Reads the query of the page's address, for <see cref="Fetch"/> and <see cref="Read"/>.</summary>
    protected QueryReader Address { get; private set; } = null!;

    /// <summary>What in the address was not understood, in sentences; shown by <c>Notices</c>.</summary>
    protected List<string> Notices { get; } = [];

    /// <summary>What has to be read from the database is read first, and nothing is drawn before it is there.</summary>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (asked == 0 && RendererInfo.IsInteractive) // a prerendered page has nobody to tell
        {
            // Before anything is read, so that no change falls between the reading and the listening.
            subscription = Store.Changes.Subscribe(OnPublished);
            Listen();
        }
        // A first drawing adds components, which the framework does not bear while it tells the page of a new address.
        if (asked > 0 && !isDrawn)
            await Task.Yield();
        if (leaving.IsCancellationRequested || !await Prepare())
            return;
        isDrawn = true;
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>
    /// Whether what the address asks for takes long to work out: then it waits for its turn. The past does, unless it is at hand.
    /// </summary>
    protected virtual bool IsHeavy => NamedNumber is { } number && !History.Has(number);

    private long? NamedNumber =>
        long.TryParse(NamedRevision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected sealed override void OnParametersSet() => ReadAgain();

    protected sealed override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        isLive = true;
        if (Interlocked.Exchange(ref waiting, 0) == 1)
            Redraw(); // something changed while it was first drawn
    }

    /// <summary>
    /// Reads from the database what the page shows beside the casebook; called before each <see cref="Read"/>. It waits elsewhere
    /// (<see cref="Reads"/>), and sets all that it read at once.
    /// </summary>
    protected virtual Task Fetch(Casebook casebook) => Task.CompletedTask;

    /// <summary>Works out what to show. Called whenever the address or the casebook changes; must not write, count or wait.</summary>
    protected abstract void Read();

    /// <summary>
    /// Called before a live page reads for the first time: the place to have <see cref="Redraw"/> called when what else it shows changes.
    /// </summary>
    protected virtual void Listen() { }

    /// <summary>
    /// Whether what changes in an item can be seen on this page; where it cannot, a notice costs the page nothing. Asked on the writer's
    /// thread, so it looks at little, and says true where in doubt. A page that is redrawn keeps focus and scroll.
    /// </summary>
    protected virtual bool Shows(ItemChange change) => true;

    public virtual void Dispose()
    {
        subscription?.Dispose();
        indexing?.Changed -= Redraw;
        isLive = false;
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    // False where the page was asked for something else meanwhile.
    private async Task<bool> Prepare()
    {
        var mine = ++asked;
        Address = new(Navigation.Uri, []);
        var now = Store.Current;
        var left = Requests.HttpContext?.RequestAborted ?? leaving.Token;
        // A request has had its turn.
        using var turn =
            IsHeavy && !HeavyReads.IsAdmitted(Requests.HttpContext) ? await Heavy.Turn(From.AccountId, From.Address, left) : null;
        var refused = turn is { IsAcquired: false };
        var then =
            NamedRevision is null || refused ? now
            : NamedNumber is not { } number ? null
            : number == now.Revision ? now
            : await Reads.Aside(() => History.AsOf(number, left));
        if (!refused)
        {
            using var own = (Fetches || NamesSearch) && RendererInfo.IsInteractive ? await Turns.Turn(From, left) : null;
            var seen = NamesSearch ? await Look(then ?? now) : [];
            if (mine != asked)
                return false;
            Address = new(Navigation.Uri, []) { Looked = seen };
            await Fetch(then ?? now);
        }
        if (mine != asked)
            return false;
        (found, isRefused, looked) = ((now, then), refused, Address.Looked);
        return true;
    }

    private bool NamesSearch => (Address.Found(FoundSearch.Sources) ?? Address.Found(FoundSearch.Claims)) is not null;

    // What is found of a search that the address names in the place of sources or claims; the page is drawn anew when that may be another.
    private Task<IReadOnlyList<FoundSearch>> Look(Casebook casebook)
    {
        if (indexing is null && RendererInfo.IsInteractive && !leaving.IsCancellationRequested)
        {
            indexing = Services.GetRequiredService<SearchIndexing>();
            indexing.Changed += Redraw;
        }
        return Services.GetRequiredService<CasebookSearch>().Look(casebook, Address);
    }

    private bool Fetches =>
        GetType().GetMethod(nameof(Fetch), BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(CasebookPage);

    private void ReadAgain()
    {
        var (now, then) = found;
        Notices.Clear();
        Address = new(Navigation.Uri, Notices) { Looked = looked };
        Address.Text("rev"); // says where it stands there twice
        Casebook = then ?? now;
        IsPast = Casebook.Revision != now.Revision;
        if (isRefused)
            Notices.Add(
                $"Others are being shown the past just now. This is the casebook as it is, at revision {now.Revision}; open the page "
                    + "again in a few seconds."
            );
        else if (then is null)
            Notices.Add($"{Missing(NamedRevision!, now.Revision)}; this page shows the casebook as it is now, at revision {now.Revision}.");
        else if (IsPast)
            Notices.Add($"This is the casebook as it was at revision {then.Revision}; it is at revision {now.Revision} now.");
        Read();
    }

    private static string Missing(string named, long newest) =>
        long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number < newest
            ? $"Revision {number} cannot be shown, since a record on the way to it cannot be read"
            : $"There is no revision “{(named.Length > 20 ? named[..20] + "…" : named)}”";

    // An event that meets a database which cannot be used says so; it takes no page away.
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        var handling = item.InvokeAsync(arg);
        StateHasChanged();
        if (handling.IsCompletedSuccessfully)
            return;
        try
        {
            await handling;
        }
        catch (Exception e) when (DatabaseUnavailableException.Of(e) is { } unavailable)
        {
            Notices.Add(unavailable.Message);
        }
        catch when (handling.IsCanceled)
        {
            return;
        }
        StateHasChanged();
    }

    private void OnPublished(Published change)
    {
        if (!IsPast && (!isLive || change.Changes is not { } changes || changes.Any(Shows)))
            Redraw();
    }

    /// <summary>Reads and draws again, from whatever thread, soon; nothing happens where the visitor has left.</summary>
    protected async void Redraw()
    {
        if (Interlocked.Exchange(ref waiting, 1) == 1)
            return; // the one that is to come reads what is newest then
        if (!isLive)
            return; // it does so once it has been drawn
        try
        {
            await Task.Yield(); // who writes does not wait until every reader's page is drawn
            await InvokeAsync(async () =>
            {
                Volatile.Write(ref waiting, 0);
                if (!isLive || !await Prepare() || !isLive)
                    return;
                ReadAgain();
                StateHasChanged();
            });
        }
        catch (DatabaseUnavailableException e)
        {
            await InvokeAsync(() =>
            {
                Notices.Add($"Something was changed that this page does not show yet. {e.Message}");
                StateHasChanged();
            });
        }
        catch (Exception e) when (e is ObjectDisposedException || leaving.IsCancellationRequested)
        {
            // The visitor left meanwhile.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
