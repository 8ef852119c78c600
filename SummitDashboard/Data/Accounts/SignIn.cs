using System.Security.Claims;

namespace SummitDashboard.Data.Accounts;

/// <summary>
/// One sign-in on one device, as its cookie names it: whose, with which stamp of the account, and which row keeps it alive.
/// </summary>
public sealed record SignIn(string AccountId, string Stamp, string Id)
{
    /// <summary>The claim types of the cookie; the stamp's is Identity's own.</summary>
    public const string IdClaim = "summit:sign-in";
    public const string StampClaim = "AspNet.Identity.SecurityStamp";

    /// <summary>The sign-in of a principal; null where nobody is signed in.</summary>
    public static SignIn? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
            ? new(account, user.FindFirstValue(StampClaim) ?? "", user.FindFirstValue(IdClaim) ?? "")
            : null;
}

/// <summary>A sign-in that has not ended. Signing out deletes it, and a copy of its cookie is worth nothing then.</summary>
public sealed class SignInRow
{
    /// <summary>SHA-256 of the id in the cookie, as with links: who reads the database cannot sign in with it.</summary>
    public required string Hash { get; set; }
    public required string AccountId { get; set; }

    /// <summary>UTC; the day it was last used is kept, so that those of forgotten devices go.</summary>
    public required DateTime At { get; set; }
    public required DateTime Seen { get; set; }
}
