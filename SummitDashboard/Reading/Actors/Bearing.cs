using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Actors;

/// <summary>
/// Another source that puts the same claim otherwise: in its own words where a quotation carries the telling (<paramref name="IsQuoted"/>),
/// else in the coder's; empty only where nothing at all is coded but the stance.
/// </summary>
/// <param name="Quotation">The quotation, where they are its words.</param>
public sealed record Otherwise(Source Source, Stance Stance, string Words, bool IsQuoted, Quotation? Quotation = null);

/// <summary>
/// A claim that a statement bears on: the stance in which it is told here, and who puts it otherwise. <paramref name="IsAgainst"/> is true
/// where one side disputes what the other tells; otherwise they differ only in how surely or in whose voice they say it.
/// </summary>
/// <param name="More">How many more there are than are named.</param>
public sealed record Bearing(Claim Claim, Stance? Stance, IReadOnlyList<Otherwise> Others, bool IsAgainst, int More = 0)
{
    /// <summary>So many others are named.</summary>
    public const int Most = 8;

    /// <summary>
    /// Works out the bearing of a person's statement on a claim. The stance is that of the quotation which cites this person where the
    /// framing has one, else the framing's; the farthest apart come first, and a dispute leaves out those who merely differ.
    /// </summary>
    public static Bearing Of(Actor actor, Statement said, Claim claim, IReadOnlyList<Source> among)
    {
        if (claim.Of(said.Source) is not { Stance: not Domain.Stance.Silent } own)
            return new(claim, null, [], false);
        var stance = own.Quotations.FirstOrDefault(q => q.Cites?.Actor == actor.Id && q.Stance is not null)?.Stance ?? own.Stance;
        var places = PlacesIn.Of(among);
        // Of a thousand sources fifty may tell it: these are looked at.
        var others = claim
            .Framings.Where(f => f.Stance != Domain.Stance.Silent && f.Stance != stance && places.ContainsKey(f.Source))
            .Where(f => f.Source != said.Source || stance != own.Stance) // a source may tell it otherwise than the person it cites
            .OrderByDescending(f => Apart(stance, f.Stance))
            .ThenBy(f => places[f.Source])
            .Select(f => (Source: among[places[f.Source]], Framing: f))
            .ToList();
        var against = others.FindAll(o => o.Framing.Stance == Domain.Stance.Disputes != (stance == Domain.Stance.Disputes));
        var named = against.Count > 0 ? against : others;
        return new(
            claim,
            stance,
            [.. named.Take(Most).Select(o => Put(claim, o.Source, o.Framing))],
            against.Count > 0,
            Math.Max(0, named.Count - Most)
        );
    }

    private static readonly Derived<IReadOnlyList<Source>, Dictionary<SourceId, int>> PlacesIn = new(list =>
        list.Index().ToDictionary(s => s.Item.Id, s => s.Index)
    );

    // A quotation that carries nothing of the telling would only puzzle beside the claim.
    private static Otherwise Put(Claim claim, Source source, Framing framing)
    {
        if (ContentWords.Carrying(claim, framing) is { } quotation)
            return new(source, framing.Stance, quotation.Exact, true, quotation);
        var ours = framing.Aspects is [var first, ..] ? first.Text : framing.Gloss;
        if (!string.IsNullOrEmpty(ours))
            return new(source, framing.Stance, ours, false);
        return framing.Quotations is [var any, ..]
            ? new(source, framing.Stance, any.Exact, true, any)
            : new(source, framing.Stance, "", false);
    }

    // How far apart two tellings are: a dispute is farthest from a plain assertion, and surer words are farther from weaker ones.
    private static int Apart(Stance a, Stance b) => Math.Abs(Place(a) - Place(b));

    private static int Place(Stance stance) =>
        stance switch
        {
            Domain.Stance.Asserts => 4,
            Domain.Stance.Anticipates => 3,
            Domain.Stance.Attributes => 2,
            Domain.Stance.Hedges => 1,
            _ => -2,
        };
}
