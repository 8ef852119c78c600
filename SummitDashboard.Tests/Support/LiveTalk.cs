using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading;

namespace SummitDashboard.Tests.Support;

/// <summary>A presenter or a visitor over plain HTTP: a browser's cookies, and no script.</summary>
public sealed partial class LiveTalk : IDisposable
{
    private readonly TestApp? app;

    public LiveTalk(TestApp app, CookieContainer? cookies = null)
        : this(app.Address, cookies) => this.app = app;

    /// <summary>Of a server that runs somewhere else.</summary>
    public LiveTalk(string address, CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new();
        Client = new(new InCasebook(new(address), new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = true }))
        {
            BaseAddress = new(address),
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>Where a server leads whoever comes to it: into its only casebook.</summary>
    public static async Task<Uri> Casebook(string server)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(server, Stop);
        return answer.RequestMessage!.RequestUri!;
    }

    /// <summary>A new presenter, signed in.</summary>
    public static async Task<LiveTalk> Presenter(TestApp app, string name)
    {
        await app.Person(name, AccountRole.Presenter);
        return await new LiveTalk(app).SignedIn(name);
    }

    /// <summary>A visitor who has opened the page of an audience.</summary>
    public static async Task<LiveTalk> Visitor(TestApp app, string code)
    {
        var visitor = new LiveTalk(app);
        Assert.Contains("id=\"now\"", await visitor.Client.GetStringAsync(Urls.Live(code), Stop));
        return visitor;
    }

    public CookieContainer Cookies { get; }
    public HttpClient Client { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Client.Dispose();

    /// <summary>Where the last form led to.</summary>
    public Uri? LedTo { get; private set; }

    /// <summary>Signs in by the form, and goes to an address from there.</summary>
    public async Task<LiveTalk> SignedIn(string name, string? returnUrl = null)
    {
        var address = Urls.SignIn + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl));
        await Send(address, "sign-in", ("Input.UserName", name.ToLowerInvariant()), ("Input.Password", TestPeople.Password));
        return this;
    }

    /// <summary>Signs out by the form in the menu.</summary>
    public Task SignOut() => Send(Urls.SignOut, null, from: Urls.Password);

    /// <summary>Sends a form of a page, with the token that stood in it (or in the page <paramref name="from"/>); what came back.</summary>
    public async Task<string> Send(string url, string? form, params (string Name, string Value)[] fields) =>
        await Send(url, form, url, fields);

    private async Task<string> Send(string url, string? form, string from, params (string Name, string Value)[] fields)
    {
        var page = await Client.GetStringAsync(from, Stop);
        using var answer = await Client.PostAsync(
            url,
            new FormUrlEncodedContent([
                new("_handler", form ?? ""),
                new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            ]),
            Stop
        );
        Assert.True(answer.IsSuccessStatusCode);
        LedTo = answer.RequestMessage!.RequestUri;
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>Sets the password that <see cref="SignedIn"/> signs in with, by a one-time link.</summary>
    public async Task UseLink(string path)
    {
        var page = await Client.GetStringAsync(path, Stop);
        var answer = await Client.PostAsync(
            path,
            new FormUrlEncodedContent([
                new("_handler", "welcome"),
                new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
                new("Input.Password", TestPeople.Password),
            ]),
            Stop
        );
        Assert.True(answer.IsSuccessStatusCode);
    }

    /// <summary>Presses “Go live” on the desk of a talk; returns the code.</summary>
    public async Task<string> GoLive(string talk)
    {
        var desk = await Client.GetStringAsync(Urls.Desk(talk), Stop);
        var answer = await Client.PostAsync(
            Urls.GoLive(talk),
            new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(desk).Groups[1].Value)]),
            Stop
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Regex.Match(answer.RequestMessage!.RequestUri!.Query, "live=([^&]+)").Groups[1].Value;
    }

    /// <summary>Moves the session; the answer as it came.</summary>
    public Task<HttpResponseMessage> Move(string code, long seq, int stop, int shown = 0) =>
        Client.PostAsJsonAsync($"/live/{code}/wheel", new LiveState(seq, stop, shown, false), JsonSerializerOptions.Web, Stop);

    /// <summary>Guesses as the page's script does.</summary>
    public async Task<HttpStatusCode> Guess(string code, int stop, int wording, string option)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/live/{code}/guess")
        {
            Content = new FormUrlEncodedContent([new("stop", $"{stop}"), new("wording", $"{wording}"), new("option", option)]),
        };
        post.Headers.Accept.ParseAdd("application/json");
        using var answer = await Client.SendAsync(post, Stop);
        return answer.StatusCode;
    }

    /// <summary>Opens a stream of events.</summary>
    public async Task<EventReader> Listen(string path)
    {
        var answer = await Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(answer, new(await answer.Content.ReadAsStreamAsync(Stop)));
    }

    /// <summary>Sends the wheel what it takes besides moves; the answer as it came.</summary>
    public Task<HttpResponseMessage> Post(string code, string what, object body) =>
        Client.PostAsJsonAsync($"/live/{code}/{what}", body, Stop);

    /// <summary>The session as the server has it.</summary>
    public async Task<LiveSession> Session(string code) => (await app!.Services.GetRequiredService<LiveSessions>().Find(code))!;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}

/// <summary>The events of one stream, in order.</summary>
public sealed class EventReader(HttpResponseMessage answer, StreamReader text) : IDisposable
{
    /// <summary>The data of the next event of this name; null where the stream has ended as it should.</summary>
    public async Task<JsonElement?> Next(string name = "state")
    {
        string? last = null;
        while (await text.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                last = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && last == name)
                return JsonDocument.Parse(line[6..]).RootElement;
        }
        return null;
    }

    /// <summary>Reads on until an event satisfies.</summary>
    public async Task<JsonElement> Until(Func<JsonElement, bool> isIt, string name = "state")
    {
        while (await Next(name) is { } data)
            if (isIt(data))
                return data;
        Assert.Fail("The stream ended first.");
        return default;
    }

    public void Dispose()
    {
        text.Dispose();
        answer.Dispose();
    }
}
