using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// What YAML would leave out of a value without a word: a <c>#</c> after white space and all that follows it, and characters that end a
/// line or the whole text. A comment on a line of its own, or behind what is closed by a quote or a bracket, cuts nothing and stays one.
/// </summary>
internal static partial class LostWords
{
    /// <summary>Where the front matter holds a character that YAML takes for a line end or for the end; its line, from 1.</summary>
    public static (int Line, string Why)? Character(string yaml)
    {
        var at = yaml.AsSpan().IndexOfAny(Breaking);
        return at < 0
            ? null
            : (
                yaml.AsSpan(0, at).Count('\n') + 1,
                $"holds the character U+{(int)yaml[at]:X4}, which cannot be seen and at which YAML cuts; take it out, or write it "
                    + $"as \\u{((int)yaml[at]).ToString("X4", CultureInfo.InvariantCulture)} in double quotes."
            );
    }

    private static readonly System.Buffers.SearchValues<char> Breaking = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t')),
        '\u2028',
        '\u2029',
        '\uFEFF',
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>The lines on which a comment cuts a value, in a text that has been read as YAML without an error.</summary>
    public static IEnumerable<(int Line, string Why)> Comments(string yaml)
    {
        var lines = yaml.Split('\n');
        var scanner = new Scanner(new StringReader(yaml), skipComments: false);
        var (flow, empty) = (0, 0); // open brackets; the line of a comment where a value should stand, until one does
        Token? before = null;
        while (scanner.MoveNext())
        {
            var now = scanner.Current!;
            if (now is Comment comment)
            {
                var line = (int)comment.Start.Line;
                var isAlone = string.IsNullOrWhiteSpace(Before(lines, comment.Start));
                if (!isAlone && before is Scalar { Style: ScalarStyle.Plain })
                    yield return (line, Cut);
                else if (!isAlone && before is Value or BlockEntry or FlowEntry or Key)
                    empty = line;
                else if (
                    isAlone
                    && before is Scalar { Style: ScalarStyle.Plain } plain
                    && (flow > 0 || comment.Start.Column - 1 > IndentOf(Before(lines, plain.Start)))
                )
                    yield return (line, Inside);
                continue;
            }
            // A mapping, a list or a text on the lines below is the value; anything else means that there is none but the comment.
            var isValue =
                now is BlockMappingStart or BlockSequenceStart or FlowMappingStart or FlowSequenceStart or Scalar
                || (now is BlockEntry && before is Value);
            if (empty > 0 && !isValue)
                yield return (empty, Cut);
            empty = 0;
            if (
                now is Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } block
                && lines[block.Start.Line - 1].IndexOf('#', (int)block.Start.Column - 1) >= 0
            )
                yield return ((int)block.Start.Line, Cut);
            flow += now switch
            {
                FlowMappingStart or FlowSequenceStart => 1,
                FlowMappingEnd or FlowSequenceEnd => -1,
                _ => 0,
            };
            before = now;
        }
    }

    private const string Cut =
        "what follows the # here would be left out as a comment: put the whole value in double quotes, or the comment on a line of "
        + "its own.";
    private const string Inside =
        "this line would be left out of the value above it as a comment: put the whole value in double quotes, or the comment at the "
        + "beginning of its line.";

    private static string Before(string[] lines, Mark mark) => lines[mark.Line - 1][..(int)(mark.Column - 1)];

    // The column that a further line of a value must lie right of: that of its field, or of the dash where it is an entry of a list.
    private static int IndentOf(string prefix) =>
        Field().Match(prefix) is { Success: true } field ? field.Index
        : prefix.LastIndexOf('-') is >= 0 and var dash ? dash
        : prefix.Length - 1;

    [GeneratedRegex(@"[^ -]")]
    private static partial Regex Field();
}
