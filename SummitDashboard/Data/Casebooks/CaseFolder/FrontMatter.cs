using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>A casebook file taken apart: the YAML between the <c>---</c> lines, and the Markdown body.</summary>
/// <param name="Root">The front matter's mapping.</param>
/// <param name="Body">The editor's note.</param>
public sealed partial record FrontMatter(YamlMappingNode Root, string Body)
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Deepest nesting read.</summary>
    public const int MaxDepth = 12;

    // A YAML node's line counts from the front matter's first line, which is the file's second.
    internal const int FirstLine = 1;

    /// <summary>Reads a file; null, with the reason among the problems, where it cannot be read safely.</summary>
    public static FrontMatter? Read(string path, string name, ICollection<Problem> problems)
    {
        FrontMatter? Refuse(int line, string why)
        {
            problems.Add(new(name, line, why));
            return null;
        }

        byte[] bytes = [];
        var yaml = "";
        try
        {
            if (Files.Read(path, MaxBytes) is not { } read)
                return Refuse(0, $"is larger than {MaxBytes / 1024} KiB; split it, or shorten the note.");
            bytes = read;
            var text = new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
            if (Opening().Match(text) is not { Success: true } first)
                return Refuse(1, "does not begin with a line ---; the fields stand between two such lines.");
            if (Closing().Match(text, first.Length) is not { Success: true } last)
                return Refuse(1, "the front matter is not closed; add a line --- after the last field.");

            yaml = text[first.Length..last.Index];
            if (LostWords.Character(yaml) is var (at, what))
                return Refuse(at + FirstLine, what);
            if (Hostile(yaml) is var (line, why))
                return Refuse(line, why);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
                return Refuse(2, "the front matter has no fields; write one a line, as name: value.");
            foreach (var (cut, words) in LostWords.Comments(yaml))
                problems.Add(new(name, cut + FirstLine, words));
            return new(root, text[(last.Index + last.Length)..].Trim('\n'));
        }
        catch (YamlException e)
        {
            return Refuse((int)e.Start.Line + FirstLine, $"is not YAML here: {e.Message.TrimEnd('.')}. {Advice(e, yaml)}");
        }
        catch (InvalidOperationException)
        {
            // What the YAML reader throws where the text ends inside a quotation.
            return Refuse(FirstLine + 1, "is not YAML: a quote in the front matter is not closed.");
        }
        catch (DecoderFallbackException e)
        {
            return Refuse(
                1 + bytes.Take(Math.Max(0, e.Index)).Count(b => b == '\n'),
                "is not UTF-8 here; save the file again with that encoding."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(0, $"cannot be read: {e.Message}");
        }
    }

    [GeneratedRegex(@"\A---[ \t]*\n")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^---[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Closing();

    // Looked at event by event, before any tree is built: an alias can unfold to gigabytes, and deep nesting overflows the stack.
    private static (int Line, string Why)? Hostile(string yaml)
    {
        var parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
        var depth = 0;
        var documents = 0;
        var open = new Stack<(int Line, char Sign)>(); // brackets and blocks; a block has no sign
        while (true)
        {
            try
            {
                if (!parser.MoveNext())
                    return null;
            }
            catch (Exception e)
                when (open.TryPeek(out var left)
                    && left.Sign != default
                    && (e is InvalidOperationException || (e as YamlException)?.Start.Line + FirstLine > left.Line)
                )
            {
                return (left.Line, $"is not YAML: the {left.Sign} here is not closed. A text with such a sign belongs in double quotes.");
            }
            var now = parser.Current!;
            (int, string) At(string why) => ((int)now.Start.Line + FirstLine, why);
            if (now is MappingStart map)
                open.Push(((int)now.Start.Line + FirstLine, map.Style == MappingStyle.Flow ? '{' : default));
            else if (now is SequenceStart list)
                open.Push(((int)now.Start.Line + FirstLine, list.Style == SequenceStyle.Flow ? '[' : default));
            else if (now is MappingEnd or SequenceEnd)
                open.Pop();
            depth += now.NestingIncrease;
            if (depth > MaxDepth + 2)
                return At($"is nested more than {MaxDepth} levels deep.");
            if (now is DocumentStart && ++documents > 1)
                return At("has a second YAML document; keep one.");
            if (now is AnchorAlias)
                return At("uses a YAML alias (*name); write the value out.");
            if (now is NodeEvent { Anchor.IsEmpty: false })
                return At("uses a YAML anchor (&name); write the value out.");
            if (now is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
                return At("uses a YAML tag (!name); leave it out.");
        }
    }

    private static string Advice(YamlException e, string yaml)
    {
        if (e.Message.Contains("uplicate key", StringComparison.Ordinal))
            return "A field stands there once; keep one of the two.";
        var tab = Array.FindIndex(yaml.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'));
        return tab >= 0
            ? $"Line {tab + 1 + FirstLine} begins with a tab; indent with spaces."
            : "A value with a colon, a # or a leading quote belongs in double quotes.";
    }
}
