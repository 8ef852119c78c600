using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitDashboard.Tests.Support;

/// <summary>A server on the loopback address that speaks as OpenAI’s does, and answers as a test says.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChatServer(WebApplication app) => this.app = app;

    /// <summary>What the program is told: <c>http://127.0.0.1:…/v1</c>.</summary>
    public string Endpoint => app.Urls.Single() + "/v1";

    /// <param name="answer">What is said to who asks to talk.</param>
    /// <param name="embed">What is said to who asks for vectors; null: such an address is not there.</param>
    public static async Task<ChatServer> Serve(RequestDelegate answer, RequestDelegate? embed = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", answer);
        if (embed is not null)
            app.MapPost("/v1/embeddings", embed);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>Answers as a model would.</summary>
    public static Task Answer(HttpContext context, string content) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                id = "1",
                @object = "chat.completion",
                created = 1,
                model = "small",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = "stop",
                        message = new { role = "assistant", content },
                    },
                },
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>The texts that vectors are asked for.</summary>
    public static async Task<List<string>> Texts(HttpContext context)
    {
        var asked = await context.Request.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return [.. asked.GetProperty("input").EnumerateArray().Select(t => t.GetString()!)];
    }

    /// <summary>Answers with vectors as a model of meaning would.</summary>
    public static Task Answer(HttpContext context, IEnumerable<float[]> vectors) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                @object = "list",
                model = "meaning",
                usage = new { prompt_tokens = 1, total_tokens = 1 },
                data = vectors
                    .Select(
                        (v, n) =>
                            new
                            {
                                @object = "embedding",
                                index = n,
                                embedding = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(v)),
                            }
                    )
                    .ToList(),
            },
            TestContext.Current.CancellationToken
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
