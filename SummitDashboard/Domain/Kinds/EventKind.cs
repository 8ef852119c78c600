namespace SummitDashboard.Domain;

/// <summary>Events: what happened or was to happen.</summary>
public sealed class EventKind : ShelvedKind<Event>
{
    public static readonly EventKind Instance = new();

    private EventKind()
        : base(ItemKind.Event) { }

    protected override Shelf<Event> Shelf(Casebook casebook) => casebook.Events;

    protected override string Title(Event happening) => happening.Label;

    protected override string Sign(Event happening) => happening.Date?.Text ?? "";

    protected override IEnumerable<(ItemKind, string)> References(Event happening) =>
        [
            .. Each(happening.Actors),
            .. Each(happening.Claims),
            .. Each([.. happening.Mentions.Select(m => m.Source), .. happening.DateBasis?.Sources ?? []]),
        ];

    protected override Event Without(Event happening, Item gone) =>
        gone switch
        {
            Source source when References(happening).Contains((ItemKind.Source, source.RawId)) => happening with
            {
                Mentions = [.. happening.Mentions.Where(m => m.Source != source.Id)],
                DateBasis = happening.DateBasis is { } basis
                    ? basis with
                    {
                        Sources = [.. basis.Sources.Where(id => id != source.Id)],
                    }
                    : null,
            },
            Actor actor when ReferencesOf(happening).Contains((ItemKind.Actor, actor.RawId)) => happening with
            {
                Actors = [.. happening.Actors.Where(id => id != actor.Id)],
                Mentions = [.. happening.Mentions.Select(m => m with { Quotation = Uncited(m.Quotation, actor) })],
            },
            Claim claim when happening.Claims.Contains(claim.Id) => happening with
            {
                Claims = [.. happening.Claims.Where(id => id != claim.Id)],
            },
            _ => happening,
        };

    protected override IEnumerable<(SourceId Source, Quotation Quotation)> Quotations(Event happening) =>
        happening.Mentions.Select(m => (m.Source, m.Quotation));

    protected override IEnumerable<ItemText> Texts(Event happening) =>
        [
            ItemText.Needed(happening, "label", happening.Label, ItemText.Line, "label"),
            ItemText.Optional(happening, "note on the date", happening.DateBasis?.Note, field: "dateBasis"),
        ];

    protected override IEnumerable<string> Themes(Event happening) => happening.Themes;

    protected override IEnumerable<Finding> Rules(Event happening, RuleContext context)
    {
        foreach (var finding in CodebookRules.Themes(happening, happening.Themes, context.Head, "themes"))
            yield return finding;
        if (happening.Date is not null && happening.DateBasis is null)
            yield return new(
                happening,
                "has a date and no dateBasis; say whether it is given or inferred, and from which sources.",
                "date"
            );
        foreach (
            var finding in Twice(happening, happening.Actors)
                .Concat(Twice(happening, happening.Claims))
                .Concat(Twice(happening, happening.DateBasis?.Sources ?? []))
        )
            yield return finding;
    }

    protected override IEnumerable<Finding> Checks(Event? before, Event happening, CheckContext context) =>
        TimeRules.Of(happening, context.Head);

    protected override Event Bare(Event happening) => happening with { Mentions = [] };

    protected override Event WithPartsOf(Event happening, Event other) => happening with { Mentions = other.Mentions };

    protected override IEnumerable<object> PartsOf(Event happening, SourceId source) => happening.Mentions.Where(m => m.Source == source);

    // Whether a source could have known hangs on where and when the claim’s event, and those that the source’s words treat as past or to
    // come, stand in the story.
    private protected override IEnumerable<ClaimId> Rescored(Event? before, Event? after, Casebook next) =>
        before is null || after is null || (before.Date == after.Date && EventOrder.Instance.Compare(before, after) == 0) ? []
        : next.Sources.Any(s => s.Written?.Before == after.Id || s.Written?.After == after.Id)
            ? next.Claims.Where(c => c.Event is not null).Select(c => c.Id)
        : next.Claims.Where(c => c.Event == after.Id).Select(c => c.Id);
}
