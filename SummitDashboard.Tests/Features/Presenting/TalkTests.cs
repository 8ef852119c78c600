using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>Talks as items of the casebook: read, held to their rules, changed by presenters.</summary>
public sealed class TalkTests
{
    [Fact]
    public void Folder_WithATalk_IsReadWithItsStops()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/talks/walk.md", SmallCasebook.Talk);
        var contents = CaseFolderReader.Read(seeds);
        Assert.Empty(contents.Problems);
        var talk = Assert.Single(contents.Talks);
        Assert.Equal((2, 150), (talk.Stops.Count, talk.Seconds));
        Assert.Equal((Guess.Source, 2), (talk.Stops[1].Guess, talk.Stops[1].Sources.Count));
        Assert.Equal("For a test.", talk.Note);
    }

    [Fact]
    public void Folder_WithABrokenTalk_SaysWhereAndWhat()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write(
            "seeds/talks/walk.md",
            """
            ---
            title: Broken
            stops:
              - headline: "Both"
                event: signing
                claim: signed
                sources: [first]
              - headline: "Neither"
                sources: [nobody]
                guess: weight
                seconds: 999999
            ---
            """
        );
        folder.Write("seeds/talks/improvised.md", "---\ntitle: Reserved\nstops: []\n---\n");
        var problems = CaseFolderReader.Read(seeds).Problems.Select(p => p.ToString()).ToList();
        Assert.Contains(problems, p => p.Contains("stop 1 should name an event or a claim"));
        Assert.Contains(problems, p => p.Contains("stop 2 should name an event or a claim"));
        Assert.Contains(problems, p => p.Contains("there is no source “nobody”"));
        Assert.Contains(problems, p => p.Contains("guess is “weight”"));
        Assert.Contains(problems, p => p.Contains("999999 seconds"));
        Assert.Contains(problems, p => p.Contains("improvised") && p.Contains("is kept"));
    }

    [Fact]
    public void Stop_StandsElsewhere_TakesWhatIsSuggestedButKeepsWhatWasChangedByHand()
    {
        var book = Repo.Casebook;
        Item happening = book.Events[0],
            claim = book.Claims.First(c => c.Slug == "munitions");
        StopFields Put(StopFields fields, Item? item)
        {
            fields.Follow(book, item);
            fields.At = item is null ? "" : $"{Kinds.Of(item).Word}.{item.RawId}";
            return fields;
        }

        var fresh = Put(new(), claim);
        var moved = Put(Put(new(), happening), claim);
        Assert.Equal((fresh.Headline, string.Join(' ', fresh.Sources)), (moved.Headline, string.Join(' ', moved.Sources)));
        Assert.Equal(((Claim)claim).Question, moved.Headline);
        Assert.Equal(moved.Headline, Put(Put(Put(new(), happening), null), claim).Headline);

        var byHand = Put(new(), happening);
        (byHand.Headline, byHand.Sources) = ("Mine", [book.Sources[1].RawId]);
        Put(byHand, claim);
        Assert.Equal(("Mine", book.Sources[1].RawId), (byHand.Headline, Assert.Single(byHand.Sources)));
    }

    [Fact]
    public async Task Presenter_MakesTalks_AndNothingElse()
    {
        using var app = TestApp.With();
        var pia = await app.Person("Pia", AccountRole.Presenter);
        var store = app.Services.GetRequiredService<CasebookStore>();
        var talk = app.Casebook.Talks[0];
        var added = Assert.IsType<Outcome.Committed>(await store.Write(new AddStop(talk.Id, talk.Stops[0]), pia));
        Assert.IsType<Outcome.Committed>(await store.Write(new Undo(added.Revision, OfTalks: true), pia));
        Assert.IsType<Outcome.Forbidden>(await store.Write(new Undo(added.Revision), pia));
        Assert.IsType<Outcome.Invalid>(await store.Write(new Undo(1, OfTalks: true), pia));
        Assert.IsType<Outcome.Committed>(await store.Write(new AddStop(talk.Id, talk.Stops[0]), pia));
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(null, talk with { Id = new(Ids.New()), Slug = "another" }), pia));
        Assert.IsType<Outcome.Forbidden>(
            await store.Write(new PutItem(app.Casebook.Claims[0], app.Casebook.Claims[0] with { Question = "Why?" }), pia)
        );
        Assert.IsType<Outcome.Forbidden>(await store.Write(new AddStop(talk.Id, talk.Stops[0]), null));
        Assert.Equal((2, talk.Stops.Count + 1), (app.Casebook.Talks.Count, app.Casebook.Talks.Single(t => t.Id == talk.Id).Stops.Count));
    }

    [Fact]
    public async Task Claim_Removed_TakesItsStopAlong_AndOneUndoBringsBothBack()
    {
        using var app = TestApp.With();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var store = app.Services.GetRequiredService<CasebookStore>();
        var talk = app.Casebook.Talks[0];
        var claim = app.Casebook.Claims[talk.Stops.First(s => s.Claim is not null).Claim!.Value];
        var removed = Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(claim, null), ada));
        Assert.DoesNotContain(app.Casebook.Talks[0].Stops, s => s.Claim == claim.Id);
        Assert.IsType<Outcome.Committed>(await store.Write(new Undo(removed.Revision), ada));
        Assert.True(Documents.Same(talk, app.Casebook.Talks[0]));
    }

    /// <summary>“Add to a talk”, then “a new talk”: it begins with the event or the claim, and with the sources that were shown.</summary>
    [Fact]
    public void NewTalk_WantedForAClaim_BeginsWithIt()
    {
        var casebook = Repo.Casebook;
        var claim = casebook.Claims[3];
        var url = Improvised.NewTalk(claim, ShownSources.Read(casebook, "Br,Ye", []));
        Assert.Equal($"new/talk?stops=claim.{claim.Slug}&sources=Br,Ye", url);
        var address = new QueryReader(url, []);
        var stops = Improvised.Read(casebook, address.List("stops"), address.List("sources"))!.Stops;
        var form = new TalkForm(null, stops);
        var fields = Assert.IsType<TalkFields>(form.Begin(null, casebook));
        var stop = Assert.Single(fields.Stops);
        Assert.Same(claim, stop.StandsAt(casebook));
        Assert.Equal(stops[0].Sources.Select(s => s.Value), stop.Sources);
        // A talk that was begun with nothing and waits as a draft is not taken for this one.
        Assert.NotEqual(new TalkForm(null).Key, form.Key);
    }

    [Fact]
    public async Task NewTalk_AtAnAddressWithAStop_ShowsIt()
    {
        using var app = TestApp.With();
        await app.Person("Pia", AccountRole.Presenter);
        using var client = await app.SignedIn("Pia");
        var claim = app.Casebook.Claims[3];
        var page = await client.GetStringAsync(
            Improvised.NewTalk(claim, ShownSources.Default(app.Casebook)),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(System.Net.WebUtility.HtmlEncode(claim.Question), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_MovedAndMovedBack_AreAsTheyWere() =>
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Int[1, 12], CsCheck.Gen.Int[-3, 14], CsCheck.Gen.Int[-3, 14]), t =>
        {
            var (count, from, to) = t;
            var rows = Enumerable.Range(0, count).Select(i => $"h{i}").ToList();
            var before = rows.ToList();
            var at = RowOrder.Move(rows, from, to);
            Assert.Equal(before.Order(), rows.Order());
            if (from >= 0 && from < count)
                RowOrder.Move(rows, at, from);
            Assert.Equal(before, rows);
        });
}
