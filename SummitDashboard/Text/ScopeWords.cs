using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>
/// Words of a language without which those behind them say something else: what denies or doubts a clause, what belongs to a number, and
/// adverbs of degree. Of languages without a list nothing is known, and nothing is concluded.
/// </summary>
public sealed class ScopeWords
{
    // Of each language: N denies or leaves open what follows; E denies what stands before it; C begins the clause that is denied; T turns
    // to another; J goes on with a list of what is denied; Q belongs to a quantity; B does before a number; G is of degree; U counts; V
    // says that somebody believes what follows; I begins a condition; R stands within a range; M says that few do something. A line that
    // is set in goes on.
    private const string Table = """
        en
        N no, not, never, without, nobody, no one, none, nothing, nowhere, neither, nor, cannot, hardly, scarcely, barely,
          don't, doesn't, didn't, isn't, aren't, wasn't, weren't, won't, wouldn't, can't, couldn't, hasn't, haven't, hadn't, shouldn't,
          denied, denies, deny, denying, denial*, rejected, rejects, refused, refuses, refuse, failed to, fails to, fail to, whether,
          doubt*, unproven, unconfirmed, declined to, declines to, unable to, dismissed, dismisses, rule out, rules out, ruled out
        C that, whether, if
        T but
        J or, nor
        Q at least, at most, more than, less than, fewer than, no more than, no less than, no fewer than, up to, nearly, almost, only,
          as many as, as much as, roughly, approximately, well over, just over, just under
        B about, around, some, over, under, above, below, between, another, every, half
        G very, gravely, deeply, highly, seriously, extremely, too, so, increasingly, largely, partly, mainly, mostly, particularly,
          especially, fairly, rather, quite, strongly, greatly, significantly, slightly, somewhat, merely, just, completely, fully, totally,
          entirely, wholly, utterly, profoundly, severely, badly, virtually, practically, even
        U one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, sixty, seventy,
          eighty, ninety, dozen, dozens, hundred, hundreds, thousand, thousands, million, millions, billion, billions, trillion, percent
        V believe, believes, believed, think, thinks, thought, suspect, suspects, suspected, assume, assumes, assumed, expect, expects,
          expected, hope, hopes, hoped, claim, claims, claimed, allege, alleges, alleged, presume, presumes, presumed,
          supposed to, scheduled to, meant to
        I if, unless, whether
        R to, and, or
        M few, not all, not every
        de
        N nicht, kein*, nie, niemals, ohne, niemand*, nichts, weder, kaum, bestritt*, bestreit*, dementier*, ob, bezweifel*,
          zweifel*, leugne*, weiger*, verweiger*
        E nicht, nie, niemals
        C dass, ob
        T aber, sondern, doch
        J oder, noch
        Q mindestens, höchstens, mehr als, weniger als, bis zu, fast, nahezu, beinahe, nur, lediglich, rund, etwa, ungefähr, knapp, circa
        B über, unter, um die, an die, gut, zwischen
        G sehr, zutiefst, äußerst, höchst, zu, besonders, teilweise, weitgehend, völlig, vollständig, ganz, ziemlich, recht, stark, schwer
        U ein, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig, dutzend, hundert, hunderte, tausend, tausende,
          million, millionen, milliarde, milliarden, prozent
        V glaub*, vermut*, annehm*, hoff*, erwarte*, meint, meinen, meinte, meinten, behaupte*
        I wenn, falls, sofern, ob
        R bis, und, oder
        M wenige
        fr
        N ne, n'*, pas, jamais, sans, aucun, aucune, ni, nie, nient, nié, démenti, dément, doute, doutent,
          exclut, exclu, refuse, refusé
        C que, si
        T mais
        J ou, ni
        Q au moins, au plus, plus de, plus d'*, moins de, jusqu'à, presque, près de, seulement, quelque, environ
        B entre, autour de
        G très, gravement, profondément, hautement, extrêmement, trop, si, particulièrement, surtout, assez, plutôt, fortement, totalement,
          entièrement, partiellement
        U un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, vingt, trente, cent, cents, mille, million, millions,
          milliard, milliards
        V croit, croient, croyait, pense, pensent, pensait, espère, espèrent, craint, craignent, suppose, supposent, soupçonne*
        R à, et, ou
        M peu de
        es
        N no, nunca, jamás, sin, ningún, ninguna, ninguno, ni, nadie, nada, tampoco, negó, niega, niegan, negaron, apenas, duda, dudan,
          dudó, descarta, descartó, descartan, rechaza, rechazó
        C que, si
        T pero, sino
        J o, u, ni
        Q al menos, por lo menos, como máximo, más de, menos de, hasta, casi, solo, sólo, solamente, cerca de, alrededor de, unos, unas
        B entre, otros
        G muy, gravemente, profundamente, altamente, extremadamente, demasiado, tan, especialmente, bastante, totalmente, parcialmente
        U un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, veinte, treinta, cien, cientos, mil, miles, millón,
          millones
        V cree, creen, creía, piensa, piensan, sospecha, sospechan, supone, suponen, espera, esperan, teme, temen
        R a, y, o
        M pocos, pocas
        pt
        N não, nunca, jamais, sem, nenhum, nenhuma, nem, ninguém, nada, negou, nega, negam, negaram
        C que, se
        T mas
        J ou, nem
        Q pelo menos, ao menos, no máximo, mais de, menos de, até, quase, só, apenas, somente, cerca de, uns
        B entre, outros
        G muito, gravemente, profundamente, altamente, extremamente, demasiado, tão, especialmente, bastante, totalmente, parcialmente
        U um, dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, vinte, trinta, cem, mil, milhão, milhões, bilhões
        V acredita, acreditam, pensa, pensam, suspeita, suspeitam, supõe, supõem, espera, esperam, teme, temem
        R a, e, ou
        M poucos, poucas
        it
        N non, mai, senza, nessun, nessuna, nessuno, né, nulla, niente, neanche, nega, negano, negato, smentito, smentisce
        C che, se
        T ma, bensì
        J o, né
        Q almeno, al massimo, più di, meno di, fino a, quasi, solo, soltanto, circa
        B tra, fra, oltre, altri
        G molto, gravemente, profondamente, altamente, estremamente, troppo, così, soprattutto, piuttosto, totalmente, parzialmente
        U un, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, venti, trenta, cento, mille, mila, milione, milioni,
          miliardo, miliardi
        V crede, credono, pensa, pensano, sospetta, sospettano, suppone, suppongono, spera, sperano, teme, temono
        R a, e, o
        M pochi, poche
        ru
        N не, нет, ни, никогда, без, никто, ничего, ничто, нельзя, нигде, никак*, вряд ли, едва ли, опроверг*, отрица*,
          сомнева*, исключил*, исключа*
        C что, чтобы
        T но, однако
        J или, ни
        Q не менее, не более, не меньше, не больше, по меньшей мере, более, менее, больше, меньше, свыше, до, почти, только, лишь, около,
          примерно
        B порядка, между
        G очень, серьезно, серьёзно, глубоко, крайне, весьма, слишком, особенно, довольно, полностью, частично, сильно
        U один, два, две, три, четыре, пять, шесть, семь, восемь, девять, десять, сто, тысяча, тысячи, тысяч, миллион, миллиона, миллионов,
          миллиард, миллиарда, миллиардов
        V считает, считают, полагает, полагают, думает, думают, надеется, надеются, подозревает, подозревают, опасается, опасаются
        R до, и, или
        M мало кто, немногие
        ko
        N 안, 못
        E 않*, 없*, 아니*, 못하*, 못했*
        Q 최소, 최대, 적어도, 거의, 약, 불과
        G 매우, 아주, 심각하게, 특히, 너무
        zh
        N 没有, 没, 不, 未, 无, 并未, 从未, 尚未, 不会, 不能, 不是, 并非, 无法, 否认, 是否
        T 但, 但是, 而是
        J 或, 或者
        Q 至少, 至多, 最多, 超过, 不到, 近, 将近, 几乎, 仅, 只, 约, 大约
        G 非常, 十分, 严重, 极其, 特别, 深表
        ja
        E ない, なかっ*, ません, ませ*
        Q 少なくとも, 最大, 約, およそ, ほぼ, わずか
        G 非常に, 極めて, 深く, 特に, とても
        ar
        N لم, لن, لا, ليس, ليست, دون, بدون, نفى, نفت, ينفي, تنفي
        C أن, إن
        T لكن, بل
        J أو, ولا
        Q على الأقل, أكثر من, أقل من, ما يصل إلى, حوالي, نحو, فقط
        """;

    private static readonly FrozenDictionary<string, ScopeWords> Lists = Read();

    private static readonly ScopeWords None = new([]);

    private readonly Dictionary<char, string[]> lists;
    private readonly FrozenSet<string> clauses;
    private readonly FrozenSet<string> turns;
    private readonly FrozenSet<string> alternatives;
    private readonly FrozenSet<string> numbers;
    private readonly FrozenSet<string> conditions;
    private readonly FrozenSet<string> ranges;
    private readonly FrozenSet<string> degrees;
    private readonly FrozenSet<string> negators;

    private ScopeWords(Dictionary<char, string[]> lists)
    {
        this.lists = lists;
        (clauses, turns, alternatives, numbers) = (Set('C'), Set('T'), Set('J'), Set('U'));
        (conditions, ranges, degrees, negators) = (Set('I'), Set('R'), Set('G'), Set('N'));
    }

    /// <summary>Words and phrases that deny what follows in their clause, or leave it open.</summary>
    public IReadOnlyList<string> Negators => Of('N');

    /// <summary>Words that deny what stands before them.</summary>
    public IReadOnlyList<string> Endings => Of('E');

    /// <summary>Words and phrases that belong to the quantity behind them.</summary>
    public IReadOnlyList<string> Quantifiers => Of('Q');

    /// <summary>The same where a number follows, and otherwise small words as others.</summary>
    public IReadOnlyList<string> BeforeNumbers => Of('B');

    /// <summary>Adverbs of degree.</summary>
    public IReadOnlyList<string> Degrees => Of('G');

    /// <summary>Verbs that say that somebody believes what follows.</summary>
    public IReadOnlyList<string> Beliefs => Of('V');

    /// <summary>What says that few of many do what follows.</summary>
    public IReadOnlyList<string> Minorities => Of('M');

    /// <summary>Those of a language (BCP 47).</summary>
    public static ScopeWords Of(string? language) =>
        language?.Split('-')[0].ToLowerInvariant() is { } its ? Lists.GetValueOrDefault(its, None) : None;

    /// <summary>True for a word that begins the clause that a denial is of: “no proof that”.</summary>
    public bool BeginsClause(string printed) => clauses.Contains(printed.ToLowerInvariant());

    /// <summary>True for a word behind which a denial no longer holds: “not one but”.</summary>
    public bool Turns(string printed) => turns.Contains(printed.ToLowerInvariant());

    /// <summary>True for a word that goes on with what is denied: “or”.</summary>
    public bool IsAlternative(string printed) => alternatives.Contains(printed.ToLowerInvariant());

    /// <summary>True for a number in digits or in words.</summary>
    public bool IsNumber(string printed) => char.IsDigit(printed[0]) || numbers.Contains(printed.ToLowerInvariant());

    /// <summary>True for a verb that says that somebody believes what follows.</summary>
    public bool IsBelief(string printed) => Has(Beliefs, printed);

    /// <summary>True for a word that says that few of many do what follows.</summary>
    public bool IsMinority(string printed) => Has(Minorities, printed);

    /// <summary>True for a word that begins a condition: “if”.</summary>
    public bool IsCondition(string printed) => conditions.Contains(printed.ToLowerInvariant());

    /// <summary>True for what stands between the numbers of a range: “20 to 30”.</summary>
    public bool IsRange(string printed) => ranges.Contains(printed.ToLowerInvariant());

    /// <summary>True for an adverb of degree.</summary>
    public bool IsDegree(string printed) => degrees.Contains(printed.ToLowerInvariant());

    /// <summary>True for one word that denies or leaves open what follows.</summary>
    public bool IsNegator(string printed) => negators.Contains(printed.ToLowerInvariant().Replace('’', '\''));

    private static bool Has(IEnumerable<string> list, string printed) =>
        list.Any(w =>
            w.EndsWith('*')
                ? printed.StartsWith(w[..^1], StringComparison.OrdinalIgnoreCase)
                : printed.Equals(w, StringComparison.OrdinalIgnoreCase)
        );

    private string[] Of(char letter) => lists.GetValueOrDefault(letter, []);

    private FrozenSet<string> Set(char letter) => Of(letter).ToFrozenSet();

    private static FrozenDictionary<string, ScopeWords> Read()
    {
        var all = new Dictionary<string, Dictionary<char, string[]>>();
        Dictionary<char, string[]> its = [];
        foreach (var line in Table.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'))
            if (line.Contains(' ', StringComparison.Ordinal))
                its[line[0]] = line[1..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            else
                all[line] = its = [];
        return all.ToFrozenDictionary(l => l.Key, l => new ScopeWords(l.Value));
    }
}
