using System.Collections.Concurrent;
using ICU4N;
using ICU4N.Globalization;
using ICU4N.Text;

namespace SummitDashboard.Text;

/// <summary>
/// What is asked of ICU, in one place. Its tables are read with the first question; <see cref="Plain"/> texts ask none. Iterators know one
/// text at a time and are lent out.
/// </summary>
internal static class Icu
{
    private static readonly ConcurrentBag<BreakIterator> Idle = [];

    /// <summary>Where words and what stands between them begin, the end included (UAX 29, with dictionaries).</summary>
    public static List<int> WordBreaks(string text)
    {
        var iterator = Idle.TryTake(out var idle) ? idle : Ask(() => BreakIterator.GetWordInstance(UCultureInfo.InvariantCulture));
        iterator.SetText(text);
        var breaks = new List<int>();
        for (var at = iterator.First(); at != BreakIterator.Done; at = iterator.Next())
            breaks.Add(at);
        iterator.SetText(""); // holds no article longer than it is asked about it
        Idle.Add(iterator);
        return breaks;
    }

    /// <summary>
    /// Asks for something of a language. ICU4N would ask which one is the present one, and read the tables of all it has to find out.
    /// </summary>
    public static T Ask<T>(Func<T> question)
    {
        UCultureInfo.CurrentCulture = UCultureInfo.InvariantCulture;
        return question();
    }

    /// <summary>Composed (NFC).</summary>
    public static string Compose(string text) => Normalizer2.NFCInstance.Normalize(text);

    /// <summary>Letters and their marks apart (NFD).</summary>
    public static string Decompose(string text) => Normalizer2.NFDInstance.Normalize(text);

    /// <summary>Composed, compatible forms being one (NFKC).</summary>
    public static string ComposeCompatible(string text) => Normalizer2.NFKCInstance.Normalize(text);

    /// <summary>
    /// Composed and without case, so that two texts that differ in neither are one (Unicode 3.13, D145). Done again until nothing changes:
    /// a letter without case may compose to one that has it.
    /// </summary>
    public static string FoldCase(string text)
    {
        for (var n = 0; n < 4; n++)
        {
            var folded = Compose(UChar.FoldCase(Normalizer2.NFDInstance.Normalize(text), true));
            if (folded == text)
                break;
            text = folded;
        }
        return text;
    }
}
