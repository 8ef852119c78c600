using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SummitDashboard.Tests.Support;

/// <summary>What the server says to a circuit, held back as long as a test likes and then passed on in its order: a slow line.</summary>
public sealed class HeldFrames
{
    private readonly Lock inOrder = new(); // what comes while the held ones pass comes behind them
    private List<(byte[] Frame, Action Pass)>? held;
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
            server.OnMessage(frame => frames.Take(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text!), () =>
                {
                    if (frame.Binary is { } bytes)
                        socket.Send(bytes);
                    else
                        socket.Send(frame.Text!);
                }));
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
    public Task Waits => waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

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
            held?.ForEach(one => one.Pass());
            held = null;
        }
    }

    /// <summary>Until one of them waits in which this stands.</summary>
    public async Task WaitsWith(string word)
    {
        while (true)
        {
            lock (inOrder)
            {
                if (With(word) >= 0)
                    return;
                waits = new();
            }
            await Waits;
        }
    }

    /// <summary>Those go on up to the first in which this stands, once it is there; the rest is held.</summary>
    public async Task PassUpTo(string word)
    {
        await WaitsWith(word);
        lock (inOrder)
        {
            var passing = held!.GetRange(0, With(word) + 1);
            held.RemoveRange(0, passing.Count);
            passing.ForEach(one => one.Pass());
        }
    }

    private int With(string word) => held!.FindIndex(one => one.Frame.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    private void Take(byte[] frame, Action pass)
    {
        lock (inOrder)
            if (held is null)
            {
                pass();
                return;
            }
        held.Add((frame, pass));
        waits.TrySetResult();
    }
}
