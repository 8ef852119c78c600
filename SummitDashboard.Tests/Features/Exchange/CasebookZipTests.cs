using System.IO.Compression;
using System.Text;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Exchange;

public sealed class CasebookZipTests
{
    [Fact]
    public async Task Zip_ShippedCasebook_HoldsTheFilesOfTheFolderAndTheHistory()
    {
        using var app = new TestApp(new() { ["Access:Notes"] = "all" }).Started();
        var files = await Downloaded(app);
        Assert.True(files.Remove("history.jsonl"));
        Assert.Equal(FolderFiles.Of(Repo.Seeds).Where(f => !f.Key.StartsWith("texts/", StringComparison.Ordinal)), files);
    }

    [Fact]
    public async Task Zip_NotesAreForPresenters_LacksThemAndSaysSoAtTheLink()
    {
        using var app = TestApp.With();
        Assert.Contains(Repo.Casebook.Talks, t => t.Stops.Any(s => s.Notes.Length > 0));
        var files = await Downloaded(app);
        Assert.DoesNotContain(files, f =>
            Encoding.UTF8.GetString(Convert.FromHexString(f.Value)).Contains("notes:", StringComparison.Ordinal)
        );
        using var http = InCasebook.Client(app.Address);
        foreach (var page in new[] { Urls.History, Urls.Help })
            Assert.Contains(
                "presenters’ notes",
                System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(page, TestContext.Current.CancellationToken))
            );
    }

    [Fact]
    public async Task Zip_RecordThatCannotBeRead_IsRefusedInWords()
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        ShippedDatabase.CopyTo(data);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "summit.db")};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                "UPDATE Item SET Json = substr(Json, 1, 40) WHERE Kind = 4 AND Id = (SELECT MIN(Id) FROM Item WHERE Kind = 4)";
            Assert.Equal(1, command.ExecuteNonQuery());
        }
        using var app = TestApp.At(data);
        using var http = InCasebook.Client(app.Address);
        var answer = await http.GetAsync(Urls.CasebookZip, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("An owner sees what to do", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<SortedDictionary<string, string>> Downloaded(TestApp app)
    {
        using var http = InCasebook.Client(app.Address);
        await using var body = await http.GetStreamAsync(Urls.CasebookZip, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(body);
        using var folder = new TempFolder();
        zip.ExtractToDirectory(folder.Path);
        return FolderFiles.Of(folder.Path);
    }

    [Fact]
    public async Task Zip_ReadingIsForThoseSignedIn_IsRefused()
    {
        using var app = new TestApp(new() { ["Access:Reading"] = "signed-in" }).Started();
        using var http = new HttpClient();
        var answer = await http.GetAsync(app.Address + Urls.CasebookZip, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
