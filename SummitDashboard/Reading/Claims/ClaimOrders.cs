using System.Collections.Frozen;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>All claims in one order, and the place of each in it.</summary>
public sealed record ClaimOrder(IReadOnlyList<Claim> Claims, IReadOnlyDictionary<ClaimId, int> Places);

/// <summary>The claims in each order, sorted once per snapshot and forgotten with it.</summary>
public sealed class ClaimOrders
{
    private static readonly Derived<Casebook, ClaimOrders> Known = new(c => new ClaimOrders(c));

    // Sources and days can be combined without end; those in use are few.
    private const int MostChosen = 32;

    private readonly Dictionary<ClaimSort, ClaimOrder> orders = [];
    private readonly Kept<ClaimOrder> chosen = new(MostChosen);

    private ClaimOrders(Casebook casebook)
    {
        var themes = casebook.Head.Themes.Select((t, n) => (t.Key, n)).ToDictionary(p => p.Key, p => p.n);
        Add(ClaimSort.Story, casebook.Claims);
        Add(ClaimSort.Contested, casebook.Claims.OrderByDescending(c => casebook.Contested[c.Id].Score));
        Add(
            ClaimSort.Theme,
            casebook.Claims.OrderBy(c => themes.GetValueOrDefault(c.Theme, int.MaxValue)).ThenBy(c => c.Theme, StringComparer.Ordinal)
        );
    }

    public static ClaimOrders Of(Casebook casebook) => Known.Of(casebook);

    /// <summary>
    /// All claims in an order; equals stay in story order. Contestedness is that among the sources which the query counts.
    /// </summary>
    public ClaimOrder In(ClaimSort sort, Casebook casebook, ClaimsQuery query)
    {
        if (sort != ClaimSort.Contested || query.CountsAll)
            return orders[sort];
        Source[] counted = [.. ScopedContestedness.Counted(casebook, query)];
        var key = string.Join(',', counted.Select(s => s.Siglum));
        return chosen.Of(key, () => Order(ByScore(casebook, Scores(casebook, counted))));
    }

    private void Add(ClaimSort sort, IEnumerable<Claim> claims)
    {
        var order = Order(claims);
        orders[sort] = order with { Places = order.Places.ToFrozenDictionary() };
    }

    private static ClaimOrder Order(IEnumerable<Claim> claims)
    {
        Claim[] sorted = [.. claims];
        return new(sorted, sorted.Select((c, n) => (c.Id, n)).ToDictionary(p => p.Id, p => p.n));
    }

    private static IEnumerable<Claim> ByScore(Casebook casebook, Dictionary<ClaimId, double> scores) =>
        casebook.Claims.OrderByDescending(c => scores.GetValueOrDefault(c.Id));

    // From what these sources tell, not claim by claim: of fewer than two codings no two differ, and most claims have no more.
    private static Dictionary<ClaimId, double> Scores(Casebook casebook, IEnumerable<Source> counted) =>
        counted
            .SelectMany(s => casebook.FramingsBySource[s.Id], (s, told) => Cell.Of(casebook, told.Claim, s, told.Framing))
            .GroupBy(c => c.Claim.Id)
            .ToDictionary(g => g.Key, g => Contestedness.Among(g.First().Claim, g).Score);
}
