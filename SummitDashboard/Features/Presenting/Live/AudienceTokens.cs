using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// Tells devices of an audience apart, and nothing else of them: a random token in a signed cookie that only these pages see.
/// </summary>
public sealed class AudienceTokens(IDataProtectionProvider protection, Data.Accounts.ServerId server)
{
    private readonly string cookie = server.Cookie("summit-visitor");
    private readonly IDataProtector protector = protection.CreateProtector("live visitor");

    /// <summary>The token of a request; null where it brings none, or one that was made up.</summary>
    public string? Of(HttpRequest request)
    {
        if (request.Cookies[cookie] is not { Length: < 400 } sealedToken)
            return null;
        try
        {
            return protector.Unprotect(sealedToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The token of a request, or a new one that the answer carries.</summary>
    public string Ensure(HttpContext context)
    {
        if (Of(context.Request) is { } known)
            return known;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        context.Response.Cookies.Append(
            cookie,
            protector.Protect(token),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = SummitDashboard.Reading.Urls.Base(context.Request) + SummitDashboard.Reading.Urls.Follow,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );
        return token;
    }
}
