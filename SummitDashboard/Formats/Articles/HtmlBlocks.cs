using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SummitDashboard.Domain;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// The text of a page in lines, as a browser would lay its blocks under one another; what runs or is filled in is no text.
/// </summary>
internal sealed class HtmlBlocks
{
    /// <summary>A page nested deeper is none that anybody wrote, and would exhaust whoever walks it.</summary>
    private const int Deepest = 400;

    /// <summary>How large the first heading of a page stands among its lines.</summary>
    public const int LargestRank = 6;

    // Open tags, before it is known which of them are closed in passing.
    private const int MostOpen = 2_000;

    private static readonly HashSet<string> Skipped =
    [
        .. "script style template noscript head iframe object embed svg math canvas audio video button select option textarea input".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Blocks =
    [
        .. "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer".Split(' '),
        .. "form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary".Split(' '),
        .. "table tbody tfoot thead tr ul caption title".Split(' '),
    ];

    // What browsers close by themselves, or never: its beginnings say nothing of depth.
    private static readonly HashSet<string> ClosedByItself =
    [
        .. "p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup html head body area base".Split(' '),
        .. "br col embed hr img input link meta param source track wbr command keygen frame".Split(' '),
    ];

    // What a browser opens again in every block until it is closed.
    private static readonly HashSet<string> OpenedAgain = [.. "font b i u em strong nobr big code s small strike tt".Split(' ')];

    private readonly List<Line> lines = [];
    private readonly StringBuilder open = new();
    private bool hasLink;
    private bool hasOwnWords;
    private double rank;

    /// <summary>The lines of a part of a page. Throws <see cref="UnreadableException"/> where it is nested without end.</summary>
    public static List<Line> Of(INode root)
    {
        if (DepthOf(root) > Deepest)
            throw TooDeep();
        var blocks = new HtmlBlocks();
        blocks.Walk(root, null);
        blocks.End(null);
        return blocks.lines;
    }

    /// <summary>
    /// A page as browsers read it. Throws <see cref="UnreadableException"/> where its tags are nested without end, which takes a parser the
    /// square of their number.
    /// </summary>
    public static IHtmlDocument Parse(string html)
    {
        var (depth, again) = (0, 0);
        foreach (var tag in TagPattern.EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length).Trim("<>/ ").ToString().ToLowerInvariant();
            var step = html[tag.Index + 1] == '/' ? -1 : 1;
            if (OpenedAgain.Contains(text))
                again = Math.Max(0, again + step);
            else if (!ClosedByItself.Contains(text))
                depth = Math.Max(0, depth + step);
            if (depth > MostOpen || again > Deepest)
                throw TooDeep();
        }
        return new HtmlParser().ParseDocument(html);
    }

    private static UnreadableException TooDeep() => new($"The page is nested more than {Deepest} deep, as no page of an article is.");

    private static readonly Regex TagPattern = new("</?[A-Za-z][A-Za-z0-9]*", RegexOptions.NonBacktracking);

    /// <summary>True for a part that no browser shows, or that is no text.</summary>
    public static bool IsSkipped(IElement element) =>
        Skipped.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("style")?.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    private void Walk(INode node, ParagraphKind? kind, bool isLink = false)
    {
        foreach (var child in node.ChildNodes)
            if (child is IText text)
            {
                open.Append(text.Data);
                if (isLink)
                    hasLink = true;
                else
                    hasOwnWords |= text.Data.Any(char.IsLetterOrDigit);
            }
            else if (child is IElement element && !IsSkipped(element))
                Take(element, kind, isLink || element.LocalName == "a");
    }

    private void Take(IElement element, ParagraphKind? kind, bool isLink)
    {
        var own = KindOf(element.LocalName) ?? kind;
        if (element.LocalName is ['h', >= '1' and <= '6' and var level])
        {
            End(kind); // what stands before it is a line of its own
            rank = LargestRank + 1 - (level - '0');
        }
        switch (element.LocalName)
        {
            // The lines of a headline are one; elsewhere whoever broke a line meant it.
            case "br" when kind == ParagraphKind.Headline:
                open.Append(' ');
                break;
            case "br":
                End(kind);
                break;
            case "pre":
                End(kind);
                foreach (var line in Tidy.Lines(element.TextContent))
                    lines.Add(line with { Kind = kind });
                break;
            case "td" or "th":
                open.Append('\t');
                Walk(element, own, isLink);
                break;
            case var name when Blocks.Contains(name):
                End(kind);
                Walk(element, own, isLink);
                End(own);
                rank = 0;
                break;
            default:
                Walk(element, own, isLink);
                break;
        }
    }

    private void End(ParagraphKind? kind)
    {
        if (Tidy.Line(open.ToString()) is { Length: > 0 } line)
            lines.Add(new(line, kind, hasLink && !hasOwnWords, rank));
        open.Clear();
        hasLink = hasOwnWords = false;
    }

    private static ParagraphKind? KindOf(string name) =>
        name switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => ParagraphKind.Headline,
            "li" => ParagraphKind.Bullet,
            "blockquote" => ParagraphKind.Quotation,
            "figcaption" or "caption" => ParagraphKind.Caption,
            _ => null,
        };

    // Without recursion: this is what bounds it.
    private static int DepthOf(INode root)
    {
        var (deepest, depth, node) = (0, 0, root);
        while (true)
        {
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                deepest = Math.Max(deepest, depth);
                continue;
            }
            while (node != root && node.NextSibling is null)
                (node, depth) = (node.Parent!, depth - 1);
            if (node == root)
                return deepest;
            node = node.NextSibling!;
        }
    }
}
