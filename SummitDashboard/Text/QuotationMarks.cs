using System.Buffers;

namespace SummitDashboard.Text;

/// <summary>
/// The marks that are set around quoted words: the outer ones, and the inner ones where the words begin or end with such marks of their
/// own, so that two of them never run together. The words stay as they are printed.
/// </summary>
public static class QuotationMarks
{
    private static readonly SearchValues<char> Outer = SearchValues.Create("\"“”„‟");

    /// <summary>True where the inner marks belong around these words.</summary>
    public static bool AreInner(string words) => words.Length > 0 && (Outer.Contains(words[0]) || Outer.Contains(words[^1]));

    /// <summary>The words in their marks.</summary>
    public static string Around(string words) => AreInner(words) ? $"‘{words}’" : $"“{words}”";
}
