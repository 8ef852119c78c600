using System.Security.Claims;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// From where a request, or the connection of a circuit, comes: said by claims of its user beside those of the sign-in, because a circuit
/// has no request to ask but keeps the user whom its connection was opened with. A page carries nothing of it, so that one who opens it
/// elsewhere gains nothing.
/// </summary>
public static class Arrival
{
    public const string AddressClaim = "summit:address";
    public const string LocalClaim = "summit:local";

    /// <summary>The middleware, once it is known who asks.</summary>
    public static Task Note(HttpContext context, Func<Task> next)
    {
        var from = new ClaimsIdentity([new(AddressClaim, ClientAddress.Of(context))]); // of no authentication: it signs nobody in
        if (TextAccess.IsLocal(context, context.RequestServices.GetRequiredService<ProxyOptions>()))
            from.AddClaim(new(LocalClaim, ""));
        context.User = new([.. context.User.Identities, from]);
        return next();
    }
}
