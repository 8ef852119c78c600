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

    /// <summary>What the address asks for.</summary>
    protected ClaimsQuery Query { get; set; } = null!;

    /// <summary>The claims it lists.</summary>
    protected ClaimList List { get; private set; } = null!;

    /// <summary>True on the page of one claim.</summary>
    protected virtual bool IsOfClaim => false;

    // The list, and what is said to be contested in it, hang on every claim; talks stand in a presenter's menu.
    protected override bool Shows(ItemChange change) => change.Kind != ItemKind.Talk || Visitor.May(Right.Compose);

    protected sealed override void Read()
    {
        Query = ClaimsQuery.Read(Casebook, Address, IsOfClaim);
        List = ClaimList.Of(Casebook, Query);
        Show();
    }

    /// <summary>Works out the page from <see cref="Query"/> and <see cref="List"/>.</summary>
    protected abstract void Show();
}
