using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Sources;

/// <summary>A page that shows supplied articles: drawn anew when the articles on disk change, as long as it is open.</summary>
public abstract class SourceRoom : CasebookPage
{
    [Inject]
    protected TextAccess Texts { get; set; } = null!;

    [Inject]
    private TextLibrary Library { get; set; } = null!;

    protected override void Listen() => Library.Changed += Redraw;

    public override void Dispose()
    {
        Library.Changed -= Redraw;
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A page about one source, named by its slug in the address.</summary>
public abstract class OneSourceRoom : SourceRoom
{
    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>Null where the casebook has no such source.</summary>
    protected Source? Source { get; private set; }

    protected sealed override void Read()
    {
        Source = Casebook.Sources.TryGetBySlug(Slug, out var source) ? source : null;
        if (Source is null)
            return;
        Read(Source);
    }

    // Other sources stand here by their colours; of all else only what this source says of it, and its name.
    protected override bool Shows(ItemChange change) =>
        change.Kind switch
        {
            ItemKind.Talk => false,
            ItemKind.Grade or ItemKind.Claim or ItemKind.Event or ItemKind.Actor when Source is { } source => change.IsOf(source.Id)
                || (change.Kind != ItemKind.Grade && change.IsOfItself),
            _ => true,
        };

    /// <summary>Works out what to show of the source.</summary>
    protected abstract void Read(Source source);
}
