using System.Net;
using System.Text.RegularExpressions;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

/// <summary>A quotation in another language, from the casebook’s file to every page and file that shows it.</summary>
public sealed partial class TranslationTests : IDisposable
{
    private const string Original = "وقال مساعدون إنه ربما وقع الورقة";
    private const string Translated = "and aides said he perhaps signed the paper";

    private static readonly Quotation Quoted = new()
    {
        Exact = Original,
        Paragraph = 1,
        Translation = new()
        {
            Text = Translated,
            Method = TranslationMethod.Machine,
            By = "a program",
            On = new(2026, 11, 28),
            Hedges = ["perhaps"],
        },
    };

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EveryPage_QuotationWithTranslation_ShowsBothAndSaysWhoseItIs()
    {
        using var app = TestApp.With(Foreign());
        using var http = InCasebook.Client(app.Address);
        foreach (var page in new[] { "claims/signed", "timeline?event=signing", "timeline?view=list", "actors/envoy", "present/walk/2" })
        {
            var html = WebUtility.HtmlDecode(await http.GetStringAsync(page, Cancel));
            Assert.Matches($"<(blockquote|q|p)[^>]* lang=\"ar\"[^>]* dir=\"rtl\"[^>]*>(?:<mark[^>]*>)?{Original[..4]}", html);
            Assert.Contains("machine translation, a program, 28 November 2026", InOne(html), StringComparison.Ordinal);
        }
        var claim = WebUtility.HtmlDecode(await http.GetStringAsync("claims/signed", Cancel));
        Assert.Contains("<mark class=\"hedge\" title=\"weakens\">perhaps</mark>", claim, StringComparison.Ordinal);
        Assert.Contains("on the translation", claim, StringComparison.Ordinal);
        Assert.Contains("no-machine", await http.GetStringAsync("claims/signed?machine=off", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourcesPages_QuotationWithTranslation_SayWhatIsMarkedInItAlone()
    {
        using var app = TestApp.With(Foreign());
        using var http = InCasebook.Client(app.Address);
        var reader = WebUtility.HtmlDecode(await http.GetStringAsync("sources/second/text", Cancel));
        Assert.Contains("machine translation, a program, 28 November 2026", InOne(reader), StringComparison.Ordinal);
        var source = WebUtility.HtmlDecode(await http.GetStringAsync("sources/second", Cancel));
        Assert.Matches(
            "<mark class=\"hedge\"[^>]*><bdi[^>]*>perhaps</bdi></mark> <span class=\"muted\"[^>]*>in translation</span>",
            source
        );
    }

    [Theory]
    [InlineData("present/walk/print")]
    [InlineData("present/walk/export.html")]
    [InlineData("present/walk/export.json")]
    [InlineData("present/walk/desk")]
    public async Task Talk_TakenAlong_CarriesBothAndMarksIt(string path)
    {
        using var app = TestApp.With(Foreign());
        using var http = await Presenter(app);
        // A file and the desk hold their slides as JSON.
        var text = await http.GetStringAsync(path, Cancel);
        var file = WebUtility.HtmlDecode(Escaped().Replace(text, m => $"{(char)Convert.ToInt32(m.Groups[1].Value, 16)}"));
        Assert.Contains("lang=\"ar\"", file, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", file, StringComparison.Ordinal);
        Assert.Contains("وقال مساعدون", file, StringComparison.Ordinal);
        Assert.Contains("signed the paper", file, StringComparison.Ordinal);
        Assert.Contains("machine translation, a program", InOne(file), StringComparison.Ordinal);
    }

    // A crowded stage leaves out who translated and when.
    private static string InOne(string html) => Regex.Replace(html, """<span class=[\\"]+by[\\"]+>""", "");

    [Fact]
    public void KeyQuotation_WordsOfTheClaimInTheTranslationAlone_Carries()
    {
        var casebook = CaseFolderReader.Read(Foreign()).ToCasebook(1);
        var (claim, second) = (casebook.Claims[0], casebook.Sources[1]);
        var telling = claim.Of(second.Id)! with { Quotations = [new() { Exact = "قال شيئا آخر", Paragraph = 1 }, Quoted] };
        Assert.Equal(Original, ContentWords.Carrying(claim, telling)!.Exact);
    }

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escaped();

    private static async Task<HttpClient> Presenter(TestApp app)
    {
        await app.Person("Ada", AccountRole.Editor);
        return await app.SignedIn("Ada");
    }

    [Fact]
    public async Task Exports_QuotationWithTranslation_CarryBothAndMarkIt()
    {
        using var app = TestApp.With(Foreign());
        using var http = InCasebook.Client(app.Address);
        var claim = app.Casebook.Claims[0];
        foreach (
            var file in new[]
            {
                Urls.ClaimExport(claim, "csv"),
                Urls.ClaimExport(claim, "md"),
                Urls.MatrixExport("csv"),
                Urls.MatrixExport("md"),
                Urls.TellingsExport,
            }
        )
        {
            var text = await http.GetStringAsync(file, Cancel);
            Assert.Contains(Original, text, StringComparison.Ordinal);
            Assert.Contains(Translated, text, StringComparison.Ordinal);
            Assert.Contains("machine", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_ReaderWhoWantsTranslationsFirst_IsSentSo()
    {
        using var app = TestApp.With(Foreign());
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Address + "claims/signed")
        {
            Headers = { { "Cookie", "translation=first" } },
        };
        Assert.Contains(
            "data-translation=\"first\"",
            await (await http.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "data-translation=\"",
            await http.GetStringAsync(app.Address + "claims/signed", Cancel),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fields_OriginalIsChanged_TranslationIsOutOfDateUntilSomebodyLooks()
    {
        var fields = QuotationFields.Of(Quoted);
        fields.Exact = "ربما وقع الورقة";
        var changed = fields.Read(new(FullCasebook.Build()), "quotation");
        Assert.Equal(Original, changed.Translation!.Of);
        Assert.Contains("out of date", TranslationLabels.Of(changed.Translation), StringComparison.Ordinal);

        var again = QuotationFields.Of(changed);
        Assert.True(again.Translation.IsOutOfDate(again.Exact));
        again.Translation.For = again.Exact;
        Assert.False(again.Read(new(FullCasebook.Build()), "quotation").Translation!.IsOutOfDate);
    }

    [Fact]
    public void Fields_ProposalIsTaken_StandsAsAMachinesAndOfTheWordsItWasMadeOf()
    {
        var fields = QuotationFields.Of(Quoted);
        fields.Translation.Take("he signed", Original, "small", new(2026, 11, 29));
        var taken = fields.Read(new(FullCasebook.Build()), "quotation").Translation!;
        Assert.Equal((TranslationMethod.Machine, "small", false), (taken.Method, taken.By, taken.IsOutOfDate));
        Assert.Empty(taken.Hedges);

        fields.Exact = "ربما وقع";
        fields.Translation.Take("he signed", Original, "small", new(2026, 11, 29));
        Assert.Equal(Original, fields.Read(new(FullCasebook.Build()), "quotation").Translation!.Of);
    }

    [Theory]
    [InlineData("method: machine, hedges: [perhaps]", "does not stand in the translation")]
    [InlineData("method: guessed", "method is “guessed”")]
    [InlineData("method: own, on: soon", "on should be a day")]
    [InlineData("method: own, wrote: me", "there is no field “wrote”")]
    public void Folder_TranslationThatIsNone_IsNamedWithItsLine(string rest, string said)
    {
        var seeds = SmallCasebook.Write(folder);
        var file = Path.Combine(seeds, "claims", "signed.md");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("cites: unnamed aides }", $"translation: {{ text: signed, {rest} }} }}", StringComparison.Ordinal)
        );
        var problem = Assert.Single(CaseFolderReader.Read(seeds).Problems);
        Assert.Equal("claims/signed.md", problem.File);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.Equal(22, problem.Line);
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("AR-eg", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("fa-AF", "rtl")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("ku-Latn", "ltr")]
    [InlineData("ar-Latn-EG", "ltr")]
    [InlineData("ko", "ltr")]
    [InlineData("", "auto")]
    [InlineData(null, "auto")]
    public void Direction_ByTag_IsThatOfItsScript(string? tag, string way) =>
        Assert.Equal(way, SummitDashboard.Text.WritingDirection.Of(tag));

    // The second source in Arabic; all that is quoted of it has its translation.
    private string Foreign()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/talks/walk.md", SmallCasebook.Talk);
        const string translation =
            $"translation: {{ text: {Translated}, method: machine, by: a program, on: 2026-11-28, hedges: [perhaps] }}";
        foreach (var path in new[] { "sources/second.md", "claims/signed.md", "events/signing.md", "actors/envoy.md" })
        {
            var file = Path.Combine(seeds, path);
            var text = File.ReadAllText(file)
                .Replace("language: unknown", "language: { value: ar, basis: inferred }", StringComparison.Ordinal)
                .Replace(
                    "\"signed the paper, aides said\", paragraph: 1,",
                    $"{Original}, paragraph: 1, {translation},",
                    StringComparison.Ordinal
                )
                .Replace(
                    "exact: signed the paper, paragraph: 1",
                    $"exact: {Original}, paragraph: 1, {translation}",
                    StringComparison.Ordinal
                )
                .Replace(
                    "exact: The envoy signed, paragraph: 1",
                    $"exact: {Original}, paragraph: 1, {translation}",
                    StringComparison.Ordinal
                );
            File.WriteAllText(file, text);
        }
        return seeds;
    }
}
