using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>The audience's side of a live session: a page, a stream, a guess. Nobody signs in.</summary>
public static class AudienceEndpoints
{
    private static readonly ReadOnlyMemory<byte> Retry = Encoding.UTF8.GetBytes("retry: 2000\n\n");
    private static readonly ReadOnlyMemory<byte> Alive = Encoding.UTF8.GetBytes(": \n\n");

    public static void MapAudience(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.Follow, Door);
        routes.MapGet("/live/{code}", Page);
        routes.MapGet("/live/{code}/stream", Stream);
        // One's own guess is all that a foreign page could send, and its cookie is not sent along.
        routes.MapPost("/live/{code}/guess", Guess).DisableAntiforgery();
    }

    private static IResult Door(string? code) =>
        string.IsNullOrWhiteSpace(code) ? Missing(null, StatusCodes.Status200OK)
        : LiveCode.Read(code) is { } known ? Urls.Redirect(Urls.Live(known))
        : Missing(code, StatusCodes.Status404NotFound);

    private static async Task<IResult> Page(
        string code,
        HttpContext context,
        LiveSessions sessions,
        AudienceTokens visitors,
        LiveOptions limits,
        ClosedReading access,
        CasebookStore store
    )
    {
        var (found, wait) = await sessions.Seek(code, ClientAddress.Of(context), visitors.Of(context.Request));
        if (found is not { } session)
            return Miss(code, wait);
        if (code != session.Code)
            return Urls.Redirect(Urls.Live(session.Code));
        var visitor = session.IsEnded ? null : visitors.Ensure(context);
        if (visitor is not null)
            session.Admit(visitor, limits);
        var token = visitor is null ? null : session.Hash(visitor);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<LivePage>(
            new
            {
                Session = session,
                Mine = (Func<int, string?>)(wording => token is null ? null : session.Guesses.Of(session.State.Stop, wording, token)),
                Language = store.Current.Head.Language,
                MayLookAround = !access.IsClosed,
            }
        )
        {
            PreventStreamingRendering = true,
        };
    }

    private static async Task Stream(string code, HttpContext context, LiveSessions sessions, AudienceTokens visitors, LiveOptions limits)
    {
        var response = context.Response;
        var (address, visitor) = (ClientAddress.Of(context), visitors.Of(context.Request));
        var (found, wait) = await sessions.Seek(code, address, visitor);
        if (found is not { } session)
        {
            response.StatusCode = wait ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound;
            return;
        }
        using var listening = session.Listen(visitor, address, limits);
        if (listening is null)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "10";
            return;
        }
        EventStream.Begin(response);
        response.BodyWriter.Write(Retry.Span);
        var (step, count) = (-1L, -1L);
        await EventStream.Run(
            session,
            session.Audience,
            () =>
            {
                var (newStep, newCount) = (session.Step, session.Count);
                if (newStep.Version != step)
                    response.BodyWriter.Write(newStep.Bytes.Span);
                if (newCount is not null && newCount.Version != count)
                    response.BodyWriter.Write(newCount.Bytes.Span);
                if (newStep.Version == step && (newCount is null || newCount.Version == count))
                    response.BodyWriter.Write(Alive.Span);
                (step, count) = (newStep.Version, newCount?.Version ?? count);
                return response.BodyWriter.FlushAsync(context.RequestAborted);
            },
            context.RequestAborted
        );
    }

    private static async Task<IResult> Guess(string code, HttpContext context, LiveSessions sessions, AudienceTokens visitors)
    {
        var address = ClientAddress.Of(context);
        var (found, wait) = await sessions.Seek(code, address, visitors.Of(context.Request));
        if (found is not { } session)
            return Miss(code, wait);
        var wording = 0;
        var isFetch = context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
        if (!context.Request.HasFormContentType || context.Request.ContentLength is not <= 4096)
            return Answer(StatusCodes.Status400BadRequest, "There is no such choice here.");
        if (visitors.Of(context.Request) is not { } token)
            return Answer(
                StatusCodes.Status403Forbidden,
                "To guess, let this page keep its cookie and load it again. It tells devices apart and nothing else."
            );
        if (!sessions.GuessesPerVisitor.Take(session.Hash(token)) || !sessions.Guesses.Take(session.Id))
            return Answer(StatusCodes.Status429TooManyRequests, "That was too fast. Wait a moment, then choose again.");
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return Answer(StatusCodes.Status400BadRequest, "There is no such choice here.");
        }
        if (
            !int.TryParse(form["stop"], NumberStyles.None, CultureInfo.InvariantCulture, out var stop)
            || !int.TryParse(form["wording"], NumberStyles.None, CultureInfo.InvariantCulture, out wording)
        )
            return Answer(StatusCodes.Status400BadRequest, "There is no such choice here.");
        try
        {
            return await sessions.Guess(session, stop, wording, form["option"].ToString(), token, address) is { } why
                ? Answer(StatusCodes.Status409Conflict, why)
                : Answer(StatusCodes.Status200OK, "");
        }
        catch (DatabaseUnavailableException)
        {
            return Answer(StatusCodes.Status503ServiceUnavailable, "The server cannot keep your guess just now. Try again in a moment.");
        }

        // Without the script the page comes back, with the choice marked, or the reason why not.
        IResult Answer(int status, string words) =>
            isFetch ? Results.Json(new { words }, statusCode: status)
            : status == StatusCodes.Status200OK ? Urls.Redirect($"{Urls.Live(session.Code)}#w{wording}")
            : new RazorComponentResult<LiveDoor>(
                new
                {
                    Words = words,
                    Code = session.Code,
                    IsOpen = true,
                }
            )
            {
                StatusCode = status,
            };
    }

    private static RazorComponentResult<LiveDoor> Miss(string code, bool wait) =>
        Missing(code, wait ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound);

    private static RazorComponentResult<LiveDoor> Missing(string? code, int status) =>
        new(
            new
            {
                Words = status switch
                {
                    StatusCodes.Status200OK => null,
                    StatusCodes.Status429TooManyRequests =>
                        "Too many codes that do not exist were tried from where you are. Wait a minute, then try again.",
                    _ => $"No talk has this code now. Look at the presenter’s screen again: {LiveCode.Open} or {LiveCode.Closed} "
                        + "letters and digits. A talk that has ended is forgotten after a day.",
                },
                Code = code,
            }
        )
        {
            StatusCode = status,
        };
}
