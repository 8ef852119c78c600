using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>Reading the casebook folder again, after it and the editors both went on.</summary>
public sealed class FolderIntakeTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestStore test;
    private readonly string ada;

    public FolderIntakeTests()
    {
        test = new TestStore(SmallCasebook.Write(folder));
        ada = test.Person("Ada", AccountRole.Editor);
    }

    public void Dispose()
    {
        test.Dispose();
        folder.Dispose();
    }

    private Claim Claim => test.Casebook.Claims[0];

    [Fact]
    public async Task Folder_SomethingElseChangedThere_KeepsTheEditorsWorkAndTakesIt()
    {
        await test.Commit(new PutItem(Claim, Claim with { Note = "Ada’s note." }), ada);
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "Was it really signed?");
        var now = test.Open().Current.Claims[0];
        Assert.Equal(("Ada’s note.", "Was it really signed?"), (now.Note, now.Question));
        Assert.Empty(Offers());
    }

    [Fact]
    public void Folder_ChangedWithoutAnyEdit_IsTakenInOneRevision()
    {
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "Was it really signed?");
        folder.Replace("seeds/events/signing.md", "The paper is signed", "The paper is signed at last");
        var now = test.Open().Current;
        Assert.Equal(
            (2L, "Was it really signed?", "The paper is signed at last"),
            (now.Revision, now.Claims[0].Question, now.Events[0].Label)
        );
        Assert.Equal(2, test.Open().Current.Revision);
    }

    [Fact]
    public async Task Folder_TwoCellsOfOneClaimChanged_OneThereOneHere_AreMerged()
    {
        var cell = Claim.Framings[0];
        await test.Commit(new PutFraming(Claim.Id, cell.Source, cell, cell with { Gloss = "Ada’s reading." }), ada);
        folder.Replace("seeds/claims/signed.md", "gloss: Leaves it to aides.", "gloss: The folder’s reading.");
        Assert.Equal(["Ada’s reading.", "The folder’s reading."], test.Open().Current.Claims[0].Framings.Select(f => f.Gloss));
        Assert.Empty(Offers());
    }

    [Fact]
    public async Task Folder_TheSameChangeOnBothSides_IsNoRevisionAndNoOffer()
    {
        var revision = await test.Commit(new PutItem(Claim, Claim with { Question = "Was it really signed?" }), ada);
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "Was it really signed?");
        Assert.Equal(revision, test.Open().Current.Revision);
        Assert.Empty(Offers());
    }

    [Fact]
    public async Task Folder_ThatGoesBackToWhatItSaid_WithdrawsItsOffer()
    {
        var revision = await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "The folder’s question?");
        test.Open();
        Assert.Single(Offers());
        folder.Replace("seeds/claims/signed.md", "The folder’s question?", "Was it signed?");
        Assert.Equal(revision, test.Open().Current.Revision);
        Assert.Empty(Offers());
    }

    [Fact]
    public async Task Folder_RemovedOnBothSides_LeavesNothingToDecide()
    {
        await test.Commit(new PutItem(Claim, null), ada);
        File.Delete(Path.Combine(folder.Path, "seeds", "claims", "signed.md"));
        folder.Replace("seeds/events/signing.md", "claims: [signed]\n", "");
        folder.Replace("seeds/actors/envoy.md", ", claims: [signed]", "");
        Assert.Empty(test.Open().Current.Claims);
        Assert.Empty(Offers());
    }

    private IReadOnlyList<FolderOffer> Offers() => new FolderOffers(test).List().GetAwaiter().GetResult();
}
