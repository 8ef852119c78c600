namespace SummitDashboard.Domain;

/// <summary>Something that is still lacking: the part, what it is in a few words, and how to mend it.</summary>
public sealed record Lack(object Part, string Short, string Message);

/// <summary>
/// What is still lacking. It may be saved without, half-way through the work, but is not completely coded until it has it.
/// </summary>
public static class Incomplete
{
    private const string WhoseWord = "says not whose word it is (cites: a person, or in plain words such as “unnamed reports”).";

    /// <summary>Everything that is open in one framing.</summary>
    public static IEnumerable<Lack> Of(Framing framing, Claim claim)
    {
        if (framing.Stance == Stance.Silent)
            yield break;
        foreach (var quotation in framing.Quotations.Where(q => q is { Stance: Stance.Attributes, Cites: null }))
            yield return new(
                quotation,
                "whose word a quotation is that attributes",
                $"the quotation “{quotation.Exact}” attributes, and {WhoseWord}"
            );
        if (Attributes(framing) && !framing.Quotations.Any(q => q is { Stance: null or Stance.Attributes, Cites: not null }))
            yield return new(framing, "whose word it is, since the source attributes it", $"attributes, and {WhoseWord}");
        foreach (var slot in framing.NotYetCoded(claim))
            yield return new(
                framing,
                $"{slot.Label} is not yet coded",
                $"the aspect {slot.Key} is not yet coded; fill it, or name it in empty if the source leaves it open."
            );
        if (framing.Gloss is null)
            yield return new(framing, "our reading, in one sentence", "has no gloss yet: one sentence on how this source puts it.");
    }

    /// <summary>What is open in an event: a date that is given is printed somewhere.</summary>
    public static IEnumerable<Lack> Of(Event happening)
    {
        if (
            happening is { Date: not null, DateBasis: { Basis: Basis.Given } basis }
            && !happening.Mentions.Any(m => m.Date is not null && (basis.Sources.Count == 0 || basis.Sources.Contains(m.Source)))
        )
            yield return new(
                happening,
                "the mention that prints its date, which is marked given",
                "its date is marked given, and no mention of the sources it is from has a date; add the mention that prints it, or "
                    + "mark it inferred."
            );
    }

    private static bool Attributes(Framing framing) => framing.Stance == Stance.Attributes || framing.Also == Stance.Attributes;
}
