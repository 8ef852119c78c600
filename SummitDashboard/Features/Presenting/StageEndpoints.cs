using Microsoft.AspNetCore.Http.HttpResults;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Presenting;

/// <summary>The stage and what is taken along of a talk: pages of their own, without the shell and without a circuit.</summary>
public static class StageEndpoints
{
    public static void MapStage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/present/{talk}/{step:int}", Stage);
        routes.MapGet("/present/{talk}/desk", Desk);
        routes.MapGet("/present/{talk}/print", Print).WithMetadata(new HeavyReadAttribute());
        routes.MapGet("/present/{talk}/export.html", File).WithMetadata(new HeavyReadAttribute());
        routes.MapGet("/present/{talk}/export.json", TimelineJs).WithMetadata(new HeavyReadAttribute());
    }

    private static async Task<IResult> Stage(string talk, int step, HttpRequest request, Talks talks)
    {
        if (await talks.Find(talk, request) is not { } found)
            return await talks.Missing(talk, request);
        if (step < 1 || step > found.Script.Stops.Count)
            return Urls.Redirect(Urls.Stage(talk, Math.Clamp(step, 1, found.Script.Stops.Count)) + found.Query);
        var shown = int.TryParse(request.Query["shown"], out var n) ? Math.Clamp(n, 0, found.Script.Stops[step - 1].RevealsHtml.Count) : 0;
        return new RazorComponentResult<Stage>(
            new
            {
                found.Script,
                Stop = step - 1,
                Shown = shown,
                found.Live,
                found.Query,
                Language = found.Casebook.Head.Language,
            }
        )
        {
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> Desk(string talk, HttpRequest request, Talks talks, NotesAccess notes) =>
        await talks.Find(talk, request) is not { } found
            ? await talks.Missing(talk, request)
            : new RazorComponentResult<Desk>(
                new
                {
                    Script = notes.Allows(SignIn.RoleOf(request.HttpContext.User)) ? found.Script : found.Script.WithoutNotes(notes.Whose),
                    found.Live,
                    found.Query,
                    Language = found.Casebook.Head.Language,
                    MayPresent = Rights.Allows(SignIn.RoleOf(request.HttpContext.User), Right.Present),
                }
            )
            {
                PreventStreamingRendering = true,
            };

    private static async Task<IResult> Print(string talk, HttpRequest request, Talks talks, NotesAccess notes) =>
        await talks.Stored(talk, request) is not { } found
            ? await talks.Missing(talk, request)
            : new RazorComponentResult<PrintPage>(
                new
                {
                    found.Script,
                    found.Query,
                    Language = found.Casebook.Head.Language,
                    Notes = request.Query["notes"] == "1" && notes.Allows(SignIn.RoleOf(request.HttpContext.User)),
                    MayHaveNotes = notes.Allows(SignIn.RoleOf(request.HttpContext.User)),
                    notes.Whose,
                }
            )
            {
                PreventStreamingRendering = true,
            };

    private static async Task<IResult> File(
        string talk,
        HttpContext context,
        Talks talks,
        TalkScripts scripts,
        IWebHostEnvironment environment
    )
    {
        if (await talks.Stored(talk, context.Request) is not { } found)
            return await talks.Missing(talk, context.Request);
        var html = await scripts.File(found.Script, found.Casebook.Head.Language, StageAssets.Read(environment.WebRootFileProvider));
        return Results.File(System.Text.Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", $"{found.Script.Slug}.html");
    }

    private static async Task<IResult> TimelineJs(string talk, HttpRequest request, Talks talks) =>
        await talks.Stored(talk, request) is not { } found
            ? await talks.Missing(talk, request)
            : Results.File(TimelineJson.Of(found.Casebook, found.Talk!), "application/json; charset=utf-8", $"{found.Script.Slug}.json");
}
