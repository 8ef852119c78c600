using System.Text;
using SummitDashboard.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SummitDashboard.Data.CaseFolder;

/// <summary>A casebook file taken apart: the YAML between the <c>---</c> lines, and the Markdown body.</summary>
/// <param name="Root">The front matter's mapping.</param>
/// <param name="Body">The editor's note.</param>
public sealed record FrontMatter(YamlMappingNode Root, string Body)
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

        try
        {
            if (Files.Read(path, MaxBytes) is not { } bytes)
                return Refuse(0, $"is larger than {MaxBytes / 1024} KiB; split it, or shorten the note.");
            var text = new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
            if (!text.StartsWith("---\n", StringComparison.Ordinal))
                return Refuse(1, "does not begin with a line ---; the fields stand between two such lines.");
            var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
            while (end >= 0 && end + 4 < text.Length && text[end + 4] != '\n') end = text.IndexOf("\n---", end + 4, StringComparison.Ordinal);
            if (end < 0)
                return Refuse(1, "the front matter is not closed; add a line --- after the last field.");

            var yaml = end < 4 ? "" : text[4..(end + 1)];
            if (Hostile(yaml) is var (line, why)) return Refuse(line, why);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
                return Refuse(2, "the front matter has no fields; write one a line, as name: value.");
            var body = text[Math.Min(text.Length, end + 5)..].Trim('\n');
            return body.Length > CodebookRules.MaxNote
                ? Refuse(0, $"has a note of {body.Length:N0} characters; at most {CodebookRules.MaxNote:N0} are shown. Shorten it.")
                : new(root, body);
        }
        catch (YamlException e)
        {
            return Refuse((int)e.Start.Line + FirstLine, $"is not YAML here: {e.Message.TrimEnd('.')}. A value with a colon, a # or a leading quote belongs in double quotes.");
        }
        catch (InvalidOperationException)
        {
            // What the YAML reader throws where the text ends inside a bracket.
            return Refuse(FirstLine + 1, "is not YAML: a [, { or quote in the front matter is not closed. A text with such a sign belongs in double quotes.");
        }
        catch (DecoderFallbackException)
        {
            return Refuse(0, "is not UTF-8; save it again with that encoding.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(0, $"cannot be read: {e.Message}");
        }
    }

    // Looked at event by event, before any tree is built: an alias can unfold to gigabytes, and deep nesting overflows the stack.
    private static (int Line, string Why)? Hostile(string yaml)
    {
        var parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
        var depth = 0;
        var documents = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            (int, string) At(string why) => ((int)now.Start.Line + FirstLine, why);
            depth += now.NestingIncrease;
            if (depth > MaxDepth + 2) return At($"is nested more than {MaxDepth} levels deep.");
            if (now is DocumentStart && ++documents > 1) return At("has a second YAML document; keep one.");
            if (now is AnchorAlias) return At("uses a YAML alias (*name); write the value out.");
            if (now is NodeEvent { Anchor.IsEmpty: false }) return At("uses a YAML anchor (&name); write the value out.");
            if (now is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }) return At("uses a YAML tag (!name); leave it out.");
        }
        return null;
    }
}
