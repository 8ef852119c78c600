using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>
/// Words that join others, ask, or name no more than what kind of thing is asked for: they say little of what a text is about. The small
/// words by which a language is told are among them, and besides those that several languages share.
/// </summary>
public static class FunctionWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = new Dictionary<string, string>
    {
        ["en"] = """
            a am about after again against all also although am among any because been before being between both can cannot could did do
            does done down during each either else even ever every few further had having he her here him how however i if into it's its
            just let like many may me might more most much must my neither no nor now of off often one only onto or other our out over own
            quite rather said same says shall she should since so some still such than that's them then there these they those though
            through thus too toward towards under until up upon us very via we well what whatever when where whether which while who whom
            whose why will within without would yet you your another others matter matters year number numbers date month
            """,
        ["de"] = """
            aber alle als also am an andere auf aus bei bis da damit dann dass dem denn diese dieser dieses doch durch er es gegen hat hatte
            hier ihr ihre in ist kann kein keine man mehr mit nach noch nur ob oder sehr sein seine sich sie so soll sondern um und unter
            vom vor war was wann warum weil welche welcher welches wenn wer wie wieder wir wird wo worden würde zum zur zwischen
            datum jahr jahre monat tag zahl
            """,
        ["fr"] = """
            a à aussi autre autres avait avec ce ces c'est comme comment d'un d'une dans depuis donc dont elle elles en entre eux fait il
            ils je l'on leurs lors lui n'est nous on où ou par parce pendant plusieurs pourquoi quand quel quelle quelles quels qu'il qui
            quoi sa sans se selon sera si son sont sous sur tous tout toute un vers vous y combien
            an année date jour mois nombre
            """,
        ["es"] = """
            a ante aunque bajo cada cómo con contra cuál cuáles cuándo cuánto cuántos desde donde dónde durante el ella ellos era eran esa
            ese eso esta este esto están había hacia hasta la le les lo muy ni o otra otro otros porque qué quién quiénes si sin sobre son
            también tan tiene tras un unos ya año día fecha mes número
            """,
        ["pt"] = """
            a ainda cada com como contra desde durante ela ele eles entre era essa esse esta este foram há já lhe mesmo nem nos onde ou
            outro porque quais qual quando quanto quantos quê quem se sem ser sobre sua tem também um uma ano data dia mês número
            """,
        ["it"] = """
            a alle anche avere che chi ci come contro cui dalla dove dopo durante e era fra hanno i loro ma nel nella nelle o ogni perché
            per però prima quale quali quando quanti quanto quella questo se senza sia sua sue sul sulla tra tutti un uno anno data giorno
            mese numero
            """,
        ["ru"] = """
            а бы быть будет был была были было в вам во вот все всё вы где да даже для до его ее её если есть еще ещё же за и из или им их
            к как какая какие какой ко когда которая которые который которых кто ли между меня мне много может мы на над нас не него нет ни
            но о об однако он она они оно от очень по под после потому почему при про раз с сам свой своей себя сколько со так также там
            то только тогда тоже у уже хотя чего чем что чтобы чья эта эти это этого этой этом этот я год года дата день месяц число
            """,
        ["ko"] =
            "그리고 그러나 하지만 또는 또한 및 등 이 그 저 것 수 왜 무엇 언제 어디 누가 누구 어떻게 얼마나 어느 어떤 몇 대한 위해 통해 따라",
        ["zh"] =
            "什么 怎么 怎样 为什 么时 时候 哪里 哪些 多少 如何 是否 以及 因为 所以 但是 并且 或者 这个 那个 我们 他们 她们 它们 一个 这些 那些",
        ["ja"] = "です ます でし まし した して いる ある こと もの ため など から まで より これ それ その この なに どこ いつ だれ",
        ["ar"] =
            "أو أي أين إذا إن الا الذين ثم حتى حول حيث ذلك عند غير قبل قد كل كم كما كيف لم لماذا لن له ليس متى منذ نحو هل هو هي و يكون",
    }.ToFrozenDictionary(
        l => l.Key,
        l => l.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Concat(LanguageGuess.SmallWords(l.Key)).ToFrozenSet()
    );

    /// <summary>Those of a language (BCP 47), in small letters; none where they are not known.</summary>
    public static IReadOnlySet<string> Of(string? language) =>
        language is not null && Lists.TryGetValue(language.Split('-')[0], out var words) ? words : LanguageGuess.SmallWords(language);

    /// <summary>True where a word, as it is printed, is one of them; what is all in capitals is a name (“US”, “WHO”).</summary>
    public static bool Has(IReadOnlySet<string> words, string printed) =>
        words.Count > 0
        && !(printed.Length > 1 && printed.All(char.IsUpper))
        && words.Contains(printed.ToLowerInvariant().Replace('’', '\''));
}
