using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Accounts;

/// <summary>
/// How often passwords and links may be guessed: <see cref="KnownDevices.Tries"/> a minute. A person, a device that is known, and an
/// address are each counted apart, under names that nothing else has: what is refused to one stops no other.
/// </summary>
public sealed class SignInTries : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> tries = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetSlidingWindowLimiter(WhoTries(context), _ => new()
            {
                PermitLimit = KnownDevices.Tries,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            })
    );

    /// <summary>The middleware: what is guessed by is sent by POST, to the pages of accounts.</summary>
    public async Task Admit(HttpContext context, RequestDelegate next)
    {
        using var one =
            HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/account")
                ? tries.AttemptAcquire(context)
                : null;
        if (one is null or { IsAcquired: true })
        {
            await next(context);
            return;
        }
        var response = context.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync("Too many tries from here. Wait a minute, then go back and try again.", context.RequestAborted);
    }

    public void Dispose() => tries.Dispose();

    private static string WhoTries(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? $"person {id}"
        : context.RequestServices.GetRequiredService<KnownDevices>().Of(context.Request) is { } known ? $"device {known.Device}"
        : $"address {ClientAddress.Of(context)}";
}
