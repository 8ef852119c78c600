using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Reliability;

/// <summary>Choosing what is shown by the grades that editors gave: letters choose sources, numbers framings.</summary>
public sealed class GradeFilterTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string ada;

    public GradeFilterTests() => ada = test.Person("Ada", AccountRole.Editor);

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Sources_ByLetter_AreThoseGradedSo()
    {
        var source = test.Casebook.Sources[1];
        await Grade("B", source);
        Assert.Equal([source], ShownSources.Read(test.Casebook, "B", []).Sources);
        Assert.Equal(test.Casebook.Sources.Except([source]), ShownSources.Read(test.Casebook, "unrated", []).Sources);
    }

    [Fact]
    public async Task Framings_ByNumber_AloneAreShownOnEveryPage()
    {
        var (claim, source) = (Claim("munitions"), test.Casebook.Sources[1]);
        await Grade("3", source, claim);
        var shown = ShownSources.Read(test.Casebook, "3", []);
        Assert.Equal("3", shown.Value);
        Assert.Equal([source], shown.Sources);
        Assert.All(test.Casebook.Claims, c => Assert.Equal(c.Id == claim.Id, shown.Shows(source, c)));

        var query = ClaimsQuery.Read(test.Casebook, Asked.For(("sources", "3")));
        Assert.Equal([source], Columns.Of(test.Casebook, claim, query, []).Sources);

        Assert.Equal([claim], ClaimList.Of(test.Casebook, query).Claims);
        Assert.Equal(
            2,
            System
                .Text.Encoding.UTF8.GetString(CsvFile.Exact.Write(csv => ClaimCsv.OfMatrix(csv, test.Casebook, query, CsvFile.Exact)))
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Length
        ); // the header, and this cell

        // On the timeline only the events that bear on it, and only this source's marks.
        var timeline = TimelineQuery.Read(test.Casebook, Asked.For(("sources", "3")));
        var events = TimelineEvents.Of(test.Casebook, timeline);
        var bearing = test.Casebook.EventsByClaim[claim.Id].Where(e => e.Mentions.Any(m => m.Source == source.Id)).ToList();
        Assert.NotEmpty(bearing);
        Assert.Equal(bearing.Select(e => test.Casebook.Events.PlaceOf(e.Id)).Order(), events.Visible.Places().Order());
        Assert.Equal(bearing.Count, Assert.Single(TimelineLayout.Of(test.Casebook, timeline, events).Lanes).Marks.Sum(m => m.Events));
    }

    [Fact]
    public async Task Framings_ByNumber_AloneAreComparedAndPresented()
    {
        var (claim, other) = (Claim("munitions"), Claim("durability"));
        foreach (var source in test.Casebook.Sources.Take(3))
            await Grade("3", source, claim);
        foreach (var source in test.Casebook.Sources.Skip(2))
            await Grade("3", source, other);
        var shown = ShownSources.Read(test.Casebook, "3", []);
        Assert.Equal(test.Casebook.Sources, shown.Sources);
        Assert.All(PartingWays.Of(test.Casebook, shown), p => Assert.Contains(p.Claim, new[] { claim, other }));
        var partings = new[] { claim, other }.Select(c => PartingWays.Of(test.Casebook, c, shown)).OfType<PartingWays>().ToList();
        Assert.NotEmpty(partings);
        Assert.All(partings, p => Assert.All(p.Words, w => Assert.True(shown.Shows(w.Source, p.Claim))));

        var talk = Improvised.Read(test.Casebook, "claim.munitions,claim.durability", "3")!;
        Assert.All(talk.Stops[0].Sources, id => Assert.Contains(id, test.Casebook.Sources.Take(3).Select(s => s.Id)));
        Assert.All(talk.Stops[1].Sources, id => Assert.Contains(id, test.Casebook.Sources.Skip(2).Select(s => s.Id)));
    }

    [Fact]
    public async Task Framing_RegradedOrOfAnotherClaim_IsNotShown()
    {
        var (claim, source) = (Claim("munitions"), test.Casebook.Sources[1]);
        await Grade("3", source, claim);
        await Grade("2", source, claim);
        var notices = new List<string>();
        Assert.False(ShownSources.Read(test.Casebook, "3", notices).IsByNumber);
        Assert.Contains("No framing is graded 3", Assert.Single(notices));

        var query = ClaimsQuery.Read(test.Casebook, Asked.For(("sources", "2")));
        notices.Clear();
        Assert.Equal(test.Casebook.Sources, Columns.Of(test.Casebook, Claim("durability"), query, notices).Sources);
        Assert.Contains("No telling of this claim is graded 2", Assert.Single(notices));
    }

    private Claim Claim(string slug) => Assert.Single(test.Casebook.Claims, c => c.Slug == slug);

    private Task<long> Grade(string mark, Source source, Claim? claim = null) =>
        test.Commit(
            new AddGrade(
                new()
                {
                    Id = new(Ids.New()),
                    Slug = "",
                    Source = source.Id,
                    Claim = claim?.Id,
                    Mark = mark,
                    Rationale = "To see.",
                    By = "",
                    At = default,
                }
            ),
            ada
        );
}
