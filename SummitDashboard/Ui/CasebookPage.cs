using Microsoft.AspNetCore.Components;
using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>A page: a function of the current casebook and the address. Reading happens when the address does, in <see cref="Read"/>.</summary>
public abstract class CasebookPage : ComponentBase
{
    [Inject] private CasebookStore Store { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The snapshot this rendering shows; one and the same from start to end.</summary>
    protected Casebook Casebook { get; private set; } = null!;

    /// <summary>What in the address was not understood, in sentences; shown by <c>Notices</c>.</summary>
    protected List<string> Notices { get; } = [];

    protected sealed override void OnParametersSet()
    {
        Casebook = Store.Current;
        Notices.Clear();
        Read();
    }

    /// <summary>Works out what to show. Called whenever the address changes; must not write, count or wait.</summary>
    protected abstract void Read();
}
