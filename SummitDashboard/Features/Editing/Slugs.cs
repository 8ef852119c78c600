using System.Globalization;
using System.Text;

namespace SummitDashboard.Features.Editing;

/// <summary>Short names for URLs and files, made of a title.</summary>
internal static class Slugs
{
    /// <summary>Lower case, accents dropped, everything else a hyphen; at most six words. “item” where nothing is left.</summary>
    public static string From(string title)
    {
        var plain = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’')) plain.Append('-');
        var words = plain.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries).Take(6);
        var slug = string.Join('-', words);
        slug = (slug.Length > 60 ? slug[..60] : slug).Trim('-');
        return slug.Length == 0 ? "item" : slug;
    }
}
