using Microsoft.AspNetCore.StaticAssets;
using SummitDashboard.Data;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Accounts;

/// <summary>Where <c>Access:Reading</c> is <c>signed-in</c>: pages lead to the sign-in page, everything else is refused; but who
/// presents lets an audience follow, and that signs nobody in.</summary>
internal sealed class ReadingGate(RequestDelegate next)
{
    /// <summary>The setting: <c>open</c> (the default) or <c>signed-in</c>. Throws <see cref="StartupException"/> for any other word.</summary>
    public static bool IsClosed(IConfiguration configuration) => configuration["Access:Reading"]?.Trim().ToLowerInvariant() switch
    {
        null or "" or "open" => false,
        "signed-in" => true,
        var other => throw new StartupException($"Access:Reading is “{other}”; it is open or signed-in."),
    };

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.User.Identity?.IsAuthenticated == true || request.Path.StartsWithSegments("/account") || request.Path.StartsWithSegments(Urls.Follow)
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return next(context);
        if (HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            context.Response.Redirect(Urls.SignInFor(request.Path + request.QueryString));
        else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
