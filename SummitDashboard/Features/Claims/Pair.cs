using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Claims;

/// <summary>The two sources of the head to head.</summary>
public static class Pair
{
    /// <summary>
    /// The sources shown, where they are two; else the first two of them that tell the claim, or the first two. Says in
    /// <paramref name="notices"/> when two were not asked for. Fewer than two only where the casebook has fewer.
    /// </summary>
    public static IReadOnlyList<Source> Of(Casebook casebook, Claim claim, ShownSources shown, ICollection<string> notices)
    {
        if (shown.Sources.Count == 2) return shown.Sources;
        if (shown.Chosen) notices.Add("Head to head takes two different sources; choose them below.");
        var telling = shown.Sources.Where(s => claim.Of(s.Id) is { Stance: not Stance.Silent });
        var others = shown.Chosen ? casebook.Sources : shown.Sources;
        return [.. telling.Concat(shown.Sources).Concat(others.Take(ShownSources.Most)).Distinct().Take(2).OrderBy(s => casebook.Sources.PlaceOf(s.Id))];
    }

    /// <summary>The same as sources to show.</summary>
    public static ShownSources Shown(Casebook casebook, Claim claim, ShownSources shown, ICollection<string> notices) =>
        ShownSources.Read(casebook, string.Join(',', Of(casebook, claim, shown, notices).Select(s => s.Siglum)), []);
}
