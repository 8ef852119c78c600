using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.HttpOverrides;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Shell;

/// <summary>
/// Behind a proxy: who asks, and by which scheme, host and path, is what the proxies named in <c>Proxies:Known</c>, and those on the
/// machine itself, say in <c>X-Forwarded-…</c>; what anybody else says there counts for nothing. <c>PathBase</c> is the path under which
/// the app stands.
/// </summary>
public static partial class Proxies
{
    /// <summary>First of all, so that everything after it sees the visitor and not the proxy.</summary>
    public static void UseProxies(this WebApplication app)
    {
        app.UseForwardedHeaders(Forwarded(app.Configuration));
        if (PathBase(app.Configuration) is { Length: > 0 } root)
            app.Use(next => context => Under(root, context, next));
    }

    /// <summary>
    /// The path under which the app stands, such as <c>/summit</c>, or "" for the host's root. Throws <see cref="StartupException"/> for
    /// what is no path.
    /// </summary>
    public static string PathBase(IConfiguration configuration)
    {
        var root = configuration["PathBase"]?.Trim().Trim('/') ?? "";
        return root.Length == 0 ? ""
            : PathPattern().IsMatch(root) ? "/" + root
            : throw new StartupException(
                $"PathBase is “{configuration["PathBase"]}”; it is a path such as /summit (letters, digits, . _ ~ - and slashes "
                    + "between), or left out."
            );
    }

    /// <summary>
    /// Reads <c>Proxies:Known</c>: addresses and networks (<c>10.0.0.5, 172.16.0.0/12</c>). Throws <see cref="StartupException"/> for what
    /// is neither.
    /// </summary>
    public static ForwardedHeadersOptions Forwarded(IConfiguration configuration)
    {
        // As many proxies one after another as are known. Those on the machine itself are from the start.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        foreach (
            var known in (configuration["Proxies:Known"] ?? "").Split(
                [',', ';', ' '],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (IPAddress.TryParse(known, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(known, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new StartupException($"Proxies:Known has “{known}”; it is addresses and networks, such as 10.0.0.5, 172.16.0.0/12.");
        }
        if (configuration["AllowedHosts"] is { Length: > 0 } hosts && hosts != "*")
            options.AllowedHosts = [.. hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return options;
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

    [GeneratedRegex(@"^[\w.~-]+(/[\w.~-]+)*$", RegexOptions.ECMAScript)]
    private static partial Regex PathPattern();
}
