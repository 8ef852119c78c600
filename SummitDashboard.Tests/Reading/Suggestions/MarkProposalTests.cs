using CsCheck;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>What lists of words say of a quotation.</summary>
public sealed class MarkProposalTests
{
    private static readonly Actor Master = Repo.Casebook.Actors[0] with
    {
        Id = new("m"),
        Slug = "m",
        Name = "Jo Falk",
        Roles = [],
        Statements = [],
        Names = [new(Coded.Source.Id, "the harbour master", NameKind.Epithet, 1, 0), new(new("elsewhere"), "Falk", NameKind.Surname, 1, 0)],
    };

    private static MarkProposal Of(string paragraph, string exact, string language = "en")
    {
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source], [Master], [], []);
        return MarkProposal.Of(
            casebook,
            DefaultWords.For(casebook.Head with { Words = [] }, language)!,
            paragraph,
            TextSpan.Find(paragraph, exact, 1)!.Value
        );
    }

    [Fact]
    public void Of_WordsOfTheLists_AreThoseOfTheQuotationAlone()
    {
        var found = Of("It may rain. The brutal storm could perhaps end.", "brutal storm could perhaps end");
        Assert.Equal(["could", "perhaps"], found.Hedges);
        Assert.Equal(["brutal"], found.Loaded);
        Assert.Null(found.Cites);
    }

    [Theory]
    [InlineData("The ferry sails on Monday, the harbour master said.", "sails on Monday")]
    [InlineData("According to Falk, the ferry sails on Monday.", "sails on Monday")]
    [InlineData("The ferry “sails on Monday”, said Jo Falk of the port.", "sails on Monday")]
    public void Of_AKnownFormBesideAReportingWord_IsWhoseWordItIs(string paragraph, string exact) =>
        Assert.Equal(new Cited(Master.Id, null), Of(paragraph, exact).Cites);

    [Theory]
    [InlineData("The ferry sails on Monday, according to the Ministry of Ports.", "sails on Monday", "Ministry of Ports")]
    [InlineData("The ferry sails again, US and South Korean officials said.", "sails again", "US and South Korean officials")]
    [InlineData("Yesterday the Port Office said the ferry sails again.", "sails again", "Port Office")]
    [InlineData("Port Office sources said the ferry sails again.", "sails again", "Port Office sources")]
    [InlineData("He said the ferry sails again.", "sails again", null)]
    [InlineData("The ferry sails again, according to the hospital of Velmar.", "sails again", "hospital of Velmar")]
    [InlineData("The ferry sails again, according to the port authority on the island.", "sails again", "port authority")]
    [InlineData("The ferry sails again, the meteorological service says.", "sails again", "meteorological service")]
    [InlineData("The ferry sails again, the master of the port said.", "sails again", "master of the port")]
    [InlineData("The port’s master, Ivo Brandt, said the ferry sails again.", "sails again", "Ivo Brandt")]
    [InlineData("It was said the ferry sails again to Velmar.", "sails again", null)]
    [InlineData("Falk slept. The ferry sails again, people said.", "sails again", null)]
    [InlineData("The Port Office opens; the ferry sails again.", "sails again", null)]
    public void Of_WordsWithCapitalsBesideAReportingWord_AreProposed(string paragraph, string exact, string? cites) =>
        Assert.Equal(cites, Of(paragraph, exact).Cites?.Other);

    [Fact]
    public void Without_WhatIsMarked_ProposesTheRest()
    {
        var rest = Of("The brutal, harsh storm could end, Falk said.", "brutal, harsh storm could end").Without(["could"], ["harsh"], true);
        Assert.Empty(rest.Hedges);
        Assert.Equal(["brutal"], rest.Loaded);
        Assert.Null(rest.Cites);
        Assert.True(rest.Without([], ["brutal"], false).IsEmpty);
    }

    [Fact]
    public void Of_AnyText_ProposesWordsOfTheQuotation() =>
        Gen.Select(Gen.OneOf(Scripts.Texts, Scripts.Latin), Gen.Int[0, 200], Gen.Int[1, 60], Gen.Int[0, DefaultWords.All.Count - 1])
            .Sample(
                (text, start, length, n) =>
                {
                    var span = Characters.Whole(text, new(start, length));
                    if (span.Length == 0)
                        return;
                    var list = DefaultWords.All[n];
                    var words = list with { Hedges = [.. list.Hedges, .. Words.Of(text)], Reporting = [.. Words.Of(text).Take(2)] };
                    var found = MarkProposal.Of(Repo.Casebook, words, text, span);
                    var exact = span.In(text);
                    Assert.All(found.Hedges.Concat(found.Loaded), w => Assert.Contains(w, exact, StringComparison.Ordinal));
                    if (found.Cites?.Other is { } other)
                        Assert.Contains(other, text, StringComparison.Ordinal);
                },
                iter: 1_000
            );

    [Fact]
    public void Lists_OfTheProgram_BreakNoRule()
    {
        var head = Repo.Casebook.Head with { Words = DefaultWords.All };
        Assert.Empty(CodebookRules.Of(head, new(Repo.Casebook)));
        Assert.True(head.Words.Count > 5);
        Assert.All(head.Words.SelectMany(w => w.Lists), l => Assert.NotEmpty(l.Words));
    }

    [Fact]
    public void For_ALanguageOfTheCasebook_IsItsOwnListWhateverTheRegion()
    {
        var own = new WordList("en-GB", ["rather"], [], []);
        Assert.Same(own, DefaultWords.For(Repo.Casebook.Head with { Words = [own] }, "en-US"));
        Assert.Null(DefaultWords.For(Repo.Casebook.Head, "tlh"));
    }
}
