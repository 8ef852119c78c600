using System.Text;
using UtfUnknown;

namespace SummitDashboard.Formats.Articles;

/// <summary>Bytes as text, in the encoding that they are in; and how it is known, since a guess must be seen as one.</summary>
internal static class Encodings
{
    private const float Sure = 0.6f;

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// By its byte-order mark; as UTF-8 where that is what it is; as what the file declares; else as it looks. Throws
    /// <see cref="UnreadableException"/> where it is no text.
    /// </summary>
    public static (string Text, string Encoding) Read(byte[] bytes, string? declared)
    {
        var (text, name) = Decoded(bytes, declared);
        if (text.Contains('\0'))
            throw new UnreadableException(
                "This is no text: it holds zero bytes. If it is a document, its name should end as its kind does."
            );
        return (text, name);
    }

    private static (string, string) Decoded(byte[] bytes, string? declared)
    {
        if (Marked(bytes) is { } marked)
            return (
                marked.GetString(bytes, marked.Preamble.Length, bytes.Length - marked.Preamble.Length),
                $"{marked.WebName}, by its byte-order mark"
            );
        if (Strictly(new UTF8Encoding(false, true), bytes) is { } utf8)
            return (utf8, "utf-8");
        if (Named(declared) is { } said && Strictly(said, bytes) is { } text)
            return (text, $"{said.WebName}, as the file says");
        var guess = CharsetDetector.DetectFromBytes(bytes).Detected;
        var found = guess?.Encoding ?? Encoding.GetEncoding(1252);
        return (
            found.GetString(bytes),
            guess is null || guess.Confidence < Sure
                ? $"{found.WebName}, a guess of which little is sure: look at the letters with accents"
                : $"{found.WebName}, as it looks ({guess.Confidence:P0} sure)"
        );
    }

    private static Encoding? Marked(byte[] bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true),
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static string? Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return Encoding
                .GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Named(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name) ? null : Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
