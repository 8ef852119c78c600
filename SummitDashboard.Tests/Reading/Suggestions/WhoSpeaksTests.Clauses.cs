namespace SummitDashboard.Tests.Reading.Suggestions;

/// <content>What verbs govern: their own clause, what they call so, and who is half named.</content>
public sealed partial class WhoSpeaksTests
{
    [Theory]
    [InlineData(
        "en",
        "Falk left Velmar on Monday after a short visit, signing a paper that officials in Selkirk said could revive the old guard.",
        "Falk left Velmar on Monday",
        ""
    )]
    [InlineData(
        "en",
        "Falk left Velmar on Monday after a short visit, signing a paper that officials in Selkirk said could revive the old guard.",
        "could revive the old guard",
        "officials in Selkirk"
    )]
    [InlineData(
        "en",
        "Lim sold the town three old ferries, which the port office has claimed were never paid for.",
        "Lim sold the town three old ferries",
        ""
    )]
    [InlineData(
        "en",
        "Lim sold the town three old ferries, which the port office has claimed were never paid for.",
        "were never paid for",
        "port office"
    )]
    [InlineData("en", "The crew met a trader who says the boats leak.", "The crew met a trader", "")]
    [InlineData("en", "Ann Park will open a yard where, analysts believe, warships are built.", "Ann Park will open a yard", "")]
    [InlineData("en", "The boats leak, as Falk said.", "The boats leak", "@falk")]
    [InlineData("en", "The harbour that Falk built is closed, officials said.", "The harbour that Falk built is closed", "officials")]
    [InlineData(
        "de",
        "Falk verließ Velmar am Montag und ließ ein Papier zurück, von dem Beamte in Selkirk sagten, es könne die alte Garde beleben.",
        "Falk verließ Velmar am Montag",
        ""
    )]
    [InlineData("de", "Die Stadt kaufte drei Fähren, die das Hafenamt verurteilt.", "Die Stadt kaufte drei Fähren", "")]
    [InlineData("de", "Die Stadt kaufte drei Fähren, sagte das Hafenamt.", "Die Stadt kaufte drei Fähren", "Hafenamt")]
    [InlineData("en", "Falk left the room when officials said the ferry had sunk.", "Falk left the room", "")]
    [InlineData("en", "If the ferry sails, Falk said, the port is closed.", "If the ferry sails", "@falk")]
    public void Parties_OfAVerbInAClauseThatHangs_AreNotThoseOfWhatStandsBefore(
        string language,
        string paragraph,
        string exact,
        string expected
    ) => Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData(
        "en",
        "Nine boats were sold at Rask, according to her office, while Selkirk sent back some 30 crates believed to hold fish.",
        "Selkirk sent back some 30 crates",
        ""
    )]
    [InlineData(
        "en",
        "Nine boats were sold at Rask, according to her office, while Selkirk sent back some 30 crates believed to hold fish.",
        "her office, while Selkirk sent back",
        ""
    )]
    [InlineData(
        "en",
        "Velmar’s defence minister, Ivo Brandt, said it rained. Nine boats were sold, according to his ministry.",
        "Nine boats were sold",
        "Velmar’s defence ministry"
    )]
    [InlineData("en", "Nine boats were sold, its foreign ministry said.", "Nine boats were sold", "")]
    [InlineData(
        "en",
        "Selkirk said it rained. Nine boats were sold, its port ministry said.",
        "Nine boats were sold",
        "Selkirk’s port ministry"
    )]
    [InlineData("en", "In March his captains said the ferry sails.", "the ferry sails", "captains")]
    [InlineData(
        "de",
        "Neun Boote wurden verkauft, laut ihrem Ministerium, während Selkirk Kisten zurückschickte.",
        "Selkirk Kisten zurückschickte",
        ""
    )]
    public void Parties_UnderHalfAHouse_HaveItsWholeNameOrAreNobody(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData(
        "en",
        "Opening the fair, Mr Falk thanked Mr Lim for what he called “steady support” for the port.",
        "Mr Falk thanked Mr Lim for what he called “steady support”",
        "@falk"
    )]
    [InlineData(
        "en",
        "Opening the fair, Mr Falk thanked Mr Lim for what he called “steady support” for the port.",
        "steady support",
        "@falk"
    )]
    [InlineData(
        "en",
        "After the talks, Mayor Ann Park warned of what she described as “a slow flood”.",
        "“a slow flood”",
        "Mayor Ann Park"
    )]
    [InlineData("en", "Falk sold what Lim calls “a leaking tub” at once.", "Falk sold what Lim calls “a leaking tub”", "@lim")]
    [InlineData("en", "Falk sold what is called “a leaking tub” at once.", "Falk sold what is called “a leaking tub”", "")]
    public void Parties_OfAFragmentWithWhatSomebodyCallsIt_AreWhoCallsIt(
        string language,
        string paragraph,
        string exact,
        string expected
    ) => Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData(
        "en",
        "Falk spoke of a “wider sea” and of “a house of equal and open ports”.",
        "a “wider sea” and of “a house of equal",
        "@falk"
    )]
    [InlineData("en", "In May Lim speaks of a “new tide”.", "a “new tide”", "@lim")]
    [InlineData("en", "The ministry has spoken of “grave losses” at sea.", "grave losses", "ministry")]
    [InlineData("en", "Falk spoke of the weather with his aunt.", "the weather", "@falk")]
    [InlineData("en", "The ferry, bespoke of oak, sails.", "The ferry", "")]
    public void Parties_OfWhatSomebodySpokeOf_AreWhoSpoke(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData("en", "Mr Falk called Selkirk the most faithful harbour of all.", "the most faithful harbour", "@falk")]
    [InlineData("en", "Mr Falk called Selkirk the most faithful harbour of all.", "Mr Falk called Selkirk the most faithful", "@falk")]
    [InlineData("en", "Lim has called the deal “a fair wind”.", "a fair wind", "@lim")]
    [InlineData("en", "The port office dubbed it an act of piracy.", "an act of piracy", "port office")]
    [InlineData("en", "Mr Falk called Selkirk the next day.", "the next day", "")]
    [InlineData("en", "Mr Falk called on Selkirk to open the port.", "to open the port", "")]
    [InlineData("en", "The yard that the army calls a school is closed, officials said.", "is closed", "officials")]
    [InlineData("en", "The yard that the army calls a school is closed, officials said.", "a school", "army")]
    [InlineData("en", "Falk called the mayor the captain of a ship that was sinking.", "was sinking", "@falk")]
    [InlineData("en", "Falk called his brother a liar, and the port is closed.", "the port is closed", "")]
    [InlineData("en", "Falk called the mayor and the captain.", "the captain", "")]
    [InlineData("en", "The ferry was called the Old Maid.", "the Old Maid", "")]
    [InlineData("en", "The voyage, which Falk has described as a holy errand, is over.", "a holy errand", "@falk")]
    [InlineData(
        "en",
        "Falk landed in Velmar. His host met Mr Lim's father, Lim Bo. The war goes on, which Mr Lim has described as a sacred duty.",
        "a sacred duty",
        "@lim",
        "Lim Jong Sik waved."
    )]
    [InlineData("en", "The war goes on. Lim said it rained.", "it rained", "", "Lim Jong Sik waved, and Lim Bo slept.")]
    public void Parties_OfWhatSomebodyIsCalled_AreWhoCallsItSo(
        string language,
        string paragraph,
        string exact,
        string expected,
        params string[] earlier
    ) => Assert.Equal(expected, In(language, paragraph, exact, earlier));

    [Theory]
    [InlineData(
        "en",
        "Ten boats crossed the line, Velmar’s Joint Captains of the Fleet said. They added that the crossing was not intended.",
        "the crossing was not intended",
        "Velmar’s Joint Captains of the Fleet"
    )]
    [InlineData("en", "Ten boats crossed, the coast guards said. They claimed that nobody drowned.", "nobody drowned", "coast guards")]
    [InlineData("en", "Ten boats crossed, Ann Williams said. They claimed that nobody drowned.", "nobody drowned", "")]
    [InlineData(
        "en",
        "The need is real, two port officials said. Its yards are old. “We are late,” one of them said.",
        "We are late",
        "two port officials"
    )]
    [InlineData("en", "The need is real, two port officials said. “We are late,” one of them warned.", "We are late", "two port officials")]
    [InlineData("en", "The need is real. Its yards are old. “We are late,” one of them said.", "We are late", "")]
    [InlineData("en", "The need is real, Falk said. Its yards are old. “We are late,” one of them said.", "We are late", "")]
    public void Parties_OfAPronounOfSeveral_AreWhoSpokeTogether(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData("en", "Some experts doubt that Velmar would sell its ships.", "Velmar would sell its ships", "some experts")]
    [InlineData("en", "Many captains doubt whether Velmar would sell its ships.", "Velmar would sell its ships", "many captains")]
    [InlineData("en", "They doubt that Velmar would sell its ships.", "Velmar would sell its ships", "")]
    [InlineData("en", "The loss cast doubt on the plan.", "the plan", "")]
    [InlineData("en", "There is no doubt that Velmar would sell its ships.", "Velmar would sell its ships", "")]
    [InlineData("en", "The report raised doubt that Velmar would sell its ships.", "Velmar would sell its ships", "")]
    [InlineData("en", "Falk expressed doubt that Velmar would sell its ships.", "Velmar would sell its ships", "@falk")]
    [InlineData(
        "en",
        "Officials in Selkirk expressed concern that Velmar would sell its ships.",
        "Velmar would sell its ships",
        "Officials in Selkirk"
    )]
    [InlineData(
        "en",
        "Several envoys have expressed doubts that Velmar would sell its ships.",
        "Velmar would sell its ships",
        "several envoys"
    )]
    [InlineData("de", "Falk bezweifelt, dass Velmar seine Schiffe verkauft.", "Velmar seine Schiffe", "@falk")]
    [InlineData("de", "Experten bezweifelten, dass Velmar seine Schiffe verkauft.", "Velmar seine Schiffe", "Experten")]
    public void Parties_OfADoubt_AreWhoDoubts(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData("en", "Ms Anna Brandt, a former envoy, argued that the pact is dead.", "the pact is dead", "Anna Brandt")]
    [InlineData("en", "Mr. Ivo Brandt said the pact is dead.", "the pact is dead", "Ivo Brandt")]
    [InlineData("en", "Ms Brandt said the pact is dead.", "the pact is dead", "Anna Brandt", "It rained, Ms Anna Brandt said.")]
    [InlineData("en", "Mr. Brandt said the pact is dead.", "the pact is dead", "Mr. Brandt")]
    [InlineData("en", "Gen. Ivo Brandt said the pact is dead.", "the pact is dead", "Gen. Ivo Brandt")]
    [InlineData("de", "Frau Anna Brandt sagte, der Pakt sei tot.", "der Pakt sei tot", "Anna Brandt")]
    public void Parties_WithATitleOfPoliteness_AreWithoutIt(
        string language,
        string paragraph,
        string exact,
        string expected,
        params string[] earlier
    ) => Assert.Equal(expected, In(language, paragraph, exact, earlier));

    [Theory]
    [InlineData(
        "en",
        "Velmar's sea adviser, Ho Brandt, condemned the pact and said Selkirk would send ships.",
        "Selkirk would send ships",
        "Ho Brandt"
    )]
    [InlineData("en", "Falk met the crew and warned that the ferry sails.", "the ferry sails", "@falk")]
    [InlineData("en", "The port office closed its gates and announced that the ferry sails.", "the ferry sails", "port office")]
    [InlineData("en", "The crew slept and Falk said the ferry sails.", "the ferry sails", "@falk")]
    public void Parties_OfTheSecondOfTwoVerbs_AreTheSubjectOfTheFirst(string language, string paragraph, string exact, string expected) =>
        Assert.Equal(expected, In(language, paragraph, exact));

    [Theory]
    [InlineData(
        "Velmar's sea adviser, Ho Brandt, condemned the pact and said Selkirk would send ships.",
        "Selkirk would send ships",
        "said"
    )]
    [InlineData("Falk met the crew and warned that the ferry sails.", "the ferry sails", "warned")]
    [InlineData("The port office praised the crew and announced that the ferry sails.", "the ferry sails", "announced")]
    [InlineData("Falk condemned the pact and left.", "condemned the pact", null)]
    public void CitesBy_OfTheSecondOfTwoVerbs_IsTheOneThatGoverns(string paragraph, string exact, string? by) =>
        Assert.Equal(by, Proposal("en", paragraph, exact, []).CitesBy);
}
