using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

public sealed partial class ImportTests
{
    /// <summary>The words that say who wrote it and when are more than a quarter of it: they do not keep it out.</summary>
    [Fact]
    public async Task File_OfAFewWords_IsTakenInWithTheFactsAndWithoutTheirWords()
    {
        var flash =
            "The bell rings\n\nBy Anna Vetrova\n\nTuesday, May 6, 2031\n\nThe bell of the harbour rang once more today, one said."u8;
        await small.Imports.Add([new("flash.txt", flash.ToArray())], small.Ada);
        var (form, next) = await Confirmed(Assert.Single(await small.Ended(1, e => e.Name == "flash.txt")).Id);
        Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        var source = small.App.Casebook.Sources[next.Id];
        Assert.Equal(("Anna Vetrova", "2031-05-06"), (source.Byline?.Value, source.Published?.Value));
        Assert.Equal((2, 3), (source.Byline?.Paragraph, source.Published?.Paragraph));
        Assert.Contains(new[] { source.Byline, source.Published }, f => f is { Words: null, Note: { } note } && note.Contains("not kept"));
    }

    /// <summary>No field is for a file’s name: what nobody sees in it, and no source may hold, goes as the file comes.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task File_WhoseNameTurnsTheTextAroundIt_IsTakenInUnderItsPlainName(bool isZipped)
    {
        const string hostile = "turned\u202E\u2066txt\u0007.evil.txt";
        var text = Encoding.UTF8.GetBytes($"The gate {(isZipped ? "closed" : "opened")} at noon, two of the guards said, and nobody came.");
        await small.Imports.Add([isZipped ? new("zip\u202E.zip", MadeFiles.Zip((hostile, text))) : new(hostile, text)], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name.EndsWith(".evil.txt", StringComparison.Ordinal)));
        Assert.Equal($"{(isZipped ? "zip.zip › " : "")}turnedtxt.evil.txt", entry.Name);
        var (form, next) = await Confirmed(entry.Id, f => f.Siglum = isZipped ? "Tz" : "Tu");
        Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        Assert.Equal("turnedtxt.evil.txt", small.App.Casebook.Sources[next.Id].Article.File);
    }

    /// <summary>A title, a name or a day stands in one line beside other words: marks that turn these are no part of it.</summary>
    [Fact]
    public async Task Facts_WithMarksThatTurnTheText_AreTakenInWithoutThemAndItIsSaid()
    {
        const string title = "The gate \u202Bwas shut\u202C before dawn";
        var page =
            "<html lang=\"en\"><head><title>"
            + title
            + "</title><meta name=\"author\" content=\"\u202EAda Holm\u202C\">"
            + "<meta property=\"og:site_name\" content=\"The \u2067Gate Gazette\"></head><body><h1>"
            + title
            + "</h1><p>By \u200FAda\u200F Holm</p><p>6 \u200FMay 2031</p>"
            + string.Concat(MadeFiles.Prose.Select(p => $"<p>{p.Replace("the", "\u202Ethe\u202C", StringComparison.Ordinal)}</p>"))
            + "</body></html>";
        await small.Imports.Add([new("marked.html", Encoding.UTF8.GetBytes(page))], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "marked.html"));
        var (form, next) = await Confirmed(entry.Id, f => f.Siglum = "Mk");
        Assert.Equal(
            ["The gate was shut before dawn", "Ada Holm", "The Gate Gazette", "2031-05-06"],
            new[] { next.Title, next.Byline, next.Publisher, next.Published }.Select(f => f?.Value)
        );
        Assert.Equal([(Basis.Given, 1), (Basis.Given, 2)], new[] { next.Title!, next.Byline! }.Select(f => (f.Basis, f.Paragraph ?? 0)));
        Assert.Null(next.Published!.Words); // a quotation has the marks, and cannot
        Assert.Empty(form.Problems(next, small.App.Casebook));

        // Who puts such marks in hears in which field.
        foreach (
            var (field, type) in new (string, Action<ImportFields>)[]
            {
                ("title", f => f.Title = title),
                ("byline", f => f.Byline = "Ada \u202EHolm"),
                ("publisher", f => f.Publisher = "\u2067Gate"),
                ("name", f => f.Name = "Marked\u202B"),
            }
        )
        {
            var (wrong, typed) = await Confirmed(entry.Id, f =>
            {
                f.Siglum = "Mk";
                type(f);
            });
            var problem = Assert.Single(wrong.Problems(typed, small.App.Casebook));
            Assert.Equal(field, problem.Field);
            Assert.Contains("cannot be seen", problem.Words);
        }

        // What was read and is not taken is named without them too.
        var (other, retitled) = await Confirmed(entry.Id, f => (f.Siglum, f.Title) = ("Mk", "The gate"));
        Assert.IsType<Outcome.Committed>(await small.Store.Write(other.Edit(null, retitled), small.Ada));
        var kept = small.App.Services.GetRequiredService<TextLibrary>().Of(small.App.Casebook.Sources[retitled.Id])!;
        Assert.Equal(title, kept.Paragraphs[0]);
    }

    [Fact]
    public async Task File_WhoseSourceWasTakenBack_CanBeTakenInAgain()
    {
        var page = MadeFiles.NewsPage("Taken in too early");
        await small.Imports.Add([new("early.html", page)], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "early.html"));
        var (form, next) = await Confirmed(entry.Id, f => f.Siglum = "Ey");
        var made = Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        Assert.DoesNotContain(await small.Imports.Kept(small.App.Casebook), k => k.Name == "early.html");
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        Assert.DoesNotContain("can be taken in again", await ada.Client.GetStringAsync(Urls.Revision(made.Revision), Stop));

        var undone = Assert.IsType<Outcome.Committed>(await small.Store.Write(new Undo(made.Revision), small.Ada));
        foreach (var revision in new[] { made.Revision, undone.Revision })
        {
            var said = await ada.Client.GetStringAsync(Urls.Revision(revision), Stop);
            Assert.Contains("early.html", said);
            Assert.Contains($"{Urls.Imports}#kept", said);
        }
        var list = await ada.Client.GetStringAsync(Urls.Imports, Stop);
        Assert.Contains("""aria-label="Read early.html again""", list);

        var kept = Assert.Single(await small.Imports.Kept(small.App.Casebook), k => k.Name == "early.html");
        Assert.IsType<Outcome.Forbidden>(await small.Imports.BringBack(kept, null));
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack(kept, small.Ada));
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack(kept, small.Ada)); // once is enough
        var again = Assert.Single(await small.Ended(1, e => e.Name == "early.html"));
        Assert.Equal((ImportState.Read, "Ada"), (again.State, again.By));
        Assert.DoesNotContain(await small.Imports.Kept(small.App.Casebook), k => k.Name == "early.html");
        var (second, same) = await Confirmed(again.Id, f => f.Siglum = "Ey");
        Assert.IsType<Outcome.Committed>(await small.Store.Write(second.Edit(null, same), small.Ada));
        Assert.DoesNotContain(await small.Imports.Kept(small.App.Casebook), k => k.Name == "early.html");
    }

    [Fact]
    public async Task File_TakenOut_CanBeHadBackAsItWasLeftForADay()
    {
        var drafts = small.App.Services.GetRequiredService<DraftStore>();
        var bob = await small.App.Person("Belinda", AccountRole.Editor);
        await small.Imports.Add(
            [new("hasty.txt", "words taken out in haste"u8.ToArray()), new("other.txt", "words"u8.ToArray())],
            small.Ada
        );
        var entry = (await small.Ended(2, e => e.Name is "hasty.txt" or "other.txt"))[0];
        await drafts.Put(bob, $"import/{entry.Id}", "{\"typed\":1}");
        await small.Imports.TakeOut([entry.Id], small.Ada);
        Assert.Null(await small.Imports.Find(entry.Id));
        Assert.Null(await drafts.Get(bob, $"import/{entry.Id}"));
        var left = Assert.Single(await small.Imports.Left(), l => l.Id == entry.Id);
        Assert.Equal(("hasty.txt", LeftAs.TakenOut, "Ada"), (left.Name, left.As, left.By));
        using var ada = await new LiveTalk(small.App).SignedIn("Ada");
        Assert.Contains("aria-label=\"Bring hasty.txt back\"", await ada.Client.GetStringAsync(Urls.Imports, Stop));

        Assert.IsType<Outcome.Forbidden>(await small.Imports.BringBack([entry.Id], null));
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack([entry.Id], small.Ada));
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack([entry.Id], small.Ada)); // once is enough
        Assert.Equal(ImportState.Read, (await small.Imports.Find(entry.Id))!.State);
        Assert.Equal("{\"typed\":1}", await drafts.Get(bob, $"import/{entry.Id}"));
        Assert.DoesNotContain(await small.Imports.Left(), l => l.Id == entry.Id);

        // What was brought again meanwhile waits once.
        await small.Imports.TakeOut([entry.Id], small.Ada);
        await small.Imports.Add([new("hasty again.txt", "words taken out in haste"u8.ToArray())], small.Ada);
        var same = Assert.IsType<Outcome.Failed>(await small.Imports.BringBack([entry.Id], small.Ada));
        Assert.Contains("waits already", same.Why);
        Assert.Null(await small.Imports.Find(entry.Id));
        await small.Imports.TakeOut([(await small.Imports.List()).Single(e => e.Name == "hasty again.txt").Id], small.Ada);
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack([entry.Id], small.Ada));

        // A day later it goes with what is taken out then.
        await small.Imports.TakeOut([entry.Id], small.Ada);
        await using (var db = await small.App.Services.GetRequiredService<IDbContextFactory<SummitDb>>().CreateDbContextAsync(Stop))
            await db
                .LeftImports.Where(l => l.Id == entry.Id)
                .ExecuteUpdateAsync(l => l.SetProperty(r => r.At, r => r.At.AddDays(-1).AddMinutes(-1)), Stop);
        await small.Imports.TakeOut([(await small.Imports.List()).Single(e => e.Name == "other.txt").Id], small.Ada);
        Assert.DoesNotContain(await small.Imports.Left(), l => l.Id == entry.Id);
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack([entry.Id], small.Ada));
        Assert.Null(await small.Imports.Find(entry.Id));
    }

    [Fact]
    public async Task File_WhoseSourceWasTakenBack_HasItsCorrectionsAgain()
    {
        var drafts = small.App.Services.GetRequiredService<DraftStore>();
        await small.Imports.Add([new("worked.txt", "words that were corrected at length"u8.ToArray())], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "worked.txt"));
        await drafts.Put(small.Ada, $"import/{entry.Id}", "{\"corrected\":1}");
        var (form, next) = await Confirmed(entry.Id, f => f.Siglum = "Wd");
        var made = Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        Assert.DoesNotContain(await small.Imports.Left(), l => l.Id == entry.Id); // its source has it
        await small.Store.Write(new Undo(made.Revision), small.Ada);
        var kept = Assert.Single(await small.Imports.Kept(small.App.Casebook), k => k.Name == "worked.txt");
        Assert.IsType<Outcome.Done>(await small.Imports.BringBack(kept, small.Ada));
        Assert.Equal(ImportState.Read, (await small.Imports.Find(entry.Id))!.State);
        Assert.Equal("{\"corrected\":1}", await drafts.Get(small.Ada, $"import/{entry.Id}"));
        await small.Imports.TakeOut([entry.Id], small.Ada);
    }

    [Fact]
    public async Task Draft_BesideAFileThatIsGone_IsDropped()
    {
        var drafts = small.App.Services.GetRequiredService<DraftStore>();
        var bob = await small.App.Person("Bela", AccountRole.Editor);
        await small.Imports.Add([new("gone.txt", "words that go"u8.ToArray()), new("out.txt", "words that go out"u8.ToArray())], small.Ada);
        var entries = await small.Ended(2, e => e.Name is "gone.txt" or "out.txt");
        string[] keys = [.. entries.Select(e => $"import/{e.Id}"), $"import/{entries[0].Id}/whole", $"rows/{entries[1].Id}/1/sources"];
        foreach (var key in keys.Append("import/another"))
            await drafts.Put(bob, key, "{}");
        var (form, next) = await Confirmed(entries[0].Id, f => f.Siglum = "Go");
        Assert.IsType<Outcome.Committed>(await small.Store.Write(form.Edit(null, next), small.Ada));
        await small.Imports.TakeOut([entries[1].Id], small.Ada);
        Assert.Equal(["import/another"], await drafts.Keys(bob));
    }

    [Fact]
    public async Task File_TakenInByTwoAtTheSameMoment_IsOneSource()
    {
        await small.Imports.Add([new("both.txt", "words that both want"u8.ToArray())], small.Ada);
        var entry = Assert.Single(await small.Ended(1, e => e.Name == "both.txt"));
        var one = await Confirmed(entry.Id, f => f.Siglum = "Bo");
        var other = await Confirmed(entry.Id, f => (f.Siglum, f.Name) = ("Bz", "Both the other way"));
        var before = small.App.Casebook;
        using var start = new Barrier(2);
        var outcomes = await Task.WhenAll(
            new[] { one, other }.Select(who =>
                Task.Run(() =>
                {
                    start.SignalAndWait(Stop);
                    return small.Store.Write(who.Form.Edit(null, who.Next), small.Ada);
                })
            )
        );
        Assert.Single(outcomes.OfType<Outcome.Committed>());
        Assert.Contains("no longer among those that wait", Assert.Single(Assert.Single(outcomes.OfType<Outcome.Invalid>()).Problems));
        Assert.Equal((before.Revision + 1, before.Sources.Count + 1), (small.App.Casebook.Revision, small.App.Casebook.Sources.Count));
    }
}
