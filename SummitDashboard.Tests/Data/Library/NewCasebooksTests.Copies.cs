using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Library;

public sealed partial class NewCasebooksTests
{
    [Theory, InlineData(293), InlineData(294), InlineData(300)]
    public async Task Copy_OfALongHeadline_IsShortenedWithASignAndOpens(int length)
    {
        using var folder = new TempFolder();
        var original = Begun(await casebooks.OpenFolder(People.Shell, WithHeadline(folder, new('h', length)), Readers.Open));
        using (await app.OfServer.GetRequiredService<OpenCasebooks>().Take(original.Id)) { }
        var copy = Begun(await casebooks.Duplicate(People.Shell, original.Id, withCoding: true));
        using var held = await app.OfServer.GetRequiredService<OpenCasebooks>().Take(copy.Id);
        var headline = held.Casebook.Services.GetRequiredService<CasebookStore>().Current.Head.Headline;
        var called = Regex.Match(headline, @" \(copy(?: \d+)?\)$");
        Assert.True(called.Success);
        var isShortened = length + called.Length > ItemText.Line;
        Assert.Equal(isShortened ? ItemText.Line : length + called.Length, headline.Length);
        Assert.Equal(isShortened, headline.Contains("h… (copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copy_OfWhatTheFilesMayNotSay_IsRefusedByNameAndMakesNoCasebook()
    {
        using var folder = new TempFolder();
        var original = Begun(await casebooks.OpenFolder(People.Shell, SmallCasebook.Write(folder), Readers.Open));
        using (await app.OfServer.GetRequiredService<OpenCasebooks>().Take(original.Id)) { }
        await using (var db = new SqliteConnection($"Data Source={library.PlaceOf(original).DatabaseFile}"))
        {
            await db.OpenAsync(Stop);
            await using var command = db.CreateCommand();
            command.CommandText =
                $$"""UPDATE "Item" SET "Json" = replace("Json", 'What two sources', '{{new string('o', ItemText.Passage)}}')""";
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Stop));
        }
        var before = library.All.Count;
        var places = Directory.GetDirectories(Path.GetDirectoryName(library.FolderOf(original.Id))!).Length;
        var refused = Assert.IsType<Outcome.Invalid>(
            await casebooks.Duplicate(People.Shell, original.Id, withCoding: true, "Another (copy)")
        );
        Assert.Contains("lede", refused.Problems[0]);
        Assert.Equal(before, library.All.Count);
        Assert.Equal(places, Directory.GetDirectories(Path.GetDirectoryName(library.FolderOf(original.Id))!).Length);
    }

    [Fact]
    public async Task Copies_MadeAtOnce_AreCalledEachByItsOwnName()
    {
        var original = Begun(await casebooks.Begin(People.Shell, "Copied twice", null, Readers.Open));
        using (await app.OfServer.GetRequiredService<OpenCasebooks>().Take(original.Id)) { }
        var titles = new List<string>();
        foreach (
            var outcome in await Task.WhenAll(
                casebooks.Duplicate(People.Shell, original.Id, withCoding: true),
                casebooks.Duplicate(People.Shell, original.Id, withCoding: true, "Copied twice (copy)"),
                casebooks.Duplicate(People.Shell, original.Id, withCoding: false)
            )
        )
            titles.Add(Begun(outcome).Title);
        Assert.Equal(["Copied twice (copy 2)", "Copied twice (copy 3)", "Copied twice (copy)"], titles.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "Give it a title")]
    [InlineData("Fire\nand water", "line break")]
    [InlineData("Fire\u2028and water", "line break")]
    [InlineData("Fire \u202Eretaw", "U+202E")]
    [InlineData("?!", "signs alone")]
    public async Task Title_ThatIsNone_IsRefusedForWhatIsWrongWithIt(string title, string why)
    {
        var begun = Assert.IsType<Outcome.Invalid>(await casebooks.Begin(People.Shell, title, null, Readers.Open));
        Assert.Contains(why, begun.Problems[0]);
        if (title.Length == 0) // it then is called by itself
            return;
        var copied = Assert.IsType<Outcome.Invalid>(await casebooks.Duplicate(People.Shell, CasebookRow.First, withCoding: false, title));
        Assert.Equal(begun.Problems, copied.Problems);
    }

    private static string WithHeadline(TempFolder folder, string headline)
    {
        var seeds = SmallCasebook.Write(folder);
        var head = Path.Combine(seeds, "casebook.md");
        var lines = File.ReadAllLines(head).Where(l => !l.StartsWith("headline:", StringComparison.Ordinal)).ToList();
        lines.Insert(1, $"headline: {headline}");
        File.WriteAllLines(head, lines);
        return seeds;
    }
}
