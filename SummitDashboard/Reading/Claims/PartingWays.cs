using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>
/// What one source fills a slot with: its own words where a quotation carries them (<paramref name="IsQuoted"/>), else the coder's.
/// </summary>
/// <param name="Whole">The quotation, where the words are all of it.</param>
public sealed record OwnWords(Source Source, string Text, bool IsQuoted, Quotation? Whole = null);

/// <summary>
/// A claim on which sources part ways, shown by the slot in which their answers differ most: <paramref name="Answers"/> different ones
/// among <paramref name="Words"/>; <paramref name="Empty"/> sources tell the claim and leave this slot empty, and for
/// <paramref name="Open"/> it is not yet coded.
/// </summary>
public sealed record PartingWays(
    Claim Claim,
    Contestedness Contested,
    Aspect Slot,
    IReadOnlyList<OwnWords> Words,
    int Answers,
    int Empty,
    int Open
)
{
    /// <summary>How many the overview shows.</summary>
    public const int Most = 4;

    /// <summary>
    /// Of the claims that enough of the sources shown tell, this many are compared; where there are more, those most contested among all
    /// sources.
    /// </summary>
    public const int Examined = 200;

    private static readonly Derived<Casebook, IReadOnlyList<PartingWays>> Known = new(c => Find(c, ShownSources.Default(c)));

    /// <summary>
    /// The claims most contested among the framings shown, the most contested first, at most one a theme and at most <see cref="Most"/>;
    /// only those that at least <see cref="Tellings"/> of the sources tell, and in some slot differently. Worked out once for each snapshot
    /// where the address chooses no sources.
    /// </summary>
    public static IReadOnlyList<PartingWays> Of(Casebook casebook, ShownSources shown) =>
        shown.Chosen ? Find(casebook, shown) : Known.Of(casebook);

    private static IReadOnlyList<PartingWays> Find(Casebook casebook, ShownSources shown)
    {
        if (shown.Sources.Count < 2)
            return [];
        var themes = new HashSet<string>();
        var found = new List<PartingWays>();
        foreach (
            var (claim, contested) in Told(casebook, shown)
                .Select(c => (c, Among(casebook, c, shown)))
                .OrderByDescending(c => c.Item2.Score)
        )
        {
            if (found.Count == Most)
                break;
            if (themes.Contains(claim.Theme) || Of(casebook, claim, contested, shown) is not { } parting)
                continue;
            themes.Add(claim.Theme);
            found.Add(parting);
        }
        return found;
    }

    /// <summary>
    /// How many of the sources shown must tell a claim: three, or both where two are shown, so that a difference between two does not stand
    /// for all.
    /// </summary>
    public static int Tellings(IReadOnlyList<Source> shown) => Math.Min(3, shown.Count);

    // Only what these sources tell is looked at. In story order, which decides between equals.
    private static IEnumerable<Claim> Told(Casebook casebook, ShownSources shown)
    {
        var least = Tellings(shown.Sources);
        var told = casebook.Claims.Where(c => Told(casebook, c, shown).Take(least).Count() == least).ToList();
        return (told.Count <= Examined ? told : told.OrderByDescending(c => casebook.Contested[c.Id].Score).Take(Examined)).OrderBy(c =>
            casebook.Claims.PlaceOf(c.Id)
        );
    }

    private static IEnumerable<Framing> Told(Casebook casebook, Claim claim, ShownSources shown) =>
        claim.Framings.Where(f =>
            f.Stance != Stance.Silent && casebook.Sources[f.Source] is var source && shown.Contains(source) && shown.Shows(source, claim)
        );

    private static Contestedness Among(Casebook casebook, Claim claim, ShownSources shown) =>
        shown.Sources.Count == casebook.Sources.Count && !shown.IsByNumber
            ? casebook.Contested[claim.Id]
            : Contestedness.Among(claim, Comparison.Tell(casebook, claim, shown.Of(claim), null).Select(t => t.Cell));

    /// <summary>The slot of a claim in which the sources shown differ most; null where no two of them differ in any.</summary>
    public static PartingWays? Of(Casebook casebook, Claim claim, ShownSources shown) =>
        Of(casebook, claim, Among(casebook, claim, shown), shown);

    private static PartingWays? Of(Casebook casebook, Claim claim, Contestedness contested, ShownSources shown)
    {
        var told = Told(casebook, claim, shown)
            .Select(f => (Source: casebook.Sources[f.Source], Framing: f))
            .OrderBy(t => casebook.Sources.PlaceOf(t.Source.Id))
            .ToList();
        PartingWays? best = null;
        foreach (var slot in claim.Aspects)
        {
            var filled = told.Where(t => t.Framing.In(slot.Key) is not null).ToList();
            var answers = filled.Select(t => t.Framing.In(slot.Key)!.Value).Distinct().Count();
            if (answers < 2 || answers <= (best?.Answers ?? 0))
                continue;
            best = new(
                claim,
                contested,
                slot,
                [.. filled.Select(t => WordsOf(t.Source, t.Framing!, t.Framing.In(slot.Key)!))],
                answers,
                told.Count(t => t.Framing.Empty.Contains(slot.Key)),
                told.Count(t => t.Framing.TermOf(slot.Key) is null)
            );
        }
        return best;
    }

    // In quotation marks stands only what the source says: the slot's text where a quotation holds it letter for letter, else the quotation
    // that shares most of its words; where none shares any, the coder's text without marks.
    private static OwnWords WordsOf(Source source, Framing framing, AspectValue value)
    {
        if (framing.Quotations.Any(q => HasWhole(q.Exact, value.Text)))
            return new(source, value.Text, true, framing.Quotations.FirstOrDefault(q => q.Exact == value.Text));
        var wanted = ContentWords.Of(value.Text).Concat(ContentWords.Of(value.Value)).ToHashSet();
        var (best, shared) = ((Quotation?)null, 0);
        foreach (var quotation in framing.Quotations)
        {
            var n = ContentWords.Of(quotation).Count(wanted.Contains);
            if (n > shared)
                (best, shared) = (quotation, n);
        }
        return best is null ? new(source, value.Text, false) : new(source, best.Exact, true, best);
    }

    // “back” does not stand in “backing”.
    private static bool HasWhole(string text, string words)
    {
        for (
            var at = text.IndexOf(words, StringComparison.Ordinal);
            at >= 0 && words.Length > 0;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal)
        )
            if (!Text.Words.IsCutAt(text, at) && !Text.Words.IsCutAt(text, at + words.Length))
                return true;
        return false;
    }
}
