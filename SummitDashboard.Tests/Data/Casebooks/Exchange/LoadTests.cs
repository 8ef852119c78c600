using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Exchange;

/// <summary>Loading what was exported: its history, what its files say beyond it, and what is refused with its line.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Load_FilesSayMoreThanTheHistory_RecordsThatAsOneMoreRevision()
    {
        var out1 = (await EditedCasebook.In(folder)).Export();
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
        var out1 = (await EditedCasebook.In(folder)).Export();
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
}
