using Microsoft.AspNetCore.StaticAssets;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Accounts;

/// <summary>Where <c>Access:Reading</c> is <c>signed-in</c>: pages lead to the sign-in page, everything else is refused; but who
/// presents lets an audience follow, and that signs nobody in.</summary>
internal sealed class ReadingGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (
            context.User.Identity?.IsAuthenticated == true
            || request.Path.StartsWithSegments("/account")
            || request.Path.StartsWithSegments("/" + Urls.Follow)
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        )
            return next(context);
        if (
            HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        )
            context.Response.Redirect(Urls.Base(request) + Urls.SignInFor(request.Path.ToUriComponent()[1..] + request.QueryString));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
