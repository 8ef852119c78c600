using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database.Backups;

/// <summary>A backup each night: which are kept, and which count for nothing.</summary>
public sealed class NightlyBackupTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Desk desk;

    public NightlyBackupTests() => desk = new(SmallCasebook.Write(folder), folder.Sub("data"));

    public void Dispose() => folder.Dispose();

    private string At(string name) => Path.Combine(folder.Path, name);

    [Fact]
    public void Nightly_AsTheNightsPass_MakesOneEachAndKeepsTheNewestAndWhatIsNotItsOwn()
    {
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)));
        var nightly = Nightly(clock, keep: 2);
        var mine = folder.Write("data/backups/by-hand.db", "mine");
        // As older versions of the program made them.
        using (var older = new SqliteConnection($"Data Source={At("data/backups/summit-nightly-20261120-010000Z.db")};Pooling=false"))
        {
            older.Open();
            using var command = older.CreateCommand();
            command.CommandText = "CREATE TABLE Item (Id)";
            command.ExecuteNonQuery();
        }
        folder.Write("data/backups/summit-nightly-20261101-010000Z.db.unfinished-journal", "of one that was killed");
        Assert.NotNull(nightly.MakeIfDue()); // there was none yet
        Assert.Null(nightly.MakeIfDue());
        clock.Now = new(2026, 11, 23, 2, 59, 0, TimeSpan.FromHours(2));
        Assert.Null(nightly.MakeIfDue());
        for (var day = 23; day < 27; day++)
        {
            clock.Now = new(2026, 11, day, 3, 0, 0, TimeSpan.FromHours(2));
            Assert.NotNull(nightly.MakeIfDue());
            Assert.Null(nightly.MakeIfDue());
        }
        Assert.Equal(
            ["by-hand.db", "summit-nightly-20261125-010000Z.zip", "summit-nightly-20261126-010000Z.zip"],
            Directory.EnumerateFiles(At("data/backups")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("mine", File.ReadAllText(mine));
    }

    [Theory]
    [InlineData("zip", 0)]
    [InlineData("zip", 20)]
    [InlineData("zip", 5000)]
    [InlineData("db", 0)]
    [InlineData("db", 5000)]
    public void Nightly_OneThatWasCutOff_CountsForNothingAndNoGoodOneGivesWayToIt(string kind, int length)
    {
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)));
        var troubles = Spare.ServerTroubles();
        var nightly = new NightlyBackup(
            desk.Server,
            new() { Folder = At("data/backups"), Keep = 1 },
            clock,
            troubles,
            NullLogger<NightlyBackup>.Instance
        );
        var good = nightly.MakeIfDue()!.File;
        clock.Now += TimeSpan.FromDays(1);
        var broken = At($"data/backups/summit-nightly-20261123-030000Z.{kind}");
        File.WriteAllBytes(broken, File.ReadAllBytes(good)[..length]);
        Assert.NotNull(nightly.MakeIfDue());
        Assert.True(File.Exists(broken));
        Assert.Equal(2, Directory.GetFiles(At("data/backups")).Length);
        Assert.Contains(broken, Assert.Single(troubles.Now).What);
        File.Delete(broken);
        Assert.Null(nightly.MakeIfDue());
        Assert.Empty(troubles.Now);
    }

    [Fact]
    public void Nightly_AFailure_IsThrownForTheRoundsAndLeavesTheOldOnes()
    {
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)));
        var nightly = Nightly(clock, keep: 1);
        var first = nightly.MakeIfDue();
        clock.Now += TimeSpan.FromDays(1);
        File.WriteAllText(desk.Options.DatabaseFile, new string('x', 5000));
        Assert.Throws<StartupException>(() => nightly.MakeIfDue());
        Assert.Throws<StartupException>(() => nightly.MakeIfDue());
        Assert.True(File.Exists(first!.File));
    }

    [Fact]
    public void Nightly_WithoutAFolder_MakesNone()
    {
        var none = new BackupOptions { Folder = "" };
        Assert.Null(
            new NightlyBackup(
                desk.Server,
                none,
                TimeProvider.System,
                Spare.ServerTroubles(),
                NullLogger<NightlyBackup>.Instance
            ).MakeIfDue()
        );
        Assert.Equal(At("data/backups"), new BackupOptions().FolderOf(desk.Server));
    }

    private NightlyBackup Nightly(TimeProvider clock, int keep) =>
        new(
            desk.Server,
            new() { Folder = At("data/backups"), Keep = keep },
            clock,
            Spare.ServerTroubles(),
            NullLogger<NightlyBackup>.Instance
        );
}
