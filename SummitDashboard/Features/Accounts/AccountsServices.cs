using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Accounts;

/// <summary>Signing in: the cookie, what it says, who may read, and how often one may try.</summary>
public static class AccountsServices
{
    /// <summary>What there is once on a server: the limits of trying, and the devices that are known.</summary>
    public static void AddSignInLimits(this IServiceCollection services)
    {
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SignInTries>();
    }

    /// <summary>After who is signed in is known, and before anything that was sent is read.</summary>
    public static void UseSignInLimits(this WebApplication app) => app.Use(app.Services.GetRequiredService<SignInTries>().Admit);

    /// <summary>On the server, and in each casebook: one sign-in serves all.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddPeople();
        services.AddSingleton<FreshLinks>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipal>();
        services.AddScoped<SignInManager<Account>>();
        services.AddScoped<ISecurityStampValidator, StampValidator>();
        services.AddScoped<ITwoFactorSecurityStampValidator, TwoFactorSecurityStampValidator<Account>>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.Zero; // a look at two rows; a role that was taken is gone at once
            o.OnRefreshingPrincipal = refreshing =>
            {
                if (
                    refreshing.CurrentPrincipal?.FindFirst(SignIn.IdClaim) is { } id
                    && refreshing.NewPrincipal?.Identity is ClaimsIdentity identity
                )
                    identity.AddClaim(id.Clone());
                return Task.CompletedTask;
            };
        });
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(o =>
                {
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    o.ExpireTimeSpan = Sessions.Life;
                    o.SlidingExpiration = true;
                    o.LoginPath = "/" + Urls.SignIn;
                    o.ReturnUrlParameter = "returnUrl";
                    o.Events.OnSigningIn = Begin;
                    // Said on a page: who is signed in is not helped by signing in.
                    o.Events.OnRedirectToAccessDenied = denied =>
                    {
                        denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                    o.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask; // the page does so, having looked where it leads
                    o.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
                })
            );
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ServerId>((o, id) => o.Cookie = new ServerCookie(o.Cookie) { Name = id.Cookie("summit") });
        // A page or endpoint names the right it needs ([Authorize(nameof(Right.Edit))]), before anything that was sent to it is read.
        services.AddAuthorization(o =>
        {
            foreach (var right in Enum.GetValues<Right>())
                o.AddPolicy(right.ToString(), policy =>
                    policy.RequireAuthenticatedUser().RequireAssertion(call => Rights.Allows(SignIn.RoleOf(call.User), right))
                );
        });
    }

    public static void MapAccounts(this IEndpointRouteBuilder app) =>
        app.MapPost(Urls.SignOut, async (HttpContext context, SignInManager<Account> signIn, Sessions sessions) =>
            {
                var about = context.Features;
                if (about.Get<Microsoft.AspNetCore.Antiforgery.IAntiforgeryValidationFeature>() is not { IsValid: true })
                    return Results.BadRequest();
                if (SignIn.Of(context.User) is { } current)
                    await sessions.End(current);
                await signIn.SignOutAsync();
                // Other tabs of this browser hear of it once the answer is out, and the cookie gone.
                context.Response.OnCompleted(() =>
                {
                    sessions.Look();
                    return Task.CompletedTask;
                });
                // Where a casebook is no longer to be seen by whoever signed out, it says so of none: back to the library.
                return context.RequestServices.GetService<ClosedReading>() is { IsClosed: true }
                    ? Urls.RedirectToServer(context, Urls.Library)
                    : Urls.Redirect(Urls.Overview);
            })
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());

    // Every cookie is a sign-in of its own; one that is given anew on the same device (after a change of password) takes the other's place.
    private static async Task Begin(Microsoft.AspNetCore.Authentication.Cookies.CookieSigningInContext context)
    {
        if (context.Principal is not { Identity: ClaimsIdentity identity } principal || SignIn.Of(principal) is not { } old)
            return;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (SignIn.Of(context.HttpContext.User) is { Id.Length: > 0 } before)
            await sessions.End(before);
        foreach (var claim in identity.FindAll(SignIn.IdClaim).ToList())
            identity.RemoveClaim(claim);
        identity.AddClaim(new(SignIn.IdClaim, await sessions.Begin(old.AccountId)));
    }

    // Good on the whole server, in whichever casebook it is given.
    private sealed class ServerCookie : CookieBuilder
    {
        public ServerCookie(CookieBuilder like) => (HttpOnly, SameSite, SecurePolicy) = (like.HttpOnly, like.SameSite, like.SecurePolicy);

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Path = Urls.ServerBase(context);
            return options;
        }
    }
}
