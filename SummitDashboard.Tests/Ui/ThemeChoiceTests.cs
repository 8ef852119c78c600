using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Ui;

public sealed class ThemeChoiceTests(ThemeChoiceTests.Site site) : IClassFixture<ThemeChoiceTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();

        public void Dispose() => App.Dispose();
    }

    [Theory]
    [InlineData("/", "theme=dark", " data-theme=\"dark\"")]
    [InlineData("/present/{talk}/1", "theme=light", " data-theme=\"light\"")]
    [InlineData("/live", "other=1; theme=dark", " data-theme=\"dark\"")]
    [InlineData("/", "theme=", "")]
    [InlineData("/", "theme=DARK", "")]
    [InlineData("/", "theme=\"><script>pwned()</script>", "")]
    [InlineData("/", "other=dark", "")]
    public async Task Page_WithTheCookieOfAChoice_ComesInIt(string path, string cookie, string attribute)
    {
        using var http = InCasebook.Client(site.App.Address, cookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, path.Replace("{talk}", site.App.Casebook.Talks[0].Slug));
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"en\"{attribute}>", html, StringComparison.Ordinal);
    }
}
