using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Forms;

/// <summary>
/// The items of one kind as they are chosen: called so that no two look alike, and found by the words of their name, siglum and short
/// name, wherever these stand.
/// </summary>
public sealed class ItemSearch
{
    private static readonly Derived<IReadOnlyList<Item>, ItemSearch> Made = new(items => new(items));

    private readonly Entry[] entries;
    private readonly Dictionary<string, string> shown;

    private ItemSearch(IReadOnlyList<Item> items)
    {
        var twice = items.CountBy(Title).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        shown = items.ToDictionary(i => i.RawId, i => twice.Contains(Title(i)) ? $"{Title(i)} ({i.Slug})" : Title(i));
        entries = [.. items.Select(i => new Entry(i, Fold(Sign(i)), Fold(i.Slug), Fold(Title(i)), Fold($"{Sign(i)} {Title(i)} {i.Slug}")))];
    }

    /// <summary>The search over a shelf of a casebook; kept as long as the shelf stands.</summary>
    public static ItemSearch Of(IReadOnlyList<Item> items) => Made.Of(items);

    /// <summary>What an item is called here: by its short name too, where two have one name.</summary>
    public string Shown(Item item) => shown.GetValueOrDefault(item.RawId, Title(item));

    /// <summary>
    /// The items in which every word that was typed stands: first what has it for its siglum or short name, then what begins with it,
    /// then where its words begin words, else in their order.
    /// </summary>
    public IEnumerable<Item> Find(string? typed) => Ranked(typed).OrderBy(f => f.Rank).Select(f => f.Item);

    /// <summary>The same among several shelves: what fits best comes first, on whichever it stands.</summary>
    public static IEnumerable<Item> Find(IEnumerable<IReadOnlyList<Item>> shelves, string? typed) =>
        shelves.SelectMany(shelf => Of(shelf).Ranked(typed)).OrderBy(f => f.Rank).Select(f => f.Item);

    private IEnumerable<(Item Item, int Rank)> Ranked(string? typed)
    {
        var text = Fold(typed ?? "");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return entries
            .Where(e => words.All(w => e.All.Contains(w, StringComparison.Ordinal)))
            .Select(e => (e.Item, words.Length == 0 ? 0 : e.Rank(text, words)));
    }

    private static string Fold(string text) => Folding.Loosely(text, ignoreCase: true).Text.Trim(' ');

    private static string Title(Item item) => Kinds.Of(item).TitleOf(item);

    private static string Sign(Item item) => Kinds.Of(item).SignOf(item);

    // Folded once: a long shelf is searched with every key.
    private sealed record Entry(Item Item, string Sign, string Slug, string Title, string All)
    {
        public int Rank(string text, string[] words) =>
            Sign == text || Slug == text || Title == text ? 0
            : Title.StartsWith(text, StringComparison.Ordinal) ? 1
            : words.All(w => $" {All}".Contains($" {w}", StringComparison.Ordinal)) ? 2
            : 3;
    }
}
