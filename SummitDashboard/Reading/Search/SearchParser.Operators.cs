using System.Globalization;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>The words in capitals that join others: which of them stands where the reading has come to.</summary>
public sealed partial class SearchParser
{
    private int? TakesNear()
    {
        Blank();
        if (!text.AsSpan(at).StartsWith("NEAR"))
            return null;
        var end = at + 4;
        var digits = end;
        if (end < text.Length && text[end] == '/')
            for (end = ++digits; end < text.Length && !char.IsWhiteSpace(text[end]); )
                end++;
        if (end < text.Length && !char.IsWhiteSpace(text[end]))
            return null;
        var asked = text[digits..end];
        at = end;
        if (asked.Length == 0)
            return UsualDistance;
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= FarthestDistance)
            return number;
        var isFar = asked.All(char.IsAsciiDigit);
        var taken = isFar ? FarthestDistance : UsualDistance;
        Mend($"NEAR/{QueryReader.Short(asked)} {(isFar ? "goes farther than NEAR can" : "is no distance")}; it was read as NEAR/{taken}.");
        return taken;
    }

    private bool Takes(string word)
    {
        Blank();
        if (!Stands(word))
            return false;
        at += word.Length;
        return true;
    }

    private bool Stands(string word) =>
        text.AsSpan(at).StartsWith(word)
        && (at + word.Length == text.Length || char.IsWhiteSpace(text[at + word.Length]) || text[at + word.Length] == '(');

    private void Blank()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }
}
