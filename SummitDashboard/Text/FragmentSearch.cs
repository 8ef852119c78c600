namespace SummitDashboard.Text;

/// <summary>Where a fragment stands; <paramref name="IsExact"/> is false where only folding found it (<see cref="Folding"/>).</summary>
/// <param name="Paragraph">Counted from 1.</param>
public sealed record FoundFragment(int Paragraph, TextSpan Span, bool IsExact);

/// <summary>The passage nearest to a fragment that stands nowhere, and what differs.</summary>
public sealed record NearFragment(int Paragraph, TextSpan Span, IReadOnlyList<Difference> Differences);

/// <summary>Characters as they were typed, and what the text has in their place; one of the two may be empty.</summary>
public sealed record Difference(string Typed, string Printed)
{
    /// <summary>“a” (U+0430 …) for “a” (U+0061 …)</summary>
    public override string ToString() =>
        Typed.Length == 0 ? $"{CodePoints.Describe(Printed)} is missing"
        : Printed.Length == 0 ? $"{CodePoints.Describe(Typed)} does not stand there"
        : $"{CodePoints.Describe(Typed, IsShort)} stands for {CodePoints.Describe(Printed, IsShort)}";

    // Two that may look alike are told apart by their names.
    private bool IsShort =>
        Characters.In(Typed).Count() == 1 && Characters.In(Printed).Count() == 1 && (Typed[0] > '\u007F' || Printed[0] > '\u007F');
}

/// <summary>Finds what somebody typed in the paragraphs of a text.</summary>
public static class FragmentSearch
{
    private const int LongestSought = 400;
    private const int MostDifferences = 6;
    private const int LeastBetween = 3;

    /// <summary>
    /// The place of a fragment: first where it stands character for character, in the paragraph preferred, else in the first that has it;
    /// only where it so stands nowhere, where it does when both are folded. Never inside a user-perceived character.
    /// </summary>
    /// <param name="occurrence">Which one in the paragraph preferred, from 1; the first where there are not so many.</param>
    public static FoundFragment? Find(IReadOnlyList<string> paragraphs, string fragment, int preferred = 0, int occurrence = 1)
    {
        if (fragment.Length == 0)
            return null;
        if (
            preferred >= 1
            && preferred <= paragraphs.Count
            && TextSpan.Find(paragraphs[preferred - 1], fragment, occurrence) is { } there
            && Characters.IsWhole(paragraphs[preferred - 1], there)
        )
            return new(preferred, there, true);
        return First(paragraphs, preferred, occurrence, true, p => Exactly(p, fragment))
            ?? (
                Folding.Loosely(fragment).Text.Trim(' ') is { Length: > 0 } folded
                    ? First(paragraphs, preferred, occurrence, false, p => Folded(p, folded))
                    : null
            );
    }

    private static FoundFragment? First(
        IReadOnlyList<string> paragraphs,
        int preferred,
        int occurrence,
        bool isExact,
        Func<string, IEnumerable<TextSpan>> places
    )
    {
        if (preferred >= 1 && preferred <= paragraphs.Count)
        {
            var here = places(paragraphs[preferred - 1]).Take(Math.Max(1, occurrence)).ToList();
            if (here.Count > 0)
                return new(preferred, here.Count == occurrence ? here[^1] : here[0], isExact);
        }
        for (var n = 1; n <= paragraphs.Count; n++)
            foreach (var span in places(paragraphs[n - 1]))
                return new(n, span, isExact);
        return null;
    }

    private static IEnumerable<TextSpan> Exactly(string paragraph, string fragment)
    {
        for (
            var at = paragraph.IndexOf(fragment, StringComparison.Ordinal);
            at >= 0;
            at = paragraph.IndexOf(fragment, at + 1, StringComparison.Ordinal)
        )
            if (Characters.IsWhole(paragraph, new(at, fragment.Length)))
                yield return new(at, fragment.Length);
    }

    private static IEnumerable<TextSpan> Folded(string paragraph, string fragment)
    {
        var folded = Folding.Loosely(paragraph);
        for (
            var at = folded.Text.IndexOf(fragment, StringComparison.Ordinal);
            at >= 0;
            at = folded.Text.IndexOf(fragment, at + 1, StringComparison.Ordinal)
        )
            if (folded.Back(new(at, fragment.Length)) is { } span)
                yield return span;
    }

    /// <summary>
    /// The passage most like a fragment that was not found, with whole words, and how it differs; null where nothing is like it. At most
    /// half of the characters differ.
    /// </summary>
    public static NearFragment? Nearest(IReadOnlyList<string> paragraphs, string fragment)
    {
        var sought = Folding.Loosely(fragment, ignoreCase: true).Text.Trim(' ');
        if (sought.Length is < 3 or > LongestSought)
            return null;
        (int Paragraph, FoldedText Folded, int Start, int End, int Cost)? best = null;
        foreach (var (paragraph, folded, from, to) in Likely(paragraphs, sought))
        {
            var (start, end, cost) = Align(folded.Text.AsSpan(from, to - from), sought);
            if (end > start && (best is null || cost < best.Value.Cost))
                best = (paragraph, folded, from + start, from + end, cost);
        }
        if (best is not { } found || found.Cost * 2 > sought.Length)
            return null;
        var text = paragraphs[found.Paragraph - 1];
        var span = WithWordsWhole(text, found.Folded.BackWhole(new(found.Start, found.End - found.Start)));
        return new(found.Paragraph, span, Differences(fragment.Trim(), span.In(text)));
    }

    // The stretches that share most with what is sought, three characters at a time: few enough to be looked at closely.
    private static IEnumerable<(int Paragraph, FoldedText Folded, int From, int To)> Likely(IReadOnlyList<string> paragraphs, string sought)
    {
        var triples = Enumerable.Range(0, sought.Length - 2).Select(i => sought.Substring(i, 3)).ToHashSet();
        var lookup = triples.GetAlternateLookup<ReadOnlySpan<char>>();
        var size = Math.Max(64, 2 * sought.Length);
        var blocks = new PriorityQueue<(int Paragraph, FoldedText Folded, int Block), int>();
        for (var n = 1; n <= paragraphs.Count; n++)
        {
            var folded = Folding.Loosely(paragraphs[n - 1], ignoreCase: true);
            var hits = new int[folded.Text.Length / size + 1];
            for (var i = 0; i + 3 <= folded.Text.Length; i++)
                if (lookup.Contains(folded.Text.AsSpan(i, 3)))
                    hits[i / size]++;
            foreach (var (block, count) in hits.Index())
                if (count > 0)
                {
                    blocks.Enqueue((n, folded, block), count);
                    if (blocks.Count > 6)
                        blocks.Dequeue();
                }
        }
        return blocks
            .UnorderedItems.Select(b => b.Element)
            .Select(b => (b.Paragraph, b.Folded, Math.Max(0, (b.Block - 1) * size), Math.Min(b.Folded.Text.Length, (b.Block + 2) * size)));
    }

    // Where in a text the stretch stands that differs least from what is sought (Sellers 1980), the shortest of equals, and by how much.
    private static (int Start, int End, int Cost) Align(ReadOnlySpan<char> text, string sought)
    {
        var cost = Enumerable.Range(0, sought.Length + 1).ToArray();
        var from = new int[sought.Length + 1];
        var best = (Start: 0, End: 0, Cost: int.MaxValue);
        for (var j = 1; j <= text.Length; j++)
        {
            var (diagonal, diagonalFrom) = (cost[0], from[0]);
            (cost[0], from[0]) = (0, j);
            for (var i = 1; i <= sought.Length; i++)
            {
                var (across, acrossFrom) = (diagonal + (sought[i - 1] == text[j - 1] ? 0 : 1), diagonalFrom);
                (diagonal, diagonalFrom) = (cost[i], from[i]);
                if (cost[i - 1] + 1 < across || (cost[i - 1] + 1 == across && from[i - 1] > acrossFrom))
                    (across, acrossFrom) = (cost[i - 1] + 1, from[i - 1]);
                if (diagonal + 1 < across || (diagonal + 1 == across && diagonalFrom > acrossFrom))
                    (across, acrossFrom) = (diagonal + 1, diagonalFrom);
                (cost[i], from[i]) = (across, acrossFrom);
            }
            if (cost[^1] < best.Cost)
                best = (from[^1], j, cost[^1]);
        }
        return best;
    }

    private static TextSpan WithWordsWhole(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (Words.IsCutAt(text, start))
            start--;
        while (Words.IsCutAt(text, end))
            end++;
        return Characters.Trimmed(text, new(start, end - start));
    }

    // What differs beyond what folding would overlook, character by character, neighbours together.
    private static List<Difference> Differences(string typed, string printed)
    {
        var (a, b) = (Pieces(typed), Pieces(printed));
        var cost = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count; i >= 0; i--)
        for (var j = b.Count; j >= 0; j--)
            cost[i, j] =
                i == a.Count ? b.Count - j
                : j == b.Count ? a.Count - i
                : a[i].Folded == b[j].Folded ? cost[i + 1, j + 1]
                : 1 + Math.Min(cost[i + 1, j + 1], Math.Min(cost[i + 1, j], cost[i, j + 1]));
        var found = new List<(int From, int To, int PrintedFrom, int PrintedTo)>();
        for (var (i, j) = (0, 0); i < a.Count || j < b.Count; )
        {
            if (i < a.Count && j < b.Count && a[i].Folded == b[j].Folded)
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            // What differs a little further on again is one difference.
            var (from, printedFrom) =
                found.Count > 0 && i - found[^1].To < LeastBetween && j - found[^1].PrintedTo < LeastBetween
                    ? (found[^1].From, found[^1].PrintedFrom)
                    : (i, j);
            if (from < i || printedFrom < j)
                found.RemoveAt(found.Count - 1);
            if (i < a.Count && j < b.Count && cost[i, j] == 1 + cost[i + 1, j + 1])
                (i, j) = (i + 1, j + 1);
            else if (i < a.Count && cost[i, j] == 1 + cost[i + 1, j])
                i++;
            else
                j++;
            found.Add((from, i, printedFrom, j));
        }
        return [.. found.Select(f => Trimmed(a[f.From..f.To], b[f.PrintedFrom..f.PrintedTo])).Take(MostDifferences)];
    }

    // Without what is the same at its ends.
    private static Difference Trimmed(List<(string Text, string Folded)> typed, List<(string Text, string Folded)> printed)
    {
        while (typed.Count > 0 && printed.Count > 0 && typed[0].Folded == printed[0].Folded)
            (typed, printed) = (typed[1..], printed[1..]);
        while (typed.Count > 0 && printed.Count > 0 && typed[^1].Folded == printed[^1].Folded)
            (typed, printed) = (typed[..^1], printed[..^1]);
        return new(string.Concat(typed.Select(t => t.Text)), string.Concat(printed.Select(t => t.Text)));
    }

    private static List<(string Text, string Folded)> Pieces(string text) =>
        [.. Characters.In(text).Select(c => c.In(text)).Select(c => (c, Folding.Loosely(c).Text)).Where(c => c.Item2.Length > 0)];
}
