using CsCheck;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

public sealed class ContestednessTests
{
    [Fact]
    public void Diversity_AllPairsCounted_IsTheShareThatDiffers() =>
        Gen.Int[0, 3]
            .Array[0, 12]
            .Sample(values =>
            {
                var pairs = values.SelectMany((a, i) => values.Skip(i + 1).Select(b => a != b)).ToList();
                Assert.Equal(
                    pairs.Count == 0 ? 0 : pairs.Count(differ => differ) / (double)pairs.Count,
                    Contestedness.Diversity(values),
                    12
                );
            });

    [Fact]
    public void Diversity_OrderOfValues_DoesNotMatter() =>
        Gen.Int[0, 5]
            .Array[0, 20]
            .Sample(values => Assert.Equal(Contestedness.Diversity(values), Contestedness.Diversity(values.Reverse()), 12));

    [Fact]
    public void Of_SameStanceAndOneSlotLeftEmptyByOne_CountsTheEmptySlot()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write(
            "seeds/claims/signed.md",
            SmallCasebook
                .Claim.Replace("stance: attributes", "stance: anticipates")
                .Replace(
                    "what: { value: paper, text: the paper }\n    empty: [when]",
                    "what: { value: paper, text: the paper }\n      when: { value: monday, text: Monday }"
                )
        );
        var casebook = CaseFolderReader.Read(seeds).ToCasebook(1);
        var contested = casebook.Contested[casebook.Claims[0].Id];
        Assert.Equal(0, contested.Stances);
        Assert.Equal(0.5, contested.Aspects); // “what” agrees, “when” is given by one of two
        Assert.Equal(0.25, contested.Score);
    }

    [Fact]
    public void Of_SlotsNotYetCoded_CountNeitherAsEmptyNorAsADifference()
    {
        Framing Tells(string source, string? first, string? second, params string[] empty) =>
            new()
            {
                Source = new(source),
                Stance = Stance.Asserts,
                Empty = empty,
                Aspects =
                [
                    .. new[] { ("first", first), ("second", second) }
                        .Where(a => a.Item2 is not null)
                        .Select(a => new AspectValue(a.Item1, a.Item2!, a.Item2!)),
                ],
            };
        Contestedness Among(params Framing[] framings)
        {
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
            return Contestedness.Among(
                claim,
                framings.Select(f => new Cell(
                    claim,
                    new()
                    {
                        Id = f.Source,
                        Slug = "s",
                        Siglum = "S",
                        Name = "S",
                        Order = 1,
                        Article = Article.Unknown,
                    },
                    f,
                    CellKind.Told
                ))
            );
        }

        Framing[] coded = [Tells("a", "ten", null, "second"), Tells("b", "nine", "x"), Tells("c", "ten", "y")];
        Assert.Equal(Among(coded).Aspects, Among([.. coded, Tells("d", null, null)]).Aspects, 12); // coded in a hurry: only its stance
        Assert.Equal(0, Among(Tells("a", "ten", null), Tells("b", null, "x")).Aspects); // no slot is coded for both
        Assert.Equal(1, Among(Tells("a", "ten", null), Tells("b", "nine", "x")).Aspects); // the second slot does not thin the first
        Assert.Equal(0.5, Among(Tells("a", "ten", null, "second"), Tells("b", "ten", "x")).Aspects); // found empty is a finding
    }

    [Fact]
    public void NotYetCoded_OfASlot_IsNeitherFilledNorFoundEmpty()
    {
        Assert.All(Repo.Casebook.Claims, c => Assert.All(c.Framings, f => Assert.Empty(f.NotYetCoded(c)))); // it is completely coded
        var claim = Repo.Casebook.Claims[0];
        var bare = new Framing
        {
            Source = new("s"),
            Stance = Stance.Asserts,
            Empty = [claim.Aspects[0].Key],
            Aspects = [new(claim.Aspects[1].Key, "x", "x")],
        };
        Assert.Equal(claim.Aspects.Skip(2), bare.NotYetCoded(claim));
    }

    [Fact]
    public void Of_EveryShippedClaim_LiesBetweenZeroAndOne() =>
        Assert.All(Repo.Casebook.Contested.Values, c => Assert.InRange(c.Score, 0, 1));
}
