using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>Server-Sent Events (WHATWG HTML, 9.2) of a session.</summary>
internal static class EventStream
{
    /// <summary>The headers of a stream that nothing between here and there should hold up.</summary>
    public static void Begin(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>Sends now and after every beat, until the visitor leaves, the session has ended, or the server stops.</summary>
    public static async Task Run(LiveSession session, Pulse pulse, Func<ValueTask<FlushResult>> send, CancellationToken left)
    {
        try
        {
            while (true)
            {
                var next = pulse.Next;
                var isLast = session.IsEnded || session.IsClosing;
                if ((await send()).IsCompleted || isLast)
                    return;
                await next.WaitAsync(left);
            }
        }
        catch (OperationCanceledException)
        {
            // The visitor has left.
        }
    }
}
