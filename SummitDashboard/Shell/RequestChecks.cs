using Microsoft.Net.Http.Headers;

namespace SummitDashboard.Shell;

/// <summary>
/// Requests that no page should have to think about: impossible hosts, circuits opened by foreign pages, forms that cannot be read, and
/// HEAD.
/// </summary>
public sealed class RequestChecks(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsAddress(request))
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "The Host header is not an address.");
            return;
        }
        if (request.PathBase.Value is ['/', '/' or '\\', ..]) // X-Forwarded-Prefix; links under it would lead to another site
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "The X-Forwarded-Prefix header is not a path.");
            return;
        }
        if (request.Path.StartsWithSegments("/_blazor") && IsForeign(request))
        {
            await Refuse(
                context,
                StatusCodes.Status403Forbidden,
                "Another site’s page may not open a connection here. A proxy must pass the Host header on."
            );
            return;
        }
        if (request.HasFormContentType && !IsReadable(request.ContentType!))
        {
            await Refuse(context, StatusCodes.Status415UnsupportedMediaType, "Forms are sent as UTF-8 here.");
            return;
        }
        if (HttpMethods.IsHead(request.Method))
        {
            // Pages answer GET only; HEAD is the same without a body.
            request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }
        await next(context);
    }

    private static bool IsAddress(HttpRequest request)
    {
        try
        {
            return Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var uri)
                && uri.IdnHost.Length > 0
                && Uri.CheckHostName(uri.IdnHost.Trim('[', ']')) != UriHostNameType.Unknown;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException) // “xn--” is found to be no name only when it is written out
        {
            return false;
        }
    }

    // Another encoding, or many parts without what tells them apart, cannot be read; the framework finds that too late to say so.
    private static bool IsReadable(string type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && (!parsed.Charset.HasValue || parsed.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && (!parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || parsed.Boundary.Length > 0);

    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            || (
                !uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
                && !uri.Authority.Equals(request.Headers["X-Forwarded-Host"], StringComparison.OrdinalIgnoreCase)
            );
    }

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why);
    }
}
