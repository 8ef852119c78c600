using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Sources;

/// <summary>
/// What a source's pages look up besides the casebook's own look-ups. Worked out once per snapshot, on first use, and gone with it: a
/// page of fifty sources would else go through every claim of each, at every visit.
/// </summary>
public sealed class SourceIndex
{
    private static readonly Derived<Casebook, SourceIndex> Known = new(c => new(c));

    // Where more are asked for, all are, and one walk over the claims is shorter than one for each.
    private const int Several = 8;

    private readonly Derived<Source, IReadOnlyList<Told>> tellings;
    private readonly Derived<Source, IReadOnlyList<Annotation>> annotations;
    private readonly Derived<Source, StanceTally> tallies;
    private readonly Derived<Source, Speech> speeches;
    private readonly Derived<Source, SourceCoding> codings;
    private readonly Derived<Source, IReadOnlyList<CodedPassage>> passages;
    private readonly Casebook casebook;

    private SourceIndex(Casebook casebook)
    {
        this.casebook = casebook;
        var all = new Lazy<ILookup<SourceId, Told>>(() =>
            casebook.Claims.SelectMany(c => c.Framings, (c, f) => new Told(c, f)).ToLookup(t => t.Framing.Source)
        );
        var asked = 0;
        tellings = new(source =>
            Interlocked.Increment(ref asked) > Several ? [.. all.Value[source.Id]] : [.. casebook.FramingsBySource[source.Id]]
        );
        annotations = new(source => [.. Sources.Annotations.Of(casebook, source)]);
        tallies = new(source => StanceTally.Of(Cells(source)));
        speeches = new(source => Sources.Speech.Of(casebook, source));
        codings = new(source => new(casebook, source));
        passages = new(source => [.. CodedPassage.Of(casebook, source)]);
        Statements = casebook.Actors.SelectMany(a => a.Statements, (a, s) => new Said(a, s)).ToLookup(s => s.Statement.Source);
        Roles = casebook.Actors.SelectMany(a => a.Roles, (a, r) => (Actor: a, Role: r)).ToLookup(r => r.Role.Source);
        Names = casebook.Actors.SelectMany(a => a.Names, (a, n) => (Actor: a, Naming: n)).ToLookup(n => n.Naming.Source);
    }

    public static SourceIndex Of(Casebook casebook) => Known.Of(casebook);

    /// <summary>Statements, roles and names by the id of the source that has them, in panel order.</summary>
    public ILookup<SourceId, Said> Statements { get; }
    public ILookup<SourceId, (Actor Actor, Role Role)> Roles { get; }
    public ILookup<SourceId, (Actor Actor, Naming Naming)> Names { get; }

    /// <summary>What the source tells, in story order.</summary>
    public IReadOnlyList<Told> Tellings(Source source) => tellings.Of(source);

    /// <summary>Everything coded on it (<see cref="Sources.Annotations.Of"/>).</summary>
    public IReadOnlyList<Annotation> Annotations(Source source) => annotations.Of(source);

    public StanceTally Tally(Source source) => tallies.Of(source);

    public Speech Speech(Source source) => speeches.Of(source);

    public SourceCoding Coding(Source source) => codings.Of(source);

    /// <summary>Its coded passages, paragraph by paragraph.</summary>
    public IReadOnlyList<CodedPassage> Passages(Source source) => passages.Of(source);

    /// <summary>One cell for each claim of the casebook, in story order.</summary>
    public IEnumerable<Cell> Cells(Source source)
    {
        // What the source tells comes in the same order, so both are gone through once, as far as is asked for.
        using var told = Tellings(source).GetEnumerator();
        var more = told.MoveNext();
        foreach (var claim in casebook.Claims)
        {
            var framing = more && ReferenceEquals(told.Current.Claim, claim) ? told.Current.Framing : null;
            while (more && ReferenceEquals(told.Current.Claim, claim))
                more = told.MoveNext();
            yield return Cell.Of(casebook, claim, source, framing);
        }
    }
}
