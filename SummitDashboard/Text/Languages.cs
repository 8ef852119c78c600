namespace SummitDashboard.Text;

/// <summary>
/// Languages to choose from, by their BCP 47 tags. Data, since the program carries no table of the world's languages (it is built without
/// ICU); any other tag can be typed.
/// </summary>
public static class Languages
{
    private const string Table = """
        af Afrikaans
        am Amharic
        ar Arabic
        az Azerbaijani
        be Belarusian
        bg Bulgarian
        bn Bengali
        bs Bosnian
        ca Catalan
        cs Czech
        cy Welsh
        da Danish
        de German
        de-AT German, Austria
        de-CH German, Switzerland
        el Greek
        en English
        en-AU English, Australia
        en-CA English, Canada
        en-GB English, United Kingdom
        en-IN English, India
        en-US English, United States
        es Spanish
        es-419 Spanish, Latin America
        es-MX Spanish, Mexico
        et Estonian
        eu Basque
        fa Persian
        fi Finnish
        fil Filipino
        fr French
        fr-CA French, Canada
        ga Irish
        gl Galician
        gu Gujarati
        ha Hausa
        he Hebrew
        hi Hindi
        hr Croatian
        hu Hungarian
        hy Armenian
        id Indonesian
        is Icelandic
        it Italian
        ja Japanese
        ka Georgian
        kk Kazakh
        km Khmer
        kn Kannada
        ko Korean
        ko-KP Korean, North Korea
        ko-KR Korean, South Korea
        ku Kurdish
        ky Kyrgyz
        lo Lao
        lt Lithuanian
        lv Latvian
        mk Macedonian
        ml Malayalam
        mn Mongolian
        mr Marathi
        ms Malay
        mt Maltese
        my Burmese
        nb Norwegian Bokmål
        ne Nepali
        nl Dutch
        nn Norwegian Nynorsk
        pa Punjabi
        pl Polish
        ps Pashto
        pt Portuguese
        pt-BR Portuguese, Brazil
        pt-PT Portuguese, Portugal
        ro Romanian
        ru Russian
        si Sinhala
        sk Slovak
        sl Slovenian
        so Somali
        sq Albanian
        sr Serbian
        sr-Latn Serbian, Latin letters
        sv Swedish
        sw Swahili
        ta Tamil
        te Telugu
        tg Tajik
        th Thai
        tk Turkmen
        tr Turkish
        uk Ukrainian
        ur Urdu
        uz Uzbek
        vi Vietnamese
        yi Yiddish
        zh Chinese
        zh-Hans Chinese, simplified
        zh-Hant Chinese, traditional
        zu Zulu
        """;

    private static readonly Dictionary<string, string> Names = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a language in English; null for a tag that is not in the list.</summary>
    public static string? NameOf(string? tag) => tag is not null && Names.TryGetValue(tag, out var name) ? name : null;

    /// <summary>
    /// What people call the language of a tag; of one that is not in the list by the language before its first hyphen, with the tag.
    /// </summary>
    public static string Called(string tag) =>
        NameOf(tag) ?? (NameOf(tag.Split('-')[0]) is { } name ? $"{name} ({tag})" : $"language {tag}");

    /// <summary>The tag of a language that is called by its name here; else what was typed.</summary>
    public static string? TagOf(string? typed) =>
        typed is null || Names.ContainsKey(typed.Trim()) ? typed?.Trim()
        : Folding.Of(typed.Trim()) is var text && Names.FirstOrDefault(n => Folding.Of(n.Value) == text) is { Key: { } tag } ? tag
        : typed;

    /// <summary>The tags that begin so, and then those in whose names the words stand.</summary>
    public static IEnumerable<string> Find(string? typed)
    {
        var text = Folding.Of(typed ?? "");
        return Names
            .Keys.Where(tag => Begins(tag, text) || Folding.Of(Names[tag]).Contains(text, StringComparison.Ordinal))
            .OrderBy(tag => !Begins(tag, text))
            .ThenBy(tag => Names[tag], StringComparer.OrdinalIgnoreCase);
    }

    private static bool Begins(string tag, string text) => tag.StartsWith(text, StringComparison.OrdinalIgnoreCase);
}
