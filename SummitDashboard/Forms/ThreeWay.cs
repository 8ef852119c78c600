using System.Collections;

namespace SummitDashboard.Forms;

/// <summary>
/// Three versions of a form’s fields, by name: what two places both knew, what stands here, and what came from the other. What only one
/// changed is taken from it. Of a field that both changed, or a slot, the one here stands, and the other is set aside; of a list each keeps
/// the rows that it has added or changed, in their places, and no row is made of two.
/// </summary>
/// <param name="were">What both knew.</param>
/// <param name="mine">What stands here.</param>
/// <param name="theirs">What came.</param>
public sealed class ThreeWay(
    IReadOnlyDictionary<string, string> were,
    IReadOnlyDictionary<string, string> mine,
    IReadOnlyDictionary<string, string> theirs
)
{
    /// <summary>The fields, slots and lists (<see cref="FormBase.Group"/>) in which something was changed here.</summary>
    public IReadOnlyList<string> Typed { get; } = [.. Differing(mine, were).Select(FormBase.Group).Distinct()];

    /// <summary>The names under which two versions show something else.</summary>
    public static IEnumerable<string> Differing(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Keys.Union(b.Keys).Where(n => Of(a, n) != Of(b, n));

    /// <summary>Lays what was changed here on a model of what came.</summary>
    /// <param name="onto">The model of what came; changed.</param>
    /// <param name="from">The model of what stands here.</param>
    /// <param name="started">What the form began with.</param>
    /// <returns>What of the other does not stand.</returns>
    public IReadOnlyList<Aside> Lay(object onto, object from, object started)
    {
        var asides = new List<Aside>();
        foreach (var group in Typed)
            if (Fields.At(onto, group) is IList rows and not IDictionary)
                asides.AddRange(LayRows(rows, (IList)Fields.At(from, group)!, group));
            else
                foreach (var name in mine.Keys.Union(were.Keys).Union(theirs.Keys).Where(n => FormBase.Group(n) == group))
                {
                    if (Aside.Of(name, Of(theirs, name), Of(mine, name), Of(were, name), Fields.Get(started, name)) is { } aside)
                        asides.Add(aside);
                    Fields.Type(onto, started, name, Of(mine, name));
                }
        return asides;
    }

    // In the other’s order, or in this one where it alone was changed. Of a row that both changed the one here stands in its place, where
    // it is known by its key; else both do.
    private IEnumerable<Aside> LayRows(IList onto, IList from, string list)
    {
        var (before, here, there) = (ListRow.In(were, list), ListRow.In(mine, list), ListRow.In(theirs, list));
        var isMine = there.Select(r => r.Text).SequenceEqual(before.Select(r => r.Text)); // changed here alone
        var (ofHere, ofThere) = (ListRow.Matches(here, before), ListRow.Matches(there, before));
        var (laid, asides) = (new List<(object Row, int Here)>(), new List<Aside>());
        for (var t = 0; !isMine && t < there.Count; t++)
        {
            var (its, b) = (onto[there[t].Place]!, ofThere[t]);
            var h = b < 0 ? -1 : Array.IndexOf(ofHere, b);
            var (isOutHere, isOutThere) = (IsGone(there[t], here), h < 0 || IsGone(here[h], there)); // taken out by one of them
            if (isOutHere && isOutThere)
                continue;
            var isChangedHere = !isOutThere && here[h].Text != before[b].Text;
            if (isChangedHere && !isOutHere && there[t].Text != before[b].Text && here[h].Text != there[t].Text)
                if (before[b].Key.Length == 0)
                    laid.Add((its, -1));
                else
                    asides.AddRange(there[t].LostIn(here[h], before[b], list, laid.Count));
            isChangedHere |= isOutHere;
            laid.Add((isChangedHere ? Fields.Copy(from[here[h].Place]!) : its, h));
        }
        for (var h = 0; h < here.Count; h++)
        {
            if (laid.Exists(r => r.Here == h) || (!isMine && (IsGone(here[h], there) || there.Exists(r => r.Text == here[h].Text))))
                continue;
            laid.Insert(laid.FindLastIndex(r => r.Here >= 0 && r.Here < h) + 1, (Fields.Copy(from[here[h].Place]!), h));
        }
        if (IsInOrder(ofThere) && !IsInOrder(ofHere))
        {
            var (places, rows) = (Enumerable.Range(0, laid.Count).Where(n => laid[n].Here >= 0).ToList(), laid.Where(r => r.Here >= 0));
            foreach (var (place, row) in places.Zip(rows.OrderBy(r => r.Here).ToList()))
                laid[place] = row;
        }
        var rest = Enumerable.Range(0, onto.Count).Where(n => !there.Exists(r => r.Place == n)).Select(n => onto[n]!).ToList();
        onto.Clear();
        foreach (var row in laid.Select(r => r.Row).Concat(rest))
            onto.Add(row);
        return asides;

        bool IsGone(ListRow row, List<ListRow> at) => before.Exists(r => r.Text == row.Text) && !at.Exists(r => r.Text == row.Text);
    }

    private static bool IsInOrder(int[] places) => places.Where(p => p >= 0).ToArray() is var known && known.SequenceEqual(known.Order());

    private static string Of(IReadOnlyDictionary<string, string> version, string name) => version.GetValueOrDefault(name, "");
}
