using System.Globalization;
using System.Text;

namespace SummitDashboard.Text;

/// <summary>What follows of the script that a character belongs to.</summary>
internal static class Script
{
    /// <summary>
    /// How many user-perceived characters count as one word: 2 of Han and kana, 4 of Thai, Lao, Khmer and Burmese; 1 in scripts that put
    /// spaces between words, where a word is a word.
    /// </summary>
    public static int PerWord(int codePoint) =>
        codePoint < 0x0E00 ? 1
        : IsSouthEastAsian(codePoint) ? 4
        : IsEastAsian(codePoint) ? 2
        : 1;

    /// <summary>True for Han and kana, with what belongs to them.</summary>
    public static bool IsEastAsian(int c) =>
        c
            is (>= 0x2E80 and <= 0x2FDF)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3021 and <= 0x3029)
                or (>= 0x3031 and <= 0x3035)
                or (>= 0x3038 and <= 0x303C)
                or (>= 0x3041 and <= 0x30FA)
                or (>= 0x30FC and <= 0x312F)
                or (>= 0x31A0 and <= 0x31BF)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFF66 and <= 0xFF9F)
                or (>= 0x1AFF0 and <= 0x1B16F)
                or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>True for the syllables and letters of Korean.</summary>
    public static bool IsHangul(int c) => c is (>= 0xAC00 and <= 0xD7A3) or (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E);

    /// <summary>How many characters of Han, Hangul and kana a text has.</summary>
    public static int OfEastAsia(string text) => text.EnumerateRunes().Count(r => IsEastAsian(r.Value) || IsHangul(r.Value));

    /// <summary>True for a text all of whose letters are such.</summary>
    public static bool IsOfEastAsia(string text) =>
        OfEastAsia(text) is > 0 and var own && own >= text.EnumerateRunes().Count(Rune.IsLetter);

    /// <summary>True for Thai, Lao, Khmer and Burmese.</summary>
    public static bool IsSouthEastAsian(int c) =>
        c
            is (>= 0x0E01 and <= 0x0E3A)
                or (>= 0x0E40 and <= 0x0E4E)
                or (>= 0x0E50 and <= 0x0E59)
                or (>= 0x0E80 and <= 0x0EFF)
                or (>= 0x1000 and <= 0x1049)
                or (>= 0x1050 and <= 0x109F)
                or (>= 0x1780 and <= 0x17D3)
                or (>= 0x17D7 and <= 0x17D7)
                or (>= 0x17DC and <= 0x17E9)
                or (>= 0xA9E0 and <= 0xA9FF)
                or (>= 0xAA60 and <= 0xAA7F);

    /// <summary>True for what a word begins with: a letter or a digit.</summary>
    public static bool IsLetterOrDigit(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    /// <summary>True between a number and the Korean that hangs on it: 112명은.</summary>
    public static bool IsCounted(char number, char next) => char.IsDigit(number) && next is >= '\uAC00' and <= '\uD7A3';

    /// <summary>True for what a word goes on with: besides, marks, what joins, and what is not seen.</summary>
    public static bool IsOfWord(Rune rune) =>
        IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.Format;

    /// <summary>
    /// True for emoji and the signs that are used as they are (✓, ☎); not for arrows, bullets and what frames are drawn of.
    /// </summary>
    public static bool IsPictograph(Rune rune) =>
        rune.Value is (>= 0x231A and <= 0x23FF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B05 and <= 0x2B55) or (>= 0x1F000 and <= 0x1FAFF)
        && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    public static bool IsHebrew(int codePoint) => codePoint is >= 0x0590 and <= 0x05FF or >= 0xFB1D and <= 0xFB4F;

    public static bool IsArabic(int codePoint) =>
        codePoint is (>= 0x0600 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0xFB50 and <= 0xFDFF);

    /// <summary>The code point that begins here; half a pair is its own.</summary>
    public static Rune At(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    /// <summary>The code point that ends before this place, which is not the text’s beginning.</summary>
    public static Rune Before(string text, int index) =>
        index > 1 && char.IsLowSurrogate(text[index - 1]) && char.IsHighSurrogate(text[index - 2])
            ? At(text, index - 2)
            : At(text, index - 1);
}
