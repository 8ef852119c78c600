using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>What the casebook folder says against the editors’ work: it is offered, and an editor decides.</summary>
public sealed class FolderOffersTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestStore test;
    private readonly string ada;

    public FolderOffersTests()
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
    public async Task Folder_TheSameChangedThere_IsOfferedAndOursStays()
    {
        await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "The folder’s question?");
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

    /// <summary>The folder by itself is right, and so is what stands here; together they break a rule.</summary>
    [Fact]
    public async Task Folder_ShorterArticleThere_IsOfferedWhereAnEditorQuotesBeyondItsEnd()
    {
        var (actor, source) = (test.Casebook.Actors[0], test.Casebook.Sources[0]);
        await test.Commit(new PutRole(actor.Id, null, new(source.Id, new() { Exact = "Nobody else", Paragraph = 3 })), ada);
        folder.Replace("seeds/sources/first.md", "paragraphs: 3 }", "paragraphs: 2 }");
        folder.Replace("seeds/sources/first.md", "  - { n: 3, kind: body, gist: Says something. }\n", "");
        var store = test.Open();
        Assert.Equal(3, store.Current.Sources[source.Id].Article.Paragraphs);
        var offer = Assert.Single(Offers());
        Assert.Equal(source.RawId, offer.ItemId);
        var refused = Assert.IsType<Outcome.Invalid>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada));
        Assert.Contains("“Nobody else”: there is no paragraph 3", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_OfferRefused_IsNotOfferedAgain()
    {
        await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "The folder’s question?");
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
        folder.Replace("seeds/events/signing.md", "claims: [signed]\n", "");
        folder.Replace("seeds/actors/envoy.md", ", claims: [signed]", "");
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
        folder.Replace("seeds/events/signing.md", "The paper is signed", "The paper is signed at last");
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
        await test.Commit(
            new PutFraming(
                Claim.Id,
                framing.Source,
                framing,
                framing with
                {
                    Quotations = [framing.Quotations[0] with { Cites = new(actor.Id, null) }, .. framing.Quotations.Skip(1)],
                }
            ),
            ada
        );
        File.Delete(Path.Combine(folder.Path, "seeds", "actors", "envoy.md"));
        folder.Replace("seeds/events/signing.md", "actors: [envoy]\n", "");
        var store = test.Open();
        Assert.Equal(actor.Id, Assert.Single(store.Current.Actors).Id);
        Assert.Contains(Offers(), o => o.ItemId == actor.RawId);
    }

    [Fact]
    public async Task Folder_NewItemThatNamesWhatWasRemovedHere_IsOfferedAndTheCasebookOpens()
    {
        var removed = await test.Commit(new PutItem(test.Casebook.Sources[1], null), ada);
        folder.Write("seeds/claims/again.md", SmallCasebook.Claim.Replace("Was it signed?", "Was it signed again?"));
        var store = test.Open();
        var offer = Assert.Single(Offers());
        Assert.Equal("Was it signed again?", ((Claim)offer.Theirs!).Question);
        Assert.Contains(
            "not there",
            Assert.Single(
                Assert.IsType<Outcome.Invalid>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada)).Problems
            )
        );
        Assert.IsType<Outcome.Committed>(await store.Write(new Undo(removed), ada));
        Assert.IsType<Outcome.Committed>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada));
        Assert.Equal(2, test.Open().Current.Claims.Count);
        Assert.Empty(Offers());
    }

    [Fact]
    public async Task Folder_NewItemUnderANameTakenHere_IsOffered()
    {
        await test.Commit(new PutItem(null, Claim with { Id = new(Ids.New()), Slug = "again", Framings = [] }), ada);
        folder.Write("seeds/claims/again.md", SmallCasebook.Claim.Replace("Was it signed?", "The folder’s question?"));
        var store = test.Open();
        Assert.Equal(2, store.Current.Claims.Count);
        var offer = Assert.Single(Offers());
        Assert.Contains(
            "already",
            Assert.Single(
                Assert.IsType<Outcome.Invalid>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada)).Problems
            )
        );
    }

    [Fact]
    public async Task Folder_NewSourceWithASiglumTakenHere_IsOffered()
    {
        await test.Commit(
            new PutItem(
                null,
                test.Casebook.Sources[0] with
                {
                    Id = new(Ids.New()),
                    Slug = "ours",
                    Siglum = "Th",
                    Colour = 3,
                    Article = new("", "", 0, 0),
                    Paragraphs = [],
                }
            ),
            ada
        );
        var first = File.ReadAllText(Path.Combine(folder.Path, "seeds", "sources", "first.md"));
        folder.Write(
            "seeds/sources/third.md",
            first.Replace("siglum: Fi", "siglum: th").Replace(ArticleText.From(SmallCasebook.TextA).Sha256, new string('a', 64))
        );
        Assert.Equal(3, test.Open().Current.Sources.Count);
        Assert.Equal("third", Assert.Single(Offers()).Theirs!.Slug);
    }

    [Fact]
    public async Task Folder_DropsAThemeThatAnEditorUses_KeepsItAndOffersTheHead()
    {
        folder.Replace("seeds/casebook.md", "{ paper: The paper }", "{ paper: The paper, ink: The ink }");
        var store = test.Open();
        Assert.IsType<Outcome.Committed>(
            await store.Write(new PutItem(null, Claim with { Id = new(Ids.New()), Slug = "ink", Theme = "ink", Framings = [] }), ada)
        );
        folder.Replace("seeds/casebook.md", ", ink: The ink", "");
        Assert.Equal(2, test.Open().Current.Head.Themes.Count);
        Assert.Equal(ItemKind.Casebook, Assert.Single(Offers()).Kind);
    }

    [Fact]
    public async Task Folder_DropsAnAspectThatAnEditorFilled_KeepsItAndOffersTheClaim()
    {
        var cell = Claim.Framings[0];
        await test.Commit(
            new PutFraming(
                Claim.Id,
                cell.Source,
                cell,
                cell with
                {
                    Aspects = [.. cell.Aspects, new("when", "monday", "on Monday")],
                    Empty = [],
                }
            ),
            ada
        );
        folder.Replace("seeds/claims/signed.md", "when: When", "who: Who");
        folder.Replace("seeds/claims/signed.md", "empty: [when]", "empty: [who]");
        Assert.Equal(["what", "when"], test.Open().Current.Claims[0].Aspects.Select(a => a.Key));
        Assert.Single(Offers());
    }

    [Fact]
    public async Task Offer_Decided_IsWrittenDownWithItsReasonAndCanBeUndone()
    {
        await test.Commit(new PutItem(Claim, Claim with { Question = "Ada’s question?" }), ada);
        folder.Replace("seeds/claims/signed.md", "Was it signed?", "The folder’s question?");
        var store = test.Open();
        var offer = Assert.Single(Offers());
        var taken = Assert.IsType<Outcome.Committed>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada, "better"));
        Assert.Equal("better", test.History.Find(taken.Revision)!.Reason);
        Assert.IsType<Outcome.Invalid>(await store.Write(new DecideSeed(offer.ItemId, offer.Offered, true), ada)); // sent twice
        Assert.IsType<Outcome.Committed>(await store.Write(new Undo(taken.Revision), ada));
        Assert.Equal("Ada’s question?", test.Open().Current.Claims[0].Question);
        Assert.Empty(Offers());
    }

    private IReadOnlyList<FolderOffer> Offers() => new FolderOffers(test).List().GetAwaiter().GetResult();
}
