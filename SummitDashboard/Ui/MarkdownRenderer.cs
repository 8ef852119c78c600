using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Reading;

namespace SummitDashboard.Ui;

/// <summary>
/// Editors' notes as HTML. Notes are hostile input: raw HTML is not passed on, and the result is sanitised with an allow-list of elements,
/// attributes and link schemes. Reading Markdown takes the square of its marks, so one with more of them than any text has is shown as it
/// was written. Safe for many threads at once.
/// </summary>
public sealed class MarkdownRenderer
{
    /// <summary>Most characters of a note that may mean something to Markdown; the longest note in plain prose has half as many.</summary>
    public const int MostMarks = 2_000;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("*_[]()`|<>!~\\.:#+-=&\n");

    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();
    private readonly HtmlSanitizer sanitizer = new(
        new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(
                "p br em strong del code pre blockquote ul ol li a h2 h3 h4 h5 h6 hr table thead tbody tr th td".Split(' ')
            ),
            AllowedAttributes = new HashSet<string> { "href", "title" },
            AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
            UriAttributes = new HashSet<string> { "href" },
        }
    );
    private readonly Derived<string, string> rendered; // a snapshot's notes are the same objects on every page

    public MarkdownRenderer() => rendered = new(Sanitised);

    /// <summary>Renders a note; headings start one level down, since the page has its own first.</summary>
    public MarkupString Render(string markdown) => new(rendered.Of(markdown));

    private string Sanitised(string markdown)
    {
        if (CountMarks(markdown) > MostMarks)
            return AsWritten(markdown);
        try
        {
            var html = Markdown.ToHtml(markdown, pipeline).Replace("<h1>", "<h2>").Replace("</h1>", "</h2>");
            return sanitizer.Sanitize(html);
        }
        catch (ArgumentException) // nested too deep for Markdig: the note is shown as it was written
        {
            return AsWritten(markdown);
        }
    }

    private static string AsWritten(string markdown) => $"<pre>{HtmlEncoder.Default.Encode(markdown)}</pre>";

    private static int CountMarks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (int at; (at = text.IndexOfAny(Marks)) >= 0 && count <= MostMarks; count++)
            text = text[(at + 1)..];
        return count;
    }
}
