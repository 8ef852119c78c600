using System.Collections;

namespace SummitDashboard.Forms;

/// <summary>
/// Three versions of a form’s fields, by name: what two places both knew, what stands here, and what came from the other. What only one
/// changed is taken from it. Of a field that both changed, or a slot, the one here stands, and the other is set aside; of a list each keeps
/// the rows that it has added or changed, and no row is made of two.
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
                LayRows(rows, (IList)Fields.At(from, group)!, group);
            else
                foreach (var name in mine.Keys.Union(were.Keys).Union(theirs.Keys).Where(n => FormBase.Group(n) == group))
                {
                    if (Aside.Of(name, Of(theirs, name), Of(mine, name), Of(were, name), Fields.Get(started, name)) is { } aside)
                        asides.Add(aside);
                    Fields.Type(onto, started, name, Of(mine, name));
                }
        return asides;
    }

    private void LayRows(IList onto, IList from, string list)
    {
        var (before, here, there) = (Rows(were, list), Rows(mine, list), Rows(theirs, list));
        var isMine = there.Values.SequenceEqual(before.Values); // changed here alone
        foreach (var n in there.Keys.OrderDescending())
            if (isMine || (before.ContainsValue(there[n]) && !here.ContainsValue(there[n])))
                onto.RemoveAt(n);
        foreach (var (n, row) in here)
            if (isMine || (!before.ContainsValue(row) && !there.ContainsValue(row)))
                onto.Add(Fields.Copy(from[n]!));
    }

    // Each row of a list as one text, by its place.
    private static SortedDictionary<int, string> Rows(IReadOnlyDictionary<string, string> version, string list)
    {
        var rows = new SortedDictionary<int, string>();
        foreach (var (name, text) in version.OrderBy(f => f.Key, StringComparer.Ordinal))
            if (name.Split('.', 3) is [var group, var place, ..] parts && group == list && int.TryParse(place, out var n))
                rows[n] = $"{rows.GetValueOrDefault(n)}{(parts.Length > 2 ? parts[2] : "")}={text}\n";
        return rows;
    }

    private static string Of(IReadOnlyDictionary<string, string> version, string name) => version.GetValueOrDefault(name, "");
}
