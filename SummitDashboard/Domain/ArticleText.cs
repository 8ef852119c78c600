using System.Security.Cryptography;
using System.Text;
using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>The text of an article, as it was coded: its paragraphs, and the hash by which it is known.</summary>
public sealed class ArticleText
{
    private readonly int[] starts;

    private ArticleText(string text)
    {
        var (paragraphs, places, at) = (new List<string>(), new List<int>(), 0);
        var counted = 0; // up to where in the text, in UTF-16 units
        foreach (var line in Text.Paragraphs.Lines(text))
        {
            at += CodePoints.Count(text.AsSpan(counted, line.Start - counted));
            counted = line.Start;
            if (line.In(text).TrimEnd() is { Length: > 0 } words)
            {
                paragraphs.Add(words.Replace('\t', ' ')); // a tab is a space to everybody
                places.Add(at);
            }
        }
        (Paragraphs, starts, Whole) = (paragraphs, [.. places], text);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The lines that are not blank, whatever of Unicode’s separators they end with; paragraph 1 is the first.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>The text as its hash is taken.</summary>
    public string Whole { get; }

    /// <summary>SHA-256, lower-case hexadecimal, of the UTF-8 bytes after a byte-order mark is dropped, line ends are made
    /// <c>\n</c> and trailing blank lines removed.</summary>
    public string Sha256 { get; }

    /// <summary>Words in all paragraphs, as they are counted (<see cref="Words.Counted"/>).</summary>
    public int WordCount => Paragraphs.Sum(Words.Count);

    /// <summary>Reads a text however it was saved.</summary>
    public static ArticleText From(string text) => new(Normalise(text));

    /// <summary>Reads a file's bytes; null where they are not UTF-8.</summary>
    public static ArticleText? From(byte[] bytes)
    {
        try
        {
            return From(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Where a quotation stands in its paragraph (UTF-16 units), or null where it does not.</summary>
    public TextSpan? Find(Quotation quotation) =>
        quotation.Paragraph < 1 || quotation.Paragraph > Paragraphs.Count || quotation.Exact.Length == 0
            ? null
            : TextSpan.Find(Paragraphs[quotation.Paragraph - 1], quotation.Exact, quotation.Occurrence);

    /// <summary>Where a quotation stands in the whole text, in code points; null where it does not.</summary>
    public TextPosition? PositionOf(Quotation quotation) => Find(quotation) is { } span ? PositionOf(quotation.Paragraph, span) : null;

    /// <summary>A stretch of a paragraph (UTF-16 units) as code points of the whole text.</summary>
    public TextPosition PositionOf(int paragraph, TextSpan span)
    {
        var words = Paragraphs[paragraph - 1];
        var start = starts[paragraph - 1] + CodePoints.Count(words.AsSpan(0, span.Start));
        return new(start, start + CodePoints.Count(words.AsSpan(span.Start, span.Length)));
    }

    private static string Normalise(string text)
    {
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        var end = lines.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1]))
            end--;
        return string.Join('\n', lines[..end]);
    }
}
