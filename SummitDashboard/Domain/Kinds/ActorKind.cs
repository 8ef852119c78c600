namespace SummitDashboard.Domain;

/// <summary>Actors: the people on the panel.</summary>
public sealed class ActorKind : ShelvedKind<Actor>
{
    public static readonly ActorKind Instance = new();

    /// <summary>The order of the panel.</summary>
    internal static readonly IComparer<Actor> Order = By(
        (a, b) => a.Order.CompareTo(b.Order),
        (a, b) => string.CompareOrdinal(a.Slug, b.Slug)
    );

    private ActorKind()
        : base(ItemKind.Actor) { }

    protected override Shelf<Actor> Shelf(Casebook casebook) => casebook.Actors;

    protected override string Title(Actor actor) => actor.Name;

    protected override IEnumerable<(ItemKind, string)> References(Actor actor) =>
        [
            .. Each([
                .. actor.Roles.Select(r => r.Source),
                .. actor.Names.Select(n => n.Source),
                .. actor.Statements.Select(s => s.Source),
            ]),
            .. Each(actor.Statements.SelectMany(s => s.Claims)),
        ];

    protected override Actor Without(Actor actor, Item gone) =>
        gone switch
        {
            Source source when PartsOf(actor, source.Id).Any() => actor with
            {
                Roles = [.. actor.Roles.Where(r => r.Source != source.Id)],
                Names = [.. actor.Names.Where(n => n.Source != source.Id)],
                Statements = [.. actor.Statements.Where(t => t.Source != source.Id)],
            },
            Claim claim when actor.Statements.Any(t => t.Claims.Contains(claim.Id)) => actor with
            {
                Statements = [.. actor.Statements.Select(t => t with { Claims = [.. t.Claims.Where(id => id != claim.Id)] })],
            },
            Actor other when Quotations(actor).Any(q => q.Quotation.Cites?.Actor == other.Id) => actor with
            {
                Roles = [.. actor.Roles.Select(r => r with { Quotation = Uncited(r.Quotation, other) })],
                Statements = [.. actor.Statements.Select(t => t with { Quotation = Uncited(t.Quotation, other) })],
            },
            _ => actor,
        };

    protected override IEnumerable<(SourceId Source, Quotation Quotation)> Quotations(Actor actor) =>
        actor.Roles.Select(r => (r.Source, r.Quotation)).Concat(actor.Statements.Select(s => (s.Source, s.Quotation)));

    protected override IEnumerable<ItemText> Texts(Actor actor) =>
        [
            ItemText.Needed(actor, "name", actor.Name, ItemText.Line, "name"),
            .. actor.Names.Select(n => ItemText.Needed(n, "form of a name", n.Form, ItemText.Line, "form")),
        ];

    protected override IEnumerable<Finding> Rules(Actor actor, RuleContext context)
    {
        foreach (var twice in actor.Names.GroupBy(n => (n.Source, n.Form)).Where(g => g.Count() > 1))
            yield return new(twice.Last(), $"the form “{twice.Key.Form}” stands twice for the same source.");
        foreach (var name in actor.Names.Where(n => n.Count < 0 || n.Boilerplate < 0))
            yield return new(
                name,
                $"the form “{name.Form}” is counted {Math.Min(name.Count, name.Boilerplate)} times; a count is 0 or more."
            );
        foreach (var finding in Twice(actor, actor.Statements.Select(s => s.Claims)))
            yield return finding;
    }

    // Only lines that are new are counted; but they are counted together with everybody’s of the same source.
    protected override IEnumerable<Finding> Checks(Actor? before, Actor actor, CheckContext context) =>
        from lines in actor.Names.Except(before?.Names ?? []).GroupBy(n => n.Source)
        let source = context.Source(lines.Key)
        where source is not null
        let text = context.Text(source)
        where text is not null
        from finding in ArticleRules.OfNames(source, text, NameCounts.Lines(source, context.Actors), lines)
        select finding;

    protected override Actor Bare(Actor actor) => actor with { Roles = [], Names = [], Statements = [] };

    protected override Actor WithPartsOf(Actor actor, Actor other) =>
        actor with
        {
            Roles = other.Roles,
            Names = other.Names,
            Statements = other.Statements,
        };

    protected override IEnumerable<object> PartsOf(Actor actor, SourceId source) =>
        [
            .. actor.Roles.Where(r => r.Source == source),
            .. actor.Names.Where(n => n.Source == source),
            .. actor.Statements.Where(s => s.Source == source),
        ];
}
