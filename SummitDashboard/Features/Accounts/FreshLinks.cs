using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SummitDashboard.Features.Accounts;

/// <summary>A one-time link that was just made: its secret, and for whom it is where a person is invited.</summary>
public sealed record FreshLink(string Secret, string? For);

/// <summary>
/// Carries a link that was just made to the page that shows it, in its address, so that loading the page again makes no second one. Only
/// who made it can read it there, and only for a few minutes: an address is kept by browsers and proxies.
/// </summary>
public sealed class FreshLinks(IDataProtectionProvider protection)
{
    /// <summary>Its name in the address.</summary>
    public const string Name = "link";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("fresh link").ToTimeLimitedDataProtector();

    /// <summary>The address’s value, for the account that made the link.</summary>
    public string Write(string accountId, FreshLink link) => protector.Protect($"{accountId}\n{link.Secret}\n{link.For}", Life);

    /// <summary>What the value says; null where it is another’s, too old, or none.</summary>
    public FreshLink? Read(string? value, string? accountId)
    {
        if (value is not { Length: > 0 and < 2_000 })
            return null;
        try
        {
            var parts = protector.Unprotect(value).Split('\n', 3);
            return parts[0] == accountId ? new(parts[1], parts[2] is { Length: > 0 } name ? name : null) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
