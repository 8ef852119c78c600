using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>Claims chosen by a search: those with a hit in themselves or in what was coded of them.</summary>
public static class FoundClaims
{
    /// <summary>Reads <c>claims=found:sanctions</c>; null where the address names no search that can be read, which is said.</summary>
    public static FoundSearch? Read(QueryReader query)
    {
        var list = query.List(FoundSearch.Claims);
        var search = query.Found(FoundSearch.Claims);
        if (list is not null && search is null)
            query.Notices.Add($"“{QueryReader.Short(list)}” chooses no claims; those of a search are chosen by “claims=found:…”.");
        foreach (var notice in search?.Notices ?? [])
            if (!query.Notices.Contains(notice))
                query.Notices.Add(notice);
        return search is { IsUnreadable: false } ? search : null;
    }

    /// <summary>Whether a claim is listed: all are, where nobody could look.</summary>
    public static bool Lists(this FoundSearch? search, Claim claim) => search?.Ids?.Contains(claim.Id.Value) ?? true;

    /// <summary>How many claims have a hit.</summary>
    public static int Count(this FoundSearch search, Casebook casebook) => casebook.Claims.Count(c => search.Lists(c));
}
