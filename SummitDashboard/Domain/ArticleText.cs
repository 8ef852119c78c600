using System.Security.Cryptography;
using System.Text;

namespace SummitDashboard.Domain;

/// <summary>The text of an article, as it was coded: its paragraphs, and the hash by which it is known.</summary>
public sealed class ArticleText
{
    private readonly int[] starts;

    private ArticleText(string text)
    {
        var (paragraphs, places, at) = (new List<string>(), new List<int>(), 0);
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                paragraphs.Add(line.TrimEnd());
                places.Add(at);
            }
            at += CodePoints(line) + 1;
        }
        (Paragraphs, starts) = (paragraphs, [.. places]);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The non-empty lines; paragraph 1 is the first.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>SHA-256, lower-case hexadecimal, of the UTF-8 bytes after a byte-order mark is dropped, line ends are made
    /// <c>\n</c> and trailing blank lines removed.</summary>
    public string Sha256 { get; }

    /// <summary>Words in all paragraphs; a word is what stands between white space.</summary>
    public int WordCount => Paragraphs.Sum(CountWords);

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

    /// <summary>How many words stand in a text.</summary>
    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

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
        var start = starts[paragraph - 1] + CodePoints(words.AsSpan(0, span.Start));
        return new(start, start + CodePoints(words.AsSpan(span.Start, span.Length)));
    }

    /// <summary>How many Unicode code points; an unpaired surrogate counts as one.</summary>
    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
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

/// <summary>A stretch of a paragraph, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The n-th place, from 1, where a fragment stands in a text; null where it does not.</summary>
    public static TextSpan? Find(string text, string fragment, int occurrence)
    {
        var at = -1;
        for (var n = 0; n < occurrence; n++)
        {
            at = text.IndexOf(fragment, at + 1, StringComparison.Ordinal);
            if (at < 0)
                return null;
        }
        return new(at, fragment.Length);
    }

    /// <summary>How often a fragment stands in a text, overlaps included.</summary>
    public static int CountOf(string text, string fragment)
    {
        var count = 0;
        for (
            var at = text.IndexOf(fragment, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(fragment, at + 1, StringComparison.Ordinal)
        )
            count++;
        return count;
    }
}
