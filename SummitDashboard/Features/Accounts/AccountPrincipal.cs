using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Accounts;

/// <summary>What the cookie says of a person beside the account's id: name and role.</summary>
internal sealed class AccountPrincipal(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Visitor.NameClaim, user.Name));
        identity.AddClaim(new(Visitor.RoleClaim, Vocabulary.Of(user.Role)));
        return identity;
    }
}
