using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitDashboard.Tests.Support;

/// <summary>What the server says to a circuit, held back as long as a test likes and then passed on in its order: a slow line.</summary>
public sealed class HeldFrames
{
    private readonly Lock inOrder = new(); // what comes while the held ones pass comes behind them
    private List<Action>? held;
    private Func<Task> cut = () => Task.CompletedTask;
    private TaskCompletionSource waits = new();

    private HeldFrames() { }

    /// <summary>Of the circuits that a page opens from now on.</summary>
    public static async Task<HeldFrames> Of(IPage page)
    {
        var frames = new HeldFrames();
        await page.RouteWebSocketAsync(new Regex("/_blazor"), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
                frames.Take(() =>
                {
                    if (frame.Binary is { } bytes)
                        socket.Send(bytes);
                    else
                        socket.Send(frame.Text!);
                })
            );
            frames.cut = async () =>
            {
                await socket.CloseAsync();
                await server.CloseAsync();
            };
        });
        return frames;
    }

    /// <summary>From here on they wait.</summary>
    public void Hold()
    {
        lock (inOrder)
            (held, waits) = ([], new());
    }

    /// <summary>Until one of them waits.</summary>
    public Task Waits => waits.Task;

    /// <summary>The connection is cut, and those that waited are lost; the page takes it up again by itself.</summary>
    public Task Cut()
    {
        lock (inOrder)
            held = null;
        return cut();
    }

    /// <summary>Those that waited go on, and all that follow.</summary>
    public void Pass()
    {
        lock (inOrder)
        {
            held?.ForEach(pass => pass());
            held = null;
        }
    }

    private void Take(Action pass)
    {
        lock (inOrder)
            if (held is null)
            {
                pass();
                return;
            }
        held.Add(pass);
        waits.TrySetResult();
    }
}
