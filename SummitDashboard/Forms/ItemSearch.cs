using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Forms;

/// <summary>
/// The items of one kind as they are chosen: called so that no two look alike, and found by the words of their name, siglum and short
/// name, wherever these stand.
/// </summary>
public sealed class ItemSearch
{
    private static readonly Derived<IReadOnlyList<Item>, ItemSearch> Made = new(items => new(items));

    private readonly (Item Item, string Shown, string Folded)[] entries;
    private readonly Dictionary<string, string> shown;

    private ItemSearch(IReadOnlyList<Item> items)
    {
        var twice = items.CountBy(Title).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        entries = [.. items.Select(i => (i, Called(i), Names.Fold($"{Sign(i)} {Called(i)} {i.Slug}")))];
        shown = entries.ToDictionary(e => e.Item.RawId, e => e.Shown);

        string Called(Item item) => twice.Contains(Title(item)) ? $"{Title(item)} ({item.Slug})" : Title(item);
    }

    /// <summary>The search over a shelf of a casebook; kept as long as the shelf stands.</summary>
    public static ItemSearch Of(IReadOnlyList<Item> items) => Made.Of(items);

    /// <summary>What an item is called here: by its short name too, where two have one name.</summary>
    public string Shown(Item item) => shown.GetValueOrDefault(item.RawId, Title(item));

    /// <summary>The items in which every word that was typed stands: first what has it for its siglum, then what begins with it, else in
    /// their order.</summary>
    public IEnumerable<Item> Find(string? typed)
    {
        var text = Names.Fold(typed ?? "");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = entries.Where(e => words.All(w => e.Folded.Contains(w, StringComparison.Ordinal)));
        return (words.Length == 0 ? found : found.OrderBy(e => Rank(e.Item, e.Shown, text))).Select(e => e.Item);
    }

    private static int Rank(Item item, string shown, string text) =>
        Names.Fold(Sign(item)) == text ? 0
        : Names.Fold(shown).StartsWith(text, StringComparison.Ordinal) ? 1
        : 2;

    private static string Title(Item item) => Kinds.Of(item).TitleOf(item);

    private static string Sign(Item item) => Kinds.Of(item).SignOf(item);
}
