using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SummitDashboard.Formats.Articles;

/// <summary>What a page says of itself: in its <c>meta</c> tags, in what it tells search engines (JSON-LD), in its elements.</summary>
internal static class HtmlFacts
{
    // By name or property, the likeliest first.
    private static readonly (string Name, About About)[] Meta =
    [
        ("og:title", About.Title),
        ("twitter:title", About.Title),
        ("citation_title", About.Title),
        ("dc.title", About.Title),
        ("dcterms.title", About.Title),
        ("author", About.Byline),
        ("article:author", About.Byline),
        ("citation_author", About.Byline),
        ("dc.creator", About.Byline),
        ("dcterms.creator", About.Byline),
        ("og:site_name", About.Publisher),
        ("citation_journal_title", About.Publisher),
        ("dc.publisher", About.Publisher),
        ("dcterms.publisher", About.Publisher),
        ("application-name", About.Publisher),
        ("article:published_time", About.Published),
        ("datepublished", About.Published),
        ("citation_publication_date", About.Published),
        ("dc.date", About.Published),
        ("dc.date.issued", About.Published),
        ("dcterms.issued", About.Published),
        ("dcterms.date", About.Published),
        ("date", About.Published),
        ("pubdate", About.Published),
        ("og:url", About.Url),
    ];

    private static readonly string[] ArticleTypes =
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "BlogPosting",
        "ScholarlyArticle",
        "Report",
        "LiveBlogPosting",
    ];

    public static void Of(IHtmlDocument page, string? address, Extract extract)
    {
        extract.Says(About.Url, address, "the place that the page was saved from");
        var metas = page.QuerySelectorAll("meta[content]");
        foreach (var (name, about) in Meta)
        foreach (var meta in metas.Where(m => IsNamed(m, name)))
            // An author may be given as the address of a page about him.
            if (about != About.Byline || meta.GetAttribute("content")?.Contains("://", StringComparison.Ordinal) == false)
                extract.Says(about, meta.GetAttribute("content"), $"meta {name}");
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
            OfLinkedData(script.TextContent, extract);
        extract.Says(About.Url, page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), "link canonical");
        extract.Says(
            About.Published,
            page.QuerySelector("time[itemprop=datePublished], time[pubdate], article time[datetime]")?.GetAttribute("datetime"),
            "time datetime"
        );
        extract.Says(
            About.Byline,
            page.QuerySelector("[itemprop=author] [itemprop=name], [rel=author], [itemprop=author]")?.TextContent,
            "author element"
        );
        extract.Says(About.Title, page.QuerySelector("h1")?.TextContent, "h1");
        extract.Says(About.Title, page.Title, "title");
        extract.Says(About.Language, page.DocumentElement.GetAttribute("lang"), "html lang");
        extract.Says(
            About.Language,
            metas.FirstOrDefault(m => m.GetAttribute("http-equiv").Is("content-language"))?.GetAttribute("content"),
            "meta content-language"
        );
        extract.Says(
            About.Language,
            metas.FirstOrDefault(m => IsNamed(m, "og:locale"))?.GetAttribute("content")?.Replace('_', '-'),
            "meta og:locale"
        );
    }

    private static bool IsNamed(IElement meta, string name) =>
        (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")).Is(name);

    private static bool Is(this string? value, string name) => string.Equals(value, name, StringComparison.OrdinalIgnoreCase);

    private static void OfLinkedData(string json, Extract extract)
    {
        try
        {
            using var data = JsonDocument.Parse(json);
            var nodes = Nodes(data.RootElement).ToList();
            foreach (var node in nodes.Where(IsArticle))
            {
                extract.Says(About.Title, Text(node, "headline"), "JSON-LD headline");
                extract.Says(About.Published, Text(node, "datePublished"), "JSON-LD datePublished");
                extract.Says(About.Byline, Named(node, "author", nodes), "JSON-LD author");
                extract.Says(About.Publisher, Named(node, "publisher", nodes), "JSON-LD publisher");
                extract.Says(About.Language, Text(node, "inLanguage"), "JSON-LD inLanguage");
                extract.Says(About.Url, Text(node, "url"), "JSON-LD url");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // half a character in a string
        {
            // What a page tells search engines is not always what it should be; it is one witness of several.
        }
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement root) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray().SelectMany(Nodes),
            JsonValueKind.Object => root.TryGetProperty("@graph", out var graph) ? Nodes(graph).Prepend(root) : [root],
            _ => [],
        };

    private static bool IsArticle(JsonElement node) =>
        node.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : Enumerable.Repeat(type, 1)).Any(t =>
            t.ValueKind == JsonValueKind.String && ArticleTypes.Contains(t.GetString())
        );

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A name, a thing with a name, or several of them; a thing may stand elsewhere in the graph, and be named by its id alone.
    private static string? Named(JsonElement node, string name, List<JsonElement> nodes) =>
        !node.TryGetProperty(name, out var value)
            ? null
            : string.Join(
                ", ",
                (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
                    .Select(v =>
                        v.ValueKind == JsonValueKind.String ? v.GetString()
                        : v.ValueKind == JsonValueKind.Object ? Text(v, "name") ?? NameOf(Text(v, "@id"), nodes)
                        : null
                    )
                    .Where(v => !string.IsNullOrWhiteSpace(v))
            );

    private static string? NameOf(string? id, List<JsonElement> nodes) =>
        id is null ? null : nodes.Where(n => Text(n, "@id") == id).Select(n => Text(n, "name")).FirstOrDefault(n => n is not null);
}
