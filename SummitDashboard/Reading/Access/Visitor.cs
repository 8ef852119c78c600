using System.Security.Claims;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Who reads, as the sign-in cookie says: for showing what one may do. Whether one really may is decided where the write happens, from the
/// account as it then stands.
/// </summary>
/// <param name="principal">Asked each time, since a sign-in may end while a page is open; null, or not authenticated, is nobody.</param>
public sealed class Visitor(Func<ClaimsPrincipal?> principal)
{
    /// <summary>The claim type of the name in the sign-in cookie.</summary>
    public const string NameClaim = "summit:name";

    /// <summary>The account's id, or null where nobody is signed in.</summary>
    public string? AccountId => User?.FindFirstValue(ClaimTypes.NameIdentifier);

    public string? Name => User?.FindFirstValue(NameClaim);

    /// <summary>The role in the casebook that is read, or on the server outside of one; null for who has none there.</summary>
    public AccountRole? Role => User is { } user ? SignIn.RoleOf(user) : null;

    /// <summary>True for an owner of the server, who owns every casebook on it.</summary>
    public bool IsAbove => User?.HasClaim(c => c.Type == SignIn.AboveClaim) == true;

    /// <summary>The address of the page's request, or of the circuit's connection, as limits count it.</summary>
    public string Address => principal()?.FindFirstValue(Arrival.AddressClaim) ?? "";

    /// <summary>True for the machine's own visitor.</summary>
    public bool IsLocal => principal()?.HasClaim(c => c.Type == Arrival.LocalClaim) == true;

    public bool May(Right right) => Rights.Allows(Role, right);

    private ClaimsPrincipal? User => principal() is { Identity.IsAuthenticated: true } user ? user : null;
}
