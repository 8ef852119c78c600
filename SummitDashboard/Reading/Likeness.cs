using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>
/// How alike two sources tell the claims for which both are coded: how many of them (<paramref name="Of"/>) they tell alike
/// (<paramref name="Alike"/>), with the same stance and, where both fill a slot, with the same term in it.
/// </summary>
public sealed record Likeness(int Alike, int Of)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => (double)Alike / Of;

    private static readonly Derived<Casebook, Derived<Source, Dictionary<SourceId, Likeness>>> Known = new(c => new(s => Find(c, s)));

    /// <summary>Of every source that shares a coded claim with this one, itself among them.</summary>
    public static IReadOnlyDictionary<SourceId, Likeness> With(Casebook casebook, Source source) => Known.Of(casebook).Of(source);

    private static Dictionary<SourceId, Likeness> Find(Casebook casebook, Source source)
    {
        var found = new Dictionary<SourceId, Likeness>();
        foreach (var (claim, own) in casebook.FramingsBySource[source.Id])
        foreach (var other in claim.Framings)
        {
            var was = found.GetValueOrDefault(other.Source) ?? new(0, 0);
            found[other.Source] = new(was.Alike + (IsAlike(claim, own, other) ? 1 : 0), was.Of + 1);
        }
        return found;
    }

    private static bool IsAlike(Claim claim, Framing a, Framing b) =>
        a.Stance == b.Stance
        && (
            a.Stance == Stance.Silent
            || claim.Aspects.All(s => a.TermOf(s.Key) is not { } one || b.TermOf(s.Key) is not { } other || one == other)
        );
}
