namespace SummitDashboard.Domain;

/// <summary>What makes a grade complete.</summary>
internal static class GradeRules
{
    public static IEnumerable<Finding> Of(Grade grade, RuleContext context)
    {
        if (context.Source(grade.Source) is null)
            yield return new(grade, "the source graded is gone.");
        if (grade.Mark is { } mark && !Admiralty.Scale(grade.Claim is not null).Contains(mark))
            yield return new(
                grade,
                grade.Claim is null
                    ? $"“{mark}” is no letter; a source is graded A to F."
                    : $"“{mark}” is no number; a framing is graded 1 to 6."
            );
        if (string.IsNullOrWhiteSpace(grade.Rationale))
            yield return new(grade, "a grade needs its rationale: say in a sentence why.");
        foreach (var link in grade.Evidence)
            if (!CodebookRules.IsWebAddress(link))
                yield return new(grade, $"“{link}” is not a web address; it begins with https:// or http://.");
        foreach (var twice in grade.Checklist.GroupBy(c => c.Item).Where(g => g.Count() > 1))
            yield return new(grade, $"the checklist answers {Words.Of(twice.Key)} twice.");
        if (grade.Claim is not null && grade.Checklist.Count > 0)
            yield return new(grade, "the checklist belongs to the source’s letter, not to a framing’s number.");
    }
}
