using SummitDashboard.Features.Accounts;
using SummitDashboard.Features.Claims;
using SummitDashboard.Features.Exchange;
using SummitDashboard.Features.Importing;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Search;
using SummitDashboard.Features.Tables;

namespace SummitDashboard.Features;

/// <summary>The endpoints of a casebook’s features beside their pages.</summary>
public static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapAccounts();
        app.MapClaims();
        app.MapExchange();
        app.MapImporting();
        app.MapPresenting();
        app.MapTables();

        app.MapSearch();
    }
}
