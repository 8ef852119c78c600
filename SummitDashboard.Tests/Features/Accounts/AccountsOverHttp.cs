using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

/// <summary>A server of its own for each test, and the forms of accounts as a browser without scripts sends them.</summary>
public abstract partial class AccountsOverHttp : IDisposable
{
    private readonly Lazy<TestApp> started = new(() => TestApp.With());

    public void Dispose()
    {
        if (started.IsValueCreated)
            started.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    protected TestApp App => started.Value;

    protected CancellationToken Stop => TestContext.Current.CancellationToken;

    protected HttpClient Client(bool redirects = true) => InCasebook.Client(App.Address, redirects);

    protected Task<HttpClient> SignedIn(string name) => App.SignedIn(name);

    protected async Task<string> Post(HttpClient client, string url, string? form, params (string, string)[] fields) =>
        await (await PostRaw(client, url, form, fields)).Content.ReadAsStringAsync(Stop);

    protected async Task<string> Post(HttpClient client, string url, string? form, string from)
    {
        var token = TokenPattern().Match(await client.GetStringAsync(from, Stop)).Groups[1].Value;
        return await (
            await client.PostAsync(
                url,
                new FormUrlEncodedContent(
                    new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_handler"] = form ?? "" }
                ),
                Stop
            )
        ).Content.ReadAsStringAsync(Stop);
    }

    // As a browser without scripts: the page first, then its form with the token that stood in it.
    protected async Task<HttpResponseMessage> PostRaw(
        HttpClient client,
        string url,
        string? form,
        params (string Name, string Value)[] fields
    )
    {
        var token = TokenPattern().Match(await client.GetStringAsync(url, Stop)).Groups[1].Value;
        var values = fields.ToDictionary(f => f.Name, f => f.Value);
        values["__RequestVerificationToken"] = token;
        if (form is not null)
            values["_handler"] = form;
        return await client.PostAsync(url, new FormUrlEncodedContent(values), Stop);
    }

    protected async Task<Outcome> Do(Func<People, Task<Outcome>> act)
    {
        using var scope = App.Services.CreateScope();
        return await act(scope.ServiceProvider.GetRequiredService<People>());
    }

    protected ServerDb Database() => App.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContext();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenPattern();
}
