using SummitDashboard.Domain;

namespace SummitDashboard.Features.Help;

/// <summary>
/// The worked example of the help page, a made-up claim in four sources; its figures come from the same code as those of the casebook, so
/// that the page cannot say anything else than what the program does.
/// </summary>
public static class ContestedExample
{
    /// <summary>What each source does: its stance, and what it puts into the two slots (empty where it leaves one open).</summary>
    public static readonly (Stance Stance, string First, string Second)[] Sources =
    [
        (Stance.Asserts, "ten years", "in 1990"),
        (Stance.Asserts, "ten years", ""),
        (Stance.Hedges, "several years", ""),
        (Stance.Silent, "", ""),
    ];

    /// <summary>The share of pairs whose stances differ.</summary>
    public static double Stances => Contestedness.Diversity(Sources.Select(s => (int)s.Stance));

    /// <summary>The share of pairs of tellings that fill the first, or the second, slot differently.</summary>
    public static double FirstSlot => Contestedness.Diversity(Told.Select(s => s.First));
    public static double SecondSlot => Contestedness.Diversity(Told.Select(s => s.Second));

    /// <summary>The whole, worked out as a claim's is.</summary>
    public static Contestedness Whole => new(Stances, (FirstSlot + SecondSlot) / 2, Told.Count(), Sources.Length, 2);

    private static IEnumerable<(Stance Stance, string First, string Second)> Told => Sources.Where(s => s.Stance != Stance.Silent);
}
