using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>What may be chosen in a field: the value that is kept, and the words for it.</summary>
public static class Choices
{
    /// <summary>The words of a vocabulary.</summary>
    public static IReadOnlyList<(string Value, string Label)> Of<T>()
        where T : struct, Enum => [.. Vocabulary.All<T>().Select(w => (w, w.Replace('-', ' ')))];

    /// <summary>The same, where none is chosen yet.</summary>
    public static IReadOnlyList<(string Value, string Label)> ToChoose<T>()
        where T : struct, Enum => [("", "choose…"), .. Of<T>()];
}
