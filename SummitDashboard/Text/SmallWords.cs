using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>What a small word does in a sentence; one may do several things.</summary>
[Flags]
public enum WordRoles
{
    None = 0,

    /// <summary>A noun follows: articles, possessives.</summary>
    Determiner = 1,

    /// <summary>Stands for somebody, or for anybody.</summary>
    Pronoun = 2,
    Helping = 4,

    /// <summary>Helps a verb of which the subject is done to.</summary>
    Passive = 8,

    /// <summary>Begins a clause that hangs on another.</summary>
    Opening = 16,
    Joining = 32,
    Preposition = 64,

    /// <summary>Binds what follows to the noun before it.</summary>
    Binding = 128,
    Adverb = 256,
}

/// <summary>
/// Small words of a language by what they do in a sentence, as far as that can be told without a grammar: where somebody’s name may begin,
/// and where words may be cut. Of languages without a list nothing is known, and nothing is concluded.
/// </summary>
public sealed class SmallWords
{
    // Of each language a line for each role, by its letter; a line that is set in goes on.
    private const string Table = """
        en
        D the a an this that these those his her its their our my your every each no both all several some many most
        N i he she it we they you him her them me us who which what this that these those one nobody everybody somebody people
          others some many none all both nothing
        H has have had does do did will would can could may might must shall should cannot
        P is are was were be been being
        O that which who whom whose when while where because although though if unless since whether why how until as
        J and or but nor
        R in on at by for from with about against after before during into onto over under through between among amid across around
          near beyond within without toward towards like despite than per via
        B of to
        A also later then now still already never often repeatedly again yesterday today meanwhile once soon even only not just
          there here however earlier himself herself itself themselves
        de
        D der die das den dem des ein eine einen einem einer eines sein seine ihr ihre ihren unser unsere dieser diese dieses jener
          jene kein keine mehrere einige viele alle beide
        N ich er sie es wir ihr man der die das wer was jemand niemand alle viele einige manche andere
        H hat haben hatte hatten habe hätte hätten könne könnten wolle solle müsse dürfe will wollen kann können konnte soll
          sollen sollte muss müssen darf mag
        P wird werden wurde wurden worden ist sind war waren sei seien
        O dass welcher welches wenn weil obwohl während wo wer was warum wie ob bevor nachdem damit als denn
        J und oder aber sondern doch
        R in im am an auf aus bei beim mit nach seit vor zu zum zur über unter zwischen gegen für durch ohne um bis wegen trotz
        B von vom der des
        A auch später dann jetzt noch schon nie oft wieder gestern heute danach zuvor zudem außerdem dabei dagegen nun nicht so selbst
        fr
        D le la les l un une des du au aux ce cet cette ces son sa ses leur leurs notre nos plusieurs quelques chaque aucun
        N je il elle on nous vous ils elles qui ce cela celui celle ceux certains tous rien personne
        H a ont avait avaient peut peuvent pourrait doit va vont
        P est sont était étaient été être sera fut
        O qui que qu dont où quand lorsque comme si parce puisque tandis alors quoique
        J et ou mais ni
        R à en dans sur sous avec sans pour par contre depuis pendant entre vers chez après avant lors
        B de du des d
        A aussi ensuite déjà encore jamais souvent hier puis ne pas
        es
        D el la los las un una unos unas su sus este esta estos estas ese esa nuestro nuestra varios varias algunos algunas ambos
        N yo él ella ello nosotros ellos ellas quien quienes esto eso uno alguien nadie algunos muchos otros todos se
        H ha han había habían puede pueden podría debe va van
        P es son era eran fue fueron sido ser está están estaba
        O que quien quienes cual cuales cuyo cuando donde como si porque aunque mientras
        J y e o u pero ni sino
        R a al en con sin por para contra desde durante entre hacia hasta sobre tras ante bajo
        B de del
        A también después luego ya todavía nunca ayer hoy además no
        pt
        D o a os as um uma uns umas seu sua seus suas este esta esse essa vários várias alguns algumas ambos
        N eu ele ela nós eles elas quem isto isso alguém ninguém alguns muitos outros todos se
        H tem têm havia pode podem poderia deve vai vão
        P é são era eram foi foram sido ser está estão
        O que quem cujo quando onde como se porque embora enquanto
        J e ou mas nem
        R em no na nos nas com sem por pelo pela para contra desde durante entre até sobre após ao à
        B de do da dos das
        A também depois já ainda nunca ontem hoje não
        it
        D il lo la i gli le l un uno una suo sua suoi sue loro questo questa questi queste alcuni alcune diversi
        N io lui lei egli ella noi essi loro chi ciò questo quello qualcuno nessuno alcuni molti altri tutti si
        H ha hanno aveva avevano può possono potrebbe deve va vanno
        P è sono era erano fu furono stato stata essere viene
        O che chi cui quando dove come se perché mentre sebbene
        J e ed o ma né
        R a al alla in nel nella con su sul sulla per tra fra da dal dalla contro durante dopo prima senza verso
        B di del della dei degli delle dello d
        A anche poi già ancora mai ieri oggi inoltre non
        ru
        D его её ее их свой своя свои наш этот эта эти тот те все оба несколько многие
        N я он она оно мы вы они кто что это тот те все некоторые многие никто
        H может могут должен должны
        P был была было были будет будут быть
        O что который которая которое которые кто когда где если чтобы потому хотя пока как ли
        J и или но а
        R в во на с со к ко о об от до из за под над по при про без для между через после перед против около у
        A также потом затем уже еще ещё никогда вчера сегодня снова не
        """;

    private const string Letters = "DNHPOJRBA"; // in the order of the roles

    private static readonly FrozenDictionary<string, FrozenDictionary<string, WordRoles>> Lists = Read();

    private static readonly FrozenDictionary<string, WordRoles> None = FrozenDictionary<string, WordRoles>.Empty;

    private readonly FrozenDictionary<string, WordRoles> roles;

    private SmallWords(FrozenDictionary<string, WordRoles> roles, bool hasCapitals) => (this.roles, HasCapitals) = (roles, hasCapitals);

    /// <summary>True where every noun has a capital.</summary>
    public bool HasCapitals { get; }

    /// <summary>True where nothing is known of the language.</summary>
    public bool IsEmpty => roles.Count == 0;

    /// <summary>Those of a language (BCP 47).</summary>
    public static SmallWords Of(string? language) =>
        language?.Split('-')[0].ToLowerInvariant() is { } its ? new(Lists.GetValueOrDefault(its, None), its == "de") : new(None, false);

    /// <summary>What a word does, as it is printed; what is all in capitals is a name (“US”, “WHO”).</summary>
    public WordRoles this[string printed] =>
        printed.Length > 1 && printed.All(char.IsUpper) ? WordRoles.None
        : roles.TryGetValue(printed.ToLowerInvariant(), out var its) ? its
        : WordRoles.None;

    /// <summary>True where it does any of these.</summary>
    public bool Is(string printed, WordRoles any) => (this[printed] & any) != 0;

    private static FrozenDictionary<string, FrozenDictionary<string, WordRoles>> Read()
    {
        var all = new Dictionary<string, Dictionary<string, WordRoles>>();
        Dictionary<string, WordRoles> its = [];
        foreach (var line in Table.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 1)
                all[words[0]] = its = [];
            else
                foreach (var word in words[1..])
                    its[word] = its.GetValueOrDefault(word) | (WordRoles)(1 << Letters.IndexOf(words[0], StringComparison.Ordinal));
        }
        return all.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary());
    }
}
