using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Whose word is proposed: texts are nobody, two are two, and “he” is who was named before.</summary>
public sealed class SpeakersTests
{
    private static readonly Actor Falk = Repo.Casebook.Actors[0] with
    {
        Id = new("f"),
        Slug = "f",
        Name = "Jo Falk",
        Roles = [],
        Statements = [],
        Names = [new(Coded.Source.Id, "Falk", NameKind.Surname, 1, 0)],
    };

    private static readonly Source Treaty = Coded.Source with { Id = new("t"), Slug = "t", Name = "Treaty of Velmar" };

    private static string Of(string paragraph, string exact, string language = "en", params string[] earlier)
    {
        var casebook = new Casebook(1, Repo.Casebook.Head, [Coded.Source, Treaty], [Falk], [], []);
        var words = DefaultWords.For(casebook.Head with { Words = [] }, language)!;
        var proposal = MarkProposal.Of(casebook, words, paragraph, TextSpan.Find(paragraph, exact, 1)!.Value, earlier);
        return string.Join(" | ", proposal.Parties.Select(p => p.Actor is null ? p.Other : "@" + p.Actor.Value.Value));
    }

    [Theory]
    [InlineData("Article 4 says that either town helps the other at sea.", "")]
    [InlineData("Article 4 of the treaty states that either town helps the other.", "")]
    [InlineData("The treaty says that either town helps the other at sea.", "")]
    [InlineData("According to the agreement, either town helps the other at sea.", "")]
    [InlineData("According to Article IV of the Partnership Treaty, either town helps the other.", "")]
    [InlineData("The statement said that either town helps the other at sea.", "")]
    [InlineData("The second paragraph states that either town helps the other.", "")]
    [InlineData("Falk’s letter said that either town helps the other at sea.", "@f")]
    [InlineData("A statement by the Port Office said that either town helps the other.", "Port Office")]
    [InlineData("According to a statement from the Port Office, either town helps the other.", "Port Office")]
    [InlineData("According to the Treaty of Velmar, either town helps the other.", "Treaty of Velmar")]
    [InlineData("Article 4 says that either town helps the other, Falk said.", "@f")]
    [InlineData("The Law Society said that either town helps the other.", "Law Society")]
    public void Parties_WhereATextSpeaks_AreItsAuthorOrNobody(string paragraph, string expected) =>
        Assert.Equal(expected, Of(paragraph, "either town helps"));

    [Theory]
    [InlineData("de", "Artikel 4 des Vertrags erklärt, dass eine Stadt der anderen hilft.", "der anderen", "")]
    [InlineData("de", "Laut dem Partnerschaftsabkommen hilft eine Stadt der anderen.", "der anderen", "")]
    [InlineData("de", "Laut der Erklärung hilft eine Stadt der anderen.", "der anderen", "")]
    [InlineData("fr", "Selon l’article 4 du traité, une ville aide l’autre.", "une ville", "")]
    [InlineData("fr", "Selon un communiqué du ministère, une ville aide l’autre.", "une ville", "ministère")]
    [InlineData("es", "Según el artículo 4 del tratado, una ciudad ayuda a la otra.", "una ciudad", "")]
    [InlineData("ru", "Согласно статье 4 договора, город помогает другому.", "город", "")]
    public void Parties_WhereATextSpeaksInOtherLanguages_AreNobody(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, Of(paragraph, exact, language));

    [Theory]
    [InlineData("The United Islands and South Velmar accuse Selkirk: the ferry sails.", "United Islands | South Velmar")]
    [InlineData("The United Islands and South Velmar said the ferry sails.", "United Islands | South Velmar")]
    [InlineData("Falk and Ann Park said the ferry sails.", "@f | Ann Park")]
    [InlineData("The United Islands, Selkirk and South Velmar said the ferry sails.", "United Islands | Selkirk | South Velmar")]
    [InlineData("The United Islands, Selkirk, and South Velmar said the ferry sails.", "United Islands | Selkirk | South Velmar")]
    [InlineData("On Monday, Selkirk and South Velmar said the ferry sails.", "Selkirk | South Velmar")]
    [InlineData("According to Selkirk and South Velmar, the ferry sails.", "Selkirk | South Velmar")]
    [InlineData("The Port Office and the Sea Guard said the ferry sails.", "Port Office | Sea Guard")]
    [InlineData("Selkirk and South Velmar officials said the ferry sails.", "Selkirk and South Velmar officials")]
    [InlineData(
        "Old Harbour National Safety Council spokesman Jo Falk and Velmar Deputy Sea Captain Ann Park expressed concern the ferry sails.",
        "@f | Velmar Deputy Sea Captain Ann Park"
    )]
    [InlineData("The Ministry of Trade and Industry said the ferry sails.", "Ministry of Trade and Industry")]
    [InlineData("The Trade and Industry Ministry said the ferry sails.", "Trade and Industry Ministry")]
    [InlineData("Bosnia and Herzegovina said the ferry sails.", "Bosnia and Herzegovina")]
    public void Parties_OfSeveralWhoSpeakTogether_AreEachOfThem(string paragraph, string expected) =>
        Assert.Equal(expected, Of(paragraph, "the ferry sails"));

    [Theory]
    [InlineData("de", "Selkirk und Velmar erklärten, die Fähre fahre.", "die Fähre", "Selkirk | Velmar")]
    [InlineData(
        "de",
        "Das Ministerium für Handel und Industrie erklärte, die Fähre fahre.",
        "die Fähre",
        "Ministerium für Handel und Industrie"
    )]
    [InlineData("fr", "Selkirk et Velmar ont déclaré que le bateau part.", "le bateau", "Selkirk | Velmar")]
    [InlineData("es", "Selkirk y Velmar dijeron que el barco sale.", "el barco", "Selkirk | Velmar")]
    [InlineData("ru", "Селкирк и Велмар заявили, что паром идёт.", "паром", "Селкирк | Велмар")]
    public void Parties_OfSeveralInOtherLanguages_AreEachOfThem(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, Of(paragraph, exact, language));

    [Theory]
    [InlineData("Falk came home on Monday. He said the ferry sails.", "@f")]
    [InlineData("Ann Park, a captain, said it rained. She added the ferry sails.", "Ann Park")]
    [InlineData("The Port Office said it rained. It added the ferry sails.", "Port Office")]
    [InlineData("Selkirk said it rained. It added the ferry sails.", "Selkirk")]
    [InlineData("Officials said it rained. They added the ferry sails.", "Officials")]
    [InlineData("Ann Park said it rained. She said she slept. She added the ferry sails.", "Ann Park")]
    [InlineData("Officials said it rained. He added the ferry sails.", "")] // none of them is named
    [InlineData("Falk said it rained, Ann Park said. He added the ferry sails.", "")] // which?
    [InlineData("Officials met Falk on Monday. He said the ferry sails.", "")]
    [InlineData("Falk came home. When Brandt came he said the ferry sails.", "")]
    [InlineData("Falk came home. We said the ferry sails.", "")]
    public void Parties_OfAPronoun_AreWhoAloneSpokeInTheSentenceBefore(string paragraph, string expected) =>
        Assert.Equal(expected, Of(paragraph, "the ferry sails"));

    [Theory]
    [InlineData("Laut der Agentur VNA lobte Falk, dass die Fähre fährt.", "Agentur VNA")]
    [InlineData("Es sei wahr, dass die Fähre fährt, sagte Falk laut VNA.", "@f")]
    [InlineData("Falk kam am Montag. Er sagte, dass die Fähre fährt.", "@f")]
    public void Parties_InGerman_AreFound(string paragraph, string expected) =>
        Assert.Equal(expected, Of(paragraph, "dass die Fähre", "de"));

    [Fact]
    public void Parties_OfAPronounThatBeginsAParagraph_AreThoseOfTheOneBefore()
    {
        Assert.Equal("@f", Of("He said the ferry sails.", "the ferry sails", "en", "It rained. Mayor Falk warned them of it."));
        Assert.Equal("@f", Of("Er sagte, die Fähre fahre.", "die Fähre", "de", "Falk warnte gestern."));
        Assert.Equal("", Of("He said the ferry sails.", "the ferry sails", "en", "Falk said it rains.", "Nobody slept."));
    }

    [Theory]
    [InlineData("Falk was quoted as saying the ferry sails.", "@f")]
    [InlineData("Falk was quoted by the Velmar Post as saying the ferry sails.", "@f")]
    [InlineData("The Velmar Post quoted Falk as saying the ferry sails.", "@f")]
    [InlineData("State media VNA reported the ferry sails.", "VNA")]
    [InlineData("State media outlet VNA reported that the ferry sails.", "VNA")]
    [InlineData("Falk vows the ferry sails", "@f")]
    [InlineData("Selkirk slams claim the ferry sails", "Selkirk")]
    [InlineData("They came to build a “fair port”, as Falk himself said, after the ferry sails.", "@f")]
    [InlineData("It is true that the ferry sails to build a “fair port” as Falk himself said.", "")]
    [InlineData("VNA, the town news agency, said the ferry sails.", "VNA")]
    [InlineData("The old ferry sails, says harbour office", "harbour office")]
    [InlineData("Velmar’s old master, Ann Park, told the Velmar Post the ferry sails.", "Ann Park")]
    [InlineData("The joint communique issued after the talks said the ferry sails.", "")]
    [InlineData("“It rained,” Falk said. “It is true that the ferry sails.”", "@f")]
    [InlineData("It rained, Falk said. It is true that the ferry sails.", "")]
    [InlineData("The town’s old master Ann Park spoke to them, adding that the ferry sails.", "")]
    [InlineData("Velmar’s old master Ann Park spoke to them, adding that the ferry sails.", "Ann Park")]
    [InlineData("Two people familiar with the matter said the ferry sails.", "")]
    [InlineData("Velmar’s Sea Guard Service (SGS) said the ferry sails.", "Velmar’s Sea Guard Service")]
    [InlineData("Falk, dressed in black, told the crowd the ferry sails.", "@f")]
    [InlineData("“It is true that the ferry sails,” said Mr. Brandt.", "Mr. Brandt")]
    [InlineData("Gen. Ivo Brandt said the ferry sails.", "Gen. Ivo Brandt")]
    [InlineData("The minister did not say whether the ferry sails.", "")]
    [InlineData("Neither Selkirk nor Velmar has said the ferry sails.", "")]
    [InlineData("One of the officials said the ferry sails.", "officials")]
    [InlineData("There were accusations from Northern towns that the ferry sails.", "Northern towns")]
    [InlineData("It came after claims by Ann Park that the ferry sails.", "Ann Park")]
    [InlineData("Falk came home, saying the ferry sails.", "@f")]
    [InlineData("The ferry sails no more, warned Falk. Later the ferry sails.", "@f")]
    [InlineData("Ann Park suggests that the ferry sails.", "Ann Park")]
    [InlineData("This deal suggests that the ferry sails.", "")]
    [InlineData("The ferry sails, a thing denied by both towns.", "")]
    [InlineData("The ferry sails amid accusations from Northern towns.", "")]
    [InlineData("It is a promise that the ferry sails.", "")]
    public void Parties_OfOtherWaysToReport_AreFound(string paragraph, string expected) =>
        Assert.Equal(expected, Of(paragraph, "ferry sails"));
}
