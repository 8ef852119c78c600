using System.Text;
using System.Text.RegularExpressions;

namespace SummitDashboard.Formats.Articles;

/// <summary>What a file is, by what stands in it; its name decides only between kinds of plain text.</summary>
public enum FileFormat
{
    Text,
    Markdown,
    Html,
    Pdf,
    Docx,
    Odt,
    Epub,
    Mail,
    Mhtml,
    Zip,
    Ris,
    BibTex,
    CslJson,
    Csv,
    Xlsx,
}

/// <summary>Tells formats apart.</summary>
public static class FileFormats
{
    /// <summary>What a file’s name should end with, as a file dialog wants it.</summary>
    public const string Accepted = ".txt,.md,.html,.htm,.xhtml,.mhtml,.mht,.pdf,.docx,.odt,.epub,.eml,.zip,.ris,.bib,.json,.csv,.tsv,.xlsx";

    /// <summary>How the format is called.</summary>
    public static string NameOf(FileFormat format) =>
        format switch
        {
            FileFormat.Text => "plain text",
            FileFormat.Markdown => "Markdown",
            FileFormat.Html => "HTML",
            FileFormat.Pdf => "PDF",
            FileFormat.Docx => "a Word document (docx)",
            FileFormat.Odt => "an OpenDocument text (odt)",
            FileFormat.Epub => "EPUB",
            FileFormat.Mail => "a mail (eml)",
            FileFormat.Mhtml => "a saved page (mhtml)",
            FileFormat.Ris => "a reference (RIS)",
            FileFormat.BibTex => "a reference (BibTeX)",
            FileFormat.CslJson => "a reference (CSL-JSON)",
            FileFormat.Csv => "a table (CSV)",
            FileFormat.Xlsx => "a workbook (xlsx)",
            _ => "a zip of files",
        };

    /// <summary>True for a bibliography, whose entries are works without their texts.</summary>
    public static bool IsOfReferences(FileFormat format) => format is FileFormat.Ris or FileFormat.BibTex or FileFormat.CslJson;

    /// <summary>What a file is. Throws <see cref="UnreadableException"/> for what is known and not read.</summary>
    public static FileFormat Of(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
            throw new UnreadableException("The file is empty.");
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        if (head.Contains("%PDF-", StringComparison.Ordinal) && head.IndexOf("%PDF-", StringComparison.Ordinal) < 1024)
            return FileFormat.Pdf;
        if (head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) || head.StartsWith("PK\u0005\u0006", StringComparison.Ordinal))
            return InZip(bytes);
        if (Unread(head, bytes) is { } why)
            throw new UnreadableException(why);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is not (".txt" or ".md" or ".markdown") && MailPattern.IsMatch(head))
            return head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) && extension is not ".eml"
                ? FileFormat.Mhtml
                : FileFormat.Mail;
        if (HtmlPattern.IsMatch(Plain(bytes, head)) || extension is ".html" or ".htm" or ".xhtml")
            return FileFormat.Html;
        return extension switch
        {
            ".md" or ".markdown" => FileFormat.Markdown,
            ".ris" => FileFormat.Ris,
            ".bib" => FileFormat.BibTex,
            ".json" => FileFormat.CslJson,
            ".csv" or ".tsv" => FileFormat.Csv,
            ".eml" => FileFormat.Mail,
            ".mhtml" or ".mht" => FileFormat.Mhtml,
            ".pdf" or ".docx" or ".odt" or ".epub" or ".zip" or ".xlsx" when head.Contains('\0') => throw new UnreadableException(
                $"This is no {extension[1..]} file, or its beginning is lost. Save it again, or fetch it again from where it came."
            ),
            _ => FileFormat.Text,
        };
    }

    private static FileFormat InZip(byte[] bytes)
    {
        using var zip = Unpacking.Open(bytes);
        if (zip.Find("mimetype") is { } mime)
            switch (Encoding.Latin1.GetString(zip.Read(mime, 256)).Trim())
            {
                case "application/epub+zip":
                    return FileFormat.Epub;
                case "application/vnd.oasis.opendocument.text":
                    return FileFormat.Odt;
                case var other when other.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal):
                    throw new UnreadableException(
                        "This is an OpenDocument file, but no text. Save a text as .odt, and a table as .xlsx or .csv."
                    );
            }
        if (zip.Find("word/document.xml") is not null)
            return FileFormat.Docx;
        if (zip.Find("xl/workbook.xml") is not null)
            return FileFormat.Xlsx;
        if (zip.Find("META-INF/container.xml") is not null)
            return FileFormat.Epub;
        if (zip.Find("[Content_Types].xml") is not null)
            throw new UnreadableException(
                "This is an Office file, but neither a text nor a table. Save a text as .docx, and a table as .xlsx."
            );
        return FileFormat.Zip;
    }

    // Formats that people meet and that no reader here reads.
    private static string? Unread(string head, byte[] bytes)
    {
        if (head.StartsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", StringComparison.Ordinal))
            return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                    ? "It is protected with a password. Open it in its program, take the password away, and save it again."
                : bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0
                    ? "This is an old workbook (.xls). Save it as .xlsx or .csv."
                : "This is an old Word file (.doc). Save it as .docx or .odt.";
        if (head.StartsWith("{\\rtf", StringComparison.Ordinal))
            return "This is RTF, which is not read. Save it as .docx or .odt.";
        if (
            head.StartsWith("\u0089PNG", StringComparison.Ordinal)
            || head.StartsWith("\u00FF\u00D8\u00FF", StringComparison.Ordinal)
            || head.StartsWith("GIF8", StringComparison.Ordinal)
            || head.StartsWith("RIFF", StringComparison.Ordinal)
        )
            return "This is a picture, not a text. Have its text recognised (OCR), and add that.";
        return head.StartsWith("\u001F\u008B", StringComparison.Ordinal) || head.StartsWith("7z\u00BC\u00AF", StringComparison.Ordinal)
            ? "This is an archive of another kind than zip. Unpack it, or pack it as zip."
            : null;
    }

    // HTML in UTF-16 shows its tags only once it is decoded.
    private static string Plain(byte[] bytes, string head) =>
        head.Contains('\0') ? Encodings.Read(bytes[..(Math.Min(bytes.Length, 4096) & ~1)], null).Text : head;

    // Both are held against whatever a file begins with, and take no longer for one that means ill.
    private static readonly Regex MailPattern = new(
        @"\A(?:\u00EF\u00BB\u00BF)?(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*"
            + @"(?:MIME-Version|Received|Return-Path|Message-ID|Delivered-To|Snapshot-Content-Location|Date|Subject|From):[^\n]*\r?\n",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    );

    private static readonly Regex HtmlPattern = new(
        @"\A(?:\uFEFF|\u00EF\u00BB\u00BF)?(?:<\?xml[^>]*>|<!--[^>]*-->|\s)*<(?:!doctype\s+html|html|head|body)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    );
}
