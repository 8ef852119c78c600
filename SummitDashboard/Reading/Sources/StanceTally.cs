using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Sources;

/// <summary>How many claims a source tells in which way: its profile. One count per word of the stance legend, in its order.</summary>
public sealed class StanceTally
{
    private static readonly string[] Stances = [.. Vocabulary.All<Stance>().Where(w => w != Vocabulary.Of(Stance.Silent))];

    private StanceTally(IReadOnlyList<(string Word, int Count)> counts) => Counts = counts;

    /// <summary>Words with a count of at least one.</summary>
    public IReadOnlyList<(string Word, int Count)> Counts { get; }

    /// <summary>How many claims the source tells, in whatever way.</summary>
    public int Told => Counts.Where(c => Stances.Contains(c.Word)).Sum(c => c.Count);

    /// <summary>All claims of the casebook.</summary>
    public int Total => Counts.Sum(c => c.Count);

    /// <summary>The count of a word; 0 where the source has none.</summary>
    public int this[string word] => Counts.FirstOrDefault(c => c.Word == word).Count;

    public static StanceTally Of(IEnumerable<Cell> cells)
    {
        var counts = cells.CountBy(c => c.Word).ToDictionary();
        return new([.. Cell.AllWords.Select(w => (w, counts.GetValueOrDefault(w))).Where(c => c.Item2 > 0)]);
    }
}
