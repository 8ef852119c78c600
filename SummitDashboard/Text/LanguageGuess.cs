using System.Collections.Frozen;
using System.Globalization;

namespace SummitDashboard.Text;

/// <summary>The language that a text seems to be in (BCP 47), and what it is told by, in a sentence.</summary>
public sealed record GuessedLanguage(string Tag, string Evidence);

/// <summary>
/// Tells a text’s language by its script, and where several share one, by their small words. It says nothing where it is not plain.
/// </summary>
public static class LanguageGuess
{
    // So much of a text is enough to tell.
    private const int Enough = 20_000;
    private const int FewestWords = 3;
    private const double Ahead = 1.25;

    // Scripts that one language has nearly for itself. What others write in them is told by an editor.
    private static readonly (int From, int To, string Tag, string Script)[] Scripts =
    [
        (0xAC00, 0xD7A3, "ko", "Hangul"),
        (0x3041, 0x30FF, "ja", "kana"),
        (0x0370, 0x03FF, "el", "Greek letters"),
        (0x0590, 0x05FF, "he", "Hebrew letters"),
        (0x0E01, 0x0E7F, "th", "Thai letters"),
        (0x10A0, 0x10FF, "ka", "Georgian letters"),
        (0x0531, 0x058F, "hy", "Armenian letters"),
        (0x0980, 0x09FF, "bn", "Bengali letters"),
        (0x0B80, 0x0BFF, "ta", "Tamil letters"),
        (0x0C00, 0x0C7F, "te", "Telugu letters"),
        (0x1000, 0x109F, "my", "Burmese letters"),
        (0x1780, 0x17FF, "km", "Khmer letters"),
        (0x1200, 0x137F, "am", "Ethiopic letters"),
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> Small = new Dictionary<string, string>
    {
        ["en"] = "the of and to in that is was for with as on by it from at which are be this has have not were an but his their",
        ["de"] = "der die das und ist nicht mit dem den von zu auf für eine ein des sich auch wird als im bei nach wurde sind werden über",
        ["fr"] = "le la les des et est une dans que qui du pour pas sur avec au par plus ne sont aux ce cette ont été mais leur",
        ["es"] = "el la los las de que y en un una por con para es del se no al su como más fue ha este sus entre pero",
        ["pt"] = "o a os as de que e em um uma por com para é do da não no na se ao dos das como mais foi são seu pelo também",
        ["it"] = "il lo la gli le di che e in un una per con è del della non si al dei nel sono come più da anche ha alla degli",
        ["nl"] = "de het een en van in is dat op te voor met zijn niet aan er ook als bij door naar werd maar om wordt heeft",
        ["sv"] = "och att det som en på är av för med den till inte har de ett om var från vid ska också efter men sig",
        ["da"] =
            "og at det som en på er af for med den til ikke har de et om var fra ved skal også efter men sig blev ud været nogle meget",
        ["nb"] = "og at det som en på er av for med den til ikke har de et om var fra ved skal også etter men seg ble ut vært noen mye",
        ["fi"] = "ja on ei se että oli hän ovat mutta myös kun jos tai joka niin kuin sen mukaan olla vuonna ole",
        ["pl"] = "i w na z że się do nie jest to o jak po od za przez dla oraz które był są przy który także ich",
        ["cs"] = "a v na že se je s z do o to i by pro za jako které který po jsou od byl však také podle",
        ["hu"] = "a az és hogy nem is egy ez volt meg de csak már mint még vagy azt ki el szerint után",
        ["ro"] = "și de la în a cu pe că nu din un o pentru este care mai au fost sau prin după sunt lui",
        ["tr"] = "ve bir bu da de için ile olarak olan daha çok gibi sonra ise kadar en ancak tarafından olduğu",
        ["id"] = "yang dan di dengan untuk dari pada ini itu tidak dalam akan ke adalah juga oleh telah bahwa sebagai",
        ["vi"] = "và của là có trong cho không một các được với đã người những này để tại cũng khi",
        ["ca"] = "el la els les de que i en un una per amb és del no al com més seva ha han també dels",
        ["ru"] = "и в не на что с по как это он к из но а его от за для при было также был до или их",
        ["uk"] = "і в не на що з та як це він до із але його від за для при було також був або їх про у",
        ["bg"] = "и в не на че с по като това той към от но а за при беше също до или са се да е",
        ["sr"] = "и у не на да се је са за од као то он до из али а или су који што би",
        ["ar"] = "في من على إلى أن التي عن الذي هذا مع هذه كان بعد قال وقد ما لا بين",
        ["fa"] = "و در به از که این را با است برای آن یک خود تا کرد شده بود است. های",
        ["ur"] = "کے میں کی ہے اور سے کا کو نے کہ پر اس یہ ہیں بھی ایک",
        ["hi"] = "के में की है और से का को ने कि पर इस यह हैं भी एक नहीं",
        ["mr"] = "आहे आणि या हे ते तर होते केली मध्ये असे झाले",
    }.ToFrozenDictionary(l => l.Key, l => l.Value.Split(' ').ToFrozenSet());

    /// <summary>The small words of a language (BCP 47), which mostly lead on to others; none where they are not known.</summary>
    public static IReadOnlySet<string> SmallWords(string? language) =>
        language is not null && Small.TryGetValue(language.Split('-')[0], out var words) ? words : FrozenSet<string>.Empty;

    // A word that many languages have tells little of each.
    private static readonly FrozenDictionary<string, double> Weights = Small
        .SelectMany(l => l.Value)
        .GroupBy(w => w)
        .ToFrozenDictionary(g => g.Key, g => 1.0 / g.Count());

    // Letters that a language does not write, of those that write nearly the same words.
    private static readonly FrozenDictionary<string, string> Foreign = new Dictionary<string, string>
    {
        ["ru"] = "іїєјљњћђџў",
        ["uk"] = "ыэъёўјљњћђџ",
        ["bg"] = "ыэёіїєўјљњћђџ",
        ["sr"] = "ыэъёіїєўщй",
        ["sv"] = "æø",
        ["da"] = "äö",
        ["nb"] = "äö",
        ["es"] = "ãõäöåæøß",
        ["pt"] = "ñäöåæøß",
        ["ca"] = "ñãõäöß",
        ["ar"] = "پچژگیکےہںھ",
        ["fa"] = "ےہںھةي",
        ["ur"] = "ةيكى",
    }.ToFrozenDictionary();

    /// <summary>The language of a text; null where it cannot be told.</summary>
    public static GuessedLanguage? Of(string text)
    {
        var part = text.Length <= Enough ? text : text[..Characters.Whole(text, new(0, Enough)).End];
        part = Icu.Compose(part); // letters apart from their marks, and syllables in parts, are the same text
        return ByScript(part) ?? ByWords(part);
    }

    private static GuessedLanguage? ByScript(string text)
    {
        var (letters, han) = (0, 0);
        var counts = new int[Scripts.Length];
        foreach (var rune in text.EnumerateRunes())
        {
            if (!System.Text.Rune.IsLetter(rune))
                continue;
            letters++;
            if (rune.Value is >= 0x4E00 and <= 0x9FFF)
                han++;
            for (var n = 0; n < Scripts.Length; n++)
                if (rune.Value >= Scripts[n].From && rune.Value <= Scripts[n].To)
                    counts[n]++;
        }
        if (letters == 0)
            return null;
        var most = Array.IndexOf(counts, counts.Max());
        // Japanese writes kana between its Han.
        if (counts[most] * 10 > letters * (Scripts[most].Tag == "ja" ? 1 : 5))
            return new(Scripts[most].Tag, $"It is written in {Scripts[most].Script}.");
        return han * 2 > letters ? new("zh", "It is written in Han characters without kana.") : null;
    }

    private static GuessedLanguage? ByWords(string text)
    {
        var words = Words
            .Of(text)
            .Select(w => w.ToLower(CultureInfo.InvariantCulture))
            .GroupBy(w => w)
            .ToDictionary(g => g.Key, g => g.Count());
        var scores = Small
            .Select(l =>
            {
                var found = l.Value.Where(words.ContainsKey).OrderByDescending(w => words[w] * Weights[w]).ToList();
                var foreign = Foreign.TryGetValue(l.Key, out var letters) ? text.Count(letters.Contains) : 0;
                return (Tag: l.Key, Found: found, Score: found.Sum(w => words[w] * Weights[w]) - foreign);
            })
            .OrderByDescending(s => s.Score)
            .ToList();
        return scores[0] is { Found.Count: >= FewestWords } best && best.Score > Math.Max(0, scores[1].Score * Ahead)
            ? new(best.Tag, $"By its small words: {string.Join(", ", best.Found.Take(5))}.")
            : null;
    }
}
