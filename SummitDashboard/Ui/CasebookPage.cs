using System.Globalization;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>
/// A page: a function of the casebook and the address. Reading happens when the address does, in <see cref="Read"/>, and again whenever a
/// change is published that the page shows; an address that names a revision (<c>?rev=N</c>) shows the casebook as it was.
/// </summary>
public abstract class CasebookPage : ComponentBase, IDisposable
{
    private bool listening;
    private int waiting;

    [Inject] private CasebookStore Store { get; set; } = null!;
    [Inject] private History History { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "rev")] private string? NamedRevision { get; set; }

    /// <summary>The snapshot this rendering shows; one and the same from start to end.</summary>
    protected Casebook Casebook { get; private set; } = null!;

    /// <summary>True where the page shows the casebook as it was, not as it is: nothing can be changed from here.</summary>
    protected bool IsPast { get; private set; }

    /// <summary>What in the address was not understood, in sentences; shown by <c>Notices</c>.</summary>
    protected List<string> Notices { get; } = [];

    protected sealed override void OnParametersSet() => ReadAgain();

    protected sealed override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Store.Changed += OnPublished; // only a live page comes here; a prerendered one has nobody to tell
            listening = true;
            Listen();
            if (!IsPast && Store.Current != Casebook) Redraw();
        }
    }

    /// <summary>Works out what to show. Called whenever the address or the casebook changes; must not write, count or wait.</summary>
    protected abstract void Read();

    /// <summary>Called once a page is live: the place to subscribe to what else it shows.</summary>
    protected virtual void Listen() { }

    /// <summary>Whether a published change is any of this page's business; one that is redrawn keeps focus and scroll.</summary>
    protected virtual bool Shows(Published change) => true;

    public virtual void Dispose()
    {
        if (listening) Store.Changed -= OnPublished;
        listening = false;
        GC.SuppressFinalize(this);
    }

    private void ReadAgain()
    {
        var now = Store.Current;
        Notices.Clear();
        Notices.AddRange(RepeatedValues.Notices(GetType(), Navigation.Uri));
        Casebook = NamedRevision is null ? now : Named(NamedRevision, now);
        IsPast = Casebook.Revision != now.Revision;
        Read();
    }

    private Casebook Named(string text, Casebook now)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && History.AsOf(number) is { } then)
        {
            if (then != now) Notices.Add($"This is the casebook as it was at revision {number}; it is at revision {now.Revision} now.");
            return then;
        }
        Notices.Add($"There is no revision “{(text.Length > 20 ? text[..20] + "…" : text)}”; this page shows the casebook as it is now, at revision {now.Revision}.");
        return now;
    }

    private void OnPublished(Published change)
    {
        if (!IsPast && Shows(change)) Redraw();
    }

    /// <summary>Reads and draws again, from whatever thread, soon; nothing happens where the visitor has left.</summary>
    protected async void Redraw()
    {
        if (Interlocked.Exchange(ref waiting, 1) == 1) return; // the one that is to come reads what is newest then
        try
        {
            await Task.Yield(); // who writes does not wait until every reader's page is drawn
            await InvokeAsync(() =>
            {
                Volatile.Write(ref waiting, 0);
                if (!listening) return;
                ReadAgain();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // The visitor left meanwhile.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
