using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>Invented articles of 400 to 500 words, in words of our own, that tell most claims of the shipped casebook.</summary>
internal static class ShortArticles
{
    /// <summary>In long sentences, as an agency writes.</summary>
    public static readonly ArticleText Report = Of(
        """
        Putin and Kim seal a partnership that worries half of Asia

        Russian President Vladimir Putin signed a comprehensive partnership treaty with North Korean leader Kim Jong Un in
        Pyongyang on Wednesday, on his first visit to the isolated country in 24 years.

        The treaty says that if either country is attacked, the other will provide assistance without delay, a clause that
        recalls the alliance which the Soviet Union and North Korea concluded in 1961.

        Putin landed shortly before 3 a.m. on June 19, hours behind schedule, and was embraced by Kim at the airport before
        a guard of honour and crowds with flowers welcomed him on Kim Il Sung Square. He gave his host a second Aurus
        limousine, a dagger and a tea set, and received busts of himself in return.

        At the talks Putin thanked Kim for his consistent support of Russian policy, including in Ukraine, where Moscow has
        fought a war of aggression since it invaded its neighbour in February 2022.

        Washington and Seoul believe that North Korea has shipped artillery shells and dozens of ballistic missiles to
        Russia, which is short of ammunition after two years of fighting. South Korea’s defence minister counted at least
        10,000 containers that could hold nearly five million shells. Both governments deny any transfer of weapons.

        In return Pyongyang is thought to receive food, fuel and hard currency, and analysts fear that Russia may hand over
        technology for spy satellites and submarines, which could speed up its nuclear programme. There is no proof that
        sensitive technology has been transferred so far.

        In March Russia vetoed the renewal of a panel of experts that had monitored the United Nations sanctions against
        North Korea for 15 years. Putin said that both countries would build a payment system outside of Western control and
        would resist sanctions, which he called illegal.

        Kim described the relationship as an alliance and said that it would help to create a multipolar world, free of the
        hegemony of the United States.

        The White House said that the deepening cooperation should be of concern to anyone who wants peace on the Korean
        peninsula. Japan protested, South Korea announced that it would reconsider sending weapons to Kyiv, and NATO
        Secretary General Jens Stoltenberg warned of Russian help for the missile programme. China, the most important
        partner of both, did not comment on the treaty.

        A day before the visit some 20 to 30 North Korean soldiers had crossed the military demarcation line for a short
        time and withdrew after warning shots from the South.

        Whether the friendship will outlast the war is doubtful. Soviet soldiers put the Kim family in power after 1945, but
        Moscow ended its aid when the Soviet Union collapsed, and a former diplomat in Seoul speaks of a marriage of
        convenience between two states that have few other friends.

        From Pyongyang Putin flew on to Hanoi, the second stop of a tour that is meant to show that he is not isolated.
        """
    );

    /// <summary>In short sentences, as a tabloid does, with people who speak.</summary>
    public static readonly ArticleText Plain = Of(
        """
        Two outcasts and a treaty

        Vladimir Putin came late. His plane did not touch down in Pyongyang until 2.46 a.m. on Wednesday, and Kim Jong Un
        waited alone on a red carpet. It was the Kremlin chief’s first trip to North Korea since 2000.

        By noon the city was on its feet. Soldiers on horseback, balloons and children lined the square. Then the two men
        drove off in a Russian limousine, a gift from Putin. Kim gave him two hunting dogs.

        What they signed is called a strategic partnership. Its fourth article obliges each side to give military aid by all
        means if the other is invaded. Kim called it the strongest treaty ever signed between the two. “It is not quite the
        pact of 1961,” said Andrei Lankov, who teaches in Seoul. “But it comes close.”

        Putin praised his host for unwavering support of what he calls the special military operation in Ukraine. The
        Kremlin needs shells, and Kim has plenty of them. American officials say that more than 11,000 containers of
        munitions have gone to Russia by ship and rail since September. Pyongyang has never admitted it.

        The North needs almost everything else. Russian flour and oil already arrive by train, and workers may follow.
        Whether Moscow will pay with rocket technology is unclear. “I would not rule it out,” said a retired general in
        Tokyo. Nuclear knowledge, he thinks, is what Putin would give last.

        Sanctions bind both of them. In spring Moscow used its veto in the Security Council to stop the experts who watched
        over those on North Korea. Nobody now counts the tankers. Putin wants trade in roubles, safe from the dollar, and
        speaks of a just world order without American dictates.

        Seoul is alarmed. It called the treaty absurd and may now send arms to Ukraine. Tokyo has grave concerns, and the
        State Department said no country should give Putin a platform. NATO’s Jens Stoltenberg warned that autocrats are
        closing ranks. Beijing keeps silent, but can hardly be pleased.

        It is also nervous at the border. On Tuesday about two dozen North Korean soldiers stepped over the line. They went
        back when the South fired into the air. Several were hurt by mines.

        Moscow and Pyongyang have been here before. Stalin installed Kim’s grandfather, and Soviet money kept the North
        alive until 1991. After that Russia even voted for sanctions. “These two use each other,” said Lankov. “When the war
        ends, the love will cool.” Other experts expect a longer bond, since neither has anywhere else to go.

        On Thursday Putin was in Vietnam, where he was received with 21 shots. In May he had been in Beijing.
        """
    );

    // A paragraph ends at an empty line.
    private static ArticleText Of(string printed) =>
        ArticleText.From(printed.ReplaceLineEndings("\n").Replace("\n\n", "¶").Replace('\n', ' ').Replace('¶', '\n'));
}
