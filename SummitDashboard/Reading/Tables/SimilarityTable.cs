using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Tables;

/// <summary>
/// How alike two sources tell what both tell. Of every claim counted it is said where it went: both tell it, or it is left out, under the
/// first of three reasons that holds for either. <see cref="Score"/> is the counterpart of how contested a claim is
/// (<see cref="Contestedness"/>): the mean of a part for the stances and one for the terms.
/// </summary>
/// <param name="Both">How many claims both tell.</param>
/// <param name="SameStance">Of them, how many with the same stance.</param>
/// <param name="Slots">How many slots of them can be compared: coded for both, and filled by one of them at least.</param>
/// <param name="SameTerms">Of these, how many with the same term.</param>
/// <param name="Alike">How many claims are told wholly alike: with the same stance, and no slot in which they differ.</param>
/// <param name="Uncoded">Left out, since one of the two is uncoded.</param>
/// <param name="CouldNot">Left out, since one was written before it happened, or that cannot be told.</param>
/// <param name="Silent">Left out, since one is silent.</param>
public readonly record struct PairLikeness(
    int Both,
    int SameStance,
    int Slots,
    int SameTerms,
    int Alike,
    int Uncoded,
    int CouldNot,
    int Silent
)
{
    /// <summary>From so many claims told by both on, a share says something; fewer are marked.</summary>
    public const int Few = 5;

    /// <summary>The share of claims told with the same stance, 0 to 1; null where they tell none both.</summary>
    public double? Stances => Both == 0 ? null : (double)SameStance / Both;

    /// <summary>The share of slots with the same term, 0 to 1; null where none can be compared.</summary>
    public double? Terms => Slots == 0 ? null : (double)SameTerms / Slots;

    /// <summary>The mean of the two parts; the stances alone where no slot can be compared.</summary>
    public double? Score => Terms is { } terms ? (Stances + terms) / 2 : Stances;

    /// <summary>The share of claims told wholly alike, 0 to 1.</summary>
    public double? Wholly => Both == 0 ? null : (double)Alike / Both;

    /// <summary>Whether it rests on few claims.</summary>
    public bool IsFew => Both < Few;
}

/// <summary>A claim that both of a pair tell, with what they say in the same way and what not.</summary>
/// <param name="Same">The slots, filled by one at least, with the same term.</param>
/// <param name="Differing">The slots, coded for both, in which their terms differ.</param>
/// <param name="NotCompared">The slots that are not yet coded for one of them.</param>
public sealed record PairedTelling(
    Claim Claim,
    Framing One,
    Framing Other,
    IReadOnlyList<Aspect> Same,
    IReadOnlyList<Aspect> Differing,
    IReadOnlyList<Aspect> NotCompared
)
{
    public bool IsSameStance => One.Stance == Other.Stance;
    public bool IsAlike => IsSameStance && Differing.Count == 0;
}

/// <summary>
/// Similarity of sources, pair by pair: how alike they tell the claims that both tell (<see cref="PairLikeness"/>). Worked out
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

    // Every stretch of a large table, and every pair in it, asks for the same.
    private static readonly Derived<Casebook, Kept<SimilarityTable>> Known = new(_ => new(4));

    public static SimilarityTable Of(TableScope scope) => Known.Of(scope.Casebook).Of(scope.Key, () => Make(scope));

    private static SimilarityTable Make(TableScope scope)
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
                [.. claim.Aspects.Where(a => first.TermOf(a.Key) is { Length: > 0 } term && second.TermOf(a.Key) == term)],
                [
                    .. claim.Aspects.Where(a =>
                        first.TermOf(a.Key) is { } term && second.TermOf(a.Key) is { } otherTerm && term != otherTerm
                    ),
                ],
                [.. claim.Aspects.Where(a => first.TermOf(a.Key) is null || second.TermOf(a.Key) is null)]
            ),
        ];

    /// <summary>
    /// The rows in an order; the source by which they are sorted comes first either way, as what the others are compared with.
    /// </summary>
    /// <param name="kind">By which figure, as the address names it.</param>
    /// <param name="wording">What is known of shared wording; null where nothing is.</param>
    public IReadOnlyList<Source> Rows(RowOrder order, string? kind, SharedWordingTable? wording)
    {
        var (like, figure) = (Scope.Sources.FirstOrDefault(s => s.Siglum == order.By), FigureOf(kind));
        var sorted = order.Of(Scope, s => like is null ? null
            : kind == SharedWordingTable.Kind ? wording?.Of(s, like)?.OfThis
            : figure(Of(s, like)));
        return like is null ? sorted : [like, .. sorted.Where(s => s.Id != like.Id)];
    }

    /// <summary>Whether it has a column of this name to be sorted by.</summary>
    public bool Has(string sort) => Scope.Sources.Any(s => s.Siglum == sort);

    /// <summary>The figures of a pair, as an address names them; likeness has no word.</summary>
    public static readonly string[] Kinds = ["stance", "terms", "wholly", SharedWordingTable.Kind];

    /// <summary>The figure that an address names; likeness where it names none.</summary>
    public static Func<PairLikeness, double?> FigureOf(string? kind) =>
        kind switch
        {
            "stance" => p => p.Stances,
            "terms" => p => p.Terms,
            "wholly" => p => p.Wholly,
            _ => p => p.Score,
        };

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
        var (slots, same, isAlike) = (0, 0, one.Framing!.Stance == other.Framing!.Stance);
        for (var n = 0; n < terms.Length; n++)
        {
            // Null is not yet coded; where both found nothing there is nothing to compare.
            if (terms[n] is not { } term || otherTerms[n] is not { } otherTerm || (term.Length == 0 && otherTerm.Length == 0))
                continue;
            slots++;
            if (term == otherTerm)
                same++;
        }
        return pair with
        {
            Both = pair.Both + 1,
            SameStance = pair.SameStance + (isAlike ? 1 : 0),
            Slots = pair.Slots + slots,
            SameTerms = pair.SameTerms + same,
            Alike = pair.Alike + (isAlike && same == slots ? 1 : 0),
        };
    }

    private static bool CouldNot(Cell cell) => cell.Kind is CellKind.WrittenBefore or CellKind.CannotTell;
}
