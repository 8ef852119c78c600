using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>A start where the database is whole and the folder is not: what is there is served, what waits is told.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TestStore test = new(folder => SmallCasebook.Write(folder));
    private readonly Troubles troubles = new(TimeProvider.System, NullLogger<Troubles>.Instance);

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData("events/korean-war.md", "label: [broken", "events/korean-war.md:1: does not begin")]
    [InlineData("events/signing (conflicted copy).md", SmallCasebook.Event, "looks like a copy of signing.md")]
    [InlineData("events/signing (1).md", SmallCasebook.Event, "looks like a copy of signing.md")]
    [InlineData("events/signing.sync-conflict-20241126-101010-ABCDEFG.md", SmallCasebook.Event, "looks like a copy of signing.md")]
    [InlineData("claims/Kopie von signed.md", SmallCasebook.Claim, "cannot be a slug")]
    [InlineData("claims/signed.md", "", "claims/signed.md:1: does not begin")]
    [InlineData("claims/signed.md", "---\nquestion: Signed #1?\n---\n", "claims/signed.md:2: what follows the #")]
    [InlineData("sources/second.md", "---\nsiglum: Fi\n---\n", "sources/second.md")]
    public void Open_FolderWithABadFile_ServesTheDatabaseAndSaysWhatWaits(string file, string text, string told)
    {
        var before = test.Casebook.Items().Select(Documents.Write).ToList();
        Write(file, text);
        Write("events/another.md", SmallCasebook.Event.Replace("label: The paper is signed", "label: A good new file"));

        Assert.Equal(before, Open().Items().Select(Documents.Write));

        var trouble = Assert.Single(troubles.Now);
        Assert.Contains(told, trouble.What);
        Assert.Contains("nothing was taken over", trouble.What);

        // Mended, everything is taken over: the good file with it.
        File.Delete(Path.Combine(test.Seeds, file));
        if (file == "claims/signed.md")
            Write(file, SmallCasebook.Claim);
        if (file == "sources/second.md")
            Write(
                file,
                File.ReadAllText(Path.Combine(test.Seeds, "sources", "first.md"))
                    .Replace("siglum: Fi", "siglum: Se")
                    .Replace("name: The a.txt", "name: The b.txt")
            );
        Open();
        Assert.Equal(file == "sources/second.md", troubles.Now.Count > 0);
    }

    [Theory]
    [
        InlineData("events/signing.md~"),
        InlineData("events/.signing.md.swp"),
        InlineData("events/signing.md.orig"),
        InlineData("claims/signed.md.rej")
    ]
    [InlineData("claims/.signed.md"), InlineData("casebook (1).md"), InlineData("events/#signing.md#"), InlineData("sources/first~")]
    public void Open_FilesLeftBesideTheGoodOnes_ArePassedOverAndTold(string file)
    {
        Write(file, "left");
        Write("events/another.md", SmallCasebook.Event);
        Assert.Equal(2, Open().Events.Count);
        Assert.Contains(file, Assert.Single(troubles.Now).What);
        Assert.Equal(2, Open().Events.Count); // a start that changes nothing tells it too
        Assert.Contains(file, Assert.Single(troubles.Now).What);
        File.Delete(Path.Combine(test.Seeds, file));
        Open();
        Assert.Empty(troubles.Now);
    }

    [Fact]
    public void Open_FolderThatIsGoneOrEmptyOfWhatWasLoaded_ServesTheDatabase()
    {
        Directory.Move(test.Seeds, test.Seeds + "-away");
        Assert.Single(Open().Claims);
        Assert.Contains("there is no such folder", Assert.Single(troubles.Now).What);
        Directory.CreateDirectory(test.Seeds);
        Assert.Single(Open().Claims);
        Assert.Contains("is empty, though the casebook was loaded from it", Assert.Single(troubles.Now).What);
    }

    [Fact]
    public void Open_FolderThatGivesAnIdToAnotherKind_IsNotTakenOver()
    {
        Write("actors/other.md", SmallCasebook.Actor.Replace("name: The Envoy", $"id: {test.Casebook.Claims[0].Id}\nname: Another"));
        Write("claims/signed.md", SmallCasebook.Claim.Replace("question: Was it signed?", "id: other\nquestion: Was it signed?"));
        Assert.Single(Open().Actors);
        Assert.Contains("An id stays with its item", Assert.Single(troubles.Now).What);
    }

    [Fact]
    public async Task Open_EmptyFolder_BeginsACasebookThatCanBeEditedAndThatFilesReplace()
    {
        using var empty = new TestStore(folder =>
        {
            folder.Write("seeds/README.md", "Notes to people.");
            folder.Sub("seeds/texts");
            return folder.Sub("seeds/sources")[..^"/sources".Length];
        });
        Assert.True(CaseFolderReader.Read(empty.Seeds).IsEmpty);
        Assert.Empty(CaseFolderReader.Read(empty.Seeds).Problems);
        Assert.Equal((1L, 0), (empty.Casebook.Revision, empty.Casebook.Sources.Count));
        Assert.Empty(CodebookRules.Of(empty.Casebook.Head, new RuleContext(empty.Casebook)));

        var head = empty.Casebook.Head;
        await empty.Commit(new PutItem(head, head with { Title = "Mine" }), empty.Person("Ada", AccountRole.Editor));
        Assert.Equal("Mine", empty.Open().Current.Head.Title);

        File.WriteAllText(Path.Combine(empty.Seeds, "casebook.md"), SmallCasebook.Casebook);
        var merged = empty.Open().Current;
        Assert.Equal("Mine", merged.Head.Title); // both said something: it waits for a decision
        Assert.Equal(head.RawId, Assert.Single(await new FolderOffers(empty).List()).ItemId);
    }

    [Fact]
    public void Open_CasebookThatWasBegunEmptyAndNotEdited_TakesItsFirstFiles()
    {
        using var empty = new TestStore(folder => folder.Sub("seeds"));
        File.WriteAllText(Path.Combine(empty.Seeds, "casebook.md"), SmallCasebook.Casebook);
        Assert.Equal("A small case", empty.Open().Current.Head.Title);
    }

    [Fact]
    public void Open_FolderWithProblemsAndNoDatabase_IsRefusedWithAllOfThem()
    {
        var refused = Assert.Throws<StartupException>(() =>
            new TestStore(folder =>
            {
                var seeds = SmallCasebook.Write(folder);
                folder.Write("seeds/claims/signed.md", "");
                folder.Write("seeds/events/signing.md", "---\nlabel: x\n");
                return seeds;
            })
        );
        Assert.Contains("claims/signed.md", refused.Message);
        Assert.Contains("events/signing.md", refused.Message);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(test.Seeds, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Casebook Open()
    {
        var store = new CasebookStore(
            test,
            new DataOptions(test.Seeds, "no-texts", test.File),
            Spare.Door(test),
            TimeProvider.System,
            NullLogger<CasebookStore>.Instance,
            troubles
        );
        store.Open();
        return store.Current;
    }
}
