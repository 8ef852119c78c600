using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Whose word is proposed where several could be meant: by the verb of its own clause, under the whole name.</summary>
public sealed partial class WhoSpeaksTests
{
    private static Actor Actor(string id, string name, params string[] forms) =>
        Repo.Casebook.Actors[0] with
        {
            Id = new(id),
            Slug = id,
            Name = name,
            Roles = [],
            Statements = [],
            Names = [.. forms.Select(f => new Naming(Coded.Source.Id, f, NameKind.Surname, 1, 0))],
        };

    private static string Of(string paragraph, string exact, params string[] earlier) => In("en", paragraph, exact, earlier);

    private static string In(string language, string paragraph, string exact, params string[] earlier) =>
        string.Join(
            " | ",
            Proposal(language, paragraph, exact, earlier).Parties.Select(p => p.Actor is null ? p.Other : "@" + p.Actor.Value.Value)
        );

    private static MarkProposal Proposal(string language, string paragraph, string exact, string[] earlier)
    {
        var casebook = new Casebook(
            1,
            Repo.Casebook.Head,
            [Coded.Source],
            [Actor("lim", "Lim Jong Sik", "Lim"), Actor("falk", "Jo Falk", "Falk")],
            [],
            [Coded.Claim("c", Coded.Words("ice", cites: new(null, "North Velmar’s Port Ministry")))]
        );
        var words = DefaultWords.For(casebook.Head with { Words = [] }, language)!;
        return MarkProposal.Of(casebook, words, paragraph, TextSpan.Find(paragraph, exact, 1)!.Value, earlier);
    }

    [Theory]
    [InlineData(
        "The diplomat, speaking on condition of anonymity, denied that the pact revived any duty; analysts in Selkirk said the opposite.",
        "denied that the pact revived any duty",
        "diplomat"
    )]
    [InlineData(
        "The diplomat said it rained, and denied that the pact revived any duty; analysts said the opposite.",
        "denied that the pact revived any duty",
        "diplomat"
    )]
    [InlineData("It rained, and denied that the pact revived any duty; analysts said the opposite.", "denied that the pact revived", "")]
    [InlineData("The pact revived an old duty; analysts in Selkirk said the opposite.", "The pact revived", "")]
    [InlineData("Analysts said it rained; the pact revived an old duty.", "revived an old duty", "")]
    [InlineData("Analysts said “it rained; the pact revived an old duty”.", "revived an old duty", "Analysts")]
    [InlineData("The pact revived an old duty, and analysts in Selkirk said the opposite.", "revived an old duty", "")]
    [InlineData("The pact revived an old duty, and the crew is paid, Falk said.", "revived an old duty", "@falk")]
    [InlineData("Ivo Brandt, a captain, said the ferry sails, and the crew “smiled”.", "smiled", "")]
    [InlineData("Falk said they sell flour, oil, and rice of the best kind.", "of the best kind", "@falk")]
    [InlineData("Falk said the ferry sails, while Selkirk had closed its port.", "closed its port", "")]
    [InlineData("Falk said the ferry sails, while Selkirk had closed its port.", "the ferry sails", "@falk")]
    [InlineData("Falk said the ferry sails, and that Selkirk had closed its port.", "closed its port", "@falk")]
    [InlineData("Falk said the ferry sails and Selkirk had closed its port.", "closed its port", "@falk")]
    public void Parties_BehindASignBeforeAnotherSubject_AreNotThoseOfTheOtherSide(string paragraph, string exact, string expected) =>
        Assert.Equal(expected, Of(paragraph, exact));

    private const string Two =
        "At noon the chief harbour secretary of Velmar, Yoshi Hara, said he was “gravely concerned,” and the Sea League’s secretary "
        + "general, Jo Falk, warned that young states had drawn closer.";

    [Theory]
    [InlineData("gravely concerned", "Yoshi Hara")]
    [InlineData("warned that young states", "@falk")]
    [InlineData("general, Jo Falk, warned", "@falk")]
    [InlineData("young states had drawn closer", "@falk")]
    public void Parties_OfTwoClauses_AreThoseOfTheVerbOfTheFragmentsOwn(string exact, string expected) =>
        Assert.Equal(expected, Of(Two, exact));

    [Theory]
    [InlineData("It is true, Hara said, that Falk promised a boat.", "Falk promised a boat", "Hara")]
    [InlineData("Hara said that Falk promised a boat.", "promised a boat", "@falk")]
    [InlineData("Hara said that Falk promised a boat.", "Falk promised a boat", "Hara")]
    public void Parties_OfAVerbInTheFragment_AreItsOwnWhereItsSubjectStandsBefore(string paragraph, string exact, string expected) =>
        Assert.Equal(expected, Of(paragraph, exact));

    [Theory]
    [InlineData("Lim promised aid for what Moscow calls its special sea voyage.", "its special sea voyage", "Moscow")]
    [InlineData("Lim promised aid for what Moscow calls its special sea voyage.", "what Moscow calls its special", "Moscow")]
    [InlineData("Lim promised aid for what Moscow calls its special sea voyage.", "promised aid", "@lim")]
    [InlineData("Lim promised aid to what the Port Office has called “a poor town”, and left.", "a poor town", "Port Office")]
    [InlineData("Mr. Falk thanked Mr. Lim for what he described as “steady and unwavering support”.", "steady and unwavering", "@falk")]
    [InlineData("Mayor Ann Park thanked Mr. Lim for what she called “steady support”.", "steady support", "Ann Park")]
    [InlineData("Lim met Falk, who spoke of what he called “steady support”.", "steady support", "")]
    [InlineData("The deal is what Mr. Falk has repeatedly called “a fair pact” of two.", "a fair pact", "@falk")]
    [InlineData("In what Selkirk called a breach, the ferry sails, officials said.", "the ferry sails", "officials")]
    [InlineData("Falk came home. He thanked Velmar for what he called “steady support”.", "steady support", "@falk")]
    [InlineData("Lim promised aid for what is called a special sea voyage.", "a special sea voyage", "")]
    public void Parties_OfWhatSomebodyCallsIt_AreWhoCallsIt(string paragraph, string exact, string expected) =>
        Assert.Equal(expected, Of(paragraph, exact));

    private const string Flour = "“They will pay in flour and oil, not in ships,” he said.";

    [Theory]
    [InlineData("The researcher Lim Min-ho has counted the boats.", "Lim Min-ho")]
    [InlineData("Lim Min-ho, a researcher at the port, has counted the boats.", "Lim Min-ho")]
    [InlineData("Researcher Lim Min-ho counts the boats.", "Lim Min-ho")]
    [InlineData("Ju-ae Lim counts the boats.", "")]
    [InlineData("Lim Jong-sik came late.", "@lim")]
    [InlineData("President Lim came late.", "@lim")]
    [InlineData("Lim came late.", "@lim")]
    [InlineData("Lim Min-ho, a researcher, met Lim Jong Sik in May.", "")]
    [InlineData("The researcher Lim Min-ho has counted the boats of Ann Park, a trader.", "")]
    public void Parties_OfAPronounBehindALongerName_AreNotWhoHasAPartOfIt(string before, string expected)
    {
        Assert.Equal(expected, Of($"{before} {Flour}", "pay in flour"));
        Assert.Equal(expected, Of(Flour, "pay in flour", before));
    }

    [Theory]
    [InlineData("Ann Falk said the ferry sails.", "Ann Falk")]
    [InlineData("Lim Min-ho said the ferry sails.", "Lim Min-ho")]
    [InlineData("According to Lim Min-ho, the ferry sails.", "Lim Min-ho")]
    [InlineData("Again the ferry sails, said Lim Min-ho.", "Lim Min-ho")]
    [InlineData("Lim Min-ho and Falk said the ferry sails.", "Lim Min-ho | @falk")]
    [InlineData("Lim Jong-sik said the ferry sails.", "@lim")]
    [InlineData("Foreign Minister Falk said the ferry sails.", "@falk")]
    [InlineData("Jo Falk said the ferry sails.", "@falk")]
    [InlineData("Captain Ivo Falk said the ferry sails.", "Captain Ivo Falk")]
    public void Parties_WithASurnameInALongerName_AreThatOne(string paragraph, string expected) =>
        Assert.Equal(expected, Of(paragraph, "the ferry sails"));

    [Theory]
    [InlineData("Lim Min-ho, a researcher, counts the boats.", "Lim Min-ho")]
    [InlineData("Lim Jong Sik met Lim Min-ho, a researcher.", "")]
    [InlineData("Lim Min-ho, a researcher, met Lim Jong Sik.", "@lim")]
    public void Parties_WithASurnameOfTwo_AreWhoAloneIsNamedSoOrNobody(string before, string expected)
    {
        Assert.Equal(expected, Of($"{before} Later Lim said the ferry sails.", "the ferry sails"));
        Assert.Equal(expected, Of("Later Lim said the ferry sails.", "the ferry sails", before));
    }

    [Theory]
    [InlineData(
        "Mr. Falk said that the tolls “should be revised,” and that the two towns would build trade.",
        "should be revised",
        "@falk"
    )]
    [InlineData(
        "Mr. Falk said that the tolls “should be revised,” and that the two towns would build trade.",
        "would build trade",
        "@falk"
    )]
    [InlineData("Ann Park spoke in Velmar on Monday. “We’re not worried about the trip,” she had said.", "not worried", "")]
    [InlineData("Falk was asked on Monday. “We’re not worried about the trip,” he had said.", "not worried", "@falk")]
    [InlineData("Ivo Brandt, a spokesman, spoke on Monday. “We’re not worried about the trip,” he had said.", "not worried", "Ivo Brandt")]
    [InlineData("Lim Min-ho, a researcher, doubts that the ferry sails.", "the ferry sails", "Lim Min-ho")]
    [InlineData("There are doubts that the ferry sails.", "the ferry sails", "")]
    [InlineData("The Port Agency sent a boat in May. It believed that the ferry sails.", "the ferry sails", "Port Agency")]
    [InlineData("South Velmar sent a boat to Selkirk. It believed that the ferry sails.", "the ferry sails", "South Velmar")]
    [InlineData("South Velmar’s sea agency sent a boat. It believed that the ferry sails.", "the ferry sails", "South Velmar’s sea agency")]
    [InlineData("The Old Harbour port spokesman Ivo Brandt was asked. “We’re not worried,” he had said.", "not worried", "Ivo Brandt")]
    [InlineData("The Old Harbour port spokesman Jo Falk was asked. “We’re not worried,” he had said.", "not worried", "@falk")]
    [InlineData("“It is true that the ferry sails,” said a former minister in Velmar.", "the ferry sails", "a former minister")]
    [InlineData("Falk warned that young states were late and the ferry sails.", "the ferry sails", "@falk")]
    [InlineData("Aides said that Falk believed that the ferry sails.", "the ferry sails", "Aides")]
    [InlineData("SGS sent a boat. It believed that the ferry sails.", "the ferry sails", "SGS")]
    [InlineData("Falk sent a boat. It believed that the ferry sails.", "the ferry sails", "")]
    [InlineData("Selkirk signed the treaty. It said that the ferry sails.", "the ferry sails", "")]
    [InlineData("The boats, believed to be new, show that the ferry sails.", "the ferry sails", "")]
    [InlineData("Brandt said it rains. Falk said it is late, but he denied that the ferry sails.", "the ferry sails", "@falk")]
    public void Parties_WhereTheyArePlainlyPrinted_AreFound(string paragraph, string exact, string expected) =>
        Assert.Equal(expected, Of(paragraph, exact));

    [Theory]
    [InlineData("The North’s Port Ministry said the ferry sails.", "North Velmar sent a boat.", "North Velmar’s Port Ministry")]
    [InlineData("The North’s port ministry said the ferry sails.", "North Velmar sent a boat.", "North Velmar’s Port Ministry")]
    [InlineData("The North’s port ministry said the ferry sails.", "It rained.", "North Velmar’s Port Ministry")] // of the casebook
    [InlineData("The South’s army said the ferry sails.", "South Selkirk and its army slept.", "South Selkirk’s army")]
    [InlineData("The South’s army said the ferry sails.", "It rained.", "the South’s army")]
    [InlineData("The South’s army said the ferry sails.", "South Selkirk met South Brandon.", "the South’s army")]
    [InlineData("The South’s army said the ferry sails.", "South Koronean officials and ten South Koronean boats.", "South Koronea’s army")]
    [InlineData("The South said the ferry sails.", "South Selkirk slept.", "South Selkirk")]
    [InlineData("The U.S. said the ferry sails.", "It rained.", "U.S.")]
    [InlineData("Moscow said the ferry sails.", "Russia slept.", "Moscow")]
    [InlineData("A former port minister said the ferry sails.", "It rained.", "a former port minister")]
    [InlineData("Later a former port minister said the ferry sails.", "It rained.", "a former port minister")]
    [InlineData("According to a senior port official, the ferry sails.", "It rained.", "a senior port official")]
    [InlineData("Former port ministers said the ferry sails.", "It rained.", "Former port ministers")]
    [InlineData("The former port minister Ann Park said the ferry sails.", "It rained.", "Ann Park")]
    [InlineData("NORTH VELMAR’S port ministry said the ferry sails.", "It rained.", "North Velmar’s Port Ministry")]
    public void Parties_UnderHalfAName_HaveTheWholeOneThatIsKnownOrTheWordsOfTheText(string paragraph, string before, string expected) =>
        Assert.Equal(expected, Of(paragraph, "the ferry sails", before));
}
