using SummitDashboard.Data.Edits;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Editing;

/// <summary>
/// One thing that can be edited, as named fields: the same names stand in the page, in the draft on the device and on the server, and in
/// the comparison of two versions. Rows of a list are <c>quotations.0.exact</c>.
/// </summary>
public abstract class EditForm
{
    /// <summary>What it is a draft of; stable across names: <c>framing/claim id/source id</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The right that it takes.</summary>
    public virtual Right Right => Right.Edit;

    /// <summary>The thing as the casebook has it now; null where it is new.</summary>
    public abstract object? Current(Casebook casebook);

    /// <summary>The thing as fields; of null, the empty form.</summary>
    public abstract Dictionary<string, string> Values(object? part, Casebook casebook);

    /// <summary>The fields as the thing, adding to <paramref name="problems"/> what cannot be read.</summary>
    public abstract object? Read(FieldReader fields, Casebook casebook, List<string> problems);

    /// <summary>The edit that makes <paramref name="next"/> of <paramref name="basis"/>.</summary>
    public abstract Edit Edit(object? basis, object? next);

    /// <summary>The words for a field or a list of rows, for comparing two versions.</summary>
    public virtual string Label(string group) => char.ToUpperInvariant(group[0]) + group[1..].Replace('.', ' ');

    /// <summary>The thing as a document, so that a draft remembers what it was started from; and back.</summary>
    public abstract string? Write(object? part);
    public abstract object? Restore(string? json);

    /// <summary>A list of rows counts as one field, since its numbers shift; and so does a slot, which is filled, empty or neither.</summary>
    public static string Group(string name)
    {
        var parts = name.Split('.');
        return parts.Length > 1 && int.TryParse(parts[1], out _) ? parts[0] : parts is ["aspect", var key, _] ? $"aspect.{key}" : name;
    }
}

/// <summary>Reading typed fields; what is left empty is not there.</summary>
public sealed class FieldReader(IReadOnlyDictionary<string, string> values)
{
    public string Text(string name) => values.GetValueOrDefault(name, "").Trim();

    public string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public bool Flag(string name) => Text(name) is "true" or "on";

    /// <summary>A whole number; null where it is empty, a problem where it is none.</summary>
    public int? Number(string name, string label, List<string> problems)
    {
        if (Optional(name) is not { } text) return null;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add($"{label} should be a whole number, not “{text}”.");
        return null;
    }

    public T? Word<T>(string name) where T : struct, Enum => Words.TryRead<T>(Text(name), out var value) ? value : null;

    /// <summary>An EDTF date; null where it is empty, a problem where it is none.</summary>
    public Edtf? Date(string name, string label, List<string> problems)
    {
        if (Optional(name) is not { } text || text == "unknown") return null;
        if (Edtf.TryParse(text, out var date, out var error)) return date;
        problems.Add($"{label}: {error}");
        return null;
    }

    /// <summary>Entries one to a line.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        [.. Text(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Entries between semicolons: commas stand in quotations.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. Text(name).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The numbers of a list's rows, in order.</summary>
    public IReadOnlyList<int> Rows(string list) =>
        [.. values.Keys.Where(k => k.StartsWith(list + ".", StringComparison.Ordinal)).Select(k => int.TryParse(k.Split('.')[1], out var n) ? n : -1).Where(n => n >= 0).Distinct().Order()];
}
