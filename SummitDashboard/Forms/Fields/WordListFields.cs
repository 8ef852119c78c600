using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Forms;

/// <summary>The words of one language as fields: each list is a text, with a word or phrase in each line.</summary>
public sealed class WordListFields
{
    public string Language { get; set; } = "";
    public string Hedges { get; set; } = "";
    public string Reporting { get; set; } = "";
    public string Loaded { get; set; } = "";

    /// <summary>The texts, each by its name and what it is called.</summary>
    public static readonly IReadOnlyList<(string Name, string Label)> Lists =
    [
        ("hedges", "Hedges"),
        ("reporting", "Reporting words"),
        ("loaded", "Loaded words"),
    ];

    public static WordListFields Of(WordList list) =>
        new()
        {
            Language = list.Language,
            Hedges = string.Join('\n', list.Hedges),
            Reporting = string.Join('\n', list.Reporting),
            Loaded = string.Join('\n', list.Loaded),
        };

    /// <summary>The lists; rows in which nothing stands are none.</summary>
    public static IReadOnlyList<WordList> Read(List<WordListFields> rows, string name, FieldReader reader)
    {
        var lists = new List<WordList>();
        foreach (var (n, row) in rows.Index())
        {
            var list = new WordList(Folding.Composed(row.Language.Trim()), Lines(row.Hedges), Lines(row.Reporting), Lines(row.Loaded));
            if (list.Language.Length > 0)
                lists.Add(list);
            else if (list.Lists.Any(l => l.Words.Count > 0))
                reader.Wrong($"{name}.{n}.language", "Words to ask about: say of which language they are, by its tag, such as en.");
        }
        return lists;
    }

    private static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n').Where(w => !string.IsNullOrWhiteSpace(w))];
}
