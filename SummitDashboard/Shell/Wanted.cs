using Microsoft.AspNetCore.Diagnostics;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;

namespace SummitDashboard.Shell;

/// <summary>What was asked for, where a page is shown in its place that says why it is not.</summary>
public static class Wanted
{
    /// <summary>Its address below the base; null where the page is the one that was asked for.</summary>
    public static string? Of(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } first
            ? (context.Features.Get<NoSuchCasebook>() is { } missing ? Urls.Casebook(missing.Slug) : "")
                + first.OriginalPath.TrimStart('/')
                + first.OriginalQueryString
            : null;
}
