using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Tables;

/// <summary>One claim, with the sources by what they make of it; each in writing order.</summary>
/// <param name="Tellers">Those that tell it.</param>
/// <param name="Silent">Those that were read for it, could have told it, and do not.</param>
/// <param name="Before">Those written before it happened.</param>
/// <param name="CannotTell">Those of which it cannot be told whether they were.</param>
/// <param name="Uncoded">Those that nobody has read for it yet.</param>
public sealed record SilentClaim(
    Claim Claim,
    IReadOnlyList<Source> Tellers,
    IReadOnlyList<Source> Silent,
    IReadOnlyList<Source> Before,
    IReadOnlyList<Source> CannotTell,
    IReadOnlyList<Source> Uncoded
)
{
    /// <summary>The sources under one of the words of <see cref="SilenceTable.Words"/>.</summary>
    public IReadOnlyList<Source> Under(string word) =>
        word switch
        {
            SilenceTable.Here => Tellers.Count > 0 ? Silent : [],
            SilenceTable.Everywhere => Tellers.Count > 0 ? [] : Silent,
            "written-before" => Before,
            "cannot-tell" => CannotTell,
            "uncoded" => Uncoded,
            _ => Tellers,
        };
}

/// <summary>
/// Silent here while told elsewhere: of every source the claims that it was read for and does not make, while another of the sources shown
/// does. Every claim of a source is counted under exactly one word.
/// </summary>
public sealed class SilenceTable
{
    /// <summary>Silent, and told by another source shown.</summary>
    public const string Here = "silent";

    /// <summary>Silent, and told by no source shown.</summary>
    public const string Everywhere = "silent-everywhere";

    /// <summary>The columns, as an address names them and as they are headed.</summary>
    public static readonly (string Key, string Label)[] Words =
    [
        (Here, "silent, told elsewhere"),
        (Everywhere, "silent, as all shown"),
        ("told", "told"),
        ("written-before", "written before"),
        ("cannot-tell", "cannot tell"),
        ("uncoded", "uncoded"),
    ];

    /// <summary>The orders of the claims, as an address names them.</summary>
    public static readonly string[] Orders = ["tellers", "silent", "story"];

    private readonly Dictionary<(SourceId, string), int> counts = [];

    private SilenceTable(TableScope scope, IReadOnlyList<SilentClaim> claims)
    {
        (Scope, Claims) = (scope, claims);
        foreach (var claim in claims)
        foreach (var (word, _) in Words)
        foreach (var source in claim.Under(word))
            counts[(source.Id, word)] = counts.GetValueOrDefault((source.Id, word)) + 1;
    }

    public static SilenceTable Of(TableScope scope) => new(scope, [.. scope.Claims.Select(c => Of(scope, c))]);

    public TableScope Scope { get; }

    /// <summary>Every claim counted, in story order.</summary>
    public IReadOnlyList<SilentClaim> Claims { get; }

    /// <summary>Of how many claims a source is counted under a word.</summary>
    public int Count(Source source, string word) => counts.GetValueOrDefault((source.Id, word));

    /// <summary>The claims behind a cell: those on which the source, or any source, stands under the word.</summary>
    public IReadOnlyList<SilentClaim> In(Source? source, string word, string? order)
    {
        var found = Claims.Where(c => source is null ? c.Under(word).Count > 0 : c.Under(word).Any(s => s.Id == source.Id));
        return order switch
        {
            "story" => [.. found],
            "silent" => [.. found.OrderByDescending(c => c.Silent.Count).ThenByDescending(c => c.Tellers.Count)],
            _ => [.. found.OrderByDescending(c => c.Tellers.Count).ThenByDescending(c => c.Silent.Count)],
        };
    }

    /// <summary>
    /// Of how many claims a source is counted under a word; null where that is not known, since nobody has read it: whether it tells a
    /// claim or is silent is found by reading, whether it could have told it by dates alone.
    /// </summary>
    public int? Figure(Source source, string word) =>
        word is Here or Everywhere or "told" && Scope.Coded(source) == 0 ? null : Count(source, word);

    /// <summary>The rows in an order.</summary>
    public IReadOnlyList<Source> Rows(RowOrder order) => order.Of(Scope, s => Has(order.By) ? Figure(s, order.By!) : null);

    /// <summary>Whether it has a column of this name to be sorted by.</summary>
    public static bool Has(string? sort) => Words.Any(w => w.Key == sort);

    private static SilentClaim Of(TableScope scope, Claim claim)
    {
        var framings = claim.Framings.ToDictionary(f => f.Source);
        var by = scope
            .Sources.Where(s => scope.Counts(s, claim))
            .ToLookup(s => Cell.Of(scope.Casebook, claim, s, framings.GetValueOrDefault(s.Id)).Kind);
        return new(
            claim,
            [.. by[CellKind.Told]],
            [.. by[CellKind.Silent]],
            [.. by[CellKind.WrittenBefore]],
            [.. by[CellKind.CannotTell]],
            [.. by[CellKind.Uncoded]]
        );
    }
}
