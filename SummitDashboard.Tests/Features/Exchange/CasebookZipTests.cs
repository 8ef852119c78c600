using System.IO.Compression;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Features.Exchange;

public sealed class CasebookZipTests
{
    [Fact]
    public async Task Zip_ShippedCasebook_HoldsTheFilesOfTheFolderAndTheHistory()
    {
        using var app = TestApp.With();
        using var http = new HttpClient();
        await using var body = await http.GetStreamAsync(app.Address + Urls.CasebookZip, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(body);
        using var folder = new TempFolder();
        zip.ExtractToDirectory(folder.Path);
        var files = FolderFiles.Of(folder.Path);
        Assert.True(files.Remove("history.jsonl"));
        Assert.Equal(FolderFiles.Of(Repo.Seeds).Where(f => !f.Key.StartsWith("texts/", StringComparison.Ordinal)), files);
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
