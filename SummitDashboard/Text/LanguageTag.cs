namespace SummitDashboard.Text;

/// <summary>Language tags (BCP 47).</summary>
public static class LanguageTag
{
    /// <summary>True for a well-formed language tag (RFC 5646): a language of two or three letters, or a private one.</summary>
    public static bool IsWellFormed(string tag) =>
        tag.Split('-') is [var language, .. var rest]
        && (language.Length is 2 or 3 && language.All(char.IsAsciiLetter) || language is "x" or "X" && rest.Length > 0)
        && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}
