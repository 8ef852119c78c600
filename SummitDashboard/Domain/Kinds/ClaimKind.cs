using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>Claims, with their framings.</summary>
public sealed class ClaimKind : ShelvedKind<Claim>
{
    public static readonly ClaimKind Instance = new();

    /// <summary>The order of the story.</summary>
    internal static readonly IComparer<Claim> Order = By(
        (a, b) => a.Order.CompareTo(b.Order),
        (a, b) => string.CompareOrdinal(a.Slug, b.Slug)
    );

    private ClaimKind()
        : base(ItemKind.Claim) { }

    protected override Shelf<Claim> Shelf(Casebook casebook) => casebook.Claims;

    protected override string Title(Claim claim) => claim.Question;

    protected override IEnumerable<(ItemKind, string)> References(Claim claim) =>
        [.. Some(claim.Event), .. Each(claim.Framings.Select(f => f.Source))];

    protected override Claim Without(Claim claim, Item gone) =>
        gone switch
        {
            Source source when claim.Of(source.Id) is not null => claim with
            {
                Framings = [.. claim.Framings.Where(f => f.Source != source.Id)],
            },
            Event happening when claim.Event == happening.Id => claim with { Event = null },
            Actor actor when Quotations(claim).Any(q => q.Quotation.Cites?.Actor == actor.Id) => claim with
            {
                Framings = [.. claim.Framings.Select(f => f with { Quotations = [.. f.Quotations.Select(q => Uncited(q, actor))] })],
            },
            _ => claim,
        };

    protected override IEnumerable<(SourceId Source, Quotation Quotation)> Quotations(Claim claim) =>
        claim.Framings.SelectMany(f => f.Quotations, (f, q) => (f.Source, q));

    protected override IEnumerable<ItemText> Texts(Claim claim) =>
        [
            ItemText.Needed(claim, "question", claim.Question, ItemText.Line, "question"),
            ItemText.Needed(claim, "statement", claim.Statement, ItemText.Passage, "statement"),
            .. claim.Aspects.Select(a => ItemText.Needed(claim, "aspect’s label", a.Label, ItemText.Line, "aspects")),
            .. claim.Aspects.Select(a => ItemText.Free(claim, $"key of the aspect “{a.Label}”", a.Key, field: "aspects")),
            .. claim.Framings.SelectMany(Texts),
        ];

    private static IEnumerable<ItemText> Texts(Framing f) =>
        [
            ItemText.Optional(f, "gloss", f.Gloss, ItemText.Passage, "gloss"),
            ItemText.Optional(f, "note on the telling", f.Note, field: "note"),
            ItemText.Optional(f, "coder’s name", f.Coder, field: "coder"),
            ItemText.Optional(f, "reader’s name", f.ReadBy, field: "readBy"),
            .. f.Aspects.SelectMany(slot =>
                new[]
                {
                    ItemText.Needed(slot, $"text of the aspect {slot.Key}", slot.Text, ItemText.Passage),
                    ItemText.Free(slot, $"term of the aspect {slot.Key}", slot.Value, ItemText.Passage),
                }
            ),
        ];

    protected override IEnumerable<string> Themes(Claim claim) => [claim.Theme];

    protected override IEnumerable<Finding> Rules(Claim claim, RuleContext context)
    {
        foreach (var finding in CodebookRules.Themes(claim, [claim.Theme], context.Head, "theme"))
            yield return finding;
        if (claim.Aspects.Count is < 2 or > 5)
            yield return new(
                claim,
                $"has {claim.Aspects.Count} {(claim.Aspects.Count == 1 ? "aspect" : "aspects")}; a claim has two to five.",
                "aspects"
            );
        foreach (var finding in CodebookRules.Keys(claim, claim.Aspects.Select(a => a.Key), "aspects"))
            yield return finding;
        foreach (var twice in claim.Aspects.GroupBy(a => a.Key).Where(g => g.Count() > 1))
            yield return new(claim, $"the aspect {twice.Key} stands twice.", "aspects");
        foreach (var twice in claim.Framings.GroupBy(f => f.Source).Where(g => g.Count() > 1))
            yield return new(
                twice.Last(),
                $"{context.Source(twice.Key)?.Slug ?? twice.Key.Value} has two framings here; one claim and one source have one."
            );
        foreach (var finding in claim.Framings.SelectMany(f => Rules(f, claim)))
            yield return finding;
        foreach (
            var finding in Twice(
                claim,
                claim.Framings.SelectMany(f => new IReadOnlyList<string>[] { [.. f.Aspects.Select(slot => slot.Key)], f.Empty })
            )
        )
            yield return finding;
    }

    /// <summary>One framing, as against its claim: its texts and rules, but not its quotations.</summary>
    internal static IEnumerable<Finding> FramingRules(Framing framing, Claim claim) =>
        [.. Texts(framing).SelectMany(CodebookRules.Of), .. Rules(framing, claim)];

    private static IEnumerable<Finding> Rules(Framing f, Claim claim)
    {
        if (f.Stance == Stance.Silent)
        {
            if (f.Quotations.Count > 0 || f.Aspects.Count > 0 || f.Empty.Count > 0)
                yield return new(f, "a silent framing has neither quotations nor aspects; choose the stance, or take them out.");
            if (f.ReadBy is null || f.ReadOn is null)
                yield return new(f, "silent must be signed: readBy (who read the whole source) and readOn (the day).");
            yield break;
        }
        if (f.Quotations.Count == 0)
            yield return new(f, "has no quotation; a telling has at least one, or it is silent and signed.");
        if (f.Also == f.Stance || f.Also == Stance.Silent)
            yield return new(f, "also is a second, different stance, and not silent.");
        if (f.Frames.Count > 2)
            yield return new(f, "has more than two frames.");
        var has = string.Join(", ", claim.Aspects.Select(a => a.Key));
        foreach (var slot in f.Aspects)
        {
            if (!claim.Has(slot.Key))
                yield return new(slot, $"the claim has no aspect “{slot.Key}”; it has {has}.");
            if (string.IsNullOrWhiteSpace(slot.Value))
                yield return new(slot, $"the term of the aspect {slot.Key} is missing; sources are compared by it.");
            else if (!Terms.IsTerm(slot.Value))
                yield return new(
                    slot,
                    $"value “{slot.Value}” is not written as a term, by which sources are compared; write “{Terms.Of(slot.Value)}”."
                );
        }
        foreach (var key in f.Empty)
            if (!claim.Has(key))
                yield return new(f, $"empty: the claim has no aspect “{key}”; it has {has}.");
            else if (f.In(key) is not null)
                yield return new(f, $"the aspect “{key}” is filled and empty at once; choose one.");
    }

    protected override Claim Bare(Claim claim) => claim with { Framings = [] };

    protected override Claim WithPartsOf(Claim claim, Claim other) =>
        claim with
        {
            Framings = [.. other.Framings.Select(f => WithSlotsOf(claim, f))],
        };

    // An aspect that the claim has no longer takes its slots with it; undoing brings all of it back.
    private static Framing WithSlotsOf(Claim claim, Framing framing) =>
        framing.Aspects.All(s => claim.Has(s.Key)) && framing.Empty.All(claim.Has)
            ? framing
            : framing with
            {
                Aspects = [.. framing.Aspects.Where(s => claim.Has(s.Key))],
                Empty = [.. framing.Empty.Where(claim.Has)],
            };

    protected override IEnumerable<object> PartsOf(Claim claim, SourceId source) => claim.Framings.Where(f => f.Source == source);

    private protected override IEnumerable<ClaimId> Rescored(Claim? before, Claim? after, Casebook next) => [(before ?? after)!.Id];
}
