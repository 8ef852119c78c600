using System.Text.RegularExpressions;

namespace SummitDashboard.Features.Importing;

/// <summary>One reason for which most rows cannot be taken in: then it is more likely the column’s fault than theirs.</summary>
/// <param name="Column">From 0; null where it is about no column.</param>
/// <param name="Says">As it is said of the first of them.</param>
/// <param name="Rows">Those of which it holds.</param>
public sealed partial record CommonProblem(int? Column, string Says, IReadOnlyList<int> Rows)
{
    private const int Fewest = 3;

    /// <summary>True where somebody is asked for it above the rows, which says it.</summary>
    public bool IsAsked { get; init; }

    // What is quoted differs from row to row; the reason is what stands around it.
    private string Reason => Quoted().Replace(Says, "“”");

    /// <summary>The reasons that more than half of the rows share, and at least three.</summary>
    public static IReadOnlyList<CommonProblem> Of(IReadOnlyList<Proposed> rows) =>
        [
            .. rows.SelectMany(r =>
                    r.Problems.Select(p => (r.Row, Problem: new CommonProblem(p.Column, p.Says, []) { IsAsked = p.IsAsked }))
                )
                .GroupBy(p => (p.Problem.Column, p.Problem.Reason))
                .Select(g => g.First().Problem with { Rows = [.. g.Select(p => p.Row).Distinct()] })
                .Where(p => p.Rows.Count >= Fewest && p.Rows.Count * 2 > rows.Count),
        ];

    /// <summary>Whether what is said of a row is this.</summary>
    public bool Is(Remark problem) => problem.Column == Column && new CommonProblem(problem.Column, problem.Says, []).Reason == Reason;

    [GeneratedRegex("“[^”]*”|(?<=siglum )[^ ]+(?= is)")]
    private static partial Regex Quoted();
}
