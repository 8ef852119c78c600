using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using SummitDashboard.Data;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Shell;

/// <summary>
/// Behind a proxy: who asks, and by which scheme, host and path, is what the proxies named in <c>Proxies:Known</c>, and those on the
/// machine itself, say in <c>X-Forwarded-…</c>; what anybody else says there counts for nothing. <c>PathBase</c> is the path under which
/// the app stands.
/// </summary>
public static class Proxies
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddSettings<ProxyOptions>();
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<ProxyOptions, IOptions<HostFilteringOptions>>(
                (forwarded, proxies, hosts) =>
                {
                    // As many proxies one after another as are known. Those on the machine itself are from the start.
                    (forwarded.ForwardedHeaders, forwarded.ForwardLimit) = (ForwardedHeaders.All, null);
                    foreach (var address in proxies.Addresses())
                        forwarded.KnownProxies.Add(address);
                    foreach (var network in proxies.Networks())
                        forwarded.KnownIPNetworks.Add(network);
                    if (!hosts.Value.AllowedHosts.Contains("*"))
                        forwarded.AllowedHosts = hosts.Value.AllowedHosts;
                }
            );
    }

    /// <summary>First of all, so that everything after it sees the visitor and not the proxy.</summary>
    public static void UseProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (app.Services.GetRequiredService<ProxyOptions>().PathBase is { Length: > 0 } root)
            app.Use(next => context => Under(root, context, next));
    }

    // A proxy passes the whole path on or leaves the base out: every link leads under it either way.
    private static Task Under(PathString root, HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        request.PathBase = root;
        if (request.Path.StartsWithSegments(root, StringComparison.Ordinal, out var rest))
        {
            if (!rest.HasValue) // what is relative there would lead beside it
            {
                context.Response.Redirect(root + "/" + request.QueryString);
                return Task.CompletedTask;
            }
            request.Path = rest;
        }
        return next(context);
    }
}
