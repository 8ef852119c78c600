using SummitDashboard.Text;

namespace SummitDashboard.Reading;

/// <summary>Numbers and lists as they stand in a sentence.</summary>
public static class Prose
{
    private static readonly string[] Small =
    [
        "none",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>“none”, “five”, “twelve”; from thirteen on in digits.</summary>
    public static string Number(int n) =>
        n >= 0 && n < Small.Length ? Small[n] : n.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>“one source”, “five sources”.</summary>
    public static string Count(int n, string one, string? many = null) =>
        $"{(n == 0 ? "no" : Number(n))} {(n == 1 ? one : many ?? one + "s")}";

    /// <summary>
    /// How wide the longest stretch is that no line may break, in letters of Latin script, about: words end at white space, hyphens, dashes
    /// and slashes, and a letter of a script that is written without spaces is one of its own.
    /// </summary>
    public static int LongestWord(string text)
    {
        var (longest, here) = (0.0, 0.0);
        foreach (var c in text)
        {
            here =
                char.IsWhiteSpace(c) || c is '-' or '–' or '—' or '/' ? 0
                : c < '\u0370' ? here + 1
                : c < '\u2E80' ? here + 1.2 // Cyrillic and others are wider
                : c is >= '\uAC00' and <= '\uD7A3' ? here + 1.9 // Korean has words
                : 0;
            longest = Math.Max(longest, here);
        }
        return (int)Math.Ceiling(longest);
    }

    /// <summary>The sentence with a capital first letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>So many names stand in a sentence that may name every source of a page.</summary>
    public const int MostNames = 8;

    /// <summary>
    /// “A”, “A and B”, “A, B and C”; beyond <paramref name="most"/> “A, B and 7 more”. Each stands for itself, whichever way it is
    /// written.
    /// </summary>
    public static string List(IReadOnlyList<string> items, int most = 6) =>
        items.Count switch
        {
            0 => "",
            1 => Name(items[0]),
            var n when n <= most => $"{Names(items.Take(n - 1))} and {Name(items[^1])}",
            var n => $"{Names(items.Take(most - 1))} and {n - most + 1} more",
        };

    /// <summary>A name or a siglum inside a sentence: it turns nothing beside it, whichever way it is written.</summary>
    public static string Name(string name) => WritingDirection.Isolated(name);

    /// <summary>“A, B, C”, each as <see cref="Name"/>.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));
}
