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

    /// <summary>
    /// Items to choose from, by id: a new name changes nothing that was chosen. Two of one name are told apart by their short names.
    /// </summary>
    public static IReadOnlyList<(string Value, string Label)> Named<T>(IEnumerable<T> items, Func<T, string> name)
        where T : Item
    {
        var twice = items.CountBy(name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return [.. items.Select(i => (i.RawId, twice.Contains(name(i)) ? $"{name(i)} ({i.Slug})" : name(i)))];
    }
}
