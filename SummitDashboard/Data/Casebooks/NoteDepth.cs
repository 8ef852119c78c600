using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Notes that are nested too deep for Markdown to be read: they could be shown only as they were written.</summary>
internal static class NoteDepth
{
    /// <summary>A note of an item, or on a telling, that is, and that did not stand in <paramref name="before"/>.</summary>
    public static IEnumerable<Finding> Of(Item item, Item? before = null) =>
        from text in Notes(item).ExceptBy(Notes(before).Select(t => t.Value), t => t.Value)
        where IsTooDeep(text.Value!)
        select new Finding(text.Part, $"its {text.Name} is nested too deep to be shown; take some of its >, -, * or [ away.", text.Field);

    private static IEnumerable<ItemText> Notes(Item? item) =>
        item is null ? [] : Kinds.Of(item).TextsOf(item).Where(t => t is { Field: "note", Value.Length: > 0 });

    private static bool IsTooDeep(string note)
    {
        try
        {
            Markdig.Markdown.Parse(note);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
