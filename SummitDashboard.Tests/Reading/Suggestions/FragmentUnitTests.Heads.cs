namespace SummitDashboard.Tests.Reading.Suggestions;

/// <content>What hangs on words before it is proposed with them.</content>
public sealed partial class FragmentUnitTests
{
    [Theory]
    [InlineData(
        "en",
        "In return, Velmar is said to receive flour, oil and hard currency, which its battered economy badly needs.",
        "Does Velmar get oil, currency, economy?",
        "^Velmar is said to receive flour, oil and hard currency"
    )]
    [InlineData(
        "en",
        "The port appears to have bought timber, copper and fine glass in large amounts.",
        "Timber, copper, glass bought?",
        "^(The )?port appears to have bought"
    )]
    [InlineData(
        "en",
        "On Monday the islands were believed to hold old shells, mines and long guns.",
        "Shells, mines and guns held?",
        "islands were believed to hold"
    )]
    [InlineData(
        "en",
        "The northern league is likely to send rice, salt and dried fish to the town.",
        "Rice, salt and fish?",
        "^(The )?northern league is likely to send"
    )]
    [InlineData(
        "en",
        "He said to the northern league that rice, salt and dried fish were sold in town.",
        "Rice, salt and fish sold?",
        "rice, salt and dried fish were sold"
    )]
    [InlineData("de", "Velmar soll dafür Mehl, Öl und harte Währung erhalten haben.", "Mehl, Öl, Währung?", "^Velmar soll")]
    [InlineData(
        "en",
        "Analysts expect the ferry to sink, and the crew is expected to swim to the pier.",
        "Crew swim pier?",
        "crew is expected to swim"
    )]
    [InlineData(
        "en",
        "Selkirk is reported to have lost nine ferries, two tugs and a yacht since the storm.",
        "Ferries, tugs and yacht lost?",
        "Selkirk is reported to"
    )]
    [InlineData(
        "en",
        "In return, Velmar is said to receive flour, oil and hard currency, which its battered economy badly needs.",
        "Flour for Velmar?",
        "^Velmar is said to receive flour, oil and hard currency$"
    )]
    [InlineData(
        "en",
        "The captains left for the islands, and the town, flour and oil apart, was empty.",
        "Captains left for islands?",
        "captains left for the islands"
    )]
    [InlineData(
        "en",
        "In the thick fog, ferries and boats sank off the port of Rask.",
        "Ferries sank off Rask?",
        "ferries and boats sank|thick fog"
    )]
    public void Fragment_OfWhatSomebodyIsSaidToDo_HasWhoAndThatItIsSaid(string language, string printed, string asked, string expected)
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }

    [Theory]
    [InlineData(
        "en",
        "Ann Park argued that the friendship is a marriage of convenience that would probably fade once the fighting ends.",
        "Convenience fade?",
        "marriage of convenience that would probably fade|^$"
    )]
    [InlineData(
        "en",
        "He praised the old master of a town that had lost its ferries in the storm.",
        "Town lost ferries?",
        "master of a town that had lost|^$"
    )]
    [InlineData(
        "en",
        "It has become a symbol of friendship which may outlast both men there.",
        "Friendship outlast men?",
        "symbol of friendship which may outlast|^$"
    )]
    [InlineData("en", "They asked for the renewal of a panel of experts in Velmar.", "Panel of experts?", "panel of experts")]
    [InlineData(
        "en",
        "The war goes on after the invasion of Rask in 2022, which Mr Lim has described as a sacred struggle.",
        "Sacred struggle of Lim?",
        "^(?!2022)"
    )]
    public void Fragment_OfANounWithAnother_BeginsBeforeTheFirstWhereMoreIsSaidOfIt(
        string language,
        string printed,
        string asked,
        string expected
    )
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }

    [Theory]
    [InlineData(
        "en",
        "Nine boats were sold through the port of Rask, according to her office, while Selkirk sent back some 30 crates of fish.",
        "Did Selkirk send back crates, office?",
        "^Selkirk sent back|^Nine boats were sold through the port of Rask, according to her office$|^some 30 crates"
    )]
    [InlineData(
        "en",
        "The mayor was praised in the town hall, while Velmar sold three old ferries to the islands.",
        "Town hall, ferries sold by Velmar?",
        "^(?!.*hall, while)"
    )]
    [InlineData(
        "en",
        "Falk went home with the northern envoy, whereas Lim waited for the crew until noon.",
        "Envoy, crew waited, noon?",
        "^(?!.*envoy, whereas)"
    )]
    [InlineData("en", "Falk went home, while Lim waited for the crew.", "Falk home, Lim waited for crew?", ".")]
    public void Fragment_OfTwoMainClauses_IsOfOne(string language, string printed, string asked, string expected)
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }

    [Theory]
    [InlineData(
        "en",
        "Velmar's port minister, Ivo Brandt, said last week that at least 30 boats had gone from Velmar to Selkirk.",
        "Brandt: how many boats gone?",
        "^(Velmar.s port minister, Ivo Brandt, said last week that )?at least 30 boats had gone"
    )]
    [InlineData(
        "en",
        "Ann Park, a spokeswoman for the Sea Guard, warned the crew of rising water in the northern harbour.",
        "Sea Guard spokeswoman warned crew?",
        "^(Ann Park, a spokeswoman|$)"
    )]
    [InlineData(
        "en",
        "The league's secretary, Jo Falk, told them that old friends in authoritarian states were helping to prolong the war.",
        "States helping prolong war?",
        "(?<!authoritarian )^(old friends|The league|league)"
    )]
    [InlineData("en", "The ferries were late, Jo Falk, the captain, said of the storm.", "Falk, captain: ferries late?", ".")]
    [InlineData(
        "en",
        "South Velmar's national security adviser, Ho Brandt, condemned the treaty and left for home.",
        "Security adviser of Velmar?",
        "^(?!South Velmar's national security adviser$)"
    )]
    public void Fragment_OfASubjectWithAnAside_DoesNotBeginInIt(string language, string printed, string asked, string expected)
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }

    [Theory]
    [InlineData(
        "en",
        "Lim said the deep tie was \"something that should concern everyone\" at sea.",
        "Should concern everyone?",
        "\"something that should concern everyone\""
    )]
    [InlineData(
        "en",
        "Falk called the plan \"a promise which binds nobody\" in the league.",
        "Binds nobody, promise?",
        "a promise which binds nobody|^$"
    )]
    [InlineData(
        "en",
        "Ann Park said it was \"one of those deals that outlive their makers\" there.",
        "Outlive makers?",
        "\"one of those deals that outlive their makers\"|those deals that"
    )]
    [InlineData("en", "Falk said on Monday that \"that ferry will sail again\" in May.", "Ferry sail again?", "that ferry will sail")]
    public void Fragment_OfAQuotation_BeginsWithWhatItsClauseHangsOn(string language, string printed, string asked, string expected)
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }

    [Theory]
    [InlineData(
        "en",
        "It was Mr Falk's first trip to the country in 24 years.",
        "Trip in 24 years, country?",
        "first trip to the country in 24 years"
    )]
    [InlineData(
        "en",
        "The mayor had sent old shells to the port of Rask in the spring.",
        "Port of Rask in spring?",
        "^(?!the port of Rask in|port of Rask in)"
    )]
    [InlineData("en", "That winter saw the first voyage through the strait for ten years.", "Strait, ten years?", "^(?!the strait for)")]
    [InlineData(
        "en",
        "The pact is faced with wide sanctions and isolation due to its long war in Rask.",
        "War in Rask?",
        "its long war in Rask|^$"
    )]
    public void Fragment_OfTwoThingsOfPlaceAndTime_IsNotTheSecondAlone(string language, string printed, string asked, string expected)
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }

    [Theory]
    [InlineData(
        "en",
        "The wording closely echoes the treaty of 1961 between the two towns, which lapsed after the storm.",
        "Treaty of 1961?",
        "wording closely echoes the treaty of 1961"
    )]
    [InlineData(
        "en",
        "The new pact violates the sanctions of the league, as two captains said.",
        "Sanctions of the league?",
        "pact violates the sanctions"
    )]
    [InlineData(
        "en",
        "In their view the deal would never replace the alliance of the northern ports in war.",
        "Alliance of northern ports?",
        "deal would never replace the alliance"
    )]
    [InlineData("en", "Falk sold the ferries of the port to Lim.", "Ferries of the port?", "ferries of the port")]
    [InlineData(
        "de",
        "Der Wortlaut ähnelt dem Vertrag von 1961, den beide Städte schlossen.",
        "Vertrag von 1961?",
        "ähnelt dem Vertrag von 1961"
    )]
    public void Fragment_OfWhatStandsToSomething_HasItsVerb(string language, string printed, string asked, string expected)
    {
        foreach (var budget in new[] { 5, 10 })
            Assert.Matches(expected, Fragment(printed, asked, language, budget) ?? "");
    }
}
