using System.Security.Claims;
using Microsoft.AspNetCore.StaticAssets;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>
/// Leads a request into the casebook that its address names, once it is known who asks and whether he may read it. What one may not see
/// answers as if it did not exist. An audience follows a talk by its code, and that signs nobody in.
/// </summary>
public sealed class CasebookGate(
    RequestDelegate next,
    CasebookLibrary library,
    CasebookAccess access,
    Roles roles,
    LiveCodes codes,
    OpenCasebooks casebooks,
    ILogger<CasebookGate> logger
)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var accountId = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var asked = context.Features.Get<CasebookPath>();
        var casebook = asked is null ? null : library.At(asked.Slug);
        var (role, isAbove) = accountId is null ? (null, false) : roles.Place(accountId, casebook?.Id);
        if (asked is not null && (casebook is null || !(access.IsOpenTo(casebook, accountId, role) || IsAudience(request.Path, casebook))))
        {
            // The rest of the way is that of an address of the server at which nothing stands; files are the same everywhere.
            (request.PathBase, casebook) = (asked.Server, null);
            context.Features.Set<CasebookPath>(null);
            context.Features.Set(new NoSuchCasebook(asked.Slug));
            role = isAbove ? AccountRole.Owner : null;
        }
        Say(context, casebook?.Id, role, isAbove);
        if (casebook is null)
        {
            await next(context);
            return;
        }
        OpenCasebooks.Held held;
        try
        {
            held = await casebooks.Take(casebook.Id);
        }
        catch (StartupException e)
        {
            logger.LogError("The casebook {Casebook} cannot be opened: {Why}", casebook.Slug, e.Message);
            (request.PathBase, request.Path) = (asked!.Server, $"/{Urls.Library}/{Urls.Unopened}");
            context.Features.Set<CasebookPath>(null);
            context.Features.Set(new Unopened(casebook, e.Message));
            await next(context);
            return;
        }
        using (held)
            await held.Casebook.Answer(context);
    }

    private bool IsAudience(PathString path, CasebookRow casebook) =>
        path.StartsWithSegments("/" + Urls.Follow, out var rest)
        && rest.Value is ['/', .. var code]
        && codes.CasebookOf(code.Split('/')[0]) == casebook.Id;

    private static void Say(HttpContext context, string? casebookId, AccountRole? role, bool isAbove)
    {
        var here = new ClaimsIdentity(); // of no authentication: it signs nobody in
        if (casebookId is not null)
            here.AddClaim(new(SignIn.CasebookClaim, casebookId));
        if (role is { } held)
            here.AddClaim(new(SignIn.RoleClaim, Vocabulary.Of(held)));
        if (isAbove)
            here.AddClaim(new(SignIn.AboveClaim, ""));
        context.User = new([.. context.User.Identities, here]);
    }
}

/// <summary>On the server, outside of every casebook: who reads where reading needs a sign-in, and what is not there.</summary>
public sealed class ServerGate(RequestDelegate next, AccessOptions access)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return next(context);
        var missing = context.Features.Get<NoSuchCasebook>();
        // Signing in is the same wherever one is, and in what is not there.
        if (IsRefusal(context) || request.Path.StartsWithSegments("/account"))
            return next(context);
        var isFollowing = missing is null && request.Path.StartsWithSegments("/" + Urls.Follow);
        if (access.IsClosed && context.User.Identity?.IsAuthenticated != true && !isFollowing)
        {
            if (
                HttpMethods.IsGet(request.Method)
                && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            )
                context.Response.Redirect(Urls.Base(request) + Urls.SignInFor(Back(request, missing)));
            else
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        if (missing is null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static string Back(HttpRequest request, NoSuchCasebook? missing) =>
        (missing is null ? "" : Urls.Casebook(missing.Slug)) + request.Path.ToUriComponent()[1..] + request.QueryString;

    private static bool IsRefusal(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null;
}
