using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// The claims that words picked in an article may be a telling of: the reverse of <see cref="PassageRanking"/>, by the same words. Nothing
/// of it is stored.
/// </summary>
public static class LikelyClaims
{
    /// <summary>How many are proposed.</summary>
    public const int Most = 5;

    /// <summary>How many are named that are still open, where none is likely.</summary>
    public const int MostOpen = 8;

    /// <summary>
    /// The claims that are still open in a source, in the order of the story: first those that are not coded, then those with an open part.
    /// </summary>
    public static IReadOnlyList<Claim> StillOpen(Casebook casebook, Source source) =>
        [
            .. casebook
                .Claims.Where(c => c.Of(source.Id) is not { } told || Incomplete.Of(told, c).Any())
                .OrderBy(c => c.Of(source.Id) is not null)
                .Take(MostOpen),
        ];

    /// <summary>Of a casebook with more claims nothing is proposed.</summary>
    public const int MostClaims = 2_000;

    // Of a larger casebook what other sources say of the claims is not gone through.
    private const int MostCells = 5_000;

    // The words around say less than those that were picked.
    private const double OfAround = 0.25;

    /// <summary>The likeliest claims, the first first; none where no telling word is shared.</summary>
    /// <param name="picked">What was picked, in its paragraph.</param>
    public static IReadOnlyList<Claim> Of(Casebook casebook, Source source, string paragraph, TextSpan picked)
    {
        var claims = casebook.Claims;
        if (claims.Count > MostClaims)
            return [];
        var isCold = claims.Count * casebook.Sources.Count > MostCells;
        var sought = new Dictionary<string, double>();
        var names = SoughtNames.Of(casebook).In(paragraph).Select(n => new WordStem(n.Name.Key, n.Span));
        foreach (var stem in SoughtWords.In(paragraph).Where(s => !SoughtWords.IsAnyOf(s.Key)).Concat(names))
            sought[stem.Key] = Math.Max(
                sought.GetValueOrDefault(stem.Key),
                stem.Span.Start < picked.End && stem.Span.End > picked.Start ? 1 : OfAround
            );
        List<(Claim Claim, List<Clue> Shared, double Length)> all =
        [
            .. claims.Select(c =>
            {
                var clues = Clues.Of(casebook, c, source, isCold: isCold);
                return (c, clues.Where(w => sought.ContainsKey(w.Key)).ToList(), Math.Sqrt(clues.Sum(w => w.Weight)));
            }),
        ];
        var with = all.SelectMany(c => c.Shared).CountBy(w => w.Key).ToDictionary();
        // What most claims have tells none from the others.
        double Rarity(string key) => Math.Log(1 + (claims.Count - with[key] + 0.5) / (with[key] + 0.5));
        return
        [
            .. all.Select(c => (c.Claim, Score: c.Shared.Sum(w => w.Weight * sought[w.Key] * Rarity(w.Key)) / c.Length))
                .Where(c => c.Score > 0)
                .OrderByDescending(c => c.Score)
                .Take(Most)
                .Select(c => c.Claim),
        ];
    }
}
