using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Claims;

/// <summary>The claims in each order, sorted once per snapshot and forgotten with it.</summary>
public sealed class ClaimOrders
{
    private static readonly ConditionalWeakTable<Casebook, ClaimOrders> Known = [];

    private readonly Dictionary<ClaimSort, (Claim[] Claims, FrozenDictionary<string, int> Places)> orders = [];

    private ClaimOrders(Casebook casebook)
    {
        var themes = casebook.Head.Themes.Select((t, n) => (t.Key, n)).ToDictionary(p => p.Key, p => p.n);
        Add(ClaimSort.Story, casebook.Claims);
        Add(ClaimSort.Contested, casebook.Claims.OrderByDescending(c => casebook.Contested[c.Id].Score));
        Add(ClaimSort.Theme, casebook.Claims.OrderBy(c => themes.GetValueOrDefault(c.Theme, int.MaxValue)).ThenBy(c => c.Theme, StringComparer.Ordinal));
    }

    public static ClaimOrders Of(Casebook casebook) => Known.GetValue(casebook, c => new ClaimOrders(c));

    /// <summary>All claims in this order; equals stay in story order.</summary>
    public IReadOnlyList<Claim> In(ClaimSort sort) => orders[sort].Claims;

    /// <summary>The place, from 0, of a claim in this order.</summary>
    public int PlaceOf(Claim claim, ClaimSort sort) => orders[sort].Places[claim.Id];

    private void Add(ClaimSort sort, IEnumerable<Claim> claims)
    {
        Claim[] sorted = [.. claims];
        orders[sort] = (sorted, sorted.Select((c, n) => (c.Id, n)).ToFrozenDictionary(p => p.Id, p => p.n));
    }
}
