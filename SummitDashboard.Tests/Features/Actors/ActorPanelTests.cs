using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Domain;
using SummitDashboard.Features.Actors;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Features.Actors;

public sealed class ActorPanelTests : BunitContext
{
    private static readonly Casebook Shipped = Repo.Casebook;

    public ActorPanelTests()
    {
        Services.AddSingleton<MarkdownRenderer>();
        Services.AddSingleton(TimeProvider.System);
        this.AsNobody();
    }

    public static TheoryData<string> People() => [.. Shipped.Actors.Select(a => a.Slug)];

    [Theory, MemberData(nameof(People))]
    public void Person_EveryOne_QuotesOnlyDirectWords(string slug)
    {
        var actor = Find(slug);
        var panel = Panel(Shipped, actor);
        Assert.Equal(Texts(actor, s => s.Mode == StatementMode.Direct), panel.FindAll("blockquote").Select(q => q.TextContent).Order());
        Assert.Equal(Texts(actor, s => s.Mode != StatementMode.Direct), panel.FindAll(".said").Select(q => q.TextContent).Order());
    }

    [Theory, MemberData(nameof(People))]
    public void Person_OnlySourceTakenAway_IsSaidToBeGone(string slug)
    {
        var actor = Find(slug);
        if (Voices.Of(Shipped)[actor].Only is not { } only)
            return;
        var rest = string.Join(',', Shipped.Sources.Where(s => s != only).Select(s => s.Siglum));
        var panel = Panel(Shipped, actor, rest);
        Assert.Contains($"only {only.Siglum} names this person", panel.Find(".people [aria-current=page]").TextContent);
        Assert.Empty(panel.FindAll(".statement"));
        Assert.Contains(actor.Name, panel.Find(".notice").TextContent);
    }

    [Fact]
    public void Ledger_EveryForm_AddsUpToTheTimesNamed()
    {
        foreach (var actor in Shipped.Actors)
        {
            var cells = Panel(Shipped, actor).FindAll(".ledger tbody td");
            var prose = cells.Sum(c => int.TryParse(new string([.. c.TextContent.Trim().TakeWhile(char.IsAsciiDigit)]), out var n) ? n : 0);
            Assert.Equal(actor.Names.Sum(n => n.Count), prose);
            Assert.Equal(
                actor.Names.Count(n => n.Boilerplate > 0),
                cells.Count(c => c.TextContent.Contains("in boilerplate", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public void Keys_InTheMiddle_StandOnTheNeighbours()
    {
        var panel = Panel(Shipped, Shipped.Actors[2]);
        Assert.EndsWith(Shipped.Actors[3].Slug, panel.Find("[data-key=j]").GetAttribute("href"));
        Assert.EndsWith(Shipped.Actors[1].Slug, panel.Find("[data-key=k]").GetAttribute("href"));
        Assert.EndsWith(Shipped.Actors[3].Slug, panel.Find("[data-arrows] [data-key=ArrowDown]").GetAttribute("href"));
        Assert.Empty(Panel(Shipped, Shipped.Actors[^1]).FindAll("[data-key=j]"));
    }

    [Fact]
    public void NobodyChosen_EverySourceTakenAwayInTurn_NamesWhoGoesWithIt()
    {
        var rows = Panel(Shipped, null).FindAll(".losses tbody tr");
        Assert.Equal(Shipped.Sources.Count, rows.Count);
        foreach (var voice in Voices.Of(Shipped).All.Where(v => v.Only is not null))
            Assert.Contains(voice.Actor.Name, rows[Shipped.Sources.PlaceOf(voice.Only!.Id)].Children[1].TextContent);
    }

    [Fact]
    public void NobodyChosen_OneSourceAway_CountsAndCostsAreAmongTheRest()
    {
        foreach (var away in Shipped.Sources)
        {
            var kept = Shipped.Sources.Where(s => s != away).ToList();
            var panel = Panel(Shipped, null, string.Join(',', kept.Select(s => s.Siglum)));
            Assert.Equal(
                Shipped.Actors.Select(a => Voices.Of(Shipped)[a].Sources.Count(s => s.Source != away).ToString()),
                panel.FindAll(".where tbody td.sum").Select(c => c.TextContent)
            );
            Assert.Contains("taken away already", panel.FindAll(".losses tbody tr")[Shipped.Sources.PlaceOf(away.Id)].TextContent);
            foreach (var source in kept)
            {
                var gone = panel.FindAll(".losses tbody tr")[Shipped.Sources.PlaceOf(source.Id)].Children[1].TextContent;
                foreach (var voice in Voices.Of(Shipped).All)
                    Assert.Equal(voice.Left(s => s != away).Only == source, gone.Contains(voice.Actor.Name, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Person_OneSourceAway_IsCountedInTheRest()
    {
        var away = Shipped.Sources[0];
        var rest = string.Join(',', Shipped.Sources.Where(s => s != away).Select(s => s.Siglum));
        foreach (var voice in Voices.Of(Shipped).All)
            Assert.Contains(
                $"named {Labels.Count(voice.Left(s => s != away).Named, "time")}",
                Panel(Shipped, voice.Actor, rest).Find(".head p").TextContent
            );
    }

    [Fact]
    public void HostileWords_AreTextAndNothingElse()
    {
        const string hostile = "<img src=x onerror=alert(1)>";
        var source = Shipped.Sources[0];
        var actor = Shipped.Actors[0] with
        {
            Name = hostile,
            Roles = [new(source.Id, new() { Exact = hostile, Paragraph = 1 })],
            Names = [new(source.Id, hostile, NameKind.FullName, 1, 0)],
            Statements = [new(source.Id, StatementMode.Direct, new() { Exact = hostile, Paragraph = 1 }, [])],
            Note = hostile,
        };
        var casebook = new Casebook(1, Shipped.Head, Shipped.Sources, [actor, .. Shipped.Actors.Skip(1)], Shipped.Events, Shipped.Claims);
        Assert.Empty(Panel(casebook, actor).FindAll("img"));
    }

    [Fact]
    public void LargeCasebook_CutsItsLists()
    {
        var casebook = new SyntheticCasebook(40, 50, 400, 300).Build();
        var panel = Panel(casebook, casebook.Actors[0]);
        Assert.Contains($"1–{panel.FindAll(".ledger thead .key").Count} of 40", panel.Find(".ledger nav").TextContent);
        Assert.True(panel.FindAll(".event").Count <= 12);
    }

    private IRenderedComponent<ActorPanel> Panel(Casebook casebook, Actor? chosen, string? sources = null) =>
        Render<ActorPanel>(p =>
            p.Add(c => c.Casebook, casebook)
                .Add(c => c.Query, ActorsQuery.Read(casebook, chosen, Asked.For(("sources", sources))))
                .Add(c => c.Chosen, chosen)
        );

    private static Actor Find(string slug) =>
        Shipped.Actors.TryGetBySlug(slug, out var actor) ? actor : throw new KeyNotFoundException(slug);

    private static IEnumerable<string> Texts(Actor actor, Func<Statement, bool> which) =>
        actor.Statements.Where(which).Select(s => s.Quotation.Exact).Order();
}
