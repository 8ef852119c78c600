using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Live;

/// <summary>
/// The program as a process of its own before a guessing audience, killed (SIGKILL) at random moments and started again: every guess that
/// was answered stands in the database afterwards.
/// </summary>
public sealed class GuessKillTests
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;
    private const int Visitors = 8;

    private readonly record struct Guess(string Cookie, string Option);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Server_KilledWhileAHallGuesses_LosesNothingAnswered() => KillRepeatedly(3, typeof(Program).Assembly.Location);

    [Fact(Explicit = true)]
    public async Task ReleaseBuild_KilledTwoHundredTimes_LosesNothingAnswered()
    {
        using var folder = new TempFolder();
        using var publish = Process.Start(
            "dotnet",
            ["publish", Path.Combine(Repo.Root, "SummitDashboard"), "-c", "Release", "-o", folder.Sub("published"), "-v", "q", "--nologo"]
        );
        await publish.WaitForExitAsync(Stop);
        Assert.Equal(0, publish.ExitCode);
        await KillRepeatedly(200, Path.Combine(folder.Sub("published"), "SummitDashboard.dll"));
    }

    private static async Task KillRepeatedly(int times, string program)
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        ShippedDatabase.CopyTo(data);
        var address = Free();
        var random = new Random(times);
        var link = Regex
            .Match(await Output(Start(program, data, "people", "add", "pia", "--role", "presenter")), "account/welcome/[0-9a-f]+")
            .Value;
        var code = "";
        var kept = new List<Guess>();
        for (var n = 0; n < times; n++)
        {
            using var server = Start(program, data, "--urls", address);
            server.BeginOutputReadLine();
            server.BeginErrorReadLine();
            using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = new(address + "/"),
            };
            await Ready(client);
            using var casebook = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = await LiveTalk.Casebook(address),
            };
            if (code.Length == 0)
                code = await GoLive(casebook.BaseAddress.AbsoluteUri, link);
            var enough = random.Next(1, 40);
            var (answered, gate, full) = (new List<Guess>(), new Lock(), new TaskCompletionSource());
            var hall = Enumerable
                .Range(0, Visitors)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (await Try(casebook, code) is { } guess)
                            lock (gate)
                            {
                                answered.Add(guess);
                                if (answered.Count >= enough)
                                    full.TrySetResult();
                            }
                    })
                )
                .ToList();
            await Task.WhenAny(full.Task, Task.WhenAll(hall));
            for (var spin = random.Next(200_000); spin > 0; spin--)
                Thread.SpinWait(1);
            server.Kill(); // SIGKILL
            await server.WaitForExitAsync(Stop);
            await Task.WhenAll(hall);
            Assert.True(answered.Count >= enough, "the hall was not answered");
            kept.AddRange(answered);
            Assert.Empty(Lost(data, answered));
        }
        Assert.Empty(Lost(data, kept));
        TestContext.Current.TestOutputHelper?.WriteLine($"{times} kills, {kept.Count} guesses answered, none lost.");
    }

    // A device that nobody has seen before guesses; null where the server has gone.
    private static async Task<Guess?> Try(HttpClient client, string code)
    {
        try
        {
            using var page = await client.GetAsync(Urls.Live(code), Stop);
            var cookie = page
                .Headers.GetValues("Set-Cookie")
                .Single(c => c.StartsWith("summit-visitor-", StringComparison.Ordinal))
                .Split(';')[0];
            var option = Random.Shared.Next(2) == 0 ? "Br" : "Wy";
            using var listen = new HttpRequestMessage(HttpMethod.Get, Urls.Live(code) + "/stream");
            listen.Headers.Add("Cookie", cookie);
            // An address has a vote for each device that listens.
            using var stream = await client.SendAsync(listen, HttpCompletionOption.ResponseHeadersRead, Stop);
            using var post = new HttpRequestMessage(HttpMethod.Post, Urls.Live(code) + "/guess")
            {
                Content = new FormUrlEncodedContent([new("stop", $"{GuessStop}"), new("wording", "0"), new("option", option)]),
            };
            post.Headers.Add("Cookie", cookie);
            post.Headers.Add("Accept", "application/json");
            using var answer = await client.SendAsync(post, Stop);
            return answer.StatusCode == HttpStatusCode.OK ? new(cookie[(cookie.IndexOf('=') + 1)..], option) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    // Answered, and not in the database as it was left.
    private static List<Guess> Lost(string data, List<Guess> answered)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "summit.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
        command.CommandText = "SELECT Salt FROM LiveSession";
        var salt = (string)command.ExecuteScalar()!;
        command.CommandText = "SELECT Token, Option FROM Guess";
        var rows = new Dictionary<string, string>();
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                rows[reader.GetString(0)] = reader.GetString(1);
        var protector = DataProtectionProvider
            .Create(new DirectoryInfo(Path.Combine(data, "keys")), keys => keys.SetApplicationName("SummitDashboard"))
            .CreateProtector("live visitor");
        return answered.FindAll(g =>
            rows.GetValueOrDefault(
                Convert.ToHexStringLower(
                    SHA256.HashData(Encoding.UTF8.GetBytes(salt + protector.Unprotect(Uri.UnescapeDataString(g.Cookie))))
                )[..32]
            ) != g.Option
        );
    }

    private static async Task<string> GoLive(string address, string link)
    {
        using var pia = new LiveTalk(address);
        await pia.UseLink(link);
        await pia.SignedIn("pia");
        var code = await pia.GoLive(Talk);
        Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, 1, GuessStop)).StatusCode);
        return code;
    }

    private static Process Start(string program, string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (
            var (key, value) in new Dictionary<string, string>
            {
                ["Data__Folder"] = data,
                ["Casebook__Folder"] = Repo.Seeds,
                ["Casebook__Texts"] = "no-texts",
                ["Live__Guesses"] = "100000",
            }
        )
            start.Environment[key] = value;
        return Process.Start(start)!;
    }

    private static async Task<string> Output(Process process)
    {
        using (process)
            return await process.StandardOutput.ReadToEndAsync(Stop);
    }

    private static string Free()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
    }

    private static async Task Ready(HttpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
            try
            {
                using var answer = await client.GetAsync("", limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Yield(); // not there yet
            }
    }
}
