using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

/// <summary>However columns are ordered, gathered and folded, every source stands in exactly one of them.</summary>
public sealed class SourceColumnsTests
{
    private static readonly Casebook Casebook = Many();

    [Theory]
    [InlineData("order=name"), InlineData("order=similarity&like=bn"), InlineData("order=stance&on=claim-3"), InlineData("order=writing")]
    [
        InlineData("group=when"),
        InlineData("group=when&fold=before,after"),
        InlineData("group=language&fold=all"),
        InlineData("group=country")
    ]
    [InlineData("group=country&fold=kr&order=name&width=narrow"), InlineData("group=publisher&fold=none")]
    public void Of_AnyChoice_HoldsEverySourceOnceAndIsWrittenAsItWasRead(string address)
    {
        List<string> notices = [];
        var choice = ColumnChoice.Read(Casebook, new QueryReader("?" + address, notices));
        Assert.Empty(notices);
        Assert.Equal(
            address.Split('&').Order(),
            choice.Fields().Select(f => $"{f.Name}={f.Value}".Replace("like=Bn", "like=bn", StringComparison.Ordinal)).Order()
        );
        var columns = SourceColumns.Of(Casebook, Casebook.Sources, choice);
        Assert.Equal(Casebook.Sources.OrderBy(s => s.Order), columns.SelectMany(c => c.Sources).OrderBy(s => s.Order));
        // Neighbouring columns of one group are all of it.
        var runs = SourceColumns.Runs(columns).Select(r => r.Group?.Label).ToList();
        Assert.Equal(runs.Distinct().Count(), runs.Count);
        Assert.All(columns.Where(c => c.Group is not null), c => Assert.Equal(c.IsFolded, choice.Folds(c.Group!.Key)));
    }

    [Fact]
    public void Of_GatheredByWhen_StandsInTheOrderOfTime()
    {
        var columns = SourceColumns.Of(Casebook, Casebook.Sources, new() { Group = ColumnChoice.When });
        var times = columns.Select(c => c.Source!.AgainstVisit(Casebook)).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void Of_BySimilarity_BeginsWithTheSourceAndFalls()
    {
        var like = Casebook.Sources[3];
        var columns = SourceColumns.Of(Casebook, Casebook.Sources, new() { Order = ColumnOrder.Similarity, Like = like });
        Assert.Equal(like, columns[0].Source);
        var shares = columns.Skip(1).Select(c => Likeness.With(Casebook, like).GetValueOrDefault(c.Source!.Id)?.Share ?? -1).ToList();
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.Equal(1, Likeness.With(Casebook, like)[like.Id].Share);
    }

    [Fact]
    public void Toggling_AGroup_FoldsItAndUnfoldsIt()
    {
        var choice = new ColumnChoice { Group = ColumnChoice.Language, Folded = [ColumnChoice.AllGroups] };
        var columns = SourceColumns.Of(Casebook, Casebook.Sources, choice);
        var one = choice.Toggling("ko", columns);
        Assert.Equal(["en", "none"], one.Folded.Order());
        Assert.Equal(["en", "ko", "none"], one.Toggling("ko", columns).Folded.Order());
    }

    [Theory]
    [InlineData("group=colour", "gathered by “colour”"), InlineData("order=size", "no order of columns “size”")]
    [InlineData("order=similarity&like=Qq", "no source Qq"), InlineData("order=stance&on=nothing", "no claim “nothing”")]
    [InlineData("width=huge", "not “huge”"), InlineData("group=language&fold=xx,ko", "no group “xx” to fold")]
    [InlineData("fold=en", "none to fold"), InlineData("order=stance", "needs a claim")]
    public void Read_WhatIsNot_IsSaid(string address, string said)
    {
        List<string> notices = [];
        ColumnChoice.Read(Casebook, new QueryReader("?" + address, notices));
        Assert.Contains(said, Assert.Single(notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("language", "English · 10", "Korean · 5", "no language known · 5")]
    [InlineData("publisher", "The Wire · 1", "no publisher known · 19")]
    [InlineData("country", "country: KR · 7", "no tag “country” · 13")]
    public void Of_Gathered_HasHeadsInWordsWithTheirCounts(string by, params string[] heads)
    {
        var columns = SourceColumns.Of(Casebook, Casebook.Sources, new() { Group = by });
        Assert.Equal(heads.Order(), SourceColumns.Runs(columns).Select(r => r.Group!.Head).Order());
    }

    [Fact]
    public void Of_OneLanguageInTwoSpellings_IsOneGroup()
    {
        var sources = Casebook.Sources.Take(2).Select((s, n) => s with { Language = new(n == 0 ? "EN" : "en", Basis.Inferred) });
        Assert.Single(SourceColumns.Runs(SourceColumns.Of(Casebook, [.. sources], new() { Group = ColumnChoice.Language })));
    }

    [Fact]
    public void Of_GatheredByPublisher_KeepsApartWhatOnlySoundsAlike()
    {
        string?[] publishers =
        [
            "新华社",
            "新花社",
            "C++",
            "C#",
            "c#",
            "none",
            "all",
            null,
            new string('a', 70) + "x",
            new string('a', 70) + "y",
        ];
        List<Source> sources =
        [
            .. Casebook.Sources.Zip(publishers, (s, p) => s with { Publisher = p is null ? null : new(p, Basis.Inferred) }),
        ];
        var choice = new ColumnChoice { Group = ColumnChoice.Publisher };
        var groups = SourceColumns.Of(Casebook, sources, choice).GroupBy(c => c.Group!).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(publishers.Length - 1, groups.Count); // C# is one, in whichever case
        Assert.Equal(groups.Count, groups.Keys.Select(g => g.Key).Distinct().Count());
        Assert.Equal(2, Assert.Single(groups, g => g.Key.Label.Equals("c#", StringComparison.OrdinalIgnoreCase)).Value);
        Assert.All(groups, g =>
            Assert.Equal(
                g.Value,
                Assert.Single(SourceColumns.Of(Casebook, sources, choice with { Folded = [g.Key.Key] }), c => c.IsFolded).Sources.Count
            )
        );
    }

    [Fact]
    public void Of_GatheredByATagOfSeveralValues_TakesThemInAnyOrderAndCase()
    {
        string[][] tags =
        [
            ["country: KR", "country: JP"],
            ["Country: JP", "country: KR"],
            ["country: kr"],
            ["COUNTRY: KR"],
        ];
        List<Source> sources = [.. Casebook.Sources.Zip(tags, (s, t) => s with { Tags = t })];
        var columns = SourceColumns.Of(Casebook, sources, new() { Group = "country" });
        Assert.Equal(["country: JP, KR · 2", "country: kr · 2"], SourceColumns.Runs(columns).Select(r => r.Group!.Head));
    }

    [Fact]
    public void ShownSources_ByTwoCharactersOfAName_AreThose()
    {
        var named = Casebook.Sources[4] with { Name = "新华社 北京", Siglum = "Xh" };
        var casebook = Casebook.With(Casebook.Revision + 1, [new(Casebook.Sources[4], named)]);
        List<string> notices = [];
        Assert.Equal([named], ShownSources.Read(casebook, "新华", notices).Sources);
        Assert.Equal([named], ShownSources.Read(casebook, "京", notices).Sources);
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData("set:half", 10), InlineData("tag:country: KR", 7), InlineData("tag:country:KR", 7), InlineData("tag:wire", 20)]
    [InlineData("set:half,tag:country: KR", 14), InlineData("tell:claim-0", null), InlineData("Daily", 10)]
    public void ShownSources_ByARule_AreThoseOfIt(string value, int? count)
    {
        List<string> notices = [];
        var shown = ShownSources.Read(Casebook, value, notices);
        Assert.Empty(notices);
        Assert.True(shown.Chosen);
        if (count is { } expected)
            Assert.Equal(expected, shown.Sources.Count);
        else
            Assert.Equal(
                Casebook.Claims.Single(c => c.Slug == "claim-0").Framings.Count(f => f.Stance != Stance.Silent),
                shown.Sources.Count
            );
        Assert.Equal(shown.Sources, ShownSources.Read(Casebook, shown.Value, []).Sources);
        if (value.Contains(':'))
            Assert.Equal(value, shown.Value);
    }

    [Theory]
    [InlineData("set:none"), InlineData("tag:none"), InlineData("tell:none"), InlineData("set:"), InlineData(":")]
    public void ShownSources_RuleThatChoosesNothing_SaysSo(string value)
    {
        List<string> notices = [];
        Assert.False(ShownSources.Read(Casebook, value, notices).Chosen);
        Assert.Single(notices);
    }

    private static Casebook Many()
    {
        var plain = new SyntheticCasebook(20, 12, 200, 20).Build();
        var sources = plain.Sources.Select(
            (s, n) =>
                s with
                {
                    Name = n % 2 == 0 ? $"Daily {s.Name}" : s.Name,
                    Language = n % 4 == 0 ? null : new(n % 4 == 1 ? "ko" : "en", Basis.Inferred),
                    Publisher = n == 5 ? new("The Wire", Basis.Inferred) : null,
                    Tags = n % 3 == 0 ? ["wire", "country: KR"] : ["wire"],
                }
        );
        return new(
            1,
            plain.Head,
            sources,
            plain.Actors,
            plain.Events,
            plain.Claims,
            sets:
            [
                new()
                {
                    Id = new("set-1"),
                    Slug = "half",
                    Name = "Half",
                    Sources = [.. plain.Sources.Where((_, n) => n % 2 == 1).Select(s => s.Id)],
                },
            ]
        );
    }
}
