using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>Language tags (BCP 47).</summary>
public static class LanguageTag
{
    /// <summary>
    /// True for a well-formed language tag (RFC 5646): a language of two or three letters, a private one, or one of the irregular ones that
    /// are as old as the internet (<c>i-klingon</c>).
    /// </summary>
    public static bool IsWellFormed(string tag) =>
        Irregular.Contains(tag)
        || tag.Split('-') is [var language, .. var rest]
            && (language.Length is 2 or 3 && language.All(char.IsAsciiLetter) || language is "x" or "X" && rest.Length > 0)
            && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    // RFC 5646, section 2.1, “irregular”; those that are regular are like any other.
    private static readonly FrozenSet<string> Irregular = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "en-GB-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-BE-FR "
            + "sgn-BE-NL sgn-CH-DE"
        ).Split(' ')
    );

    /// <summary>What is wrong with a tag that is not well-formed.</summary>
    public static string Malformed(string tag) =>
        $"“{tag}” is not a language tag (BCP 47): two or three letters, such as de, and what follows after hyphens.";

    /// <summary>What is told of a tag that is well-formed and not known.</summary>
    public static string Unknown(string tag) => $"“{tag}” is no language (ISO 639); words in it are shown as any text.";

    /// <summary>True for one language, whatever its region or script.</summary>
    public static bool AreAlike(string one, string other) =>
        one.Split('-')[0].Equals(other.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>False for two letters that are no language (ISO 639-1); of three letters nobody keeps the list here.</summary>
    public static bool IsKnown(string tag) => tag.Split('-')[0] is not { Length: 2 } language || Known.Contains(language);

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
            + "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io "
            + "is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml "
            + "mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd "
            + "se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi "
            + "vo wa wo xh yi yo za zh zu"
        ).Split(' ')
    );
}
