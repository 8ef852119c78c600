using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>How papers print their own name: in capitals, and behind a ©.</summary>
internal static partial class PaperNames
{
    private const int LongestAcronym = 4;

    /// <summary>
    /// A name that is printed in capitals, as one would write it: “THE CALEDONIAN COURIER” is The Caledonian Courier. As it stands where it
    /// is not all in capitals, where it is not known as a paper’s, or where a word may be an acronym: “BBC NEWS”.
    /// </summary>
    public static string InTitleCase(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2 || name.Any(char.IsLower) || !name.Any(char.IsUpper) || !Is(name))
            return name;
        if (Array.Exists(words, w => w.Count(char.IsLetter) is > 0 and <= LongestAcronym && !IsWord(w)))
            return name;
        var written = words.Select((w, n) => n > 0 && Joining.Contains(Folding.Of(w)) ? w.ToLowerInvariant() : Capitalised(w));
        // In capitals Greek has no accents, and nothing tells where they belong.
        return name.Any(c => c is >= '\u0370' and <= '\u03FF') ? name : string.Join(' ', written);
    }

    /// <summary>Whose the rights are by a line that says so: “© 2023 Oostervelder Anzeiger”; null where it names no paper.</summary>
    public static string? OwnerIn(string line)
    {
        if (!Sign().IsMatch(line))
            return null;
        var bare = Tidy.Line(Rights().Replace(Sign().Replace(line, " "), " "))
            .Trim(' ', ',', '.', ';', ':', '|', '-', '–', '—', '/', '(', ')');
        return Is(bare) ? bare : null;
    }

    /// <summary>A paper’s name in quotation marks, behind what it is: “Zeitung „Hafenbote“”; null where a line is no such.</summary>
    public static string? Quoted(string line) =>
        QuotedName().Match(line) is { Success: true } quoted && Tidy.Line(quoted.Groups["name"].Value) is { Length: > 0 } name
            ? name
            : null;

    private static bool IsWord(string word) => OfNames.Contains(Folding.Of(word)) || Joining.Contains(Folding.Of(word));

    private static string Capitalised(string word)
    {
        var letters = word.ToLowerInvariant().ToCharArray();
        for (var n = 0; n < letters.Length; n++)
            if (n == 0 || letters[n - 1] is '-' or '’' or '\'')
                letters[n] = char.ToUpperInvariant(letters[n]);
        return new(letters);
    }

    private const string InMarks = @"[«„“”""『「《〈‹](?<name>[^«»„“”""『』「」《》〈〉‹›]{2,60})[»“”""』」》〉›]";

    [GeneratedRegex(
        @"^\W{0,2}(?:(?:η|die|der|la|le|el|il|o|de|the)\s+)?(?:newspaper|zeitung|tageszeitung|wochenzeitung|zeitschrift|journal|quotidien|"
            + @"hebdomadaire|diario|periódico|semanario|giornale|quotidiano|jornal|krant|dagblad|gazeta|dziennik|газет[аы]|журнал|вісник|"
            + @"εφημερίδα|εφημεριδα|περιοδικό|gazetesi|gazete|صحيفة|جريدة|مجلة)\s*"
            + InMarks
            + @"\W{0,2}$|^"
            + InMarks
            + @"\s*(?:新聞|新闻|日報|日报|報|报|신문|gazetesi)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"©|ⓒ|\(c\)|\bcopyright\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sign();

    [GeneratedRegex(
        @"(?<!\d)(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?(?!\d)|\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|"
            + @"(?:todos )?los derechos reservados|todos os direitos reservados|tutti i diritti riservati|riproduzione riservata|"
            + @"reproduction interdite|alle rechten voorbehouden|tüm hakları saklıdır|(?:wszelkie )?prawa zastrzeżone|"
            + @"все права защищены|nachdruck verboten|by|the copyright)\b|저작권자|무단\s*(?:전재|복제|배포).*|재배포\s*금지|無断.*|禁止转载.*|版权所有|著作権所有|"
            + @"جميع الحقوق محفوظة|(?:لـ|ل)?\s?(?=جريدة|صحيفة)|\bS\.\s?[AL]\.(?:\s?U\.)?|"
            + @"\b(?:GmbH|Ltd\.?|Inc\.?|AG|B\.V\.|plc|LLC|S\.p\.A\.)(?!\p{L})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Rights();
}
