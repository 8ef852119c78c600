using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// The presenter's side of a live session. Posts are JSON: another site cannot send one without asking first, and is never allowed to.
/// </summary>
public static class WheelEndpoints
{
    public static void MapWheel(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/present/{talk}/live", Start).WithMetadata(new RequireAntiforgeryTokenAttribute());
        var live = routes.MapGroup("/live/{code}").AddEndpointFilter(ForPresenters);
        live.MapGet("/wheel", Stream);
        live.MapPost("/wheel", Move);
        live.MapPost("/hand", Hand);
        live.MapPost("/take", Take);
        live.MapPost("/show", Show);
        live.MapPost("/end", End);
        live.MapGet("/results.csv", LiveResults.Csv);
    }

    private static async Task<IResult> Start(string talk, HttpContext context, Talks talks, LiveSessions sessions)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            return Results.Text(
                "The page was too old to go live from. Go back, load it again, and press once more.",
                statusCode: StatusCodes.Status400BadRequest
            );
        if (PresenterOf(context.User) is not { } who)
            return Urls.Redirect(Urls.SignInFor(Urls.Desk(talk) + context.Request.QueryString));
        if (await talks.Stored(talk, context.Request) is not { } found)
            return Results.NotFound();
        var session = await sessions.Start(found.Script, who);
        context.Response.Headers.Location = Urls.Base(context.Request) + Urls.With(Urls.Desk(talk), ("live", session.Code));
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task Stream(HttpContext context, Sessions accounts, LiveOptions limits)
    {
        var (session, who) = Of(context);
        using var left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var watch = accounts.Watch(SignIn.Of(context.User)!, left.Cancel);
        using var open = session.Open(who);
        var response = context.Response;
        EventStream.Begin(response);
        response.BodyWriter.Write(Encoding.UTF8.GetBytes("retry: 1500\n\n"));
        await EventStream.Run(
            session,
            session.Wheel,
            () =>
            {
                response.BodyWriter.Write(
                    Encoding.UTF8.GetBytes(
                        $"event: state\ndata: {JsonSerializer.Serialize(View(session, who), JsonSerializerOptions.Web)}\n\n"
                    )
                );
                return response.BodyWriter.FlushAsync(left.Token);
            },
            left.Token
        );
    }

    private static async Task<IResult> Move(HttpContext context, LiveSessions sessions, LiveState? to)
    {
        var (session, who) = Of(context);
        if (to is null || !session.Script.Has(to.Stop, to.Shown))
            return Results.Json(new { words = "The talk has no such step." }, statusCode: StatusCodes.Status400BadRequest);
        var moved = await sessions.Move(session, who.Id, to);
        return Results.Json(
            View(session, who),
            statusCode: moved ? StatusCodes.Status200OK
                : session.Driver.Id == who.Id ? StatusCodes.Status409Conflict
                : StatusCodes.Status403Forbidden
        );
    }

    private static async Task<IResult> Hand(HttpContext context, LiveSessions sessions, HandTo? to)
    {
        var (session, who) = Of(context);
        if (to?.To is null || !await sessions.Hand(session, who.Id, to.To))
            return Results.Text(
                "The wheel can be handed, by who has it, to somebody with stage or desk open.",
                statusCode: StatusCodes.Status409Conflict
            );
        return Results.Json(View(session, who));
    }

    private static async Task<IResult> Take(HttpContext context, LiveSessions sessions, LiveOptions limits)
    {
        var (session, who) = Of(context);
        if (!await sessions.Take(session, who))
            return Results.Text(
                $"{session.Driver.Name} still has the wheel, and can hand it to you. If {session.Driver.Name} has gone, it is free "
                    + $"after {limits.AwaySeconds} seconds.",
                statusCode: StatusCodes.Status409Conflict
            );
        return Results.Json(View(session, who));
    }

    private static IResult Show(HttpContext context, ShowJoin? show)
    {
        var (session, who) = Of(context);
        if (show is null)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (session.Driver.Id != who.Id) // on a stage of one's own it is shown all the same
            return Results.Text(
                $"{session.Driver.Name} drives; only who drives shows it on every stage.",
                statusCode: StatusCodes.Status403Forbidden
            );
        session.Show(show.Now);
        return Results.Json(View(session, who));
    }

    private static async Task<IResult> End(HttpContext context, LiveSessions sessions)
    {
        var (session, who) = Of(context);
        if (session.Driver.Id != who.Id)
            return Results.Text($"{session.Driver.Name} drives; only who drives can end it.", statusCode: StatusCodes.Status403Forbidden);
        await sessions.End(session);
        return Results.Json(View(session, who));
    }

    private static object View(LiveSession session, LivePerson who)
    {
        var (state, driver) = (session.State, session.Driver);
        var guess = session.Script.Stops[state.Stop].Guess;
        return new
        {
            state.Seq,
            state.Stop,
            state.Shown,
            state.Blank,
            session.Here,
            driver,
            You = who.Id,
            Shows = session.ShowsJoin,
            session.Presenters,
            Ended = session.IsEnded,
            Guessed = guess is null ? 0 : session.Guesses.Devices(state.Stop),
            Guesses = guess?.WordingsHtml.Select((_, i) => session.Guesses.Counts(state.Stop, i)).ToList() ?? [],
        };
    }

    // Who may present, which session, and where a post comes from: settled before any of these is asked.
    private static async ValueTask<object?> ForPresenters(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (context, request) = (call.HttpContext, call.HttpContext.Request);
        if (PresenterOf(context.User) is not { } who)
            return Results.Text(
                "Sign in as a presenter.",
                statusCode: context.User.Identity?.IsAuthenticated == true
                    ? StatusCodes.Status403Forbidden
                    : StatusCodes.Status401Unauthorized
            );
        if (
            !HttpMethods.IsGet(request.Method)
            && (!request.HasJsonContentType() || request.Headers.Origin is [{ } origin] && !SameOrigin(origin, request))
        )
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await context.RequestServices.GetRequiredService<LiveSessions>().Find(request.RouteValues["code"] as string) is not { } session)
            return Results.Text("No session has this code.", statusCode: StatusCodes.Status404NotFound);
        if (session.IsEnded && !HttpMethods.IsGet(request.Method))
            return Results.Text("This session has ended.", statusCode: StatusCodes.Status410Gone);
        context.Items[typeof(LiveSession)] = (session, who);
        return await next(call);
    }

    internal static (LiveSession Session, LivePerson Who) Of(HttpContext context) =>
        ((LiveSession, LivePerson))context.Items[typeof(LiveSession)]!;

    private static LivePerson? PresenterOf(ClaimsPrincipal user) =>
        Rights.Allows(SignIn.RoleOf(user), Right.Present) && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new(id, user.FindFirstValue(Visitor.NameClaim) ?? "")
            : null;

    private static bool SameOrigin(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);

    internal sealed record HandTo(string? To);

    internal sealed record ShowJoin(bool Now);
}
