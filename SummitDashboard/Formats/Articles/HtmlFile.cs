using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>A page as it was saved. Its scripts do not run, and nothing that it names is asked for.</summary>
internal static partial class HtmlFile
{
    // Fewer words in what was taken for the article than this share of the page’s longest stretch: then it was not the article.
    private const int LongestAbove = 6;
    private const int MostAbove = 2;
    private const int FewestWords = 40;
    private const int FewestOfAPost = 8;

    private static readonly string Version = $"SmartReader {typeof(SmartReader.Reader).Assembly.GetName().Version?.ToString(3)}";

    public static Extract Read(byte[] bytes, bool whole)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        var (html, encoding) = Encodings.Read(
            bytes,
            CharsetPattern().Match(head) is { Success: true } match ? match.Groups[1].Value : null
        );
        return Read(html, encoding, null, whole);
    }

    /// <param name="address">Where the page was saved from, where something beside it says so.</param>
    public static Extract Read(string html, string? encoding, string? address, bool whole)
    {
        var page = HtmlBlocks.Parse(html);
        if (page.QuerySelector("frameset") is not null)
            throw new UnreadableException(
                "The page is made of frames, and its text stands in another file. Open that frame by itself, and save it."
            );
        var all = page.Body is { } body ? HtmlBlocks.Of(body) : [];
        if (all.Count == 0 && page.QuerySelector("script") is not null)
            throw new UnreadableException(
                "It holds no text: a script would have fetched it. Open the page in a browser, wait until the article is there, and save "
                    + "it as one file (mhtml), print it as PDF, or copy its text."
            );
        var article = whole ? null : ArticleOf(page, html, address, all);
        var extract = new Extract
        {
            Reader = article is null ? "the page as it stands" : Version,
            Encoding = encoding,
            Lines = article ?? all,
            HasWhole = true,
        };
        if (article is not null)
            extract.LeftOut.AddRange(Without(all, article));
        else if (!whole)
            extract.Notices.Add("No article could be told from the rest of the page; everything on it stands here.");
        HtmlFacts.Of(page, address, extract);
        Notice(page, extract);
        return extract;
    }

    private static List<Line>? ArticleOf(IHtmlDocument page, string html, string? address, List<Line> all)
    {
        var article = new SmartReader.Reader(Address(address), html).GetArticle();
        if (string.IsNullOrEmpty(article.Content) || HtmlBlocks.Parse(article.Content).Body is not { } body)
            return null;
        var lines = HtmlBlocks.Of(body);
        if (lines.Sum(l => Words.Count(l.Text)) < FewestWords)
            return null;
        // The reader takes some links off, and leaves their words.
        var links = all.Where(l => l.IsLinks).Select(l => l.Text).ToHashSet();
        lines = lines.ConvertAll(l => l with { IsLinks = l.IsLinks || links.Contains(l.Text) });
        // The reader takes the headline off; it is a paragraph of the text.
        var title = page.QuerySelectorAll("h1").Select(h => Tidy.Line(h.TextContent)).FirstOrDefault(t => t.Length > 0);
        if (title is not null && lines.All(l => l.Text != title))
            lines.Insert(Above(lines, all, title), new(title, Domain.ParagraphKind.Headline, Size: HtmlBlocks.LargestRank));
        return lines;
    }

    // How many of the first lines stand above the headline on the page: a kicker, a section’s name.
    private static int Above(List<Line> lines, List<Line> all, string title)
    {
        var place = all.FindIndex(l => l.Text == title);
        var above = all.Take(Math.Max(place, 0)).Select(l => l.Text).ToHashSet();
        var count = lines.TakeWhile(l => above.Contains(l.Text) && Words.Count(l.Text) <= LongestAbove).Count();
        return count <= MostAbove ? count : 0;
    }

    // What the reader wants an address for is to make others whole; none is asked for.
    private static string Address(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : "https://page.invalid/";

    private static IEnumerable<string> Without(IEnumerable<Line> all, IEnumerable<Line> taken)
    {
        var rest = taken.GroupBy(l => l.Text).ToDictionary(g => g.Key, g => g.Count());
        foreach (var line in all)
            if (rest.TryGetValue(line.Text, out var count) && count > 0)
                rest[line.Text] = count - 1;
            else
                yield return line.Text;
    }

    private static void Notice(IHtmlDocument page, Extract extract)
    {
        var taken = extract.Lines.Select(l => l.Text).ToHashSet();
        var articles = page.QuerySelectorAll("article")
            .Where(a => a.ParentElement?.Closest("article") is null)
            .Select(a => HtmlBlocks.Of(a).Where(l => l.Kind is null && !l.IsLinks && Words.Count(l.Text) > FewestOfAPost).ToList())
            .Where(a => a.Count > 0)
            .Select(a => (Words: a.Sum(l => Words.Count(l.Text)), IsTaken: a.Exists(l => taken.Contains(l.Text))))
            .ToList();
        if (articles.Count(a => a.IsTaken) is > 1 and var several)
            extract.Notices.Add(
                $"The page holds {articles.Count} articles, and {several} of them stand in the text: look whether they belong together, as "
                    + "the posts of a live blog do."
            );
        else if (articles.Count(a => a.Words > 2 * FewestWords) is > 1 and var many)
            extract.Notices.Add($"The page holds {many} articles. One was taken; look whether it is the one you mean.");
        if (page.QuerySelector("[class*=paywall], [id*=paywall], [data-paywall]") is not null)
            extract.Notices.Add("The page speaks of a paywall: the text may end before the article does.");
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetPattern();
}
