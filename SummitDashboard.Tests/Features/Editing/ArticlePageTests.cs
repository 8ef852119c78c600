using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
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

    private const string Wrapped = """
        The ferry between the two towns sailed again on
        Monday, the harbour master said, and nobody had
        expected so many people. It was perhaps the well-
        known singer who brought them here.

        The two towns had waited for eleven years. The old
        ferry had been sold, and whoever wanted to cross
        drove around the bay for three \u202Ehours.
        """;

    [Theory, InlineData("join", 2), InlineData("keep", 7)]
    public async Task Article_ThatLooksWrapped_IsShownBothWaysAndSavedAsTheEditorSays(string lines, int paragraphs)
    {
        using var ada = await Editor();
        await small.Add(lines);
        var source = small.App.Casebook.Sources.Single(s => s.Slug == lines);
        var text = Wrapped.Replace("\\u202E", "\u202E", StringComparison.Ordinal);
        var html = await Post(ada, Urls.Article(source), text: text);
        Assert.Contains("These lines look wrapped", html);
        Assert.Contains("sailed again on Monday, the harbour master said", html);
        Assert.False(small.App.Casebook.Sources[source.Id].Article.IsKnown);

        html = await Post(ada, Urls.Article(source), text: text, lines: lines);
        Assert.Contains("The article is here", html);
        Assert.Contains("202E RIGHT-TO-LEFT OVERRIDE turns", html);
        Assert.Equal(paragraphs, small.App.Casebook.Sources[source.Id].Article.Paragraphs);

        // The same file again is the article that was coded, with nobody asked.
        Assert.Contains("This is the article that was coded", await Post(ada, Urls.Article(source), text: text));
    }

    [Fact]
    public async Task Article_OfTenThousandParagraphsOrOneLongLine_IsTakenOrRefusedInWords()
    {
        using var ada = await Editor();
        await small.Add("long");
        var source = small.App.Casebook.Sources.Single(s => s.Slug == "long");
        var html = await Post(ada, Urls.Article(source), text: string.Concat(Enumerable.Repeat("One.\n", 10_000)));
        Assert.Contains("he article has 10,000 paragraphs; at most 5,000", html);
        html = await Post(ada, Urls.Article(source), text: string.Concat(Enumerable.Repeat("渡轮恢复航行。", 190_000)));
        Assert.Contains("The article is here", html);
        Assert.Contains($"href=\"{Urls.Reader(source)}\"", html);
        Assert.Contains(">Read it</a>", html);
        Assert.Contains("Code its first claim", html);
        Assert.Equal(570_000, small.App.Casebook.Sources[source.Id].Article.Words);
    }

    [Theory, InlineData(null), InlineData(AccountRole.Presenter)]
    public async Task Article_OfWhoMayNotEdit_IsRefusedUnread(AccountRole? role)
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
        if (role is null)
            Assert.EndsWith("/" + Urls.SignIn, answer.RequestMessage!.RequestUri!.AbsolutePath);
        else
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
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

    private static async Task<string> Post(
        LiveTalk who,
        string url,
        string text = "",
        byte[]? file = null,
        bool adopt = false,
        string? lines = null
    )
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
        if (lines is not null)
            form.Add(new StringContent(lines), "Input.Lines");
        if (file is not null)
            form.Add(new ByteArrayContent(file), "Input.File", "a.txt");
        using var answer = await who.Client.PostAsync(url, form, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>A small casebook without its articles, and an editor.</summary>
    public sealed class Small : IAsyncLifetime
    {
        private readonly TempFolder folder = new();
        private string ada = "";

        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = TestApp.With(SmallCasebook.Write(folder));
            ada = await App.Person("Ada", AccountRole.Editor);
        }

        /// <summary>Adds a source of which no article is known.</summary>
        public async Task Add(string slug) =>
            Assert.IsType<Outcome.Committed>(
                await App
                    .Services.GetRequiredService<CasebookStore>()
                    .Write(
                        new PutItem(
                            null,
                            new Source
                            {
                                Id = new($"source-{slug}"),
                                Slug = slug,
                                Name = slug,
                                Siglum = slug[..2].ToUpperInvariant(),
                                Order = 9,
                                Article = Article.Unknown,
                            }
                        ),
                        ada,
                        null
                    )
            );

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
