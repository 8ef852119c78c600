using SummitDashboard.Data;
using SummitDashboard.Data.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data;

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
        Replace("claims/signed.md", "Was it signed?", "Was it really signed?");
        var now = test.Open().Current.Claims[0];
        Assert.Equal(("Ada’s note.", "Was it really signed?"), (now.Note, now.Question));
        Assert.Empty(Offers());
    }

    [Fact]
    public async Task Folder_TheSameChangedThere_IsOfferedAndOursStays()
    {
        await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        Replace("claims/signed.md", "Was it signed?", "The folder’s question?");
        var store = test.Open();
        Assert.Equal("Ada’s question?", store.Current.Claims[0].Question);
        var offer = Assert.Single(Offers());
        Assert.Equal("The folder’s question?", ((Claim)offer.Theirs!).Question);

        Assert.IsType<Outcome.Invalid>(await store.Write(new DecideSeed(offer.ItemId, "stale", true), ada));
        Assert.IsType<Outcome.Committed>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada));
        Assert.Equal("The folder’s question?", store.Current.Claims[0].Question);
        Assert.Empty(Offers());
        Assert.Equal(store.Current.Revision, test.Open().Current.Revision);
    }

    [Fact]
    public async Task Folder_OfferRefused_IsNotOfferedAgain()
    {
        await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        Replace("claims/signed.md", "Was it signed?", "The folder’s question?");
        var store = test.Open();
        var offer = Assert.Single(Offers());
        Assert.IsType<Outcome.Committed>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, false), ada));
        Assert.Equal("Ada’s question?", test.Open().Current.Claims[0].Question);
        Assert.Empty(Offers());
    }

    [Fact]
    public async Task Folder_ItemRemovedThereAndEditedHere_IsOfferedForRemoval()
    {
        await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        File.Delete(Path.Combine(folder.Path, "seeds", "claims", "signed.md"));
        Replace("events/signing.md", "claims: [signed]\n", "");
        Replace("actors/envoy.md", ", claims: [signed]", "");
        var store = test.Open();
        Assert.Equal("Ada’s question?", store.Current.Claims[0].Question);
        var offer = Assert.Single(Offers(), o => o.Kind == ItemKind.Claim);
        Assert.Null(offer.Theirs);
        Assert.IsType<Outcome.Committed>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada));
        Assert.Empty(store.Current.Claims);
    }

    [Fact]
    public async Task Folder_ItemRemovedHereAndChangedThere_StaysRemovedAndIsOffered()
    {
        var gone = test.Casebook.Events[0];
        await test.Commit(new PutItem(gone, null), ada);
        Replace("events/signing.md", "The paper is signed", "The paper is signed at last");
        var store = test.Open();
        Assert.Empty(store.Current.Events);
        var offer = Assert.Single(Offers());
        Assert.IsType<Outcome.Committed>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada));
        Assert.Equal("The paper is signed at last", Assert.Single(store.Current.Events).Label);
    }

    [Fact]
    public async Task Folder_RemovesWhatAnEditNowNeeds_KeepsItAndOffers()
    {
        var actor = test.Casebook.Actors[0];
        var framing = Claim.Framings.First(f => f.Quotations.Count > 0);
        await test.Commit(new PutFraming(Claim.Id, framing.Source, framing, framing with { Quotations = [framing.Quotations[0] with { Cites = new(actor.Id, null) }, .. framing.Quotations.Skip(1)] }), ada);
        File.Delete(Path.Combine(folder.Path, "seeds", "actors", "envoy.md"));
        Replace("events/signing.md", "actors: [envoy]\n", "");
        var store = test.Open();
        Assert.Equal(actor.Id, Assert.Single(store.Current.Actors).Id);
        Assert.Contains(Offers(), o => o.ItemId == actor.Id);
    }

    [Fact]
    public void Folder_ChangedWithoutAnyEdit_IsTakenInOneRevision()
    {
        Replace("claims/signed.md", "Was it signed?", "Was it really signed?");
        Replace("events/signing.md", "The paper is signed", "The paper is signed at last");
        var now = test.Open().Current;
        Assert.Equal((2L, "Was it really signed?", "The paper is signed at last"), (now.Revision, now.Claims[0].Question, now.Events[0].Label));
        Assert.Equal(2, test.Open().Current.Revision);
    }

    private IReadOnlyList<FolderOffer> Offers() => new FolderOffers(test).List();

    private void Replace(string file, string was, string now)
    {
        var path = Path.Combine(folder.Path, "seeds", file);
        var text = File.ReadAllText(path);
        Assert.Contains(was, text);
        File.WriteAllText(path, text.Replace(was, now, StringComparison.Ordinal));
    }
}
