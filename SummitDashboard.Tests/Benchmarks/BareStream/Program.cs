// GET /stream waits; POST /send writes its body to everybody who does. Nothing else: no session, no limits, no heartbeat.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var now = new Sent([]);

app.MapGet("/stream", async (HttpContext context) =>
{
    context.Response.ContentType = "text/event-stream";
    var seen = now; // before anybody hears that he listens
    await context.Response.Body.FlushAsync();
    while (true)
    {
        await seen.Next.Task.WaitAsync(context.RequestAborted);
        seen = now; // whatever is sent from here on ends its wait
        await context.Response.Body.WriteAsync(seen.Bytes);
        await context.Response.Body.FlushAsync();
    }
});
app.MapPost("/send", async (HttpContext context) =>
{
    using var body = new MemoryStream();
    await context.Request.Body.CopyToAsync(body);
    var before = Interlocked.Exchange(ref now, new(body.ToArray()));
    before.Next.SetResult();
});
app.Run();

internal sealed record Sent(byte[] Bytes)
{
    public TaskCompletionSource Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
