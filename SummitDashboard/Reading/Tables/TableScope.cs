using SummitDashboard.Domain;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Reading.Tables;

/// <summary>What a table counts: of which sources, of which claims, which framings.</summary>
public sealed class TableScope
{
    private readonly TablesQuery query;

    public TableScope(Casebook casebook, TablesQuery query)
    {
        (Casebook, this.query) = (casebook, query);
        Sources = query.AsOf is { } day ? [.. query.Shown.Sources.Where(s => s.ExistedBy(day) != Existence.NotYet)] : query.Shown.Sources;
        Claims = query.IsOfSomeClaims ? [.. casebook.Claims.Where(Lists)] : casebook.Claims;
    }

    public Casebook Casebook { get; }

    /// <summary>The rows, in writing order: the sources shown that existed by the day asked for.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>The claims of the theme, or of the search, asked for, in story order.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>How many of the sources shown are left out, since they were not written yet.</summary>
    public int NotYet => query.Shown.Sources.Count - Sources.Count;

    /// <summary>What of a casebook is counted, in one string: what a search found by name, since it finds others for another.</summary>
    public string Key =>
        $"{query.Shown.Settled}|{query.Theme}|{query.AsOf}|{(query.Found is null ? "" : string.Join(',', Claims.Select(c => c.Slug)))}";

    /// <summary>True where what was coded for events and people is counted too: neither some claims nor framings were asked for.</summary>
    public bool CountsAll => !query.IsOfSomeClaims && !query.Shown.IsByNumber;

    /// <summary>Whether a source’s framing of a claim is counted.</summary>
    public bool Counts(Source source, Claim claim) => Lists(claim) && query.Shown.Shows(source, claim);

    private bool Lists(Claim claim) => (query.Theme is null || claim.Theme == query.Theme) && query.Found.Lists(claim);

    /// <summary>For how many of the claims a source was read: who was read for none is not known to do nothing.</summary>
    public int Coded(Source source) => Claims.Count(c => c.Of(source.Id) is not null);

    /// <summary>The passages of a source that are counted, each with those of its annotations that are.</summary>
    public IEnumerable<CodedPassage> Passages(Source source)
    {
        var all = SourceIndex.Of(Casebook).Passages(source);
        return CountsAll
            ? all
            : all.Select(p => p with { Coded = [.. p.Coded.Where(a => a is ClaimAnnotation told && Counts(source, told.Claim))] })
                .Where(p => p.Coded.Count > 0);
    }
}
