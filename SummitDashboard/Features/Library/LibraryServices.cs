using SummitDashboard.Data.Library;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Library;

/// <summary>The library: which casebooks there are, and new ones.</summary>
public static class LibraryServices
{
    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Enter);
        routes.MapGet(Urls.Follow, Follow);
        routes.MapGet(Urls.Follow + "/{code}", Follow);
        routes.MapFallback("{**path:nonfile}", Older);
    }

    // Where there is one casebook to see, straight to it.
    private static IResult Enter(HttpContext context, CasebookAccess access) =>
        access.VisibleTo(context.User) is [var (only, _)] && only.Archived is null
            ? Urls.Redirect(Urls.Casebook(only.Slug) + context.Request.QueryString)
            : Urls.Redirect(Urls.Library);

    // A code leads to its talk, in whichever casebook; one that is none to where another can be typed, in a casebook that the visitor sees.
    private static IResult Follow(string? code, HttpContext context, LiveCodes codes, CasebookLibrary library, CasebookAccess access) =>
        (code is null ? null : codes.CasebookOf(code.Trim().ToUpperInvariant())) is { } id && library.Get(id) is { } casebook
            ? Urls.Redirect(Urls.Casebook(casebook.Slug) + Urls.Live(code!.Trim().ToUpperInvariant()))
        : access.VisibleTo(context.User).Select(c => c.Casebook).OrderBy(c => c.Id != CasebookRow.First).FirstOrDefault() is { } seen
            ? Urls.Redirect(Urls.Casebook(seen.Slug) + (code is null ? Urls.Follow : Urls.Live(code)))
        : Results.NotFound();

    // Until there was a library, every address was one in the only casebook.
    private static IResult Older(string path, HttpContext context, CasebookAccess access, CasebookLibrary library) =>
        HttpMethods.IsGet(context.Request.Method)
        && Urls.IsInCasebook(path)
        && library.First is { } first
        && access.VisibleTo(context.User).Any(c => c.Casebook.Id == first.Id)
            ? Urls.Redirect(Urls.Casebook(first.Slug) + path + context.Request.QueryString)
            : Results.NotFound();
}
