using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>
/// The sources of a claim's columns: two of them head to head, else all that are chosen.
/// </summary>
public static class Columns
{
    /// <summary>
    /// The sources shown, where they are two; else the first two of them that tell the claim, or the first two. Says in
    /// <paramref name="notices"/> when two were not asked for. Fewer than two only where the casebook has fewer.
    /// </summary>
    public static IReadOnlyList<Source> Pair(Casebook casebook, Claim claim, ShownSources shown, ICollection<string> notices)
    {
        if (shown.Sources.Count == 2)
            return shown.Sources;
        if (casebook.Sources.Count < 2)
            notices.Add("It takes two sources to set them head to head; this casebook has fewer.");
        else if (shown.Chosen)
            notices.Add("Head to head takes two different sources; choose them below.");
        var telling = shown.Sources.Where(s => shown.Shows(s, claim) && claim.Of(s.Id) is { Stance: not Stance.Silent });
        var others = shown.Chosen ? casebook.Sources : shown.Sources;
        return [.. telling.Concat(shown.Sources).Concat(others).Distinct().Take(2).OrderBy(s => casebook.Sources.PlaceOf(s.Id))];
    }

    /// <summary>
    /// The sources shown for a claim: two in the head to head, else those of the address.
    /// </summary>
    public static ShownSources Of(Casebook casebook, Claim claim, ClaimsQuery query, ICollection<string> notices)
    {
        if (query.Shown.IsByNumber && query.View != ClaimView.Head)
        {
            var graded = query.Shown.Sources.Where(s => query.Shown.Shows(s, claim)).ToList();
            if (graded.Count > 0)
                return ShownSources.Of(casebook, graded);
            notices.Add($"No telling of this claim is graded {query.Shown.ByGrade}; all are shown.");
            return ShownSources.Default(casebook);
        }
        if (query.View == ClaimView.Head)
            return ShownSources.Of(casebook, Pair(casebook, claim, query.Shown, notices));
        return query.Shown;
    }

    /// <summary>
    /// Where they do not stand side by side at once, those that tell the claim come before those that were only read for it, and these
    /// before the rest; each in writing order.
    /// </summary>
    public static IReadOnlyList<Source> TellersFirst(Claim claim, IReadOnlyList<Source> sources)
    {
        var framings = claim.Framings.ToDictionary(f => f.Source);
        return
        [
            .. sources.OrderBy(s =>
                framings.TryGetValue(s.Id, out var framing)
                    ? framing.Stance == Stance.Silent
                        ? 1
                        : 0
                    : 2
            ),
        ];
    }
}
