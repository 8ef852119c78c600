using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>Reading the fields that were typed: what cannot be read is a problem of its field.</summary>
public sealed class FieldReader(Casebook casebook)
{
    private readonly List<Problem> problems = [];

    public Casebook Casebook => casebook;

    /// <summary>Whether an address leads to another item already, under its present name or an old one.</summary>
    public Func<ItemKind, string, bool> IsTaken { get; init; } = (_, _) => false;

    /// <summary>What could not be read, in order.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>A field is wrong.</summary>
    public void Wrong(string? field, string words) => problems.Add(new(field, words));

    /// <summary>A text; null where nothing stands there.</summary>
    public static string? Optional(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The id of an item that was chosen; null where none was.</summary>
    public static Id<T>? OptionalId<T>(string text)
        where T : Item => Optional(text) is { } id ? new(id) : null;

    /// <summary>A list without its empty rows.</summary>
    public static IReadOnlyList<string> Filled(IEnumerable<string> texts) => [.. texts.Where(text => !string.IsNullOrEmpty(text))];

    /// <summary>A whole number; null where it is empty, a problem where it is none.</summary>
    public int? Number(string field, string label, string text)
    {
        if (Optional(text) is null)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(field, $"{label} should be a whole number, not “{text}”.");
        return null;
    }

    /// <summary>A word that has to be chosen; a problem where it is not, and then the one of which least follows.</summary>
    public T Chosen<T>(string field, string label, T? chosen, T otherwise = default)
        where T : struct, Enum
    {
        if (chosen is { } word)
            return word;
        Wrong(field, $"{label}: choose one.");
        return otherwise;
    }

    /// <summary>An EDTF date; null where it is empty, a problem where it is none.</summary>
    public Edtf? Date(string field, string label, string text)
    {
        if (Optional(text) is null || text == "unknown")
            return null;
        if (Edtf.TryParse(text, out var date, out var error))
            return date;
        Wrong(field, DateRules.IsOfPeople(text) ? $"{label} “{text}” is no date: {DateRules.HowToWrite(text)}" : $"{label}: {error}");
        return null;
    }

    /// <summary>A date as a fact keeps it: EDTF as it is written everywhere. What is none stays, and the rules say so.</summary>
    public static string? DateText(string text) =>
        Optional(text) is { } said
            ? Edtf.TryParse(said.Trim(), out var date, out _)
                ? date.Text
                : said.Trim()
            : null;

    /// <summary>A day of the calendar; null where it is empty, a problem where it is none.</summary>
    public DateOnly? Day(string field, string label, string text)
    {
        if (Optional(text) is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong(field, $"{label}: “{text}” is not a day such as 2026-12-31.");
        return null;
    }

    /// <summary>Of these keys, the ones that are ticked; those that were before first, in their order.</summary>
    public static IReadOnlyList<string> Ticked(ISet<string> chosen, IEnumerable<string> keys, IReadOnlyList<string> before)
    {
        var ticked = keys.Where(chosen.Contains).ToList();
        return [.. before.Where(ticked.Contains), .. ticked.Except(before)];
    }

    /// <summary>The same of items, by their ids.</summary>
    public static IReadOnlyList<Id<T>> Ticked<T>(ISet<string> chosen, IEnumerable<Id<T>> ids, IReadOnlyList<Id<T>> before)
        where T : Item => [.. Ticked(chosen, ids.Select(id => id.Value), [.. before.Select(id => id.Value)]).Select(id => new Id<T>(id))];
}
