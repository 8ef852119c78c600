using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>What these rows say of the slots: in two columns that hold all of them, or in columns of their own.</summary>
internal sealed partial class TellingRows
{
    // Each slot by its key: from the two columns that hold all of them, and from columns of their own.
    private (List<AspectValue> Filled, List<string> Empty) Slots()
    {
        var (terms, words) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        Take("slot-terms", "; ", terms);
        Take("slots", " | ", words);
        foreach (var (column, meaning) in table.Meanings.Index().Where(m => Meanings.MayRepeat(m.Item)))
            TakeColumn(column, meaning == Meanings.SlotTerm ? terms : words);
        var (filled, empty) = (new List<AspectValue>(), new List<string>());
        foreach (var key in claim.Aspects.Select(a => a.Key))
        {
            var (term, said) = (terms.GetValueOrDefault(key, ""), words.GetValueOrDefault(key, ""));
            if (term == NotYetCoded || said == NotYetCoded)
                continue;
            if (term == NotSaid || said == NotSaid)
                empty.Add(key);
            else if (term.Length > 0 || said.Length > 0)
                filled.Add(
                    new(
                        key,
                        term.Length > 0 ? Folding.Composed(term) : claim.TermOfWords(key, said, than: source.Id) ?? Terms.Of(said),
                        said.Length > 0 ? said : term.Replace('-', ' ')
                    )
                );
        }
        return (InOrder(filled, a => a.Key, current?.Aspects.Select(a => a.Key)), InOrder(empty, k => k, current?.Empty));
    }

    // What was there keeps its place.
    private static List<T> InOrder<T>(List<T> all, Func<T, string> key, IEnumerable<string>? before)
    {
        var places = (before ?? []).ToList();
        return [.. all.OrderBy(a => places.IndexOf(key(a)) is >= 0 and var place ? place : int.MaxValue)];
    }

    private string? SlotNamed(string name) =>
        claim
            .Aspects.FirstOrDefault(a => a.Key == name || Folding.Of(a.Label) == Folding.Of(name) || Folding.Of(a.Key) == Folding.Of(name))
            ?.Key;

    private void Take(string key, string between, Dictionary<string, string> slots)
    {
        string? at = null;
        foreach (var piece in One(key).Split(between))
            if (piece.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && SlotNamed(piece[..colon]) is { } slot)
                slots[at = slot] = piece[(colon + 2)..].Trim();
            else if (at is not null) // a part of what fills the slot before
                slots[at] += between + piece;
            else if (piece.Trim().Length > 0)
            {
                Wrong(rows[0], key, $"{Remark.Quoted(piece)} names no slot of this claim. {HasSlots}");
                return;
            }
    }

    private void TakeColumn(int column, Dictionary<string, string> slots)
    {
        if (rows.Find(r => r.Cells[column].Trim().Length > 0) is not { } row)
            return;
        var name = Meanings.SlotOf(table.Sheet.Columns[column]);
        if (SlotNamed(name) is { } key)
            slots[key] = row.Cells[column].Trim();
        else
            problems.Add(new(row.Number, column, $"This claim has no slot {Remark.Quoted(name)}. {HasSlots}"));
    }

    private string HasSlots => $"It has {string.Join(", ", claim.Aspects.Select(a => a.Key))}, each written with a colon behind it.";

    private const string NotSaid = "(not said)";

    private const string NotYetCoded = "(not yet coded)";
}
