using System.Globalization;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>A page: a function of the current casebook and the address. Reading happens when the address does, in <see cref="Read"/>.</summary>
public abstract class CasebookPage : ComponentBase
{
    [Inject] private CasebookStore Store { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The revision that a citation named; the page says when it is no longer the current one.</summary>
    [SupplyParameterFromQuery(Name = "rev")] private string? CitedRevision { get; set; }

    /// <summary>The snapshot this rendering shows; one and the same from start to end.</summary>
    protected Casebook Casebook { get; private set; } = null!;

    /// <summary>What in the address was not understood, in sentences; shown by <c>Notices</c>.</summary>
    protected List<string> Notices { get; } = [];

    protected sealed override void OnParametersSet()
    {
        Casebook = Store.Current;
        Notices.Clear();
        if (CitedRevision is { } cited && cited != Casebook.Revision.ToString(CultureInfo.InvariantCulture))
            Notices.Add($"This link cites revision {(cited.Length > 20 ? "?" : cited)}. The casebook is at revision {Casebook.Revision} now, which is what this page shows.");
        Read();
    }

    /// <summary>Works out what to show. Called whenever the address changes; must not write, count or wait.</summary>
    protected abstract void Read();
}
