using System.Text.RegularExpressions;
using Markdig;
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
        var page = HtmlBlocks.Parse(Markdig.Markdown.ToHtml(text, Markdown));
        var extract = new Extract
        {
            Reader = "Markdig",
            Encoding = encoding,
            Lines = page.Body is { } body ? HtmlBlocks.Of(body) : [],
        };
        FrontMatter(text, extract);
        return extract;
    }

    private static void FrontMatter(string text, Extract extract)
    {
        if (FrontMatterPattern().Match(text) is not { Success: true } matter)
            return;
        foreach (Match field in FieldPattern().Matches(matter.Groups[1].Value))
            if (AboutOf(field.Groups[1].Value.ToLowerInvariant()) is { } about)
                extract.Says(about, field.Groups[2].Value.Trim().Trim('"', '\''), $"front matter {field.Groups[1].Value}");
    }

    private static About? AboutOf(string name) =>
        name switch
        {
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
