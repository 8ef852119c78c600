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

    private static MarkProposal Of(string paragraph, string exact, string language = "en", params string[] earlier)
    {
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source], [Master], [], []);
        return MarkProposal.Of(
            casebook,
            DefaultWords.For(casebook.Head with { Words = [] }, language)!,
            paragraph,
            TextSpan.Find(paragraph, exact, 1)!.Value,
            earlier
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

    [Theory]
    [InlineData("It was built by the United States and its friends.", "built by", null)]
    [InlineData("Local officials say that Falk, who owns a ferry, needs fuel.", "needs fuel", "Local officials")]
    [InlineData("Falk, according to the Harbour’s pilots, gave him a boat.", "gave him a boat", "Harbour’s pilots")]
    [InlineData("Selkirk, which has most to lose from a bolder Falk, said nothing.", "said nothing", "Selkirk")]
    [InlineData("Falk fell, aides said.", "Falk fell", "aides")]
    [InlineData("Falk’s aides said the ferry sails.", "ferry sails", "Falk’s aides")]
    [InlineData("Senior U.S. officials, speaking in private, said Velmar believed the tale.", "the tale", "Senior U.S. officials")]
    [InlineData("Analysts said North Velmar was likely to ask.", "likely to ask", "Analysts")]
    [InlineData("He said that Falk had sailed.", "had sailed", null)]
    [InlineData("A teacher who had been told to wave at Falk kept her flag.", "to wave", null)]
    [InlineData("Falk had been announced for Monday.", "for Monday", null)]
    [InlineData("The visit was announced by the port’s office on Monday.", "The visit was", "port’s office")]
    [InlineData("Ann Park, who knew Velmar, thinks that Falk will sell it.", "sell it", "Ann Park")]
    [InlineData("He went, according to a Selkirk sailor who stood there, by boat.", "by boat", "Selkirk sailor")]
    [InlineData("In March his captains said the ferry sails.", "ferry sails", "captains")]
    [InlineData("In Velmar, a town spokesman said it rained.", "it rained", "town spokesman")]
    [InlineData("“It sails,” said Elena Marsh of the Institute for Ships.", "It sails", "Elena Marsh")]
    [InlineData("“It sails,” said the Institute for Ships.", "It sails", "Institute for Ships")]
    [InlineData("“It sails,” said a spokesman.", "It sails", "spokesman")]
    [InlineData("According to reports, it sails.", "it sails", "reports")]
    [InlineData("Multiple reports indicate that it sails.", "it sails", null)]
    [InlineData("It deals with like-minded states that are far away.", "far away", null)]
    [InlineData("The ministry reports that it sails.", "it sails", "ministry")]
    [InlineData("Ivo Brandt, a professor at Selkirk College, noted that it sails.", "it sails", "Ivo Brandt")]
    [InlineData("“It sails…,” Ivo Brandt, former U.S. envoy to Velmar, said.", "It sails", "Ivo Brandt")]
    [InlineData("It sails, state media in both towns reported.", "It sails", "state media in both towns")]
    [InlineData("Officials in Velmar on Monday said it sails.", "it sails", "Officials in Velmar")]
    public void Of_AnUnnamedOrALongParty_IsWhoTheSentenceSaysAndNotANameNearby(string paragraph, string exact, string? cites)
    {
        var found = Of(paragraph, exact).Cites;
        Assert.Equal((cites, null), (found?.Other, found?.Actor));
    }

    [Theory]
    [InlineData("Falk, who came late, said the ferry sails.", "ferry sails")]
    [InlineData("Velmar’s President Jo Falk also said it sails with Ann Park.", "it sails")]
    [InlineData("It sails with Ann Park, as Falk himself has said.", "It sails")]
    [InlineData("Falk on Monday told Ann Park it sails.", "it sails")]
    public void Of_AnActorWhoIsTheSubject_IsWhoseWordItIs(string paragraph, string exact) =>
        Assert.Equal(new Cited(Master.Id, null), Of(paragraph, exact).Cites);

    [Theory]
    [InlineData("de", "Die Fähre fährt, sagte der Sprecher der Reederei.", "Die Fähre", "Sprecher der Reederei")]
    [InlineData("de", "Am Montag sagte Ivo Brandt, die Fähre fahre.", "die Fähre", "Ivo Brandt")]
    [InlineData("de", "Laut dem Hafenamt fährt die Fähre.", "die Fähre", "Hafenamt")]
    [InlineData("de", "Laut dem Hafenamt in Velmar fährt die Fähre.", "die Fähre", "Hafenamt")]
    [InlineData("de", "Dem Hafenamt zufolge fährt die Fähre.", "die Fähre", "Hafenamt")]
    [InlineData("de", "Nach Angaben der Behörden, die es wissen, fährt die Fähre.", "die Fähre", "Behörden")]
    [InlineData("fr", "Le bateau part, selon le ministère des Ports.", "Le bateau", "ministère des Ports")]
    [InlineData("fr", "Le ministre du commerce a dit que le bateau part.", "le bateau", "ministre du commerce")]
    [InlineData("de", "Der Sprecher der Reederei sagte, die Fähre fahre.", "die Fähre", "Sprecher der Reederei")]
    [InlineData("fr", "Le bateau part, a déclaré Ivo Brandt.", "Le bateau", "Ivo Brandt")]
    [InlineData("fr", "Plusieurs diplomates occidentaux ont dit que Falk part.", "que Falk", "diplomates occidentaux")]
    [InlineData("es", "El barco sale, según fuentes del puerto.", "El barco", "fuentes del puerto")]
    [InlineData("es", "El presidente Ivo Brandt dijo que el barco sale.", "el barco", "Ivo Brandt")]
    [InlineData("es", "El barco sale, dijo Ivo Brandt.", "El barco", "Ivo Brandt")]
    [InlineData("ru", "Паром идёт, сообщил Иво Брандт.", "Паром", "Иво Брандт")]
    [InlineData("ru", "По словам капитана Брандта, паром идёт.", "паром", "капитана Брандта")]
    [InlineData("ru", "Западные чиновники заявили, что паром идёт.", "паром", "Западные чиновники")]
    public void Of_APartyInAnotherLanguage_IsFoundBySmallWords(string language, string paragraph, string exact, string? cites) =>
        Assert.Equal(cites, Of(paragraph, exact, language).Cites?.Other);

    [Theory]
    [InlineData("Lim", "“It sails,” said Lim Soo-jin, a former captain.", "Lim Soo-jin")]
    [InlineData("Marsh", "It may rain. National Weather Adviser Elena Marsh slept.", "Elena Marsh")]
    [InlineData("Marsh", "It may rain, said President Marsh.", "Marsh")]
    [InlineData("Lim", "Lim Soo-jin and Lim Bo slept.", "Lim")]
    [InlineData("Selkirk", "He studied at Selkirk State College, and read the Selkirk Post.", "Selkirk")]
    [InlineData("Marsh", "Nobody slept.", "Marsh")]
    public void Of_HalfANameWhoseFullNameStandsBefore_IsThatParty(string name, string before, string party)
    {
        Assert.Equal(party, Of($"Later {name} warned that it sails.", "it sails", "en", before).Cites?.Other);
        Assert.Equal(party, Of($"{before} Later {name} warned that it sails.", "it sails").Cites?.Other);
    }

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
