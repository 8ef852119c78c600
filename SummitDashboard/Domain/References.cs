namespace SummitDashboard.Domain;

/// <summary>Which other items an item names, by kind and id.</summary>
public static class References
{
    public static IEnumerable<(ItemKind Kind, string Id)> Of(Item item) =>
        item switch
        {
            Source source => Some(ItemKind.Event, source.Written?.Before, source.Written?.After),
            Actor actor =>
            [
                .. Some(
                    ItemKind.Source,
                    [.. actor.Roles.Select(r => r.Source), .. actor.Names.Select(n => n.Source), .. actor.Statements.Select(s => s.Source)]
                ),
                .. Some(ItemKind.Claim, [.. actor.Statements.SelectMany(s => s.Claims)]),
                .. Cited(item),
            ],
            Event happening =>
            [
                .. Some(ItemKind.Actor, [.. happening.Actors]),
                .. Some(ItemKind.Claim, [.. happening.Claims]),
                .. Some(ItemKind.Source, [.. happening.Mentions.Select(m => m.Source), .. happening.DateBasis?.Sources ?? []]),
                .. Cited(item),
            ],
            Claim claim =>
            [
                .. Some(ItemKind.Event, claim.Event),
                .. Some(ItemKind.Source, [.. claim.Framings.Select(f => f.Source)]),
                .. Cited(item),
            ],
            Grade grade => [.. Some(ItemKind.Source, grade.Source), .. Some(ItemKind.Claim, grade.Claim)],
            Talk talk =>
            [
                .. Some(ItemKind.Event, [.. talk.Stops.Select(s => s.Event)]),
                .. Some(ItemKind.Claim, [.. talk.Stops.Select(s => s.Claim)]),
                .. Some(ItemKind.Source, [.. talk.Stops.SelectMany(s => s.Sources)]),
            ],
            _ => [],
        };

    private static IEnumerable<(ItemKind, string)> Cited(Item item) =>
        Some(ItemKind.Actor, [.. CodebookRules.Quotations(item).Select(q => q.Quotation.Cites?.Actor)]);

    private static IEnumerable<(ItemKind, string)> Some(ItemKind kind, params IEnumerable<string?> ids) =>
        ids.OfType<string>().Distinct().Select(id => (kind, id));
}
