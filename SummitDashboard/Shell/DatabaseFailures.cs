using SummitDashboard.Data.Database;

namespace SummitDashboard.Shell;

/// <summary>
/// A request that meets a locked, full or read-only database is answered in a sentence, and with 503, by which scripts and proxies know
/// that it may be tried again. Whoever reads pages gets a page (<c>/error</c>), everybody else the sentence alone.
/// </summary>
public sealed class DatabaseFailures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e)
            when (!context.Response.HasStarted && DatabaseUnavailableException.Of(e) is { } unavailable && !IsForReading(context.Request))
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(unavailable.Message);
        }
    }

    private static bool IsForReading(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
