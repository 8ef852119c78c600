using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>A language is told by script and small words, and where it is not plain nothing is said.</summary>
public sealed class LanguageGuessTests
{
    [Theory, InlineData("en", "It is a good day for the island, said the mayor, who had promised the crossing before the election.")]
    [InlineData("de", "Es ist ein guter Tag für die Insel, sagte der Bürgermeister, der die Fähre vor der Wahl versprochen hatte.")]
    [InlineData("fr", "C’est un beau jour pour l’île, a dit le maire, qui avait promis la traversée avant les élections dans la ville.")]
    [InlineData("es", "Es un buen día para la isla, dijo el alcalde, que había prometido el cruce antes de las elecciones.")]
    [InlineData("it", "È un bel giorno per l’isola, ha detto il sindaco, che aveva promesso la traversata prima delle elezioni.")]
    [InlineData("ru", "Это хороший день для острова, сказал мэр, который обещал переправу до выборов, и он не ждал столько людей.")]
    [InlineData(
        "uk",
        "Це добрий день для острова, сказав мер, який обіцяв переправу до виборів, і він не чекав, що буде так багато людей."
    )]
    [InlineData(
        "da",
        "Det er en god dag for øen, sagde borgmesteren, som havde lovet færgen før valget, "
            + "og som nu håber, at der bliver meget ud af det efter de mange år."
    )]
    [InlineData(
        "nb",
        "Det er en god dag for øya, sa ordføreren, som hadde lovet fergen før valget, "
            + "og som nå håper at det blir mye ut av det etter de mange årene."
    )]
    [InlineData("bg", "Това е добър ден за острова, каза кметът, който обеща ферибота преди изборите, и той се надява да има повече хора.")]
    [InlineData("sr", "Ово је добар дан за острво, рекао је градоначелник, који је обећао трајект пре избора, и нада се да ће бити људи.")]
    [InlineData("ko", "\u1109\u1165\u11B7\u110B\u1166 \u110C\u1169\u11C2\u110B\u1173\u11AB \u1102\u1161\u11AF")]
    [InlineData("ko", "섬에 좋은 날이라고 시장이 말했다.")]
    [InlineData("ja", "島にとって良い日だと市長は話した。")]
    [InlineData("zh", "市长说，这对岛上来说是个好日子。")]
    [InlineData("ar", "قال رئيس البلدية إن هذا يوم جيد في الجزيرة التي كان قد وعد بها على الناس من قبل")]
    [InlineData("el", "Είναι μια καλή μέρα για το νησί.")]
    public void Of_ATextInALanguage_NamesIt(string tag, string text) => Assert.Equal(tag, LanguageGuess.Of(text)?.Tag);

    [Theory, InlineData(""), InlineData("12 34"), InlineData("Sandholm"), InlineData("lorem ipsum dolor")]
    public void Of_WhatIsNotPlain_IsNothing(string text) => Assert.Null(LanguageGuess.Of(text));
}
