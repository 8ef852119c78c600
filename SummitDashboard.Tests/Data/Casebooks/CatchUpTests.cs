using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Data.Casebooks.Edits;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>A store that finds revisions which another process wrote.</summary>
public sealed class CatchUpTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly List<Published> told = [];
    private readonly CasebookStore other;
    private readonly string ada;

    public CatchUpTests()
    {
        ada = test.Person("Ada", AccountRole.Editor);
        other = test.Open();
        test.Store.Changes.Subscribe(told.Add);
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task CatchUp_NothingNew_TellsNobody()
    {
        var before = test.Casebook;
        await test.Store.CatchUp();
        Assert.Same(before, test.Casebook);
        Assert.Empty(told);
    }

    [Fact]
    public async Task CatchUp_SeveralRevisionsOfEveryKind_TellsOnceWhatTheyDidTogether()
    {
        string[] kinds = ["framing", "event", "grade", "claim renamed", "casebook", "actor removed", "source removed"];
        foreach (var kind in kinds)
            Assert.IsType<Outcome.Committed>(await other.Write(Sample.Of(kind, other.Current), ada));
        var passing = other.Current.Claims[0] with { Id = new("passing"), Slug = "passing", Framings = [] };
        Assert.IsType<Outcome.Committed>(await other.Write(new PutItem(null, passing), ada));
        Assert.IsType<Outcome.Committed>(await other.Write(new PutItem(passing, null), ada));
        var before = test.Casebook;

        await test.Store.CatchUp();
        Assert.Equal(kinds.Length + 3L, test.Casebook.Revision);
        Assert.Equal(WriteTests.Text(other.Current), WriteTests.Text(test.Casebook));
        var changes = Assert.Single(told).Changes!;
        Assert.DoesNotContain(changes, c => c.Id == "passing"); // came and went
        Assert.All(changes, c => Assert.Same(before.Find(c.Kind, c.Id), c.Before));
        Assert.Contains(changes, c => c.Id == before.Sources[0].RawId && c.After is null);

        await test.Store.CatchUp();
        Assert.Single(told);
    }

    [Fact]
    public async Task CatchUp_RecordOfTheHistoryThatCannotBeRead_ReadsEverythingAnew()
    {
        Assert.IsType<Outcome.Committed>(await other.Write(Sample.Of("claim", other.Current), ada));
        using (var db = test.CreateDbContext())
            await db
                .Changes.Where(c => c.Revision == 2)
                .ExecuteUpdateAsync(c => c.SetProperty(r => r.After, "{"), TestContext.Current.CancellationToken);
        await test.Store.CatchUp();
        Assert.Equal(WriteTests.Text(other.Current), WriteTests.Text(test.Casebook));
        Assert.Null(Assert.Single(told).Changes);
    }

    [Fact]
    public async Task Write_AfterAnotherProcessWrote_IsPlannedOnWhatItWrote()
    {
        Assert.IsType<Outcome.Committed>(await other.Write(Sample.Of("claim", other.Current), ada));
        Assert.Equal(3, await test.Commit(Sample.Of("event", test.Casebook), ada));
        Assert.Equal([2L, 3L], told.Select(t => t.Casebook.Revision));
        Assert.Equal("Another note.", test.Casebook.Claims[other.Current.Claims[0].Id].Note);
    }
}
