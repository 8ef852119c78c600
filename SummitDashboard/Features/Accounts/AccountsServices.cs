using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using SummitDashboard.Data;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Accounts;

/// <summary>Signing in: the cookie, what it says, who may read, and how often one may try.</summary>
public static class AccountsServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipal>();
        services.AddScoped<SignInManager<Account>>();
        services.AddScoped<ISecurityStampValidator, StampValidator>();
        services.AddScoped<ITwoFactorSecurityStampValidator, TwoFactorSecurityStampValidator<Account>>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero); // a look at one row; a role that was taken is gone at once
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "summit";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromDays(14);
            o.SlidingExpiration = true;
            o.LoginPath = o.AccessDeniedPath = "/" + Urls.SignIn;
            o.ReturnUrlParameter = "returnUrl";
            o.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        }));
        services.AddAuthorization();
        services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
            o.OnRejected = Refuse;
        });
    }

    /// <summary>After routing, before the pages: who asks, whether he may read, and the token of every form.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        if (ReadingAccess.IsClosed(app.Configuration)) app.UseMiddleware<ReadingGate>();
    }

    public static void MapAccounts(this WebApplication app) => app.MapPost(Urls.SignOut, async (HttpContext context, SignInManager<Account> signIn, Sessions sessions) =>
    {
        var about = context.Features;
        if (about.Get<Microsoft.AspNetCore.Antiforgery.IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        await signIn.SignOutAsync();
        // Other tabs of this browser have their circuits still; other devices load again and go on. Once the answer is out: a tab that is told
        // sooner asks again with the old cookie, and stays signed in.
        if (id is not null) context.Response.OnCompleted(() => { sessions.End(id); return Task.CompletedTask; });
        return Urls.Redirect(Urls.Overview);
    }).WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());

    // Passwords and links are guessed by POST; a lecture hall behind one address still gets in.
    private static RateLimitPartition<string> Partition(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/account")
            ? RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask Refuse(OnRejectedContext refused, CancellationToken cancel)
    {
        var response = refused.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync("Too many tries from here. Wait a minute, then go back and try again.", cancel);
    }
}
