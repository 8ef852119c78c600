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

    public static async Task<ChatServer> Serve(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", answer);
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

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
