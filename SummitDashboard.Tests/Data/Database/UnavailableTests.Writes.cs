using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

public sealed partial class UnavailableTests
{
    // What was said where it was not done; null where it was.
    private IEnumerable<(string Name, Func<Task<string?>> Try)> Writes()
    {
        var store = app.Services.GetRequiredService<CasebookStore>();
        var drafts = app.Services.GetRequiredService<DraftStore>();
        yield return ("an edit", () =>
            Edit(store.Write(new PutItem(app.Casebook.Head, app.Casebook.Head with { Title = "Another" }), editor))
        );
        yield return ("an article", () => Edit(Article()));
        yield return ("a file", () => Edit(app.Services.GetRequiredService<Imports>().Add([new("a.txt", "words"u8.ToArray())], editor)));
        yield return ("a draft", () => Thrown(drafts.Put(editor, "key", "{}")));
        yield return ("a draft dropped", () => Thrown(drafts.Drop(editor, "key")));
        yield return ("a wrong password", () =>
            Form(new LiveTalk(app), Urls.SignIn, "sign-in", ("Input.UserName", "bob"), ("Input.Password", "not the password"))
        );
        yield return ("an invitation accepted", () =>
            Form(
                new LiveTalk(app),
                Urls.Welcome(secret),
                "welcome",
                ("Input.Name", "Guest Green"),
                ("Input.UserName", "guest"),
                ("Input.Password", TestPeople.Password)
            )
        );
        yield return ("an invitation", () =>
            Form(olga, Urls.People, "people", ("Input.What", "invite"), ("Input.Name", "Zoe Zander"), ("Input.Role", "editor"))
        );
        yield return ("an invitation taken back", () =>
            Form(olga, Urls.People, $"link-{invited}", ("Input.What", "revoke"), ("Input.Id", invited))
        );
        yield return ("a role", () =>
            Form(olga, Urls.People, $"role-{bob}", ("Input.What", "role"), ("Input.Id", bob), ("Input.Role", "editor"))
        );
        yield return ("a password link", () => Form(olga, Urls.People, $"access-{bob}", ("Input.What", "password"), ("Input.Id", bob)));
        yield return ("a person disabled", () => Form(olga, Urls.People, $"access-{bob}", ("Input.What", "disable"), ("Input.Id", bob)));
        yield return ("a guess", () =>
            Answer(
                visitor.Client,
                $"/live/{code}/guess",
                new FormUrlEncodedContent([new("stop", $"{GuessStop}"), new("wording", "0"), new("option", "Br")])
            )
        );
        yield return ("a step", () => Answer(
                pia.Client,
                $"/live/{code}/wheel",
                JsonContent.Create(
                    new
                    {
                        seq = 2,
                        stop = 3,
                        shown = 0,
                        blank = false,
                    }
                )
            ));
        yield return ("the wheel taken", () => Answer(pia.Client, $"/live/{code}/take", JsonContent.Create(new { })));
        yield return ("the wheel handed", () => Answer(cleo.Client, $"/live/{cleosCode}/hand", JsonContent.Create(new { to = PiasId() })));
        yield return ("a talk begun", () => Form(olga, Urls.Desk(Talk), null, Urls.GoLive(Talk)));
        yield return ("a talk ended", () => Answer(pia.Client, $"/live/{code}/end", JsonContent.Create(new { })));
        yield return ("a search kept", () =>
            Form(pia, Urls.SearchFor("kim"), null, Urls.SaveSearch, ("words", "kim"), ("name", "Another"))
        );
        yield return ("a search renamed", () =>
            Form(pia, Urls.Searches, null, Urls.SavedSearch(kept), ("what", "rename"), ("name", "Renamed"))
        );
        yield return ("a sign-out", () => Form(lea, Urls.Overview, null, Urls.SignOut));
        yield return ("a new password", () =>
            Form(cleo, Urls.Password, "password", ("Input.Old", TestPeople.Password), ("Input.New", TestPeople.Password + " twice"))
        );
    }

    private async Task<Outcome> Article()
    {
        var (source, content) = (
            app.Casebook.Sources[0],
            string.Join('\n', app.Casebook.Sources[0].Paragraphs.Select(p => $"Paragraph {p.Number}."))
        );
        var text = ArticleText.From(content);
        var next = source with { Article = new("a.txt", text.Sha256, text.WordCount, text.Paragraphs.Count) };
        return await app.Services.GetRequiredService<TextLibrary>().Supply(new(source, next, content), editor);
    }

    private string PiasId()
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ServerDb>().Users.Single(u => u.UserName == "pia").Id;
    }

    private static async Task<string?> Edit(Task<Outcome> edit) =>
        await edit switch
        {
            Outcome.Failed failed => TryAgain(failed.Why),
            Outcome.Done => null,
            Outcome.Invalid invalid => Failed(string.Join(' ', invalid.Problems)),
            var other => Failed(other.ToString()),
        };

    private static async Task<string?> Thrown(Task write)
    {
        try
        {
            await write;
            return null;
        }
        catch (DatabaseUnavailableException e)
        {
            return TryAgain(e.Message);
        }
    }

    private static Task<string?> Form(LiveTalk who, string path, string? handler, params (string Name, string Value)[] fields) =>
        Form(who, path, handler, path, fields);

    private static async Task<string?> Form(
        LiveTalk who,
        string page,
        string? handler,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        var token = Token().Match(await who.Client.GetStringAsync(page, Stop)).Groups[1].Value;
        var answer = await who.Client.PostAsync(
            path,
            new FormUrlEncodedContent([
                new("_handler", handler ?? ""),
                new("__RequestVerificationToken", token),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            ]),
            Stop
        );
        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        if (!body.Contains("Nothing was lost; try again.", StringComparison.Ordinal))
            return answer.IsSuccessStatusCode ? null : Failed($"{answer.StatusCode}: {body}");
        // What was typed stands there still.
        Assert.All(fields.Where(f => f.Name is "Input.Name" or "Input.UserName"), f => Assert.Contains($"value=\"{f.Value}\"", body));
        return body;
    }

    private static async Task<string?> Answer(HttpClient client, string path, HttpContent content)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        post.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(post, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        if (answer.IsSuccessStatusCode)
            return null;
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {answer.StatusCode}, {body}");
        return TryAgain(body);
    }

    private static string? Failed(string why)
    {
        Assert.Fail(why);
        return null;
    }

    private static string TryAgain(string said)
    {
        Assert.Contains("ry again", said);
        return said;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
