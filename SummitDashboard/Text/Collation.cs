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
        collator = new(() => Icu.Ask(() => Collator.GetInstance(new UCultureInfo(language)).Freeze()));
    }

    /// <summary>The order in a language, by its tag; Unicode’s own where it is null or none.</summary>
    public static Collation Of(string? language) =>
        Known.GetOrAdd(language is not null && LanguageTag.IsWellFormed(language) ? language : "", tag => new(tag));

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return Comparer<bool>.Default.Compare(x is not null, y is not null);
        var order = isSimple && IsSimple(x) && IsSimple(y) ? ByRank(x, y) : collator.Value.Compare(x, y);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    // Signs, digits, letters, as Unicode has them; a small letter before the large one where nothing else differs.
    private static int ByRank(string x, string y)
    {
        for (var i = 0; i < x.Length && i < y.Length; i++)
            if (Rank(x[i]).CompareTo(Rank(y[i])) is not 0 and var order)
                return order;
        if (x.Length != y.Length)
            return x.Length.CompareTo(y.Length);
        for (var i = 0; i < x.Length; i++)
            if (x[i] != y[i])
                return char.IsAsciiLetterLower(x[i]) ? -1 : 1;
        return 0;
    }

    private const string Signs = " _-,;:!?.'’\"“”()@*/&#%+0123456789";

    private static int Rank(char c) => char.IsAsciiLetter(c) ? 1000 + (c | 0x20) : Signs.IndexOf(c);

    private static bool IsSimple(string text) => text.All(c => Rank(c) >= 0);
}
