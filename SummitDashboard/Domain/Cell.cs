namespace SummitDashboard.Domain;

/// <summary>What stands where a claim and a source meet.</summary>
public enum CellKind
{
    /// <summary>The source makes the claim, with the framing's stance.</summary>
    Told,

    /// <summary>The source was read whole and does not make it.</summary>
    Silent,

    /// <summary>Not made, and the source was written before it happened: it could not be.</summary>
    WrittenBefore,

    /// <summary>Not made, and it cannot be told whether the source was written before it happened.</summary>
    CannotTell,

    /// <summary>Nobody has looked yet.</summary>
    Uncoded,
}

/// <summary>One claim in one source, as it is shown. What is stored is only the framing; the rest is worked out from dates.</summary>
public sealed record Cell(Claim Claim, Source Source, Framing? Framing, CellKind Kind)
{
    /// <summary>Every word that a cell can show, in the order of the legend.</summary>
    public static readonly string[] AllWords = [.. Vocabulary.All<Stance>(), "written before", "cannot tell", "uncoded"];

    /// <summary>The cell of a claim and a source. A source cannot be silent about what had not happened.</summary>
    public static Cell Of(Casebook casebook, Claim claim, Source source) => Of(casebook, claim, source, claim.Of(source.Id));

    /// <summary>The same, where the framing is already at hand: a source's thousands of claims need no search in each.</summary>
    public static Cell Of(Casebook casebook, Claim claim, Source source, Framing? framing) =>
        new(claim, source, framing, KindOf(casebook, claim, source, framing));

    private static CellKind KindOf(Casebook casebook, Claim claim, Source source, Framing? framing)
    {
        if (framing is null)
            return CellKind.Uncoded;
        if (framing.Stance != Stance.Silent)
            return CellKind.Told;
        if (!casebook.Events.TryGet(claim.Event, out var happening))
            return CellKind.Silent;
        return source.Against(happening, casebook) switch
        {
            WritingTime.Before => CellKind.WrittenBefore,
            WritingTime.CannotTell => CellKind.CannotTell,
            _ => CellKind.Silent,
        };
    }

    /// <summary>The word on the chip and in exports: the stance, or why there is none.</summary>
    public string Word =>
        Kind switch
        {
            CellKind.Told => Vocabulary.Of(Framing!.Stance),
            CellKind.WrittenBefore => "written before",
            CellKind.CannotTell => "cannot tell",
            CellKind.Uncoded => "uncoded",
            _ => "silent",
        };
}
