using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Reading.Claims;

/// <summary>
/// The sources of a claim's columns: two of them head to head, or those that tell it where there are too many to show all.
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
        return
        [
            .. telling
                .Concat(shown.Sources)
                .Concat(others.Take(ShownSources.Most))
                .Distinct()
                .Take(2)
                .OrderBy(s => casebook.Sources.PlaceOf(s.Id)),
        ];
    }

    /// <summary>
    /// The sources shown for a claim: two in the head to head, else those of the address. Where it names none and the casebook has more
    /// than can stand side by side, those that tell the claim come before those that were only read for it, and these before the rest.
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
        if (query.Shown.Chosen || casebook.Sources.Count <= ShownSources.Most)
            return query.Shown;
        var coded = claim
            .Framings.OrderBy(f => f.Stance == Stance.Silent)
            .ThenBy(f => casebook.Sources.PlaceOf(f.Source))
            .Take(ShownSources.Most);
        return ShownSources.Of(
            casebook,
            coded.Select(f => casebook.Sources[f.Source]).Concat(query.Shown.Sources).Distinct().Take(ShownSources.Most)
        );
    }
}
