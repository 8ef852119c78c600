using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>
/// Creates an item (<paramref name="Base"/> null), changes it, or removes it (<paramref name="Next"/> null) with everything that refers to
/// it. What other edits look after stays as it is: a claim's framings, an event's mentions, an actor's roles, names and statements.
/// </summary>
/// <param name="Base">The item as the author found it.</param>
public sealed record PutItem(Item? Base, Item? Next) : Edit
{
    public override Right Right => Kinds.Of((Next ?? Base)!).Right;
    public override string Verb =>
        Kinds.Of((Next ?? Base)!).Word
        + (
            Base is null ? " added"
            : Next is null ? " removed"
            : ""
        );

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        var subject = (Next ?? Base)!;
        var kind = Kinds.Of(subject);
        if (kind.IsOnlyAdded)
            return Edits.Plan.No("Grades are only ever added; give a new one, or withdraw yours.");
        var current = kind.Find(casebook, subject.RawId);
        if (current is null)
            return Base is null ? Edits.Plan.Of(new ItemChange(null, Next))
                : Next is null ? Edits.Plan.Of()
                : new Plan.Clash(subject.RawId, null);
        if (Next is not null && SameHead(current, Next))
            return Edits.Plan.Of();
        if (Base is null || !SameHead(current, Base))
            return new Plan.Clash(subject.RawId, current, c => !SameHead(c.Before, c.After));
        return Next is null ? Removal.Of(casebook, current) : Edits.Plan.Of(new ItemChange(current, kind.WithPartsOf(Next, current)));
    }

    // What other edits look after is left out of sight: it may be a hundred times as long.
    private static bool SameHead(Item? a, Item? b) => Documents.Same(Bare(a), Bare(b));

    private static Item? Bare(Item? item) => item is null ? null : Kinds.Of(item).Bare(item);
}

/// <summary>
/// The same of a source that is put between others: where its place in the order of writing is taken, those from there on stand one
/// further.
/// </summary>
public sealed record PutSource(Source? Base, Source Next) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => Base is null ? "source added" : "source";

    internal override Plan Plan(Casebook casebook, WriteContext context) =>
        new PutItem(Base, Next).Plan(casebook, context) is Plan.Changes { Items: [{ After: Source placed } change] }
            ? Edits.Plan.Of([
                change,
                .. WritingOrder
                    .MakingRoom(placed, casebook.Sources.Where(s => s.Id != placed.Id))
                    .Select(s => new ItemChange(casebook.Sources[s.Id], s)),
            ])
            : new PutItem(Base, Next).Plan(casebook, context);
}

/// <summary>
/// Codes a cell (<paramref name="Base"/> null), changes its framing, or makes it uncoded again (<paramref name="Next"/> null).
/// </summary>
public sealed record PutFraming(ClaimId Claim, SourceId Source, Framing? Base, Framing? Next) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "framing";

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        if (!casebook.Claims.TryGet(Claim, out var claim))
            return new Plan.Clash(Claim.Value, null);
        if (!casebook.Sources.TryGet(Source, out _))
            return new Plan.Clash(Source.Value, null);
        var current = claim.Of(Source);
        var next = Next is null ? null : Next with { Source = Source };
        if (Parts.Same(current, next))
            return Edits.Plan.Of();
        if (!Parts.Same(current, Base))
            return new Plan.Clash(Claim.Value, current, c => !Parts.Same((c.Before as Claim)?.Of(Source), (c.After as Claim)?.Of(Source)));
        IReadOnlyList<Framing> framings = current is null
            ? [.. claim.Framings, next!]
            : [.. claim.Framings.Select(f => f.Source == Source ? next : f).OfType<Framing>()];
        return Edits.Plan.Of(new ItemChange(claim, claim with { Framings = framings }));
    }
}

/// <summary>
/// Makes cells of a source uncoded again that were signed together, in one revision; one that says anything else by now is left alone, and
/// how many these are is said.
/// </summary>
/// <param name="Signed">What each of them was made.</param>
public sealed record TakeBackFramings(IReadOnlyList<ClaimId> Claims, Framing Signed) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "undo";
    internal override bool BringsTexts => false;

    /// <summary>Whether a claim still has what was signed.</summary>
    public bool IsAsSigned(Casebook casebook, ClaimId claim) =>
        casebook.Claims.TryGet(claim, out var now) && Parts.Same(now.Of(Signed.Source), Signed);

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        var mine = Claims.Distinct().Where(c => IsAsSigned(casebook, c)).Select(c => casebook.Claims[c]).ToList();
        if (mine.Count == 0)
            return Edits.Plan.No("Each of these cells was changed since.");
        var left = Claims.Distinct().Count() - mine.Count;
        return new Plan.Changes(
            [.. mine.Select(c => new ItemChange(c, c with { Framings = [.. c.Framings.Where(f => f.Source != Signed.Source)] }))],
            left == 0 ? null : $"{left:N0} that {(left == 1 ? "was" : "were")} changed since {(left == 1 ? "is" : "are")} left alone."
        );
    }
}

/// <summary>
/// Adds (<paramref name="Base"/> null), changes or removes (<paramref name="Next"/> null) one source's words for an event.
/// </summary>
public sealed record PutMention(EventId Event, Mention? Base, Mention? Next) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "mention";

    internal override Plan Plan(Casebook casebook, WriteContext context) =>
        !casebook.Events.TryGet(Event, out var item)
            ? new Plan.Clash(Event.Value, null)
            : Parts.Put(item, i => i.Mentions, Base, Next, parts => item with { Mentions = parts });
}

/// <summary>Adds, changes or removes what one source has a person say.</summary>
public sealed record PutStatement(ActorId Actor, Statement? Base, Statement? Next) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "statement";

    internal override Plan Plan(Casebook casebook, WriteContext context) =>
        !casebook.Actors.TryGet(Actor, out var item)
            ? new Plan.Clash(Actor.Value, null)
            : Parts.Put(item, i => i.Statements, Base, Next, parts => item with { Statements = parts });
}

/// <summary>Adds, changes or removes the role one source gives a person.</summary>
public sealed record PutRole(ActorId Actor, Role? Base, Role? Next) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "role";

    internal override Plan Plan(Casebook casebook, WriteContext context) =>
        !casebook.Actors.TryGet(Actor, out var item)
            ? new Plan.Clash(Actor.Value, null)
            : Parts.Put(item, i => i.Roles, Base, Next, parts => item with { Roles = parts });
}

/// <summary>
/// Adds, changes or removes a line of a person's naming ledger. Every place in a text counts once, for the longest form: where the article
/// is at hand, the source's other lines that this moves are counted anew.
/// </summary>
public sealed record PutNaming(ActorId Actor, Naming? Base, Naming? Next) : Edit
{
    public override Right Right => Right.Edit;
    public override string Verb => "name";

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        if (!casebook.Actors.TryGet(Actor, out var item))
            return new Plan.Clash(Actor.Value, null);
        var plan = Parts.Put(item, i => i.Names, Base, Next, parts => item with { Names = parts });
        return plan is Plan.Changes { Items: [{ After: Actor named }] } ? Counted(casebook, named, context) : plan;
    }

    private Plan.Changes Counted(Casebook casebook, Actor named, WriteContext context)
    {
        List<Actor> panel = [.. casebook.Actors.Select(a => a.Id == Actor ? named : a)];
        foreach (var id in new[] { Base?.Source, Next?.Source }.OfType<SourceId>().Distinct())
            if (casebook.Sources.TryGet(id, out var source) && context.TextOf(source) is { } text)
                foreach (var (actor, was, now) in NameCounts.Moved(source, text, casebook.Actors, [.. panel]).ToList())
                {
                    var place = panel.FindIndex(a => a.Id == actor.Id);
                    panel[place] = panel[place] with { Names = [.. panel[place].Names.Select(n => n == was ? now : n)] };
                }
        return new([.. panel.Where(a => !ReferenceEquals(a, casebook.Actors[a.Id])).Select(a => new ItemChange(casebook.Actors[a.Id], a))]);
    }
}

/// <summary>Adds a stop at the end of a talk.</summary>
public sealed record AddStop(TalkId Talk, Stop Stop) : Edit
{
    public override Right Right => Right.Compose;
    public override string Verb => "stop";

    internal override Plan Plan(Casebook casebook, WriteContext context) =>
        casebook.Talks.TryGet(Talk, out var talk)
            ? Edits.Plan.Of(new ItemChange(talk, talk with { Stops = [.. talk.Stops, Stop] }))
            : new Plan.Clash(Talk.Value, null);
}

/// <summary>Gives a grade, or withdraws the one held (<see cref="Grade.Mark"/> null). Who and when are the writer's to fill in.</summary>
public sealed record AddGrade(Grade Grade) : Edit
{
    public override Right Right => Right.Grade;
    public override string Verb => Grade.Mark is null ? "grade withdrawn" : "grade";

    internal override Plan Plan(Casebook casebook, WriteContext context)
    {
        if (casebook.Grades.TryGet(Grade.Id) is not null)
            return Edits.Plan.Of(); // sent twice
        if (!casebook.Sources.TryGet(Grade.Source, out _))
            return new Plan.Clash(Grade.Source.Value, null);
        if (Grade.Claim is { } id && (!casebook.Claims.TryGet(id, out var claim) || claim.Of(Grade.Source) is null))
            return Edits.Plan.No("There is no framing to grade here; code the cell first.");
        if (
            Grade.Mark is null
            && casebook.Grades.Held(Grade.Source, Grade.Claim).All(g => g.Editor != (context.Author.AccountId ?? context.Author.Name))
        )
            return Edits.Plan.No("You hold no grade here that could be withdrawn.");
        // The grade that its editor holds already is not given again.
        if (
            casebook
                .Grades.Held(Grade.Source, Grade.Claim)
                .FirstOrDefault(g => g.Editor == (context.Author.AccountId ?? context.Author.Name))
                is { } held
            && Documents.Same(held, Grade with { Id = held.Id, Slug = held.Slug, By = held.By, AccountId = held.AccountId, At = held.At })
        )
            return Edits.Plan.Of();
        return Edits.Plan.Of(
            new ItemChange(
                null,
                Grade with
                {
                    Slug = Grade.RawId,
                    By = context.Author.Name,
                    AccountId = context.Author.AccountId,
                    At = casebook.Grades.Next(Grade, context.Now),
                }
            )
        );
    }
}
