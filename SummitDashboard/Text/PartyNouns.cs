using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>
/// Nouns of a language by which it is told what kind of party something is: a text is none, a house is one and no person. Of languages
/// without a list nothing is known.
/// </summary>
public sealed class PartyNouns
{
    // Of each language: T a text, or part of one; S a text that is somebody’s word; I a house; P several people; R one of them; K kin. What
    // begins with a hyphen ends a word too.
    private const string Table = """
        en
        T article articles section sections clause clauses paragraph paragraphs chapter provision provisions preamble annex treaty treaties
          agreement agreements accord pact deal law laws act bill constitution charter convention protocol resolution resolutions decree
          document documents text contract memorandum
        S statement statements letter letters communique communiqué declaration announcement message messages post tweet commentary speech
          remarks readout dispatch release
        I ministry office department agency institute commission committee council government administration parliament court bank
          university embassy association organization organisation union company group party army police media service bureau authority
        P officials analysts experts observers sources diplomats aides critics authorities ministers leaders witnesses reporters researchers
          scholars scientists residents advisers lawmakers
        R official analyst expert observer diplomat aide critic minister leader witness reporter researcher scholar scientist adviser
          advisor lawmaker president premier secretary chairman chairwoman chief director envoy ambassador senator governor mayor
          spokesman spokeswoman spokesperson general colonel captain commander professor historian economist journalist correspondent
          coordinator lawyer author activist trader soldier officer defector fellow master
        K father mother son daughter brother sister wife husband widow uncle aunt nephew niece cousin grandfather grandmother grandson
          granddaughter
        de
        T artikel absatz paragraf paragraph klausel kapitel präambel -vertrag -vertrags -abkommen -pakt -gesetz verfassung grundgesetz
          charta konvention protokoll resolution dekret -dokument text
        S -erklärung -mitteilung brief schreiben botschaft rede kommuniqué kommentar
        I -ministerium -amt -behörde -institut -kommission -ausschuss -rat -regierung parlament -gericht -bank universität botschaft
          -verband organisation union -partei armee polizei presse
        P beamte experten beobachter quellen kreise diplomaten berater kritiker behörden minister augenzeugen forscher
        K -vater -mutter -sohn -tochter -bruder -schwester ehefrau ehemann witwe onkel tante neffe nichte enkel
        fr
        T article articles alinéa clause paragraphe chapitre traité accord pacte loi constitution charte convention protocole résolution
          décret document texte
        S déclaration communiqué lettre message discours
        I ministère bureau agence institut commission comité conseil gouvernement parlement cour banque université ambassade armée police
        es
        T artículo artículos párrafo cláusula capítulo tratado acuerdo pacto ley constitución carta convención protocolo resolución decreto
          documento texto
        S declaración comunicado mensaje discurso
        I ministerio oficina agencia instituto comisión comité consejo gobierno parlamento tribunal banco universidad embajada ejército
          policía
        pt
        T artigo artigos parágrafo cláusula capítulo tratado acordo pacto lei constituição convenção protocolo resolução decreto documento
          texto
        S declaração comunicado carta mensagem discurso
        I ministério agência instituto comissão comitê conselho governo parlamento tribunal banco universidade embaixada exército polícia
        it
        T articolo articoli comma paragrafo clausola capitolo trattato accordo patto legge costituzione carta convenzione protocollo
          risoluzione decreto documento testo
        S dichiarazione comunicato lettera messaggio discorso
        I ministero ufficio agenzia istituto commissione comitato consiglio governo parlamento tribunale banca università ambasciata
          esercito polizia
        ru
        T статья статье статьи пункт пункту пункте договор договору договора договоре соглашение соглашению соглашения закон закону
          конституция конституции устав резолюция резолюции указ документ документу документе текст тексту тексте
        S заявление заявлении заявлению письмо письме сообщение послание речь коммюнике
        I министерство министерства агентство агентства институт комиссия комитет совет правительство парламент суд банк университет
          посольство полиция
        """;

    private const int Elided = 4;

    private static readonly FrozenDictionary<string, PartyNouns> Lists = Read();

    private static readonly PartyNouns None = new([]);

    // Names of one land that “and” joins.
    private static readonly FrozenSet<string> Halves =
    [
        .. "herzegovina herzegowina herzégovine tobago barbuda nevis grenadines principe príncipe futuna".Split(' '),
    ];

    private readonly Dictionary<char, FrozenSet<string>> whole = [];
    private readonly Dictionary<char, string[]> ends = [];

    private PartyNouns(Dictionary<char, string[]> lists)
    {
        foreach (var (letter, words) in lists)
        {
            whole[letter] = words.Select(w => w.TrimStart('-')).ToFrozenSet();
            ends[letter] = [.. words.Where(w => w[0] == '-').Select(w => w[1..])];
        }
    }

    /// <summary>Those of a language (BCP 47).</summary>
    public static PartyNouns Of(string? language) =>
        language?.Split('-')[0].ToLowerInvariant() is { } its ? Lists.GetValueOrDefault(its, None) : None;

    /// <summary>True for an article, a clause, a treaty, a law.</summary>
    public bool IsText(string word) => Is('T', word);

    /// <summary>True for a statement, a letter, a speech: somebody’s word.</summary>
    public bool IsStatement(string word) => Is('S', word);

    /// <summary>True for a ministry, an agency, the police.</summary>
    public bool IsHouse(string word) => Is('I', word);

    /// <summary>True for officials, experts, witnesses.</summary>
    public bool IsMany(string word) => Is('P', word);

    /// <summary>True for an official, a researcher, a spokesman: one person.</summary>
    public bool IsTrade(string word) => Is('R', word);

    /// <summary>True for a father, a sister.</summary>
    public bool IsKin(string word) => Is('K', word);

    /// <summary>True for the second half of a name such as “Bosnia and Herzegovina”.</summary>
    public static bool IsHalf(string word) => Halves.Contains(word.ToLowerInvariant());

    private bool Is(char letter, string word)
    {
        var small = word.ToLowerInvariant();
        if (small.IndexOfAny(['\'', '’']) is > 0 and <= Elided and var at)
            small = small[(at + 1)..]; // “l’article”
        return whole.TryGetValue(letter, out var words)
            && (words.Contains(small) || Array.Exists(ends[letter], e => small.EndsWith(e, StringComparison.Ordinal)));
    }

    private static FrozenDictionary<string, PartyNouns> Read()
    {
        var all = new Dictionary<string, Dictionary<char, string[]>>();
        Dictionary<char, string[]> its = [];
        foreach (var line in Table.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 1)
                all[words[0]] = its = [];
            else
                its[line[0]] = words[1..];
        }
        return all.ToFrozenDictionary(l => l.Key, l => new PartyNouns(l.Value));
    }
}
