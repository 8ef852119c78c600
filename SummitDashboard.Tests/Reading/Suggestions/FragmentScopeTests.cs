using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>A fragment says no other than its sentence: what denies, doubts or bounds its words is in it.</summary>
public sealed class FragmentScopeTests
{
    private static string? Fragment(string printed, string asked, string language, int budget, int? left)
    {
        var claim = Coded.Claim("c") with { Question = asked, Statement = asked, Framings = [] };
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source], [], [], [claim]);
        var text = ArticleText.From(printed + "\n…");
        var source = Coded.Source with { Language = new(language, Basis.Given) };
        var marks = DefaultWords.For(casebook.Head with { Words = [] }, language);
        var clues = Clues.Of(casebook, claim, source);
        var ranked = PassageRanking.Rank(clues, source, text, new([text]), 5, budget, marks, atMost: budget, left: left);
        return ranked.FirstOrDefault(p => p.Paragraph == 1)?.Fragment.In(printed);
    }

    [Theory]
    [InlineData(
        "There is so far no public proof that any sensitive technology has changed hands, aides said.",
        "Has technology changed hands?",
        "en",
        "no public proof that any sensitive technology has changed hands"
    )]
    [InlineData("In the fog the captain did not sail ferries to the pier at noon.", "Sail ferries pier?", "en", "did not sail ferries")]
    [InlineData("Falk denied, on Tuesday, that ferries carried the shells to the pier.", "Ferries carried shells?", "en", "denied")]
    [InlineData("He never sent shells, ferries or limousines over the bay to Falk.", "Ferries limousines?", "en", "never")]
    [InlineData("On Monday the town may send its old ferries over the bay to Falk.", "Send ferries?", "en", "may send its old ferries")]
    [InlineData("Sie haben ohne Eile alte Fähren über die Bucht nach Norden geschickt.", "Fähren Bucht?", "de", "ohne Eile alte Fähren")]
    [InlineData(
        "Le maire n’a hier envoyé ces ferries anciens vers le port du nord.",
        "ferries anciens?",
        "fr",
        "n’a hier envoyé ces ferries"
    )]
    [InlineData("Он никогда прежде сам туда паромы старые большие водил сюда.", "паромы старые?", "ru", "никогда прежде сам туда паромы")]
    public void Fragment_OfADenialOrDoubt_HasIt(string printed, string asked, string language, string expected) =>
        Assert.Contains(expected, Fragment(printed, asked, language, 4, 15) ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "In the fog the captain did not sail, but ferries carried the shells to Falk.",
        "Ferries carried shells?",
        "ferries carried the shells"
    )]
    [InlineData(
        "No fog lay there; ferries carried the shells to Falk in the night.",
        "Ferries carried shells?",
        "ferries carried the shells"
    )]
    [InlineData(
        "In May the old ferries carried shells over to Falk in the night.",
        "Ferries carried shells?",
        "old ferries carried shells"
    )]
    [InlineData("At noon the mayor spoke about shells carried by ferries there.", "Shells carried ferries?", "shells carried by ferries")]
    public void Fragment_OfAnotherClauseThanADenial_StaysShort(string printed, string asked, string expected) =>
        Assert.Equal(expected, Fragment(printed, asked, "en", 4, 15));

    [Fact]
    public void Fragment_WhereTooFewWordsAreLeftForADenial_IsNone()
    {
        const string printed = "There is so far no public proof that any sensitive technology has changed hands, aides said.";
        Assert.Null(Fragment(printed, "Technology changed hands?", "en", 4, 5));
        Assert.Equal(
            "Old ferries carried technology",
            Fragment(
                printed + " Old ferries carried technology over and came back.",
                "Technology changed hands ferries carried?",
                "en",
                4,
                5
            )
        );
    }

    [Theory]
    [InlineData(
        "In all they sent nearly five million artillery shells over the bay.",
        "Five million shells?",
        "nearly five million artillery shells"
    )]
    [InlineData("The town counted at least 10,000 containers of goods in the bay.", "10,000 containers?", "at least 10,000 containers")]
    [InlineData("The old town was gravely concerned about shells in the bay there.", "Concerned shells?", "gravely concerned about shells")]
    [InlineData("Later the town sent about 300 ferries over the wide bay there.", "300 ferries?", "about 300 ferries")]
    public void Fragment_OfANumberOrADegree_HasItWhole(string printed, string asked, string expected) =>
        Assert.Contains(expected, Fragment(printed, asked, "en", 4, 15) ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("He spoke of their support, \"including on the Ukrainian track\", and then of old ferries there.", "Support including?")]
    [InlineData("He spoke of their support, “including on the Ukrainian track”, and then of old ferries there.", "Ukrainian track?")]
    [InlineData("He spoke of their support, „including on the Ukrainian track“, and then of old ferries there.", "Support including?")]
    [InlineData("He spoke of their support, «including on the Ukrainian track», and then of old ferries there.", "Track ferries?")]
    [InlineData("He spoke of the workers’ support, ‘including the Ukrainian track’, and then of old ferries.", "Track ferries?")]
    public void Fragment_BesideAQuotation_HasBothMarksOrNone(string printed, string asked)
    {
        var words = Fragment(printed, asked, "en", 5, 15) ?? "";
        Assert.NotEmpty(words);
        Assert.Equal(words.IndexOfAny(['“', '„', '«', '‘']) >= 0, words.AsSpan(1).IndexOfAny(['”', '“', '»', '’']) >= 0);
        Assert.Equal(0, words.Count(c => c == '"') % 2);
    }
}
