using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// Reading typed fields; what is left empty is not there. A field that nobody touched is what it was, to the space at its end: only what
/// was typed is trimmed.
/// </summary>
/// <param name="started">The fields as they were when the editor began; null where nothing is to be kept.</param>
public sealed class FieldReader(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? started = null)
{
    /// <summary>Whether an address leads to another item already, under its present name or an old one.</summary>
    public Func<ItemKind, string, bool> IsTaken { get; init; } = (_, _) => false;

    public string Text(string name) => Untouched(name) ?? values.GetValueOrDefault(name, "").Trim();

    public string? Optional(string name) => Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public bool Flag(string name) => Text(name) is "true" or "on";

    /// <summary>A whole number; null where it is empty, a problem where it is none.</summary>
    public int? Number(string name, string label, List<string> problems)
    {
        if (Optional(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        problems.Add($"{label} should be a whole number, not “{text}”.");
        return null;
    }

    public T? Word<T>(string name)
        where T : struct, Enum => Words.TryRead<T>(Text(name), out var value) ? value : null;

    /// <summary>A word that has to be chosen; a problem where it is not, and then the one of which least follows.</summary>
    public T Chosen<T>(string name, string label, List<string> problems, T otherwise = default)
        where T : struct, Enum
    {
        if (Word<T>(name) is { } word)
            return word;
        problems.Add($"{label}: choose one.");
        return otherwise;
    }

    /// <summary>An EDTF date; null where it is empty, a problem where it is none.</summary>
    public Edtf? Date(string name, string label, List<string> problems)
    {
        if (Optional(name) is not { } text || text == "unknown")
            return null;
        if (Edtf.TryParse(text, out var date, out var error))
            return date;
        problems.Add($"{label}: {error}");
        return null;
    }

    /// <summary>Entries one to a line.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        [.. values.GetValueOrDefault(name, "").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];

    /// <summary>Entries between semicolons: commas stand in quotations.</summary>
    public IReadOnlyList<string> List(string name) => Separated.Read(values.GetValueOrDefault(name, ""), ';');

    /// <summary>Of these keys, the ones that are ticked; those that were before first, in their order.</summary>
    public IReadOnlyList<string> Ticked(string name, IEnumerable<string> keys, IReadOnlyList<string> before)
    {
        var ticked = keys.Where(k => Flag($"{name}.{k}")).ToList();
        return [.. before.Where(ticked.Contains), .. ticked.Except(before)];
    }

    /// <summary>The numbers of a list's rows, in order.</summary>
    public IReadOnlyList<int> Rows(string list) =>
        [
            .. values
                .Keys.Where(k => k.StartsWith(list + ".", StringComparison.Ordinal))
                .Select(k => int.TryParse(k.Split('.')[1], out var n) ? n : -1)
                .Where(n => n >= 0)
                .Distinct()
                .Order(),
        ];

    // The same words elsewhere are of a row that was moved. A browser’s one-line field drops line breaks, and its others have their own:
    // that is nobody’s typing.
    private string? Untouched(string name) =>
        started is null || values.GetValueOrDefault(name) is not { Length: > 0 } now ? null
        : started.GetValueOrDefault(name) is { } was && now.ReplaceLineEndings("") == was.ReplaceLineEndings("") ? was
        : started.Values.Contains(now) ? now
        : null;
}
