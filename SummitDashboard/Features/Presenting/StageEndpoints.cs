using Microsoft.AspNetCore.Http.HttpResults;
using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Presenting;

/// <summary>The stage and what is taken along of a talk: pages of their own, without the shell and without a circuit.</summary>
public static class StageEndpoints
{
    public static void MapStage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/present/{talk}/{step:int}", Stage);
    }

    private static async Task<IResult> Stage(string talk, int step, HttpRequest request, Talks talks)
    {
        if (await talks.Find(talk, request) is not { } found) return talks.Missing(talk, request);
        if (step < 1 || step > found.Script.Stops.Count) return Results.LocalRedirect(Urls.Stage(talk, Math.Clamp(step, 1, found.Script.Stops.Count)) + found.Query);
        var shown = int.TryParse(request.Query["shown"], out var n) ? Math.Clamp(n, 0, found.Script.Stops[step - 1].RevealsHtml.Count) : 0;
        return new RazorComponentResult<Stage>(new { found.Script, Stop = step - 1, Shown = shown, found.Live, found.Query, Language = found.Casebook.Head.Language }) { PreventStreamingRendering = true };
    }
}
