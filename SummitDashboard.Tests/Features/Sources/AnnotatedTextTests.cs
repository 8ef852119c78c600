using SummitDashboard.Domain;
using SummitDashboard.Features.Sources;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Sources;

public class AnnotatedTextTests
{
    private static readonly ReaderQuery All = new(ReaderMarks.All, null, null, new(1, 1, Urls.ReaderParagraphs));

    [Fact]
    public void Reading_FragmentInAnotherParagraphOnly_IsOrphanedAndNotMoved()
    {
        var casebook = Coded.Casebook(Coded.Claim("a", Coded.Words("the words"), Coded.Words("stands", 2)));
        var reading = AnnotatedText.Of(casebook, Coded.Source, ArticleText.From("Nothing here.\nHere the words stand; it stands."), All);

        Assert.Equal("the words", Assert.Single(reading.Orphans).Quotation.Exact);
        Assert.All(reading.Paragraphs[0].Segments!, s => Assert.Empty(s.Owners));
        Assert.True(Assert.Single(Assert.Single(reading.Paragraphs[0].Notes).Words).IsOrphaned);
        Assert.Equal("stands", Assert.Single(reading.Paragraphs[1].Segments!, s => s.Owners.Count > 0).Text);
    }

    [Fact]
    public void Reading_SecondOccurrence_IsDrawnAtTheSecond()
    {
        var casebook = Coded.Casebook(Coded.Claim("a", Coded.Words("talks") with { Occurrence = 2 }));
        var segments = AnnotatedText.Of(casebook, Coded.Source, ArticleText.From("talks on talks"), All).Paragraphs[0].Segments!;
        Assert.Equal(["talks on ", "talks"], segments.Select(s => s.Text));
        Assert.Empty(segments[0].Owners);
    }

    [Fact]
    public void Reading_WithoutText_ShowsFragmentsAndOrphansNothing()
    {
        var reading = AnnotatedText.Of(Coded.Casebook(Coded.Claim("a", Coded.Words("the words", 2))), Coded.Source, null, All);
        Assert.Empty(reading.Orphans);
        Assert.Equal(2, reading.Paragraphs.Count);
        Assert.Null(reading.Paragraphs[1].Segments);
        Assert.Equal("the words", Assert.Single(reading.Paragraphs[1].Fragments).Exact);
    }

    [Fact]
    public void Reading_OneClaim_DrawsOnlyIt()
    {
        var casebook = Repo.Casebook;
        var source = casebook.Sources[0];
        var claim = casebook.FramingsBySource[source.Id].First(t => t.Framing.Quotations.Count > 0).Claim;
        var reading = AnnotatedText.Of(casebook, source, null, All with { Claim = claim });
        var drawn = reading.Paragraphs.SelectMany(p => p.Annotations).ToList();
        Assert.NotEmpty(drawn);
        Assert.All(drawn, a => Assert.Equal(claim.Slug, Assert.IsType<ClaimAnnotation>(a).Slug));
    }

    [Fact]
    public void Reading_EveryNote_HasItsOwnName()
    {
        foreach (var source in Repo.Casebook.Sources)
        {
            var ids = AnnotatedText.Of(Repo.Casebook, source, null, All).Paragraphs.SelectMany(p => p.Notes).Select(n => n.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    [Fact]
    public void Reading_OfTheShippedCasebook_HasEveryFragmentInPlace()
    {
        var texts = SummitDashboard.Data.Articles.TextLibrary.ReadFolder(Repo.TextsOrSkip());
        foreach (var source in Repo.Casebook.Sources.Where(s => texts.ContainsKey(s.Article.Sha256)))
        {
            var text = texts[source.Article.Sha256];
            var reading = AnnotatedText.Of(Repo.Casebook, source, text, All);
            Assert.Empty(reading.Orphans);
            Assert.Equal(text.Paragraphs, reading.Paragraphs.Select(p => string.Concat(p.Segments!.Select(s => s.Text))));
        }
    }

    [Fact]
    public void Reading_LongText_ComesInPagesThatParagraphLinksKnow()
    {
        var source = Coded.Source with { Article = Coded.Source.Article with { Paragraphs = 500 } };
        var casebook = new Casebook(1, Repo.Casebook.Head, [source], [], [], []);
        Assert.Contains("page=3#p", Urls.Reader(source, 2 * Urls.ReaderParagraphs + 1));
        Assert.DoesNotContain("page", Urls.Reader(source, Urls.ReaderParagraphs));
        var page = AnnotatedText.Of(casebook, source, null, All with { Paging = new(3, 7, Urls.ReaderParagraphs) });
        Assert.Equal(Urls.ReaderParagraphs, page.Paragraphs.Count);
        Assert.Equal(2 * Urls.ReaderParagraphs + 1, page.Paragraphs[0].Number);
    }

    [Fact]
    public void Reading_MoreNotesThanAPageHolds_LeavesSomeOutAndLeadsToThem()
    {
        var claims = Enumerable
            .Range(0, 200)
            .Select(i => Coded.Claim($"c{i:000}", Coded.Words($"words {i:000}", 1), Coded.Words($"more {i:000}", 2)))
            .ToArray();
        var casebook = Coded.Casebook(claims);
        var page = AnnotatedText.Of(casebook, Coded.Source, null, All);
        Assert.All(page.Paragraphs, p => Assert.Equal(200, p.Notes.Count + p.Unshown));
        Assert.InRange(page.Paragraphs.Sum(p => p.Notes.Count), 50, 100);
        Assert.All(page.Paragraphs, p => Assert.Equal(p.Notes.Count, p.Fragments.Count));

        var at = AnnotatedText.Of(casebook, Coded.Source, null, All with { At = "p2-claim-c199" });
        Assert.Contains(at.Paragraphs[1].Notes, n => n.Id == "p2-claim-c199");
        Assert.Equal(page.Paragraphs[1].Unshown - 1, at.Paragraphs[1].Unshown);

        var alone = All with { Paragraph = 2 };
        var (items, size) = AnnotatedText.PagedOf(casebook, Coded.Source, null, alone);
        var ids = Enumerable
            .Range(1, Paging.Count(items, size))
            .SelectMany(n =>
                Assert
                    .Single(AnnotatedText.Of(casebook, Coded.Source, null, alone with { Paging = Paging.Of(n, items, size) }).Paragraphs)
                    .Notes
            )
            .Select(n => n.Id);
        Assert.Equal(claims.Select(c => $"p2-claim-{c.Slug}"), ids);
    }
}
