using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>What a row of the side-by-side lays side by side.</summary>
public enum RowKind
{
    Stance,
    Words,
    Aspect,
    Cited,
    Frames,
    Reading,
}

/// <summary>One row: what it compares, and whether the tellings differ in it.</summary>
/// <param name="Aspect">The slot; only where <paramref name="Kind"/> is <see cref="RowKind.Aspect"/>.</param>
public sealed record ComparisonRow(RowKind Kind, string Label, Aspect? Aspect, bool Differs);

/// <summary>One column: a source and what it makes of the claim.</summary>
/// <param name="When">When it was written, against the visit as a whole.</param>
/// <param name="Existence">Whether it existed by the day asked for; null where no day was.</param>
public sealed record Telling(Source Source, Cell Cell, WritingTime When, Existence? Existence)
{
    public bool IsNotYet => Existence == Domain.Existence.NotYet;

    /// <summary>The telling to lay beside the others; null where there is none by the day asked for.</summary>
    public Framing? Told => !IsNotYet && Cell.Kind == CellKind.Told ? Cell.Framing : null;

    /// <summary>The word of the cell, as chips and exports have it.</summary>
    public string Word => IsNotYet ? "not yet written" : Cell.Word;
}

/// <summary>A claim as several sources tell it, aligned row by row.</summary>
public sealed class Comparison
{
    private Comparison(Casebook casebook, Claim claim, IReadOnlyList<Telling> tellings, IReadOnlyList<ComparisonRow> rows) =>
        (Casebook, Claim, Tellings, Rows) = (casebook, claim, tellings, rows);

    public Casebook Casebook { get; }
    public Claim Claim { get; }

    /// <summary>The columns, in the order in which they were asked for.</summary>
    public IReadOnlyList<Telling> Tellings { get; }

    /// <summary>The rows; only the stance where nobody tells it.</summary>
    public IReadOnlyList<ComparisonRow> Rows { get; }

    /// <summary>Lays the tellings of these sources side by side, as they existed by the end of a day if one is given.</summary>
    public static Comparison Of(Casebook casebook, Claim claim, IEnumerable<Source> sources, long? asOf)
    {
        Telling[] tellings = [.. Tell(casebook, claim, sources, asOf)];
        return new(casebook, claim, tellings, [.. RowsOf(casebook, claim, tellings)]);
    }

    /// <summary>What each of these sources makes of a claim.</summary>
    public static IEnumerable<Telling> Tell(Casebook casebook, Claim claim, IEnumerable<Source> sources, long? asOf)
    {
        var framings = claim.Framings.ToDictionary(f => f.Source);
        return sources.Select(s => new Telling(
            s,
            Cell.Of(casebook, claim, s, framings.GetValueOrDefault(s.Id)),
            s.AgainstVisit(casebook),
            asOf is { } day ? s.ExistedBy(day) : null
        ));
    }

    /// <summary>
    /// The rows to show. Where only differences are asked for and there is none, the stances stay: a table says more than none.
    /// </summary>
    public IReadOnlyList<ComparisonRow> Visible(bool onlyDifferences)
    {
        if (!onlyDifferences)
            return Rows;
        ComparisonRow[] different = [.. Rows.Where(r => r.Differs)];
        return different.Length > 0 ? different : [Rows[0]];
    }

    /// <summary>Who is cited in a telling, each once, as the coder wrote it or by the person's name.</summary>
    public static IEnumerable<Cited> CitedIn(Framing framing) => framing.Quotations.Select(q => q.Cites).OfType<Cited>().Distinct();

    /// <summary>The words for a frame.</summary>
    public static string NameOf(NewsFrame frame) => Vocabulary.Of(frame).Replace('-', ' ');

    private static IEnumerable<ComparisonRow> RowsOf(Casebook casebook, Claim claim, Telling[] tellings)
    {
        // The same sets and the same measure as in contestedness: silence is a stance, and slots are compared among those who tell.
        var coded = tellings.Where(t => !t.IsNotYet && t.Cell.Kind is not (CellKind.Uncoded or CellKind.WrittenBefore)).ToList();
        var told = tellings.Select(t => t.Told).OfType<Framing>().ToList();
        yield return new(RowKind.Stance, "Stance", null, Contestedness.Diversity(coded.Select(t => (int)t.Cell.Framing!.Stance)) > 0);
        if (told.Count == 0)
            yield break;

        yield return Row(RowKind.Words, "Words", null, f => string.Join('\n', f.Quotations.Select(q => q.Exact)));
        foreach (var aspect in claim.Aspects)
            yield return Row(RowKind.Aspect, aspect.Label, aspect, f => f.TermOf(aspect.Key));
        yield return Row(RowKind.Cited, "Who is cited", null, f =>
            string.Join('\n', CitedIn(f).Select(casebook.NameOf).Order(StringComparer.Ordinal))
        );
        if (told.Any(f => f.Frames.Count > 0))
            yield return Row(RowKind.Frames, "Frames", null, f => string.Join('\n', f.Frames.Order()));
        if (told.Any(f => f.Gloss is not null || f.Note is not null))
            yield return Row(RowKind.Reading, "Our reading", null, f => f.Gloss);

        // Where one alone tells it and another could have, all it tells is the difference. Null is not yet coded, and differs from nothing.
        ComparisonRow Row(RowKind kind, string label, Aspect? aspect, Func<Framing, string?> value)
        {
            string[] values = [.. told.Select(value).OfType<string>()];
            return new(kind, label, aspect, told.Count > 1 ? Contestedness.Diversity(values) > 0 : values.Length > 0 && coded.Count > 1);
        }
    }
}
