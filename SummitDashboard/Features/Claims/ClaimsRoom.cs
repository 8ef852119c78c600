using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Claims;

/// <summary>A page of this room: reads the one query that all of them share.</summary>
public abstract class ClaimsRoom : CasebookPage
{
    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "sources")]
    private string[]? SourcesValue { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? SortValue { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewValue { get; set; }

    [SupplyParameterFromQuery(Name = "theme")]
    private string? ThemeValue { get; set; }

    [SupplyParameterFromQuery(Name = "stance")]
    private string? StanceValue { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOfValue { get; set; }

    [SupplyParameterFromQuery(Name = "diff")]
    private string? DiffValue { get; set; }

    [SupplyParameterFromQuery(Name = "loaded")]
    private string? LoadedValue { get; set; }

    [SupplyParameterFromQuery(Name = "hedges")]
    private string? HedgesValue { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageValue { get; set; }

    /// <summary>What the address asks for.</summary>
    protected ClaimsQuery Query { get; set; } = null!;

    /// <summary>The claims it lists.</summary>
    protected ClaimList List { get; private set; } = null!;

    // The list, and what is said to be contested in it, hang on every claim; talks stand in a presenter's menu.
    protected override bool Shows(ItemChange change) => change.Kind != ItemKind.Talk || Visitor.May(Right.Compose);

    protected sealed override void Read()
    {
        var address = new ClaimsAddress(
            SourcesValue,
            SortValue,
            ViewValue,
            ThemeValue,
            StanceValue,
            AsOfValue,
            DiffValue,
            LoadedValue,
            HedgesValue,
            PageValue
        );
        Query = ClaimsQuery.Read(Casebook, address, Notices);
        List = ClaimList.Of(Casebook, Query);
        Show();
    }

    /// <summary>Works out the page from <see cref="Query"/> and <see cref="List"/>.</summary>
    protected abstract void Show();
}
