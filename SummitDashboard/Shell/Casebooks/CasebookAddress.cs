using SummitDashboard.Reading;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>Takes the casebook out of an address: what follows sees the path in it, and a path base that ends with it.</summary>
public static class CasebookAddress
{
    public static Task Split(HttpContext context, Func<Task> next)
    {
        var request = context.Request;
        if (
            !request.Path.StartsWithSegments("/" + CasebookPath.Segment, StringComparison.Ordinal, out var rest)
            || rest.Value is not ['/', not '/', ..] path
        )
            return next();
        var end = path.IndexOf('/', 1);
        var slug = path[1..(end < 0 ? path.Length : end)];
        context.Features.Set(new CasebookPath(slug, request.PathBase));
        request.PathBase += new PathString($"/{CasebookPath.Segment}/{slug}");
        request.Path = end < 0 ? PathString.Empty : path[end..];
        return next();
    }

    /// <summary>Without its slash, what is relative in a casebook would lead beside it. After it is known that the host is one.</summary>
    public static Task Slash(HttpContext context, Func<Task> next)
    {
        var request = context.Request;
        if (request.Path.HasValue || context.Features.Get<CasebookPath>() is null)
            return next();
        context.Response.Redirect(request.PathBase.ToUriComponent() + "/" + request.QueryString);
        return Task.CompletedTask;
    }
}
