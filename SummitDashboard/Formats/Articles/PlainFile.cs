using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Plain text, and Markdown, which is plain text with marks.</summary>
internal static partial class PlainFile
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    public static Extract Read(byte[] bytes, bool whole)
    {
        var (text, encoding) = Encodings.Read(bytes, null);
        return Read(text, encoding, whole);
    }

    /// <summary>The same of a text that came in something else.</summary>
    public static Extract Read(string text, string? encoding, bool whole)
    {
        var wrapped = whole ? null : Paragraphs.Wrapped(text);
        var extract = new Extract
        {
            Reader = wrapped is null ? "the text as it stands" : "the text, with wrapped lines joined",
            Encoding = encoding,
            Lines = [.. Tidy.Lines(wrapped?.Joined ?? text)],
            HasWhole = whole || wrapped is not null,
        };
        if (wrapped is not null)
            extract.Notices.Add(
                $"The lines look wrapped at about {wrapped.Width} columns, so "
                    + $"{wrapped.Lines:N0} lines were joined to {wrapped.Paragraphs:N0} paragraphs."
                    + (
                        wrapped.Hyphens > 0
                            ? $" {wrapped.Hyphens} of them end in a hyphen, which stays: look whether it belongs there."
                            : ""
                    )
            );
        return extract;
    }

    public static Extract ReadMarkdown(byte[] bytes)
    {
        var (text, encoding) = Encodings.Read(bytes, null);
        var document = Markdig.Markdown.Parse(text, Markdown);
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
            BreakHead(paragraph);
        var page = HtmlBlocks.Parse(document.ToHtml(Markdown));
        var extract = new Extract
        {
            Reader = "Markdig",
            Encoding = encoding,
            Lines = page.Body is { } body ? HtmlBlocks.Of(body) : [],
        };
        FrontMatter(text, extract);
        return extract;
    }

    // Lines of a paragraph are one, but for those at its head that say who wrote it, when, and for which paper.
    private static void BreakHead(ParagraphBlock paragraph)
    {
        var line = new StringBuilder();
        foreach (var part in paragraph.Inline?.Descendants() ?? [])
            if (part is LineBreakInline end)
            {
                if (!ParagraphKinds.IsAround(Tidy.Line(line.ToString())))
                    return;
                end.IsHard = true;
                line.Clear();
            }
            else if (part is LiteralInline text)
                line.Append(text.Content);
    }

    private static void FrontMatter(string text, Extract extract)
    {
        if (FrontMatterPattern().Match(text) is not { Success: true } matter)
            return;
        foreach (Match field in FieldPattern().Matches(matter.Groups[1].Value))
        {
            var value = field.Groups[2].Value.Trim().Trim('"', '\'');
            if (AboutOf(field.Groups[1].Value.ToLowerInvariant(), value) is { } about)
                extract.Says(about, value, $"front matter {field.Groups[1].Value}");
        }
    }

    private static About? AboutOf(string name, string value) =>
        name switch
        {
            "source" when !value.Contains("://", StringComparison.Ordinal) => About.Publisher, // the paper, and no address
            "title" => About.Title,
            "author" or "byline" or "authors" => About.Byline,
            "publisher" or "publication" or "site" => About.Publisher,
            "date" or "published" => About.Published,
            "lang" or "language" => About.Language,
            "url" or "canonical" or "source" => About.Url,
            _ => null,
        };

    [GeneratedRegex(@"\A\uFEFF?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatterPattern();

    [GeneratedRegex(@"^([A-Za-z]+):[ \t]+([^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex FieldPattern();
}
