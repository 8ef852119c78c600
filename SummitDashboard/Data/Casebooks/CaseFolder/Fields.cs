using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// The fields of one YAML mapping, read by name. Whatever is missing, misspelt or of the wrong shape becomes a <see cref="Problem"/>
/// with its line, and reading goes on, so that one run reports everything.
/// </summary>
internal sealed class Fields
{
    private readonly string file;
    private readonly ICollection<Problem> problems;
    private readonly Dictionary<string, YamlNode> nodes = [];
    private readonly HashSet<string> asked = [];

    public Fields(YamlMappingNode node, string file, ICollection<Problem> problems)
    {
        (this.file, this.problems, Line) = (file, problems, LineOf(node));
        foreach (var (key, value) in node.Children)
            nodes.TryAdd((key as YamlScalarNode)?.Value ?? "", value);
    }

    /// <summary>The mapping's first line in its file.</summary>
    public int Line { get; }

    public IEnumerable<string> Keys => nodes.Keys;

    public bool Has(string name) => nodes.ContainsKey(name);

    public bool IsScalar(string name) => nodes.GetValueOrDefault(name) is YamlScalarNode;

    public int LineOf(string name) => nodes.TryGetValue(name, out var node) ? LineOf(node) : Line;

    public void Complain(string message, string? at = null) => Complain(message, at is null ? Line : LineOf(at));

    public void Complain(string message, int line) => problems.Add(new(file, line, message));

    /// <summary>A text of the item; "" where there is none, which its rules say.</summary>
    public string Text(string name) => Optional(name) ?? "";

    /// <summary>A name or a key: the same letters are the same, however they were typed.</summary>
    public string Key(string name) => Folding.Composed(Text(name));

    /// <summary>A text, or null where it is blank; spaces at its ends belong to it only where it is quoted.</summary>
    public string? Optional(string name)
    {
        if (Take(name) is not { } node)
            return null;
        if (node is YamlScalarNode scalar)
            return string.IsNullOrWhiteSpace(scalar.Value) ? null
                : scalar.Style is ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted ? scalar.Value
                : scalar.Value.Trim();
        Complain($"{name} should be a single value; one that begins with [ or {{ belongs in double quotes.", name);
        return null;
    }

    /// <summary>A text as it stands, blank or not; null where there is none.</summary>
    public string? Verbatim(string name) => Take(name) is YamlScalarNode { Value: { } text } ? text : Optional(name);

    /// <summary>A slug, a number, a date or a word of a vocabulary, or null: spaces never belong to it.</summary>
    /// <param name="required">Where there is none it is said, and "" is given.</param>
    public string? Term(string name, bool required = false)
    {
        if (Optional(name)?.Trim() is { Length: > 0 } term)
            return term;
        if (required)
            Complain($"{name} is missing.", name);
        return required ? "" : null;
    }

    public int Number(string name) => OptionalNumber(name, required: true) ?? 0;

    public int? OptionalNumber(string name, bool required = false)
    {
        if (Term(name, required) is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Complain($"{name} should be a whole number, not “{text}”.", name);
        return null;
    }

    /// <summary>A term of a vocabulary.</summary>
    public T Word<T>(string name)
        where T : struct, Enum => OptionalWord<T>(name, required: true) ?? default;

    public T? OptionalWord<T>(string name, bool required = false)
        where T : struct, Enum => Term(name, required) is { Length: > 0 } text ? ReadWord<T>(text, name) : null;

    public IReadOnlyList<T> WordList<T>(string name)
        where T : struct, Enum => [.. TextList(name).Select(text => ReadWord<T>(text, name)).OfType<T>()];

    public Edtf? Date(string name, bool required = false)
    {
        if (Term(name, required) is not { Length: > 0 } text || (text == "unknown" && !required))
            return null;
        if (Edtf.TryParse(text, out var date, out var error))
            return date;
        Complain($"{name}: {error}", name);
        return null;
    }

    public IReadOnlyList<string> TextList(string name)
    {
        if (Take(name) is not { } node)
            return [];
        if (node is YamlScalarNode { Value: null or "" })
            return [];
        if (node is YamlSequenceNode list && list.All(n => n is YamlScalarNode { Value.Length: > 0 }))
            return [.. list.Select(n => ((YamlScalarNode)n).Value!)];
        Complain($"{name} should be a list of words, such as [one, two].", name);
        return [];
    }

    public Fields? Mapping(string name)
    {
        if (Take(name) is not { } node)
            return null;
        if (node is YamlMappingNode mapping)
            return new(mapping, file, problems);
        Complain($"{name} should hold fields, as {{ name: value }}.", name);
        return null;
    }

    public IEnumerable<Fields> List(string name)
    {
        if (Take(name) is not { } node || node is YamlScalarNode { Value: null or "" })
            yield break;
        if (node is not YamlSequenceNode list)
        {
            Complain($"{name} should be a list, each entry on a line that begins with -.", name);
            yield break;
        }
        foreach (var child in list)
            if (child is YamlMappingNode mapping)
                yield return new(mapping, file, problems);
            else
                Complain($"an entry of {name} should hold fields, as {{ name: value }}.", LineOf(child));
    }

    /// <summary>Call last: every field that nobody asked for is a problem, with the nearest known name.</summary>
    public void RefuseTheRest()
    {
        foreach (var name in nodes.Keys.Where(n => !asked.Contains(n)))
        {
            var near = asked.Where(a => !nodes.ContainsKey(a)).OrderBy(a => Distance(a, name)).FirstOrDefault();
            Complain(
                $"there is no field “{name}” here" + (near is not null && Distance(near, name) <= 3 ? $"; did you mean {near}?" : "."),
                name
            );
        }
    }

    private T? ReadWord<T>(string text, string name)
        where T : struct, Enum
    {
        if (Vocabulary.TryRead<T>(text, out var value))
            return value;
        Complain($"{name} is “{text}”; it should be one of {string.Join(", ", Vocabulary.All<T>())}.", name);
        return null;
    }

    private YamlNode? Take(string name)
    {
        asked.Add(name);
        return nodes.GetValueOrDefault(name);
    }

    private static int LineOf(YamlNode node) => (int)node.Start.Line + FrontMatter.FirstLine;

    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
