using System.Runtime.CompilerServices;
using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Overview;

/// <summary>
/// What one source fills a slot with: its own words where a quotation carries them (<paramref name="IsQuoted"/>), else the coder's.
/// </summary>
public sealed record OwnWords(Source Source, string Text, bool IsQuoted);

/// <summary>
/// A claim on which sources part ways, shown by the slot in which their answers differ most: <paramref name="Answers"/> different ones
/// among <paramref name="Words"/>; <paramref name="Empty"/> sources tell the claim and leave this slot empty.
/// </summary>
public sealed record PartingWays(Claim Claim, Contestedness Contested, Aspect Slot, IReadOnlyList<OwnWords> Words, int Answers, int Empty)
{
    /// <summary>How many the overview shows.</summary>
    public const int Most = 4;

    // Beyond these the least contested of many claims would be searched in vain.
    private const int Examined = 200;
    private static readonly ConditionalWeakTable<Casebook, IReadOnlyList<PartingWays>> Known = [];

    /// <summary>The parting ways for the overview, worked out once for each snapshot where the address chooses no sources.</summary>
    public static IReadOnlyList<PartingWays> Of(Casebook casebook, ShownSources shown) =>
        shown.Chosen ? Of(casebook, shown.Sources, Most) : Known.GetValue(casebook, c => Of(c, shown.Sources, Most));

    /// <summary>
    /// The most contested claim of each theme, the most contested first, at most <paramref name="most"/>; only those that at least three of the
    /// sources shown tell (all of them where fewer are shown), so that a difference between two does not stand for all.
    /// </summary>
    public static IReadOnlyList<PartingWays> Of(Casebook casebook, IReadOnlyList<Source> shown, int most)
    {
        if (shown.Count < 2) return [];
        var tellings = Math.Min(3, shown.Count);
        var themes = new HashSet<string>();
        var found = new List<PartingWays>();
        foreach (var claim in casebook.Claims.OrderByDescending(c => casebook.Contested[c.Id].Score).Take(Examined))
        {
            if (found.Count == most) break;
            if (themes.Contains(claim.Theme) || Of(casebook, claim, shown) is not { } parting || parting.Words.Count + parting.Empty < tellings) continue;
            themes.Add(claim.Theme);
            found.Add(parting);
        }
        return found;
    }

    /// <summary>The slot of a claim in which the sources shown differ most; null where no two of them differ in any.</summary>
    public static PartingWays? Of(Casebook casebook, Claim claim, IReadOnlyList<Source> shown)
    {
        var told = shown.Select(s => (Source: s, Framing: claim.Of(s.Id))).Where(t => t.Framing is { Stance: not Stance.Silent }).ToList();
        PartingWays? best = null;
        foreach (var slot in claim.Aspects)
        {
            var filled = told.Where(t => t.Framing!.In(slot.Key) is not null).ToList();
            var answers = filled.Select(t => t.Framing!.In(slot.Key)!.Value).Distinct().Count();
            if (answers < 2 || answers <= (best?.Answers ?? 0)) continue;
            best = new(claim, casebook.Contested[claim.Id], slot,
                [.. filled.Select(t => WordsOf(t.Source, t.Framing!, t.Framing!.In(slot.Key)!))], answers, told.Count - filled.Count);
        }
        return best;
    }

    // In quotation marks stands only what the source says: the slot's text where a quotation holds it letter for letter, else the quotation
    // that shares most of its words; where none shares any, the coder's text without marks.
    private static OwnWords WordsOf(Source source, Framing framing, AspectValue value)
    {
        if (framing.Quotations.Any(q => HasWhole(q.Exact, value.Text))) return new(source, value.Text, true);
        var wanted = Terms(value.Text).Concat(Terms(value.Value)).ToHashSet();
        var (best, shared) = ((Quotation?)null, 0);
        foreach (var quotation in framing.Quotations)
        {
            var n = Terms(quotation.Exact).Count(wanted.Contains);
            if (n > shared) (best, shared) = (quotation, n);
        }
        return best is null ? new(source, value.Text, false) : new(source, best.Exact, true);
    }

    // “back” does not stand in “backing”.
    private static bool HasWhole(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
                return true;
        return false;
    }

    // Words that carry something: numbers, and what is longer than most prepositions.
    private static IEnumerable<string> Terms(string text) =>
        text.Split([' ', '-', ',', '.', ';', ':', '’', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3 || char.IsAsciiDigit(w[0])).Select(w => w.ToLowerInvariant()).Distinct();
}
