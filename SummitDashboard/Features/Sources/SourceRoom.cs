using Microsoft.AspNetCore.Components;
using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Sources;

/// <summary>A page that shows supplied articles: drawn anew when the articles on disk change, as long as it is open.</summary>
public abstract class SourceRoom : CasebookPage, IDisposable
{
    private bool isListening;

    [Inject] protected TextAccess Texts { get; set; } = null!;
    [Inject] private TextLibrary Library { get; set; } = null!;

    // Only an open, interactive page comes this far; a page drawn once for a request does not.
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        isListening = true;
        Library.Changed += Redraw;
    }

    public void Dispose()
    {
        if (isListening) Library.Changed -= Redraw;
        GC.SuppressFinalize(this);
    }

    private async void Redraw()
    {
        try
        {
            await InvokeAsync(() =>
            {
                OnParametersSet();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // The visitor left while the folder was read.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(e);
        }
    }
}

/// <summary>A page about one source, named by its slug in the address.</summary>
public abstract class OneSourceRoom : SourceRoom
{
    [Parameter] public string Slug { get; set; } = "";

    /// <summary>Null where the casebook has no such source.</summary>
    protected Source? Source { get; private set; }

    protected ShownSources Colours { get; private set; } = null!;

    protected sealed override void Read()
    {
        Source = Casebook.Sources.TryGetBySlug(Slug, out var source) ? source : null;
        if (Source is null) return;
        Colours = ShownSources.Read(Casebook, Source.Siglum, []);
        Read(Source);
    }

    /// <summary>Works out what to show of the source.</summary>
    protected abstract void Read(Source source);
}
