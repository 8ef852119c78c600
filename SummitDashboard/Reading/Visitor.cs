using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>
/// Who looks at the page, as the sign-in cookie says: for showing what one may do. Whether one really may is decided where the write
/// happens, from the account as it then stands.
/// </summary>
public sealed class Visitor(AuthenticationStateProvider authentication)
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
        Words.TryRead<AccountRole>(user.FindFirstValue(RoleClaim), out var role) ? role : null;

    public bool May(Right right) => Rights.Allows(Role, right);

    // Known at once: from the request while a page is drawn for it, from the connection in a circuit.
    private ClaimsPrincipal? User =>
        authentication.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } state
        && state.Result.User is { Identity.IsAuthenticated: true } user
            ? user
            : null;
}
