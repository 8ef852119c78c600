namespace SummitDashboard.Shell;

/// <summary>
/// Sends an address with empty query values, as a form leaves them without a script, on to the same address without them: what is copied
/// from the browser says only what was chosen.
/// </summary>
public sealed class CleanAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // “//host” would lead elsewhere, and what begins with an underscore is the framework's own.
        if (
            !HttpMethods.IsGet(request.Method)
            || !request.QueryString.HasValue
            || request.Path.Value is not { } path
            || path.StartsWith("//", StringComparison.Ordinal)
            || path.StartsWith("/_", StringComparison.Ordinal)
        )
            return next(context);

        var values = request.QueryString.Value![1..].Split('&');
        var kept = values.Where(v => v.IndexOf('=') is > 0 and var at && at < v.Length - 1).ToList();
        if (kept.Count == values.Length)
            return next(context);

        var query = kept.Count == 0 ? "" : "?" + string.Join('&', kept).Replace("%2C", ",", StringComparison.OrdinalIgnoreCase);
        context.Response.Redirect((request.PathBase + request.Path).ToUriComponent() + query);
        return Task.CompletedTask;
    }
}
