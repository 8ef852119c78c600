using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>The claims that an address lists, in its order, a page at a time.</summary>
public sealed class ClaimList
{
    /// <summary>Claims on a page.</summary>
    public const int PageSize = 40;

    private readonly ClaimOrder order;
    private readonly bool filtered;

    private ClaimList(ClaimOrder order, IReadOnlyList<Claim> claims, bool filtered) =>
        (this.order, Claims, this.filtered) = (order, claims, filtered);

    /// <summary>All that are listed.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>How many pages; at least one.</summary>
    public int Pages => Paging.Count(Claims.Count, PageSize);

    /// <summary>The matrix goes by theme; everything else as the address says.</summary>
    public static ClaimList Of(Casebook casebook, ClaimsQuery query)
    {
        var order = ClaimOrders.Of(casebook).In(query.View == ClaimView.Matrix ? ClaimSort.Theme : query.Sort, casebook, query);
        if (!query.IsFiltered && !query.Shown.IsByNumber)
            return new(order, order.Claims, false);

        // Only what the shown sources tell is looked at: a large casebook holds thousands of claims that none of them was coded for.
        IReadOnlyList<Claim> claims =
            !query.OnlyDifferences ? order.Claims
            : query.CountsAll ? [.. order.Claims.Where(c => ScopedContestedness.Differs(casebook, c, query))]
            : Differ(casebook, query) is var differing ? [.. order.Claims.Where(c => differing.Contains(c.Id))]
            : [];
        if (query is { Theme: null, Stance: null, Found: null } && !query.Shown.IsByNumber)
            return new(order, claims, true);
        var taking = query.Stance is { } stance ? Taking(casebook, query, stance) : null;
        return new(
            order,
            [
                .. claims.Where(c =>
                    (query.Theme is null || c.Theme == query.Theme)
                    && query.Found.Lists(c)
                    && query.Shown.ShowsAny(c)
                    && (taking is null || taking.Contains(c.Id))
                ),
            ],
            true
        );
    }

    /// <summary>The place of a claim in the list, from 0; -1 where it is not listed.</summary>
    public int PlaceOf(Claim claim)
    {
        var at = Search(claim);
        return at < Claims.Count && Claims[at].Id == claim.Id ? at : -1;
    }

    /// <summary>The listed claim after this one, listed or not; null at the end.</summary>
    public Claim? After(Claim claim)
    {
        var at = Search(claim);
        if (at < Claims.Count && Claims[at].Id == claim.Id)
            at++;
        return at < Claims.Count ? Claims[at] : null;
    }

    /// <summary>The listed claim before this one, listed or not; null at the start.</summary>
    public Claim? Before(Claim claim)
    {
        var at = Search(claim) - 1;
        return at >= 0 ? Claims[at] : null;
    }

    /// <summary>The page, from 1, on which a claim stands or would stand.</summary>
    public int PageWith(Claim claim) => Math.Min(Paging.With(Search(claim), PageSize), Pages);

    /// <summary>The claims of a page; <paramref name="page"/> is held to what there is.</summary>
    public IReadOnlyList<Claim> On(int page) => Paging.Of(page, Claims.Count, PageSize).On(Claims);

    // The first place in the list that is not before the claim's own in the whole order.
    private int Search(Claim claim)
    {
        var place = order.Places[claim.Id];
        if (!filtered)
            return place;
        var (low, high) = (0, Claims.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order.Places[Claims[middle].Id] < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static HashSet<ClaimId> Taking(Casebook casebook, ClaimsQuery query, Stance stance) =>
        [
            .. Framings(casebook, query.Shown.Sources.Where(s => query.AsOf is not { } day || s.ExistedBy(day) != Existence.NotYet))
                .Where(t => t.Framing.Stance == stance || t.Framing.Also == stance)
                .Select(t => t.Claim.Id),
        ];

    // Of claims coded for fewer than two of the sources no two tellings can differ.
    private static HashSet<ClaimId> Differ(Casebook casebook, ClaimsQuery query) =>
        Framings(casebook, ScopedContestedness.Counted(casebook, query))
            .CountBy(t => t.Claim.Id)
            .Where(c => c.Value > 1 && ScopedContestedness.Differs(casebook, casebook.Claims[c.Key], query))
            .Select(c => c.Key)
            .ToHashSet();

    private static IEnumerable<Told> Framings(Casebook casebook, IEnumerable<Source> sources) =>
        sources.SelectMany(s => casebook.FramingsBySource[s.Id]);
}
