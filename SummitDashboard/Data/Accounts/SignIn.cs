using System.Security.Claims;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Accounts;

/// <summary>
/// One sign-in on one device, as its cookie names it: whose, with which stamp of the account, and which row keeps it alive; and the role
/// that the account had when the request came, in which casebook (null: on the server).
/// </summary>
public sealed record SignIn(string AccountId, string Stamp, string Id, string? CasebookId = null, AccountRole? Role = null)
{
    /// <summary>The claim types of the cookie; the stamp's is Identity's own.</summary>
    public const string IdClaim = "summit:sign-in";

    /// <summary>The claim types that a request adds: in which casebook it is, and the role there.</summary>
    public const string CasebookClaim = "summit:casebook";
    public const string RoleClaim = "summit:role";

    /// <summary>There for an owner of the server, who owns every casebook on it.</summary>
    public const string AboveClaim = "summit:above";
    public const string StampClaim = "AspNet.Identity.SecurityStamp";

    /// <summary>The sign-in of a principal; null where nobody is signed in.</summary>
    public static SignIn? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
            ? new(
                account,
                user.FindFirstValue(StampClaim) ?? "",
                user.FindFirstValue(IdClaim) ?? "",
                user.FindFirstValue(CasebookClaim),
                RoleOf(user)
            )
            : null;

    /// <summary>The role that a principal has where it asks; null for who has none there.</summary>
    public static AccountRole? RoleOf(ClaimsPrincipal user) =>
        Vocabulary.TryRead<AccountRole>(user.FindFirstValue(RoleClaim), out var role) ? role : null;
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
