using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>
/// An article comes by a plain form, to editors only; whatever is wrong with it is said, and what was typed stands there again.
/// </summary>
public sealed partial class ArticlePageTests(ArticlePageTests.Small small) : IClassFixture<ArticlePageTests.Small>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Article_ThatWasCoded_IsKeptAndAnotherOnlyWhenAsked()
    {
        using var ada = await Editor();
        var url = Urls.Article(small.App.Casebook.Sources[0]);
        const string other = "Another headline\nThe envoy is expected to sign <b>something</b>.";
        var html = await Post(ada, url, text: other);
        Assert.Contains("This is not the article that was coded", html);
        Assert.Contains(WebUtility.HtmlEncode(other.Split('\n')[1]), html); // what was typed
        Assert.Null(Library.Of(small.App.Casebook.Sources[0]));

        Assert.Contains("This is the article that was coded", await Post(ada, url, file: Encoding.UTF8.GetBytes(SmallCasebook.TextA)));
        Assert.NotNull(Library.Of(small.App.Casebook.Sources[0]));

        Assert.Contains("The article is here", await Post(ada, url, text: other, adopt: true));
        Assert.Equal(2, small.App.Casebook.Sources[0].Article.Paragraphs);
    }

    [Fact]
    public async Task Article_ThatCannotBeTaken_IsRefusedInWordsWithWhatWasTyped()
    {
        using var ada = await Editor();
        var url = Urls.Article(small.App.Casebook.Sources[1]);
        Assert.Contains("There is no text yet", await Post(ada, url, text: " \n "));
        Assert.Contains("is not UTF-8", await Post(ada, url, file: [0x41, 0xFF, 0xFE]));
        Assert.Contains("at most 4", await Post(ada, url, file: new byte[5 * 1024 * 1024]));
        var tooLong = string.Concat(Enumerable.Repeat("words and words\n", 5 * 1024 * 1024 / 16));
        var html = await Post(ada, url, text: tooLong);
        Assert.Contains("at most 4", html);
        Assert.True(html.Length > tooLong.Length);
        Assert.Contains("That is too large", await Post(ada, url, file: new byte[14 * 1024 * 1024])); // more than is read at all
        Assert.Null(Library.Of(small.App.Casebook.Sources[1]));
    }

    [Theory, InlineData(null), InlineData(AccountRole.Presenter)]
    public async Task Article_OfWhoMayNotEdit_LeadsToTheSignInUnread(AccountRole? role)
    {
        using var client = new LiveTalk(small.App);
        if (role is { } given)
        {
            await small.App.Person("Pia", given);
            await client.SignedIn("Pia");
        }
        using var form = new MultipartFormDataContent
        {
            { new StringContent("article"), "_handler" },
            { new StringContent(SmallCasebook.TextB), "Input.Text" },
        };
        using var answer = await client.Client.PostAsync(Urls.Article(small.App.Casebook.Sources[1]), form, Stop);
        Assert.Equal("/" + Urls.SignIn, answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Null(Library.Of(small.App.Casebook.Sources[1]));
    }

    [Fact]
    public async Task Article_WithoutTheTokenOfItsPage_IsNotTaken()
    {
        using var ada = await Editor();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("article"), "_handler" },
            { new StringContent(SmallCasebook.TextB), "Input.Text" },
        };
        using var answer = await ada.Client.PostAsync(Urls.Article(small.App.Casebook.Sources[1]), form, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(Library.Of(small.App.Casebook.Sources[1]));
    }

    private TextLibrary Library => small.App.Services.GetRequiredService<TextLibrary>();

    private async Task<LiveTalk> Editor() => await new LiveTalk(small.App).SignedIn("Ada");

    private static async Task<string> Post(LiveTalk who, string url, string text = "", byte[]? file = null, bool adopt = false)
    {
        var token = Token().Match(await who.Client.GetStringAsync(url, Stop)).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("article"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(text), "Input.Text" },
        };
        if (adopt)
            form.Add(new StringContent("true"), "Input.Adopt");
        if (file is not null)
            form.Add(new ByteArrayContent(file), "Input.File", "a.txt");
        using var answer = await who.Client.PostAsync(url, form, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>A small casebook without its articles, and an editor.</summary>
    public sealed class Small : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = TestApp.With(SmallCasebook.Write(folder));
            await App.Person("Ada", AccountRole.Editor);
        }

        public ValueTask DisposeAsync()
        {
            App.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
