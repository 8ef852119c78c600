using System.Collections.Concurrent;

// GET /stream waits; POST /send writes its body to everybody who does. Nothing else: no session, no limits, no heartbeat.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var listeners = new ConcurrentDictionary<HttpResponse, TaskCompletionSource<byte[]>>();

app.MapGet("/stream", async (HttpContext context) =>
{
    context.Response.ContentType = "text/event-stream";
    await context.Response.StartAsync();
    await context.Response.Body.FlushAsync();
    while (!context.RequestAborted.IsCancellationRequested)
    {
        var next = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        listeners[context.Response] = next;
        await context.Response.Body.WriteAsync(await next.Task);
        await context.Response.Body.FlushAsync();
    }
});
app.MapPost("/send", async (HttpContext context) =>
{
    using var body = new MemoryStream();
    await context.Request.Body.CopyToAsync(body);
    var bytes = body.ToArray();
    foreach (var listener in listeners.Values) listener.TrySetResult(bytes);
    return listeners.Count;
});
app.Run();
