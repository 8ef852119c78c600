using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Importing;

/// <summary>Where files arrive, and where one is had back as it came.</summary>
public static class ImportEndpoints
{
    internal static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Urls.ImportFiles, Take)
            .RequireAuthorization(nameof(Right.Edit))
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(ImportOptions.RequestMiB * 1024L * 1024));
        routes.MapGet(Urls.ImportedFile("{id}"), Give).RequireAuthorization(nameof(Right.Edit));
        routes.MapGet("/sources/{slug}/original", Original).RequireAuthorization(nameof(Right.Edit));
    }

    // A script sends one file after another and reads a status; a form without it sends all at once and is led to the list.
    private static async Task<IResult> Take(Imports imports, ImportOptions options, HttpContext context, CancellationToken left)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(left);
        var arrived = new List<Arrived>();
        foreach (var file in form.Files.Where(f => f.FileName.Length > 0))
            arrived.Add(await Arrive(file, options, left));
        if (form["text"].ToString() is var text && !string.IsNullOrWhiteSpace(text))
            arrived.Add(new("Pasted", Encoding.UTF8.GetBytes(text)));
        var outcome =
            arrived.Count == 0
                ? new Outcome.Done()
                : await imports.Add(arrived, context.User.FindFirstValue(ClaimTypes.NameIdentifier), form["again"] == "true");
        var problem = outcome switch
        {
            Outcome.Done => null,
            Outcome.Failed failed => failed.Why,
            _ => "Bringing files is for editors.",
        };
        var came = outcome as FilesCame;
        var list = PageOf(came);
        if (context.Request.Headers.Accept == "text/plain" && problem is null)
        {
            context.Response.Headers.ContentLocation = list;
            return came is { There.Count: > 0 } ? Results.Text("there") : Results.NoContent();
        }
        return problem is null ? Urls.Redirect(list) : Results.Text(problem, statusCode: StatusCodes.Status409Conflict);
    }

    // The last that came stands on the last page of the list.
    private static string PageOf(FilesCame? came) =>
        came is { Waiting: var waiting } && Paging.With(Math.Max(waiting - 1, 0), ImportsPage.Size) is > 1 and var page
            ? $"{Urls.With(Urls.Imports, ("page", Paging.Value(page)))}#newest"
            : Urls.Imports;

    private static async Task<Arrived> Arrive(IFormFile file, ImportOptions options, CancellationToken left)
    {
        // What a browser says of where a file lay is nobody’s business.
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (file.Length > options.FileBytes)
            return new(name, [], $"It has {file.Length / 1048576.0:0.0} MiB; at most {options.FileMiB} are taken.");
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, left);
        return new(name, bytes.ToArray());
    }

    /// <summary>Whether a browser can show such a file beside its text.</summary>
    public static bool CanBeShown(string name) => TypeOf(name) is not null;

    // A page that somebody brought must not run here: it is a download, or shown without its scripts, forms and whatever it would fetch.
    private static async Task<IResult> Give(string id, string? show, Imports imports, HttpContext context)
    {
        if (await imports.Whole(id) is not { } row)
            return Results.NotFound();
        var name = FileName(row.Name);
        if (show is null || TypeOf(name) is not { } type)
            return Results.File(row.Bytes, "application/octet-stream", name);
        if (type != Pdf)
            context.Response.Headers.ContentSecurityPolicy =
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
        return Results.Bytes(row.Bytes, type);
    }

    private static async Task<IResult> Original(string slug, CasebookStore store, Imports imports) =>
        store.Current.Sources.TryGetBySlug(slug, out var source) && await imports.OriginalOf(source.Article) is { } original
            ? Results.File(original.Bytes, "application/octet-stream", FileName(original.Name))
            : Results.NotFound();

    // Of a file in a zip its own.
    private static string FileName(string name) => Path.GetFileName(name.Split('›')[^1].Trim());

    private const string Pdf = "application/pdf";

    private static string? TypeOf(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" => Pdf,
            ".html" or ".htm" => "text/html",
            ".txt" or ".md" or ".eml" or ".ris" or ".bib" or ".json" => "text/plain",
            _ => null,
        };
}
