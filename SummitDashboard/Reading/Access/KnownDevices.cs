using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Remembers, in a signed cookie on the device, whose account was signed in there (a device cookie, as OWASP describes it). Tries from such
/// a device are counted apart: whoever guesses passwords elsewhere, be it at the same address or for the same account, keeps nobody out of
/// their own.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, Data.Accounts.ServerId server)
{
    /// <summary>Most tries of a device, or of an address without one, in a minute.</summary>
    public const int Tries = 60;

    private readonly string cookie = server.Cookie("summit-device");
    private readonly IDataProtector protector = protection.CreateProtector("known device");

    /// <summary>The account that was signed in on this device, and a name for the device; null where there was none.</summary>
    public (string AccountId, string Device)? Of(HttpRequest request)
    {
        if (request.Cookies[cookie] is not { Length: < 600 } sealedIds)
            return null;
        try
        {
            return protector.Unprotect(sealedIds).Split(' ') is [var account, var device] ? (account, device) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>An account was signed in on this device.</summary>
    public void Remember(HttpContext context, string accountId) =>
        context.Response.Cookies.Append(
            cookie,
            protector.Protect($"{accountId} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}"),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = Urls.ServerBase(context),
                Secure = context.Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(180),
            }
        );
}
