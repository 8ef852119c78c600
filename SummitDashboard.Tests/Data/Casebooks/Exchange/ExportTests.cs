using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Exchange;

public sealed class ExportTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_AfterEditsGradesRenamesRemovalsAndUndo_LoadedAndExportedAgain_IsTheSameByteForByte()
    {
        var desk = await Edited();
        var first = desk.Export();
        var again = new Desk(first, folder.Sub("again"));
        Assert.Equal(FolderFiles.Of(first), FolderFiles.Of(again.Export()));
        Assert.Equal(desk.Casebook.Revision, again.Casebook.Revision);
        using var db = again.CreateDbContext();
        Assert.Contains("Ada Ümlaut", db.Revisions.Select(r => r.By).ToList());
        Assert.Contains(db.SlugAliases.ToList(), a => a.Slug == "signed");
        Assert.All(db.Revisions.ToList(), r => Assert.Null(r.AccountId));
    }

    [Fact]
    public async Task Export_AfterEdits_HoldsNoAccountAndNoArticle()
    {
        var desk = await Edited();
        var texts = string.Concat(Directory.EnumerateFiles(desk.Export(), "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Desk.EditorId, texts);
        Assert.DoesNotContain("Nobody else was there", texts);
    }

    [Fact]
    public async Task Export_LoadedOverTheDatabaseItCameFrom_ChangesNothing()
    {
        var desk = await Edited();
        var revision = desk.Casebook.Revision;
        var store = new CasebookStore(
            desk,
            desk.Options with
            {
                CasebookFolder = desk.Export(),
            },
            Spare.Door(desk),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CasebookStore>.Instance
        );
        store.Open();
        Assert.Equal(revision, store.Current.Revision);
        using var db = desk.CreateDbContext();
        Assert.All(db.Seeds.ToList(), s => Assert.Null(s.Offered));
    }

    [Fact]
    public async Task Export_WithoutHistory_LoadsAsRevisionOne()
    {
        var desk = await Edited();
        desk.Export();
        var bare = desk.Export(history: false); // over the one with a history
        Assert.False(File.Exists(Path.Combine(bare, "history.jsonl")));
        var again = new Desk(bare, folder.Sub("again"));
        Assert.Equal(1, again.Casebook.Revision);
        Assert.Equal(desk.Casebook.Grades.Count, again.Casebook.Grades.Count);
    }

    [Fact]
    public async Task Load_FilesSayMoreThanTheHistory_RecordsThatAsOneMoreRevision()
    {
        var out1 = (await Edited()).Export();
        var (claim, events) = (Path.Combine(out1, "claims", "was-signed.md"), Path.Combine(out1, "events"));
        File.WriteAllText(claim, File.ReadAllText(claim).Replace("Was it signed?", "Who signed it?"));
        File.WriteAllText(Path.Combine(events, "rest.md"), "---\nlabel: A rest\ndate: unknown\nphase: aftermath\n---\n");
        var recorded = File.ReadAllLines(Path.Combine(out1, "history.jsonl")).Length;
        var desk = new Desk(out1, folder.Sub("again"));
        Assert.Equal(recorded + 1, desk.Casebook.Revision);
        Assert.Equal("Who signed it?", desk.Casebook.Claims[0].Question);
        using var db = desk.CreateDbContext();
        Assert.Equal(2, db.Changes.Count(c => c.Revision == recorded + 1));
    }

    [Fact]
    public async Task Load_DatabaseHasRevisions_PassesTheHistoryOver()
    {
        var out1 = (await Edited()).Export();
        File.AppendAllText(Path.Combine(out1, "history.jsonl"), "no json\n");
        var other = new Desk(SmallCasebook.Write(folder), folder.Sub("other"));
        var store = new CasebookStore(
            other,
            other.Options with
            {
                CasebookFolder = out1,
            },
            Spare.Door(other),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CasebookStore>.Instance
        );
        store.Open();
        Assert.Equal(2, store.Current.Revision);
    }

    [Theory]
    [InlineData("no json", "")]
    [InlineData("null", "")]
    [InlineData("", "cannot be read")]
    [InlineData("3", "is revision")]
    [InlineData("gap", "should stand here")]
    [InlineData("schema", "has the schema 99")]
    [InlineData("lacks", "lacks its Quotation")]
    [InlineData("nameless", "lacks its Source")]
    [InlineData("nothing", "holds no revision")]
    [InlineData("dangling", "which is not there")]
    [InlineData("before", "from what it was not")]
    [InlineData("extra", "cannot be read")]
    [InlineData("id", "with another id")]
    public void Load_HostileHistory_IsRefusedWithItsLineAndLoadsNothing(string how, string why)
    {
        var seeds = SmallCasebook.Write(folder);
        var good = Path.Combine(new Desk(seeds, folder.Sub("good")).Export(), "history.jsonl");
        var line = File.ReadAllText(good).TrimEnd('\n');
        var bad = how switch
        {
            "3" => line + "\n" + line,
            "gap" => line.Replace("\"number\":1", "\"number\":2"),
            "schema" => line.Replace("\"schema\":2", "\"schema\":99"),
            "lacks" => System.Text.RegularExpressions.Regex.Replace(line, ",\"quotation\":\\{\"exact\":\"signed the paper\"[^}]*\\}", ""),
            "nameless" => line.Replace("\"mentions\":[{\"source\":", "\"mentions\":[{\"of\":"),
            "nothing" => "",
            "dangling" => line
                + "\n"
                + "{\"schema\":1,\"number\":2,\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"x\",\"command\":\"x\",\"changes\":"
                + "[{\"kind\":\"grade\",\"id\":\"g\",\"after\":"
                + "{\"source\":\"nowhere\",\"rationale\":\"r\",\"note\":\"\",\"evidence\":[],\"checklist\":[],"
                + "\"by\":\"x\",\"at\":\"2026-01-01T00:00:00Z\",\"id\":\"g\",\"slug\":\"g\"}}]}",
            "before" => line + "\n" + line.Replace("\"number\":1", "\"number\":2"),
            "extra" => line.Replace("\"number\":1", "\"number\":1,\"password\":\"x\""),
            "id" => System.Text.RegularExpressions.Regex.Replace(
                line,
                "\"kind\":\"claim\",\"id\":\"[^\"]*\"",
                "\"kind\":\"claim\",\"id\":\"other\""
            ),
            _ => how + "\n",
        };
        if (how == "before")
            bad = line + "\n" + line.Replace("\"number\":1", "\"number\":2").Replace("\"after\":", "\"before\":");
        File.WriteAllText(Path.Combine(seeds, "history.jsonl"), bad);
        var (data, refused) = (folder.Sub("data"), (StartupException?)null);
        try
        {
            _ = new Desk(seeds, data);
        }
        catch (StartupException e)
        {
            refused = e;
        }
        Assert.NotNull(refused);
        Assert.Contains("history.jsonl:", refused.Message);
        Assert.Contains(why, refused.Message);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "summit.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM Revision) + (SELECT COUNT(*) FROM Item) + (SELECT COUNT(*) FROM Change)";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    [Fact]
    public async Task Export_IntoACasebookFolder_ReplacesItsFilesAndLeavesOthers()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var to = desk.Export();
        File.WriteAllText(Path.Combine(to, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(to, "events", "README.md"), "mine too");
        await desk.Write(new PutItem(desk.Casebook.Events[0], null));
        desk.Export();
        Assert.Equal("mine", File.ReadAllText(Path.Combine(to, "notes.txt")));
        Assert.Equal(["README.md"], Directory.EnumerateFiles(Path.Combine(to, "events")).Select(Path.GetFileName));
        Assert.Empty(CaseFolderReader.Read(to).Problems);
        Assert.False(Directory.Exists(Path.Combine(to, ".export")));
    }

    [Theory]
    [InlineData("diary.txt")]
    [InlineData("casebook.md")]
    public void Export_IntoAFolderOfSomethingElse_IsRefusedAndTouchesNothing(string file)
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        folder.Write($"data/out/{file}", "---\nname: none of ours\n---\n");
        var before = FolderFiles.Of(Path.Combine(folder.Path, "data", "out"));
        Assert.Contains("holds no casebook", Assert.Throws<StartupException>(() => desk.Export()).Message);
        Assert.Equal(before, FolderFiles.Of(Path.Combine(folder.Path, "data", "out")));
    }

    [Fact]
    public async Task Export_BrokenOffWhileWriting_LeavesTheOldFilesWholeAndRunsAgain()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var to = desk.Export();
        var old = FolderFiles.Of(to);
        await desk.Write(new PutItem(desk.Casebook.Events[0], null));
        Assert.Throws<IOException>(() =>
            new CasebookExport(desk, desk.Options).Read(true, (_, files) => ExportFolder.Write(to, BreakOff(files)))
        );
        Assert.Equal(
            old,
            new SortedDictionary<string, string>(
                FolderFiles.Of(to).Where(f => !f.Key.StartsWith(".export/", StringComparison.Ordinal)).ToDictionary()
            )
        );
        desk.Export();
        Assert.DoesNotContain("events/signing.md", FolderFiles.Of(to).Keys);

        static IEnumerable<CaseFile> BreakOff(IEnumerable<CaseFile> files)
        {
            foreach (var file in files.Take(3))
                yield return file;
            throw new IOException("No space left on device");
        }
    }

    [Fact]
    public void Export_BrokenOffWhileMoving_IsNoCasebookUntilItIsRunAgain()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var to = desk.Export();
        var whole = FolderFiles.Of(to);
        Directory.CreateDirectory(Path.Combine(to, ".export"));
        File.Move(Path.Combine(to, "casebook.md"), Path.Combine(to, ".export", "casebook.md"));
        Assert.NotEmpty(CaseFolderReader.Read(to).Problems);
        desk.Export();
        Assert.Equal(whole, FolderFiles.Of(to));
    }

    [Theory]
    [InlineData("nobody.md", "by: A\n    at: \"2026-01-01T00:00:00Z\"\n    mark: B\n    rationale: Why", "grades/nobody.md")]
    [InlineData(
        "first.md",
        "by: A\n    at: \"2026-01-01T00:00:00Z\"\n    mark: Z\n    rationale: Why",
        "grades/first.md:5: “Z” is no letter"
    )]
    [InlineData("first.md", "by: A\n    at: yesterday\n    mark: B\n    rationale: Why", "grades/first.md:4: at should be a moment")]
    [InlineData("first.md", "by: A\n    at: \"2026-01-01T00:00:00Z\"\n    mark: B", "grades/first.md:3: a grade needs its rationale")]
    [InlineData(
        "first.md",
        "by: A\n    at: \"2026-01-01T00:00:00Z\"\n    mark: B\n    rationale: Why\n    claim: none",
        "grades/first.md:7: claim: there is no claim"
    )]
    public void Read_BadGrade_IsAProblemWithItsLine(string name, string entry, string problem)
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write($"seeds/grades/{name}", $"---\ngrades:\n  - {entry}\n---\n");
        Assert.Contains(CaseFolderReader.Read(seeds).Problems, p => p.ToString().Contains(problem, StringComparison.Ordinal));
    }

    // A casebook to which everything happened that can: edits, grades, a withdrawal, a new name, a removal and an undo.
    private async Task<Desk> Edited()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var claim = desk.Casebook.Claims[0];
        var (source, framing) = (desk.Casebook.Sources[0], claim.Framings[0]);
        await desk.Write(
            new PutFraming(
                claim.Id,
                framing.Source,
                framing,
                framing with
                {
                    Gloss = " Says: \"yes\" # not\nno ",
                    Quotations = [framing.Quotations[0] with { Cites = new(null, "envoy") }],
                }
            ),
            "Because: ☃"
        );
        await desk.Write(new AddGrade(Graded(source.Id, null, "B")));
        await desk.Write(new AddGrade(Graded(source.Id, claim.Id, "2")));
        await desk.Write(new AddGrade(Graded(source.Id, null, null)));
        var renamed = desk.Casebook.Claims[0];
        await desk.Write(new PutItem(renamed, renamed with { Slug = "was-signed", Note = "\r\nTwo\r\nlines\n---\n" }));
        await desk.Write(
            new PutItem(
                null,
                new Event
                {
                    Id = new(Ids.New()),
                    Slug = "party",
                    Label = "A party",
                    Phase = Phase.Aftermath,
                }
            )
        );
        await desk.Write(new PutItem(desk.Casebook.Events.Single(e => e.Slug == "party"), null));
        await desk.Write(new PutItem(desk.Casebook.Actors[0], null));
        await desk.Write(new Undo(desk.Casebook.Revision));
        var head = desk.Casebook.Head;
        await desk.Write(new PutItem(head, head with { Title = "yes" }));
        return desk;

        static Grade Graded(SourceId source, ClaimId? claim, string? mark) =>
            new()
            {
                Id = new(Ids.New()),
                Slug = "-",
                Source = source,
                Claim = claim,
                Mark = mark,
                Rationale = "Two\nlines: \"quoted\"",
                By = "",
                At = default,
                Evidence = mark == "B" ? ["https://example.org/"] : [],
                Checklist = mark == "B" ? [new(CheckItem.Byline, CheckAnswer.Yes, "null")] : [],
            };
    }
}
