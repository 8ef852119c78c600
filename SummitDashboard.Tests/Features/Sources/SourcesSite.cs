using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Sources;

/// <summary>The real program with a copy of the shipped casebook, one of whose sources is of an article made up here.</summary>
public sealed class SourcesSite : IDisposable
{
    /// <summary>Stands in the made-up article, and nowhere in the casebook.</summary>
    public const string Secret = "nobody but the reader at this machine";

    private readonly TempFolder folder = new();

    public SourcesSite()
    {
        var seeds = folder.CopyOfSeeds();
        var source = Repo.Casebook.Sources[0];
        var quoted = Repo.Casebook.FramingsBySource[source.Id].SelectMany(t => t.Framing.Quotations).First();
        Text = string.Join(
            '\n',
            Enumerable
                .Range(1, source.Article.Paragraphs)
                .Select(n =>
                    n == quoted.Paragraph ? $"In ¶ {n} stands “{quoted.Exact}”, for {Secret}." : $"<b>Paragraph</b> {n} is for {Secret}."
                )
        );
        var file = Path.Combine(seeds, "sources", source.Slug + ".md");
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "sha256: [0-9a-f]{64}", "sha256: " + ArticleText.From(Text).Sha256));
        Texts = folder.Sub("texts");
        Supply();
        App = TestApp.With(seeds, Texts);
        Source = App.Casebook.Sources[source.Id];
        Quoted = quoted;
    }

    public TestApp App { get; }
    public Source Source { get; }
    public string Texts { get; }
    public string Text { get; }

    /// <summary>A fragment that stands where it was coded; every other one is orphaned.</summary>
    public Quotation Quoted { get; }

    public string Reader => Urls.Reader(Source);

    public void Supply() => File.WriteAllText(Path.Combine(Texts, "any name.txt"), Text);

    public void Withdraw() => File.Delete(Path.Combine(Texts, "any name.txt"));

    public async Task<string> Html(string path, Action<HttpRequestMessage>? change = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, App.Address + path);
        change?.Invoke(request);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        App.Dispose();
        folder.Dispose();
    }
}
