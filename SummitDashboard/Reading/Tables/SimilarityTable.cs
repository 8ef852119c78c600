using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Tables;

/// <summary>How alike two sources tell what both tell. Of every claim counted it is said where it went: <see cref="Both"/> tell it, or
/// it is left out, under the first of the three reasons that holds for either.</summary>
/// <param name="Both">How many claims both tell.</param>
/// <param name="Alike">Of them, how many with the same stance and no slot, coded for both, in which their terms differ.</param>
/// <param name="SameStance">Of them, how many with the same stance.</param>
/// <param name="Uncoded">Left out, since one of the two is uncoded.</param>
/// <param name="CouldNot">Left out, since one was written before it happened, or that cannot be told.</param>
/// <param name="Silent">Left out, since one is silent.</param>
public readonly record struct PairLikeness(int Both, int Alike, int SameStance, int Uncoded, int CouldNot, int Silent)
{
    /// <summary>From so many claims told by both on, a share says something; fewer are marked.</summary>
    public const int Few = 5;

    /// <summary>The share of claims told alike among those that both tell, 0 to 1; null where they tell none both.</summary>
    public double? Share => Both == 0 ? null : (double)Alike / Both;

    /// <summary>Whether it rests on few claims.</summary>
    public bool IsFew => Both < Few;
}

/// <summary>A claim that both of a pair tell, with what they say in the same way and what not.</summary>
/// <param name="Differing">The slots, coded for both, in which their terms differ.</param>
/// <param name="NotCompared">The slots that are not yet coded for one of them.</param>
public sealed record PairedTelling(
    Claim Claim,
    Framing One,
    Framing Other,
    IReadOnlyList<Aspect> Differing,
    IReadOnlyList<Aspect> NotCompared
)
{
    public bool IsSameStance => One.Stance == Other.Stance;
    public bool IsAlike => IsSameStance && Differing.Count == 0;
}

/// <summary>
/// Similarity of sources, pair by pair: the share of claims told alike among those that both tell (<see cref="PairLikeness"/>). Worked out
/// over all sources shown at once, in arrays: two hundred of them are twenty thousand pairs.
/// </summary>
public sealed class SimilarityTable
{
    private readonly PairLikeness[,] pairs;
    private readonly Dictionary<SourceId, int> places;

    private SimilarityTable(TableScope scope, PairLikeness[,] pairs)
    {
        (Scope, this.pairs) = (scope, pairs);
        places = scope.Sources.Index().ToDictionary(s => s.Item.Id, s => s.Index);
    }

    public TableScope Scope { get; }

    /// <summary>Of two sources shown; the same in both directions.</summary>
    public PairLikeness Of(Source one, Source other) => pairs[places[one.Id], places[other.Id]];

    public static SimilarityTable Of(TableScope scope)
    {
        var n = scope.Sources.Count;
        var pairs = new PairLikeness[n, n];
        foreach (var claim in scope.Claims)
            Add(scope, claim, pairs);
        return new(scope, pairs);
    }

    /// <summary>The claims that both of two sources tell, in story order: those that are told alike are what the pair counts.</summary>
    public static IReadOnlyList<PairedTelling> Both(TableScope scope, Source one, Source other) =>
        [
            .. from claim in scope.Claims
            where scope.Counts(one, claim) && scope.Counts(other, claim)
            let first = claim.Of(one.Id)
            let second = claim.Of(other.Id)
            where first is { Stance: not Stance.Silent } && second is { Stance: not Stance.Silent }
            select new PairedTelling(
                claim,
                first,
                second,
                [
                    .. claim.Aspects.Where(a =>
                        first.TermOf(a.Key) is { } term && second.TermOf(a.Key) is { } otherTerm && term != otherTerm
                    ),
                ],
                [.. claim.Aspects.Where(a => first.TermOf(a.Key) is null || second.TermOf(a.Key) is null)]
            ),
        ];

    /// <summary>The rows: in writing order, or those first that are most alike to the source by which it is sorted.</summary>
    public IReadOnlyList<Source> Rows(string? sort) =>
        Scope.Sources.FirstOrDefault(s => s.Siglum == sort) is { } like
            ?
            [
                .. Scope
                    .Sources.OrderByDescending(s => s.Id == like.Id)
                    .ThenByDescending(s => Of(s, like).Share ?? -1)
                    .ThenByDescending(s => Of(s, like).Both),
            ]
            : Scope.Sources;

    private static void Add(TableScope scope, Claim claim, PairLikeness[,] pairs)
    {
        var framings = claim.Framings.ToDictionary(f => f.Source);
        var cells = scope
            .Sources.Select(s =>
                scope.Counts(s, claim)
                    ? Cell.Of(scope.Casebook, claim, s, framings.GetValueOrDefault(s.Id))
                    : new Cell(claim, s, null, CellKind.Uncoded)
            )
            .ToList();
        var terms = cells.ConvertAll(c => claim.Aspects.Select(a => c.Framing?.TermOf(a.Key)).ToArray());
        for (var i = 0; i < cells.Count; i++)
        for (var j = i; j < cells.Count; j++)
        {
            var with = With(pairs[i, j], cells[i], cells[j], terms[i], terms[j]);
            pairs[i, j] = pairs[j, i] = with;
        }
    }

    private static PairLikeness With(PairLikeness pair, Cell one, Cell other, string?[] terms, string?[] otherTerms)
    {
        if (one.Kind == CellKind.Uncoded || other.Kind == CellKind.Uncoded)
            return pair with { Uncoded = pair.Uncoded + 1 };
        if (CouldNot(one) || CouldNot(other))
            return pair with { CouldNot = pair.CouldNot + 1 };
        if (one.Kind == CellKind.Silent || other.Kind == CellKind.Silent)
            return pair with { Silent = pair.Silent + 1 };
        var isSame = one.Framing!.Stance == other.Framing!.Stance;
        var isAlike = isSame;
        for (var n = 0; isAlike && n < terms.Length; n++)
            isAlike = terms[n] is not { } term || otherTerms[n] is not { } otherTerm || term == otherTerm;
        return pair with { Both = pair.Both + 1, SameStance = pair.SameStance + (isSame ? 1 : 0), Alike = pair.Alike + (isAlike ? 1 : 0) };
    }

    private static bool CouldNot(Cell cell) => cell.Kind is CellKind.WrittenBefore or CellKind.CannotTell;
}
