using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Library;

public sealed partial class NewCasebooksTests
{
    [Fact]
    public async Task Zip_OfACasebook_OpensOnAnotherServerWithItsHistory()
    {
        var owner = "Olga" + Guid.NewGuid().ToString("N")[..6];
        await app.Person(owner, AccountRole.Owner);
        using var olga = await new LiveTalk(app).SignedIn(owner);
        var zip = await olga.Client.GetByteArrayAsync(Urls.WholeZip, Stop);
        using var other = new TestApp(new Dictionary<string, string> { ["Casebook:Folder"] = new TempFolder().Sub("empty") }).Started();
        var there = other.OfServer.GetRequiredService<NewCasebooks>();
        var opened = Begun(await there.OpenZip(People.Shell, new MemoryStream(zip), Readers.Open));
        using var held = await other.OfServer.GetRequiredService<OpenCasebooks>().Take(opened.Id);
        var store = held.Casebook.Services.GetRequiredService<CasebookStore>();
        Assert.Equal(app.Casebook.Revision, store.Current.Revision);
        Assert.Equal(app.Casebook.Claims.Select(c => c.RawId), store.Current.Claims.Select(c => c.RawId));
        // The same once more is another casebook beside it, with the same ids.
        var twice = Begun(await there.OpenZip(People.Shell, new MemoryStream(zip), Readers.Open));
        Assert.Equal(opened.Slug + "-2", twice.Slug);
    }

    public static TheoryData<string, string> BadZips() =>
        new()
        {
            { "nothing", "no zip that can be read" },
            { "void", "no zip that can be read" },
            { "cut", "no zip that can be read" },
            { "empty", "no casebook.md" },
            { "climbing", "no casebook.md" },
            { "broken", "nothing was taken over" },
            { "changed", "ferry.txt is not the file that was exported" },
            { "lacking", "the file originals/ferry.txt is missing" },
            { "unlisted", "originals.jsonl:1: it is not understood" },
        };

    [Theory, MemberData(nameof(BadZips))]
    public async Task Zip_ThatHoldsNoCasebook_IsRefusedInWordsAndLeavesNothing(string kind, string words)
    {
        var before = library.All.Count;
        var bytes = kind switch
        {
            "void" => [],
            "nothing" => Encoding.UTF8.GetBytes("no zip"),
            "cut" => Zip(("casebook.md", new string('x', 5000)))[..60],
            "empty" => Zip(),
            "changed" => Zip(Head, Listed(new string('a', 64)), ("originals/ferry.txt", "Another text.")),
            "lacking" => Zip(Head, Listed(new string('a', 64))),
            "unlisted" => Zip(Head, ("originals.jsonl", """{"file":"originals/ferry.txt"}""")),
            "climbing" => Zip(("../../evil.md", "x"), ("/etc/evil", "x")),
            _ => Zip(("casebook.md", "---\ntitle: T\n---\n"), ("claims/../../../evil.md", "x")),
        };
        var refused = Assert.IsType<Outcome.Invalid>(await casebooks.OpenZip(People.Shell, new MemoryStream(bytes), Readers.Open));
        Assert.Contains(words, refused.Problems[0]);
        Assert.Equal(before, library.All.Count);
    }

    [Fact]
    public async Task Zip_OfACasebookWithOriginals_BringsThemToAnotherServerAndACopyHasThemToo()
    {
        using var folder = new TempFolder();
        await using var from = TestApp.With(SmallCasebook.Write(folder), folder.Sub("texts"));
        var owner = await from.Person("Olga", AccountRole.Owner);
        var bytes = MadeFiles.NewsPage();
        var source = await Imported(from, "ferry › page.HTML", bytes, owner);
        using var olga = await new LiveTalk(from).SignedIn("Olga");
        var zip = await olga.Client.GetByteArrayAsync(Urls.WholeZip, Stop);
        using (var archive = new ZipArchive(new MemoryStream(zip)))
            Assert.Equal(
                ["originals.jsonl", $"originals/{source.Slug}.html"],
                archive.Entries.Select(e => e.FullName).Where(n => n.StartsWith("original", StringComparison.Ordinal)).Order()
            );

        var opened = Begun(await casebooks.OpenZip(People.Shell, new MemoryStream(zip), Readers.Open));
        var copy = Begun(
            await from.OfServer.GetRequiredService<NewCasebooks>().Duplicate(People.Shell, CasebookRow.First, withCoding: false)
        );
        var original = (await from.Services.GetRequiredService<Imports>().OriginalOf(source.Article))!;
        foreach (var (server, id) in new[] { (app, opened.Id), (from, copy.Id) })
        {
            using var held = await server.OfServer.GetRequiredService<OpenCasebooks>().Take(id);
            var there = (await held.Casebook.Services.GetRequiredService<Imports>().OriginalOf(source.Article))!;
            Assert.Equal(bytes, there.Bytes);
            Assert.Equal((original.Name, original.Reading, original.By, original.At), (there.Name, there.Reading, there.By, there.At));
            var texts = held.Casebook.Services.GetRequiredService<TextLibrary>();
            Assert.NotNull(
                texts.Of(held.Casebook.Services.GetRequiredService<CasebookStore>().Current.Sources.Single(s => s.Id == source.Id))
            );
        }
    }

    // A source that was read from a file, with everything as it is proposed.
    private static async Task<Source> Imported(TestApp app, string name, byte[] bytes, string by)
    {
        var imports = app.Services.GetRequiredService<Imports>();
        await imports.Add([new(name, bytes)], by);
        ImportEntry entry;
        while ((entry = Assert.Single(await imports.List())).State != ImportState.Read)
            await Task.Yield();
        var row = (await imports.Find(entry.Id))!;
        var form = new ImportForm(row, FileReading.Of(row)!, app.Services.GetRequiredService<TextLibrary>());
        var next = Assert.IsType<Source>(form.Read((object)form.Fill(null, app.Casebook), new FieldReader(app.Casebook)));
        Assert.IsType<Outcome.Committed>(await app.Services.GetRequiredService<CasebookStore>().Write(form.Edit(null, next), by));
        return next;
    }

    private static readonly (string, string) Head = (
        "casebook.md",
        "---\ntitle: T\nheadline: T\nvisit: 2031-05-14/2031-05-14\nthemes: {}\n---\n"
    );

    private static (string, string) Listed(string sha256) =>
        (
            "originals.jsonl",
            $$"""
            {"file":"originals/ferry.txt","name":"ferry.txt","sha256":"{{sha256}}","text":"{{sha256}}","by":"Ada",
            "at":"2031-05-06T08:00:00Z","reading":"{}"}
            """.ReplaceLineEndings("")
        );

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        return memory.ToArray();
    }
}
