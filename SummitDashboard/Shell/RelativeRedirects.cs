namespace SummitDashboard.Shell;

/// <summary>
/// Redirects name the path only, never the scheme or the host: behind a proxy that ends HTTPS and does not say so, <c>http:</c> in
/// <c>Location</c> would lead out of <c>form-action 'self'</c>, and signing in nowhere.
/// </summary>
public sealed class RelativeRedirects(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var (request, headers) = (context.Request, context.Response.Headers);
            var own = $"{request.Scheme}://{request.Host}";
            // “//x” would be another site's address.
            if (
                headers.Location is [{ } to]
                && to.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase)
                && !to.StartsWith(own + "//", StringComparison.OrdinalIgnoreCase)
            )
                headers.Location = to[own.Length..];
            return Task.CompletedTask;
        });
        return next(context);
    }
}
