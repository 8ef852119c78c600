using Microsoft.AspNetCore.Components.Authorization;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Ui;

/// <summary>Who looks at a page.</summary>
public static class PageVisitor
{
    // Known at once: from the request while a page is drawn for it, from the connection in a circuit.
    public static void AddPageVisitor(this IServiceCollection services) =>
        services.AddScoped(provider =>
        {
            var authentication = provider.GetRequiredService<AuthenticationStateProvider>();
            return new Visitor(() =>
                authentication.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } state ? state.Result.User : null
            );
        });
}
