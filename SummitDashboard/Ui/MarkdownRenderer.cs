using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace SummitDashboard.Ui;

/// <summary>
/// Editors' notes as HTML. Notes are hostile input: raw HTML is not passed on, and the result is sanitised with an allow-list of
/// elements, attributes and link schemes.
/// </summary>
public sealed class MarkdownRenderer
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();
    private readonly HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>("p br em strong del code pre blockquote ul ol li a h2 h3 h4 h5 h6 hr table thead tbody tr th td".Split(' ')),
        AllowedAttributes = new HashSet<string> { "href", "title" },
        AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
    });
    private readonly Lock gate = new();
    private readonly ConditionalWeakTable<string, string> rendered = []; // a snapshot's notes are the same objects on every page

    /// <summary>Renders a note; headings start one level down, since the page has its own first.</summary>
    public MarkupString Render(string markdown) => new(rendered.GetValue(markdown, Sanitised));

    private string Sanitised(string markdown)
    {
        try
        {
            var html = Markdown.ToHtml(markdown, pipeline).Replace("<h1>", "<h2>").Replace("</h1>", "</h2>");
            lock (gate) return sanitizer.Sanitize(html);
        }
        catch (ArgumentException) // nested too deep for Markdig: the note is shown as it was written
        {
            return $"<pre>{HtmlEncoder.Default.Encode(markdown)}</pre>";
        }
    }
}
