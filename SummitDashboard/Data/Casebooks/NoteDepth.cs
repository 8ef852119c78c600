using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Notes that are nested too deep for Markdown to be read: they could be shown only as they were written.</summary>
internal static class NoteDepth
{
    /// <summary>A note among the texts of an item that is, and that did not stand in <paramref name="before"/>.</summary>
    public static IEnumerable<Finding> Of(IEnumerable<ItemText> texts, Item? before = null)
    {
        var notes = Notes(texts).ToList();
        if (notes.Count == 0)
            return [];
        var known = before is null ? [] : Notes(Kinds.Of(before).TextsOf(before)).Select(n => n.Value).ToHashSet();
        return from note in notes
            where !known.Contains(note.Value) && IsTooDeep(note.Value!)
            select new Finding(
                note.Part,
                $"its {note.Name} is nested too deep to be shown; take some of its >, -, * or [ away.",
                note.Field
            );
    }

    private static IEnumerable<ItemText> Notes(IEnumerable<ItemText> texts) => texts.Where(t => t is { Field: "note", Value.Length: > 0 });

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
