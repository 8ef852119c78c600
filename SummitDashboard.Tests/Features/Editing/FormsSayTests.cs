using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Features.Editing;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>What forms and pages say of languages, shares, counts and open ends before anybody saves.</summary>
public sealed class FormsSayTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private TestApp app = null!;
    private HttpClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        var seeds = WorldCasebook.Write(folder);
        Change("sources/source-th.md", "value: th,", "value: qq,");
        Change("claims/sailed.md", "source: source-ar\n    stance: asserts", "source: source-ar\n    stance: attributes");
        Change("events/ferry-sails.md", "basis: inferred, sources", "basis: given, sources");
        app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        await app.Person("Ada", AccountRole.Editor);
        ada = await app.SignedIn("Ada");
    }

    public ValueTask DisposeAsync()
    {
        ada.Dispose();
        app.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("edit/source/source-th", "“qq” is no language (ISO 639); words in it are shown as any text.")]
    [InlineData("edit/event/ferry-sails", "Still open: the mention that prints its date, which is marked given.")]
    [InlineData("edit/actor/harbour-master/name/0", "“<bdi translate=\"no\">harbour master</bdi>” stands 1 time in the author’s prose")]
    [InlineData("edit/actor/harbour-master/name/2", "in boilerplate, words that begin with it counted")]
    [InlineData("claims/sailed/code/source-en", "% of this article is quoted (")]
    [InlineData("edit/event/ferry-sails/mention/0", "% of this article is quoted (")]
    [InlineData("sources/source-en", "% of this article is quoted (")]
    [InlineData("sources/source-ar/article", "Replace the article</button>")]
    [InlineData("sources/source-ko", ">Korean</bdi>")]
    [InlineData("claims/sailed/code/source-ar", "name=\"quotations.0.exact\" rows=\"2\" spellcheck=\"false\" lang=\"ar\" dir=\"rtl\"")]
    [InlineData("claims/sailed/code/source-ar", "name=\"quotations.1.hedges.0\" lang=\"ar\" dir=\"rtl\"")]
    [InlineData("claims/sailed/code/source-ar", "aria-label=\"Mark what is selected in the translation\"")]
    [InlineData("claims/sailed/code/source-ar", "<p class=\"muted still-open\"")]
    [InlineData("edit/event/ferry-sails/mention/3", "name=\"quotation.exact\" rows=\"2\" spellcheck=\"false\" lang=\"ar\" dir=\"rtl\"")]
    [InlineData("edit/actor/harbour-master/name/3", "name=\"form\" lang=\"ar\" dir=\"rtl\"")]
    public async Task Page_OfAForm_Says(string path, string says) =>
        Assert.Contains(says, WebUtility.HtmlDecode(await ada.GetStringAsync(path, TestContext.Current.CancellationToken)));

    /// <summary>Not only once most of the quarter is used up.</summary>
    [Fact]
    public async Task Cell_WhereNotEachCanHaveAWholeQuotation_SaysHowManyWordsFromTheFirst()
    {
        using var other = new TempFolder();
        var seeds = DeskCasebook.Write(other, "\n" + string.Join(' ', Enumerable.Repeat("and so on", 130)), claims: 12);
        using var desk = TestApp.With(seeds, Path.Combine(other.Path, "texts"));
        await desk.Person("Ada", AccountRole.Editor);
        using var editor = await desk.SignedIn("Ada");
        var page = await editor.GetStringAsync("claims/rare/code/second", TestContext.Current.CancellationToken);
        Assert.Contains("left for 14 cells that nobody has coded", page);
        Assert.Matches("about 1[0-4] words for each", page);
    }

    /// <summary>Where nothing is left, no number of cells that will be told is made of it.</summary>
    [Theory]
    [InlineData(0, "No word is left for 2 cells that nobody has coded: shorten a quotation to make room.")]
    [InlineData(1, "1 word is left for 2 cells that nobody has coded")]
    public async Task Cell_WhereNextToNothingIsLeft_SaysSo(int left, string says)
    {
        var now = Regex.Match(await Desk(0), @"\((\d+) of (\d+) words\)");
        var all = int.Parse(now.Groups[2].Value, CultureInfo.InvariantCulture) / 4;
        var page = await Desk(all - left - int.Parse(now.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.Contains(says, page);
        Assert.DoesNotContain("0 words", page);

        // With so many words more quoted in another cell.
        static async Task<string> Desk(int quoted)
        {
            using var other = new TempFolder();
            var words = Enumerable.Range(0, 100).Select(n => $"w{(char)('a' + (n / 26))}{(char)('a' + (n % 26))}").ToList();
            var seeds = DeskCasebook.Write(other, "\n" + string.Join(' ', words), claims: 1);
            if (quoted > 0)
            {
                var claim = Path.Combine(seeds, "claims", "more-0.md");
                var chunks = words
                    .Take(quoted)
                    .Chunk(15)
                    .Select(c =>
                        $"      - {{ exact: {string.Join(' ', c)}, paragraph: {1 + DeskCasebook.Second.Count(c => c == '\n') + 1} }}"
                    );
                File.WriteAllText(
                    claim,
                    File.ReadAllText(claim)
                        .Replace("source: first", "source: second")
                        .Replace("      - { exact: a short paper, paragraph: 2 }", string.Join('\n', chunks))
                );
            }
            using var desk = TestApp.With(seeds, Path.Combine(other.Path, "texts"));
            await desk.Person("Ada", AccountRole.Editor);
            using var editor = await desk.SignedIn("Ada");
            return WebUtility.HtmlDecode(await editor.GetStringAsync("claims/rare/code/second", TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("sources/source-ar/text", true)]
    [InlineData("sources/source-en/text", false)]
    [InlineData("claims/sailed/code/source-he", true)]
    [InlineData("claims/sailed/code/source-ko", false)]
    public async Task Paragraph_FromTheRight_HasItsNumberThere(string path, bool isFromTheRight)
    {
        var html = await ada.GetStringAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(isFromTheRight, html.Contains("<li id=\"p2\" dir=\"rtl\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_TypedWithMarksApart_AreThoseOfTheSameLetters()
    {
        var casebook = app.Casebook;
        var form = new SourceForm(casebook.Sources[0]);
        var fields = form.Fill(casebook.Sources[0], casebook);
        (fields.Siglum, fields.Name, fields.Tags) = ("E\u0301a", "L\u2019e\u0301cho", "re\u0301gion: Bre\u0301tagne");
        var source = (Source)form.Read(fields, new FieldReader(casebook))!;
        Assert.Equal(("\u00C9a", "L\u2019\u00E9cho"), (source.Siglum, source.Name));
        Assert.Equal(["r\u00E9gion: Br\u00E9tagne"], source.Tags);
        Assert.Empty(form.Problems(source, casebook));

        Change("sources/source-en.md", "siglum: En", "siglum: \"E\u0301n\"");
        Change("casebook.md", "themes: { ferry: The ferry }", "themes: { ferry: The ferry, \"me\u0301r\": The sea }");
        Change("claims/sailed.md", "theme: ferry", "theme: \"m\u00E9r\"");
        var contents = CaseFolderReader.Read(Path.Combine(folder.Path, "seeds"));
        Assert.Empty(contents.Problems);
        Assert.Equal("\u00C9n", contents.Sources.First(s => s.Slug == "source-en").Siglum);
    }

    [Fact]
    public void Problems_OfASource_NameTheFieldAsThePageDoes()
    {
        var (casebook, source) = (app.Casebook, app.Casebook.Sources[0]);
        var bad = source with
        {
            Published = new("2020-01-06", Basis.Given, 2, "Monday"),
            Written = source.Written! with { Basis = Basis.Given, Paragraph = 2, Words = "Monday" },
            Language = new("German", Basis.Inferred),
            Byline = new("N. N.", Basis.Given, 9),
            Url = new("example.org", Basis.Inferred),
        };
        var problems = new SourceForm(source).Problems(bad, casebook).ToList();
        Assert.Equal(
            ["byline.paragraph", "language.value", "url.value", "written.basis"],
            problems.Select(p => p.Field).Order(StringComparer.Ordinal)
        );
        Assert.Contains(problems, p => p.Words.StartsWith("Written: it rests on the words that print", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("13.05.2025", "Published: “13.05.2025” is no date: write 2025-05-13.")]
    [InlineData("03.04.2025", "Published: “03.04.2025” is no date: write 2025-04-03 or 2025-03-04, whichever")]
    [InlineData(" 2025-05-13 ", null)]
    public void Published_TypedIntoASource_IsADateOrRefusedAtItsField(string typed, string? refused)
    {
        var (casebook, source) = (app.Casebook, app.Casebook.Sources[0]);
        var form = new SourceForm(source);
        var fields = form.Fill(source, casebook);
        (fields.Published.Value, fields.Published.Basis) = (typed, Basis.Inferred);
        var next = (Source)form.Read(fields, new FieldReader(casebook))!;
        var problems = form.Problems(next, casebook).ToList();
        if (refused is null)
        {
            Assert.Empty(problems);
            Assert.Equal("2025-05-13", next.Published!.Value);
        }
        else
        {
            var problem = Assert.Single(problems);
            Assert.Equal("published.value", problem.Field);
            Assert.StartsWith(refused, problem.Words, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("2025-05-13", "[..2025-05-13]"), InlineData("2025", "[..2025-12-31]"), InlineData("", null)]
    public void Published_FilledInLater_SaysByWhenItWasWrittenWhereNothingElseDoes(string typed, string? written)
    {
        var was = app.Casebook.Sources[0];
        var source = was with { Published = null, Written = null };
        var casebook = app.Casebook.With(app.Casebook.Revision + 1, [new(was, source)]);
        var form = new SourceForm(source);
        var fields = form.Fill(source, casebook);
        (fields.Published.Value, fields.Published.Basis) = (typed, typed.Length > 0 ? Basis.Inferred : null);
        Assert.Equal(written, ((Source)form.Read(fields, new FieldReader(casebook))!).Written?.Date.Text);
    }

    private void Change(string file, string old, string other)
    {
        var path = Path.Combine(folder.Path, "seeds", file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, other, StringComparison.Ordinal));
    }
}
