using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// Scalars, lists and one-line mappings of YAML as the casebook files have them; whatever a text holds, it is read back as it was.
/// </summary>
internal static partial class YamlText
{
    /// <summary>Prose: always in double quotes, so that a change of its words changes nothing else in the line.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Prose(string? text)
    {
        if (text is null)
            return null;
        var quoted = new StringBuilder("\"", text.Length + 2);
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i))
                quoted.Append(text[i]).Append(text[++i]);
            else
                quoted.Append(Escaped(text[i]));
        return quoted.Append('"').ToString();
    }

    /// <summary>A name or a term: bare where nobody could take it for anything else, else as <see cref="Prose"/>.</summary>
    /// <param name="inFlow">Whether it stands between braces or brackets, where commas divide.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Name(string? text, bool inFlow = true) =>
        text is null || (BarePattern().IsMatch(text) && !NotTextPattern().IsMatch(text) && !(inFlow && text.Contains(',')))
            ? text
            : Prose(text);

    /// <summary><c>{ name: value, … }</c>; fields without a value are left out.</summary>
    public static string Flow(params IEnumerable<(string Name, string? Value)> fields) =>
        fields.Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}").ToList() is { Count: > 0 } written
            ? $"{{ {string.Join(", ", written)} }}"
            : "{}";

    /// <summary><c>[one, two]</c></summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What cannot be seen is written as a number: characters that control, that break lines or that turn the direction of what follows.
    private static string Escaped(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\u200C' or '\u200D' => c.ToString(), // they join letters and emoji
            _ => char.GetUnicodeCategory(c)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            || c is >= '\uFFFE'
                ? $"\\u{(int)c:X4}"
                : c.ToString(),
        };

    [GeneratedRegex(@"^[\p{L}\p{Nd}]([\p{L}\p{Nd} '’_.,;!?()/–-]*[\p{L}\p{Nd}'’_.;!?()/–-])?\z")]
    private static partial Regex BarePattern();

    [GeneratedRegex(
        @"^([0-9][0-9.,:_+-]*([eExXoO][0-9a-fA-F.+-]*)?|\d{4}-\d.*|null|true|false|yes|no|on|off|y|n|unknown)\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotTextPattern();
}
