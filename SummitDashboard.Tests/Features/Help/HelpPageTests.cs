using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Features.Help;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Help;

public sealed partial class HelpPageTests
{
    [Fact]
    public void Example_WorkedOutByHand_IsWhatTheProgramComputes()
    {
        Assert.Equal(5 / 6.0, ContestedExample.Stances, 12);
        Assert.Equal(2 / 3.0, ContestedExample.FirstSlot, 12);
        Assert.Equal(2 / 3.0, ContestedExample.SecondSlot, 12);
        Assert.Equal(0.75, ContestedExample.Whole.Score, 12);
    }

    [Fact]
    public void Example_AsAClaim_IsScoredTheSame()
    {
        var framings = ContestedExample
            .Sources.Select(
                (s, i) =>
                    new Framing
                    {
                        Source = new($"s{i}"),
                        Stance = s.Stance,
                        Aspects =
                        [
                            .. new[] { (Key: "first", Text: s.First), (Key: "second", Text: s.Second) }
                                .Where(a => a.Text.Length > 0)
                                .Select(a => new AspectValue(a.Key, a.Text, a.Text)),
                        ],
                        Empty =
                        [
                            .. new[] { (Key: "first", Text: s.First), (Key: "second", Text: s.Second) }
                                .Where(a => a.Text.Length == 0 && s.Stance != Stance.Silent)
                                .Select(a => a.Key),
                        ],
                    }
            )
            .ToList();
        var claim = new Claim
        {
            Id = new("c"),
            Slug = "c",
            Question = "?",
            Statement = ".",
            Theme = "t",
            Order = 1,
            Aspects = [new("first", ""), new("second", "")],
            Framings = framings,
        };
        var source = new Source
        {
            Id = new("s"),
            Slug = "s",
            Siglum = "S",
            Name = "S",
            Order = 1,
            Article = new("", "", 0, 0),
        };
        var cells = framings.Select(f => new Cell(claim, source, f, f.Stance == Stance.Silent ? CellKind.Silent : CellKind.Told));
        Assert.Equal(Contestedness.Among(claim, cells), ContestedExample.Whole);
    }

    [Fact]
    public async Task Contents_EveryEntry_LeadsToAPartOfThisPage()
    {
        using var app = TestApp.With();
        var html = await InCasebook.Client(app.Address).GetStringAsync("help", TestContext.Current.CancellationToken);
        var targets = Target().Matches(html).Select(m => m.Groups[1].Value).ToList();
        Assert.Contains("contested", targets);
        Assert.Contains("keys", targets);
        Assert.All(targets, id => Assert.Contains($"id=\"{id}\"", html));
    }

    [GeneratedRegex("href=\"help#([a-z-]+)\"")]
    private static partial Regex Target();
}
