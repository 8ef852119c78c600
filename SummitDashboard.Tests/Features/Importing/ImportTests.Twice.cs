using System.Text.RegularExpressions;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

public sealed partial class ImportTests
{
    [Fact]
    public async Task File_ThatIsThereTwice_SaysWhatItIsTheSameAs()
    {
        var page = MadeFiles.NewsPage("Twice brought");
        await small.Imports.Add([new("twice-a.html", page), new("twice-b.html", page), new("twice-c.txt", "other"u8.ToArray())], small.Ada);
        var entries = await small.Ended(3, e => e.Name.StartsWith("twice-", StringComparison.Ordinal));
        Assert.Equal([null, entries[0].Id, null], entries.Select(e => e.SameAs?.Id));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        var list = await ada.Client.GetStringAsync(Urls.Imports, Stop);
        Assert.Single(Regex.Matches(list, "The same file as"));
        Assert.Contains("Take out what is there twice", list);
        var preview = await ada.Client.GetStringAsync(Urls.Import(entries[1].Id), Stop);
        Assert.Matches($"The same file as <a href=\"{Urls.Import(entries[0].Id)}\"[^>]*>twice-a.html</a>", preview);
        Assert.Contains(">Take out</button>", preview);

        // Taken in, the first is a source, and the second the same as that.
        var (form, next) = await Confirmed(entries[0].Id, f => f.Siglum = "Tw");
        Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        var source = small.App.Casebook.Sources[next.Id];
        list = await ada.Client.GetStringAsync(Urls.Imports, Stop);
        Assert.Matches($"The same file as the source <a href=\"{Urls.Source(source)}\"[^>]*>{source.Name}</a>", list);
        await small.Imports.TakeOut([entries[1].Id], small.Ada);
        list = await ada.Client.GetStringAsync(Urls.Imports, Stop);
        Assert.DoesNotContain("The same file as", list);
        Assert.DoesNotContain("there twice", list);
        await small.Imports.TakeOut([entries[2].Id], small.Ada);
    }

    [Fact]
    public async Task File_BehindManyThatWait_SaysOnWhichPageItStands()
    {
        await small.Imports.Add([.. Enumerable.Range(1, ImportsPage.Size).Select(n => new Arrived($"many{n}", [], "No."))], small.Ada);
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        using var answer = await Send(ada, ("behind-many.txt", "words behind many"u8.ToArray()));
        var list = Assert.Single(answer.Content.Headers.GetValues("Content-Location"));
        Assert.Equal($"{Urls.Imports}?page=2#newest", list);
        var page = await ada.Client.GetStringAsync(list, Stop);
        Assert.Matches("<li[^>]*id=\"newest\"[^>]*>\\s*<div[^>]*>\\s*<(?:a|span)[^>]*>behind-many.txt", page);
        await small.Ended(1, e => e.Name == "behind-many.txt");
        await small.Imports.TakeOut([.. (await small.Imports.List()).Where(e => e.Name.Contains("many")).Select(e => e.Id)], small.Ada);
    }

    [Fact]
    public async Task Files_OfABrokenWay_AreLeftOutWhereTheyAreThere()
    {
        var zip = MadeFiles.Zip(("way.txt", "in the zip"));
        await small.Imports.Add([new("way-1.txt", "on the way"u8.ToArray()), new("way.zip", zip)], small.Ada);
        await small.Ended(2, e => e.Name is "way-1.txt" || e.Name.StartsWith("way.zip › ", StringComparison.Ordinal));
        var again = new Arrived[] { new("other.txt", "on the way"u8.ToArray()), new("way.zip", zip), new("way-2.txt", "new"u8.ToArray()) };
        var came = Assert.IsType<FilesCame>(await small.Imports.Add(again, small.Ada, isAgain: true));
        Assert.Equal(["other.txt", "way.zip"], came.There);
        var entries = await small.Ended(3, e => e.Name.StartsWith("way", StringComparison.Ordinal));
        await small.Imports.TakeOut([.. entries.Select(e => e.Id)], small.Ada);

        // Of a zip from which everything was taken out, nothing is there.
        came = Assert.IsType<FilesCame>(await small.Imports.Add([new("way.zip", zip)], small.Ada, isAgain: true));
        Assert.Empty(came.There);
        entries = await small.Ended(1, e => e.Name.StartsWith("way.zip › ", StringComparison.Ordinal));
        await small.Imports.TakeOut([.. entries.Select(e => e.Id)], small.Ada);
    }

    [Fact]
    public async Task Zip_CalledAsIfItCameInOne_IsOpenedLikeAnyOther()
    {
        await small.Imports.Add([new("press.zip › may.zip", MadeFiles.Zip(("may.txt", "in may")))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name.Contains("may", StringComparison.Ordinal)));
        Assert.Equal(("press.zip - may.zip › may.txt", ImportState.Read), (entry.Name, entry.State));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }
}
