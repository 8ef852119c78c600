namespace SummitDashboard.Shell;

/// <summary>Headers that keep foreign scripts, frames and requests out: nothing on any page comes from elsewhere.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    // MudBlazor sets inline styles; scripts stay our own files.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        // Cuts a page off from whoever opened it. Browsers begin a new process for that once the answer is there: readers, who have nothing
        // to lose by it, do not wait for one.
        context.Response.OnStarting(() =>
        {
            if (context.User.Identity is { IsAuthenticated: true })
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // What a file holds depends on who asks, and on the day: none is kept for another.
            if (headers.ContentDisposition.Count > 0 && headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
