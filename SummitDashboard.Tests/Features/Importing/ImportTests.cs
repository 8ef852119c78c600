using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

/// <summary>Files arrive by HTTP, are read in the background, and become sources through the one door.</summary>
public sealed partial class ImportTests(ImportTests.Small small) : IClassFixture<ImportTests.Small>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OfAnEditor_AreReadEachByItself()
    {
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        using var answer = await Send(ada, ("one.txt", "words of one"u8.ToArray()), ("bad.pdf", "%PDF-1.4 cut"u8.ToArray()));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var entries = await small.Ended(2, e => e.Name is "one.txt" or "bad.pdf");
        Assert.Equal([ImportState.Read, ImportState.Failed], entries.Select(e => e.State));
        Assert.Contains("cut off", entries[1].Says);
        var list = await ada.Client.GetStringAsync(Urls.Imports, Stop);
        Assert.Contains("one.txt", list);
        Assert.Contains("cut off", list);
        using var file = await ada.Client.GetAsync(Urls.ImportedFile(entries[0].Id), Stop);
        Assert.Equal("words of one"u8.ToArray(), await file.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.IsType<Outcome.Done>(await small.Imports.TakeOut([.. entries.Select(e => e.Id)], small.Ada));
    }

    [Fact]
    public async Task Zip_OfFiles_GivesWayToWhatIsInIt()
    {
        var zip = MadeFiles.Zip(
            ("a/one.html", MadeFiles.NewsPage()),
            ("../out.txt", "x"u8.ToArray()),
            ("inner.zip", MadeFiles.Zip(("x.txt", "x")))
        );
        await small.Imports.Add([new("pack.zip", zip)], small.Ada);
        var entries = await small.Ended(3, e => e.Name.StartsWith("pack.zip › ", StringComparison.Ordinal));
        Assert.Equal([ImportState.Read, ImportState.Failed, ImportState.Failed], entries.Select(e => e.State));
        Assert.Contains("leads out", entries[1].Says);
        Assert.Contains("zip within a zip", entries[2].Says);
        await small.Imports.TakeOut([.. entries.Select(e => e.Id)], small.Ada);
    }

    [Fact]
    public async Task File_Confirmed_IsASourceWithItsArticleAndItsOriginalInOneRevision()
    {
        var page = System.Text.Encoding.UTF8.GetBytes(
            System
                .Text.Encoding.UTF8.GetString(MadeFiles.NewsPage("Island ferry back at last"))
                .Replace("The Bay Courier", "The Zander Ledger", StringComparison.Ordinal)
        );
        await small.Imports.Add([new("island.html", page)], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "island.html"));
        var (form, next) = await Confirmed(entry.Id);
        var revision = small.App.Casebook.Revision;
        Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));

        Assert.Equal(revision + 1, small.App.Casebook.Revision);
        var source = small.App.Casebook.Sources[next.Id];
        Assert.Equal(("The Zander Ledger", "ZL"), (source.Name, source.Siglum));
        Assert.Equal(("2031-05-06", Basis.Given), (source.Published!.Value, source.Published.Basis));
        Assert.True(source.Order > small.App.Casebook.Sources[0].Order);
        Assert.NotNull(small.App.Services.GetRequiredService<TextLibrary>().Of(source));
        // Nobody has described a paragraph yet: none has a note that could be found, or read.
        Assert.DoesNotContain(new SearchEntries(small.App.Casebook, _ => null).All().Single(o => Equals(o.Of, source)).Entries(), e =>
            e.Kind == SearchKind.Note
        );
        await using var db = await small.App.Services.GetRequiredService<IDbContextFactory<SummitDb>>().CreateDbContextAsync(Stop);
        var original = Assert.Single(db.Originals.Where(o => o.TextSha256 == source.Article.Sha256));
        Assert.Equal(page, original.Bytes);
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        Assert.Contains(Urls.Original(source), await ada.Client.GetStringAsync(Urls.Source(source), Stop));
        Assert.Equal(page, await ada.Client.GetByteArrayAsync(Urls.Original(source), Stop));
        using var nobody = new LiveTalk(small.App);
        using var refused = await nobody.Client.GetAsync(Urls.Original(source), Stop);
        Assert.EndsWith("/" + Urls.SignIn, refused.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.DoesNotContain(await small.Imports.List(), e => e.Id == entry.Id);

        // The second who confirms the same file, or brings it again, hears of the first.
        Assert.IsType<Outcome.Invalid>(
            await small.Store.Write(form.Edit(null, next with { Id = new("0123456789ab"), Slug = "again" }), small.Ada)
        );
        await small.Imports.Add([new("island-copy.html", page)], small.Ada);
        var copy = Assert.Single(await small.Ended(1, e => e.Name == "island-copy.html"));
        var (again, same) = await Confirmed(copy.Id);
        Assert.Equal(("The Zander Ledger, 6 May", "Za"), (same.Name, same.Siglum));
        var twice = Assert.IsType<Outcome.Invalid>(await small.Store.Write(again.Edit(null, same), small.Ada));
        Assert.Contains("already coded", Assert.Single(twice.Problems));
        Assert.Contains(await small.Imports.List(), e => e.Id == copy.Id);
        await small.Imports.TakeOut([copy.Id], small.Ada);
    }

    [Fact]
    public async Task Bibliography_WithHalfACharacter_HoldsNobodyUp()
    {
        await small.Imports.Add(
            [new("half.json", """[{"title":"\ud800"},{"title":"b"}]"""u8.ToArray()), new("behind.txt", "words"u8.ToArray())],
            small.Ada
        );
        var entries = await small.Ended(2, e => e.Name is "half.json" or "behind.txt");
        Assert.Equal([ImportState.Failed, ImportState.Read], entries.Select(e => e.State));
        Assert.Contains("CSL-JSON", entries[0].Says);
        await small.Imports.TakeOut([.. entries.Select(e => e.Id)], small.Ada);
    }

    [Fact]
    public async Task Page_ShownBesideItsText_NeitherRunsNorSends()
    {
        await small.Imports.Add([new("shown.html", MadeFiles.NewsPage("Shown"))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "shown.html"));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        using var shown = await ada.Client.GetAsync(Urls.ImportedFile(entry.Id, isShown: true), Stop);
        Assert.Equal("text/html", shown.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(shown.Headers.GetValues("Content-Security-Policy")));
        using var nobody = new LiveTalk(small.App);
        using var refused = await nobody.Client.GetAsync(Urls.ImportedFile(entry.Id), Stop);
        Assert.EndsWith("/" + Urls.SignIn, refused.RequestMessage!.RequestUri!.AbsolutePath);
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task File_WhoseFieldsWereCorrected_SaysOnWhatTheyRest()
    {
        await small.Imports.Add([new("plain.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n", MadeFiles.Prose[..3])))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "plain.txt"));
        var (_, next) = await Confirmed(entry.Id, f =>
            (f.Title, f.Publisher, f.Paragraphs[2]) = ("It is a good day for the island", "The Bay Courier", "related posts")
        );
        Assert.Equal((Basis.Given, 3), (next.Title!.Basis, next.Title.Paragraph));
        Assert.Equal((Basis.Inferred, null), (next.Publisher!.Basis, next.Publisher.Paragraph));
        Assert.Null(next.Published);
        Assert.Null(next.Byline);
        Assert.Equal("related posts", next.Paragraphs[2].Boilerplate);
        Assert.Empty(CodebookRules.Of(next, new RuleContext(small.App.Casebook)));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Text_CorrectedBeforeItCounts_IsKeptWithItsOriginalReadingBesideIt()
    {
        string[] lines = ["Ferry sails again", "By Tove Quist", "6 May 2031", .. MadeFiles.Prose[..3]];
        await small.Imports.Add([new("corrected.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n", lines)))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "corrected.txt"));
        var reading = FileReading.Of((await small.Imports.Find(entry.Id))!)!;
        var (form, next) = await Confirmed(entry.Id, fields =>
        {
            var text = new TextCorrections(fields, reading);
            Assert.False(text.AreThere);
            Assert.True(text.Join(4));
            text.Reword(3, "The ferry sailed.\nNobody had expected it.");
            text.Reword(2, " ");
            text.Part(2, lines[2]);
            Assert.Equal(lines[2], text.Texts[2]);
            Assert.False(text.Join(4));
            Assert.True(text.AreThere);
        });
        Assert.Equal(5, next.Article.Paragraphs);
        Assert.Equal((Basis.Given, 2), (next.Byline!.Basis, next.Byline.Paragraph));
        // The line that printed the day was left out: the text gives it no more.
        Assert.Equal((Basis.Inferred, null), (next.Published!.Basis, next.Published.Paragraph));
        var committed = Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        Assert.True(committed.Changed);
        var kept = small.App.Services.GetRequiredService<TextLibrary>().Of(next)!;
        Assert.Equal([lines[0], lines[1], "The ferry sailed.", "Nobody had expected it.", $"{lines[4]} {lines[5]}"], kept.Paragraphs);
        var original = (await small.Imports.OriginalOf(next.Article))!;
        Assert.Contains(MadeFiles.Prose[0], original.Reading, StringComparison.Ordinal);
        Assert.Equal(string.Join("\n", lines), System.Text.Encoding.UTF8.GetString(original.Bytes));
    }

    [Fact]
    public async Task Text_Corrected_GoesBackToWhatWasRead()
    {
        await small.Imports.Add([new("back.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\n", MadeFiles.Prose)))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "back.txt"));
        var reading = FileReading.Of((await small.Imports.Find(entry.Id))!)!;
        var (_, next) = await Confirmed(entry.Id, fields =>
        {
            var text = new TextCorrections(fields, reading);
            text.Reword(0, "Something else.");
            text.Undo();
            Assert.False(text.AreThere);
        });
        Assert.Equal(ArticleText.From(reading.Text).Sha256, next.Article.Sha256);
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Theory, InlineData(null), InlineData(AccountRole.Presenter)]
    public async Task Files_OfWhoMayNotEdit_LeadToTheSignIn(AccountRole? role)
    {
        using var client = new LiveTalk(small.App);
        if (role is { } given)
        {
            await small.App.Person("Pia", given);
            await client.SignedIn("Pia");
        }
        using var answer = await Send(client, ("no.txt", "words"u8.ToArray()));
        Assert.NotEqual(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.DoesNotContain(await small.Imports.List(), e => e.Name == "no.txt");
        Assert.DoesNotContain("data-import", await client.Client.GetStringAsync(Urls.Sources, Stop));
    }

    [Fact]
    public async Task Files_ThatTurnOutToBeTooLargeAsTheyCome_AreRefusedAsThat()
    {
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        var token = TokenPattern().Match(await ada.Client.GetStringAsync(Urls.Imports, Stop)).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(new byte[(ImportOptions.RequestMiB + 1) << 20]), "files", "large.txt" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.ImportFiles) { Content = form };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await ada.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.DoesNotContain(await small.Imports.List(), e => e.Name == "large.txt");
    }

    [Fact]
    public async Task Files_WithoutTheTokenOfAPage_AreNotTaken()
    {
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("words"u8.ToArray()), "files", "forged.txt" } };
        using var answer = await ada.Client.PostAsync(Urls.ImportFiles, form, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(await small.Imports.List(), e => e.Name == "forged.txt");
    }

    [Fact]
    public async Task File_TooLarge_IsNamedAndTheOthersGoOn()
    {
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        using var answer = await Send(ada, ("large.txt", new byte[3 * 1024 * 1024]), ("after.txt", "words"u8.ToArray()));
        var entries = await small.Ended(2, e => e.Name is "large.txt" or "after.txt");
        Assert.Equal([ImportState.Failed, ImportState.Read], entries.Select(e => e.State));
        Assert.Contains("at most 2", entries[0].Says);
        await small.Imports.TakeOut([.. entries.Select(e => e.Id)], small.Ada);
    }

    // As the page does: what is proposed, what was corrected, and the source made of it.
    private async Task<(ImportForm Form, Source Next)> Confirmed(string id, Action<ImportFields>? correct = null)
    {
        var row = (await small.Imports.Find(id))!;
        var form = new ImportForm(row, FileReading.Of(row)!, small.App.Services.GetRequiredService<TextLibrary>());
        var fields = form.Fill(null, small.App.Casebook);
        correct?.Invoke(fields);
        var reader = new FieldReader(small.App.Casebook);
        var next = Assert.IsType<Source>(form.Read((object)fields, reader));
        Assert.Empty(reader.Problems);
        return (form, next);
    }

    private static async Task<HttpResponseMessage> Send(LiveTalk who, params (string Name, byte[] Bytes)[] files)
    {
        var token = TokenPattern().Match(await who.Client.GetStringAsync(Urls.Imports, Stop)).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.ImportFiles) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        return await who.Client.SendAsync(request, Stop);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenPattern();
}
