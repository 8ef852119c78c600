using System.Security.Claims;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Who reads, as the sign-in cookie says: for showing what one may do. Whether one really may is decided where the write happens, from the
/// account as it then stands.
/// </summary>
/// <param name="principal">Asked each time, since a sign-in may end while a page is open; null, or not authenticated, is nobody.</param>
public sealed class Visitor(Func<ClaimsPrincipal?> principal)
{
    /// <summary>The claim types of the sign-in cookie, beside <see cref="ClaimTypes.NameIdentifier"/> for the account's id.</summary>
    public const string NameClaim = "summit:name";
    public const string RoleClaim = "summit:role";

    /// <summary>The account's id, or null where nobody is signed in.</summary>
    public string? AccountId => User?.FindFirstValue(ClaimTypes.NameIdentifier);

    public string? Name => User?.FindFirstValue(NameClaim);
    public AccountRole? Role => User is { } user ? RoleOf(user) : null;

    /// <summary>The role in a sign-in cookie; null where nobody is signed in.</summary>
    public static AccountRole? RoleOf(ClaimsPrincipal user) =>
        Vocabulary.TryRead<AccountRole>(user.FindFirstValue(RoleClaim), out var role) ? role : null;

    /// <summary>The address of the page's request, or of the circuit's connection, as limits count it.</summary>
    public string Address => principal()?.FindFirstValue(Arrival.AddressClaim) ?? "";

    /// <summary>True for the machine's own visitor.</summary>
    public bool IsLocal => principal()?.HasClaim(c => c.Type == Arrival.LocalClaim) == true;

    public bool May(Right right) => Rights.Allows(Role, right);

    private ClaimsPrincipal? User => principal() is { Identity.IsAuthenticated: true } user ? user : null;
}
