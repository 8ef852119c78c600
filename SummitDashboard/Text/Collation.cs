using System.Collections.Concurrent;
using ICU4N.Globalization;
using ICU4N.Text;

namespace SummitDashboard.Text;

/// <summary>The order of names in a language: Ö after Z in Swedish, beside O in German.</summary>
public sealed class Collation : IComparer<string>
{
    private static readonly ConcurrentDictionary<string, Collation> Known = new(StringComparer.OrdinalIgnoreCase);

    // Languages in which the letters of ASCII stand in the alphabet’s order, one by one.
    private static readonly string[] Simple = ["", "de", "en", "fr", "it", "nl", "pt", "ru"];

    private readonly Lazy<Collator> collator;
    private readonly bool isSimple;

    private Collation(string language)
    {
        isSimple = Simple.Contains(language.Split('-')[0]);
        collator = new(() => Collator.GetInstance(new UCultureInfo(language)).Freeze());
    }

    /// <summary>The order in a language, by its tag; Unicode’s own where it is null or none.</summary>
    public static Collation Of(string? language) =>
        Known.GetOrAdd(language is not null && LanguageTag.IsWellFormed(language) ? language : "", tag => new(tag));

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return Comparer<bool>.Default.Compare(x is not null, y is not null);
        if (isSimple && IsSimple(x) && IsSimple(y))
            return string.Compare(x, y, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : -string.CompareOrdinal(x, y);
        return collator.Value.Compare(x, y) is not 0 and var other ? other : string.CompareOrdinal(x, y);
    }

    private static bool IsSimple(string text) => text.All(c => char.IsAsciiLetter(c) || c == ' ');
}
