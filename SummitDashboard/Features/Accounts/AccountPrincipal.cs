using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Accounts;

/// <summary>
/// What the cookie says of a person beside the account's id: the name. A role is one in a casebook, and asked for with each request.
/// </summary>
internal sealed class AccountPrincipal(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Visitor.NameClaim, user.Name));
        return identity;
    }
}
