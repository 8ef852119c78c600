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
        if (end < 0) // what is relative there would lead beside it
        {
            context.Response.Redirect(request.PathBase.ToUriComponent() + "/" + request.QueryString);
            return Task.CompletedTask;
        }
        request.Path = path[end..];
        return next();
    }
}
