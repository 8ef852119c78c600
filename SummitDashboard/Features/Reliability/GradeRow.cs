using SummitDashboard.Domain;

namespace SummitDashboard.Features.Reliability;

/// <summary>What is judged of a source so far, and by whom not yet.</summary>
/// <param name="Held">The grades that editors hold of it now.</param>
/// <param name="Framings">How many of its framings have a grade.</param>
/// <param name="Told">How many framings it has.</param>
/// <param name="Missing">Who may grade and has not graded it.</param>
public sealed record GradeRow(Source Source, IReadOnlyList<Grade> Held, int Framings, int Told, IReadOnlyList<string> Missing)
{
    /// <summary>How many lines the checklist has.</summary>
    public static readonly int Lines = Enum.GetValues<CheckItem>().Length;

    public Grade? Newest => Held.Count > 0 ? Held[^1] : null;

    /// <summary>The first day on which one of the grades is to be looked at again.</summary>
    public DateOnly? Review => Held.Select(g => g.Review).Min();

    /// <summary>The letters held, best first, without those that say there is no basis to judge.</summary>
    public string Letters => string.Concat(Held.Select(g => g.Mark!).Where(m => !Admiralty.IsUnjudged(m)).Order());

    /// <summary>The lines that the most thorough of its graders answered with yes.</summary>
    public int Checked => Held.Select(g => g.Checklist.Count(c => c.Answer == CheckAnswer.Yes)).DefaultIfEmpty().Max();
}
