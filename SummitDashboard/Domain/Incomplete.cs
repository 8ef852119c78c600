namespace SummitDashboard.Domain;

/// <summary>Something that a telling still lacks: the part, what it is in a few words, and how to mend it.</summary>
public sealed record Lack(object Part, string Short, string Message);

/// <summary>
/// What a telling still lacks. It may be saved without, half-way through the work, but is not completely coded until it has it.
/// </summary>
public static class Incomplete
{
    private const string WhoseWord = "says not whose word it is (cites: a person, or in plain words such as “unnamed reports”).";

    /// <summary>Everything that is open in one framing.</summary>
    public static IEnumerable<Lack> Of(Framing framing, Claim claim)
    {
        if (framing.Stance == Stance.Silent)
            yield break;
        foreach (var slot in framing.NotYetCoded(claim))
            yield return new(
                framing,
                $"{slot.Label} is not yet coded",
                $"the aspect {slot.Key} is not yet coded; fill it, or name it in empty if the source leaves it open."
            );
        foreach (var quotation in framing.Quotations.Where(q => q is { Stance: Stance.Attributes, Cites: null }))
            yield return new(
                quotation,
                "whose word a quotation is that attributes",
                $"the quotation “{quotation.Exact}” attributes, and {WhoseWord}"
            );
        if (Attributes(framing) && !framing.Quotations.Any(q => q is { Stance: null or Stance.Attributes, Cites: not null }))
            yield return new(framing, "whose word it is, since the source attributes it", $"attributes, and {WhoseWord}");
    }

    private static bool Attributes(Framing framing) => framing.Stance == Stance.Attributes || framing.Also == Stance.Attributes;
}
