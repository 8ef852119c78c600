using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SummitDashboard.Data.Accounts;

namespace SummitDashboard.Features.Accounts;

/// <summary>
/// Looks at the account behind a cookie with every request: besides an old stamp, being disabled makes it worthless, and so does a sign-out
/// on the device that it was given to.
/// </summary>
internal sealed class StampValidator(
    IOptions<SecurityStampValidatorOptions> options,
    SignInManager<Account> signIn,
    Sessions sessions,
    ILoggerFactory logs
) : SecurityStampValidator<Account>(options, signIn, logs)
{
    protected override async Task<Account?> VerifySecurityStamp(ClaimsPrincipal? principal) =>
        await base.VerifySecurityStamp(principal) is { Disabled: false } account && await sessions.IsOpen(SignIn.Of(principal!)!)
            ? account
            : null;
}
