using System.Globalization;
using MimeKit;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Mails, and pages that a browser saved as one file, which are built as mails are (MIME, RFC 2045 and 2557).</summary>
internal static class MailFile
{
    private static readonly string Version = $"MimeKit {typeof(MimeMessage).Assembly.GetName().Version?.ToString(3)}";

    public static Extract ReadMail(byte[] bytes, bool whole)
    {
        var mail = MimeMessage.Load(new MemoryStream(bytes, writable: false));
        if (mail.Body is null || IsEncrypted(mail.Body))
            throw new UnreadableException("It is encrypted, or its text is missing. Save it again from the mail program as plain text.");
        var extract = OfBody(mail, whole);
        extract.Says(About.Title, mail.Subject, "mail header Subject");
        extract.Says(
            About.Byline,
            mail.From.Mailboxes.Select(m => m.Name is { Length: > 0 } name ? name : m.Address).FirstOrDefault(),
            "mail header From"
        );
        if (mail.Headers.Contains(HeaderId.Date) && mail.Date != default)
            extract.Says(About.Published, mail.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "mail header Date");
        extract.Says(About.Language, mail.Headers[HeaderId.ContentLanguage], "mail header Content-Language");
        if (
            mail.Attachments.Select(a => a.ContentDisposition?.FileName ?? a.ContentType.Name ?? "without a name").ToList() is
            { Count: > 0 } left
        )
            extract.Notices.Add(
                $"What is attached was not read: {string.Join(", ", left.Take(5))}{(left.Count > 5 ? " …" : "")}. "
                    + "Save it, and add it by itself."
            );
        return extract;
    }

    public static Extract ReadPage(byte[] bytes, bool whole)
    {
        var saved = MimeMessage.Load(new MemoryStream(bytes, writable: false));
        var page = saved.BodyParts.OfType<TextPart>().FirstOrDefault(p => p.IsHtml)
            ?? throw new UnreadableException("It holds no page. Save the page again, as a whole or as HTML only.");
        var address = saved.Headers["Snapshot-Content-Location"] ?? page.ContentLocation?.OriginalString;
        return HtmlFile.Read(TextOf(page, out var encoding), encoding, address, whole);
    }

    private static Extract OfBody(MimeMessage mail, bool whole)
    {
        var parts = mail.BodyParts.OfType<TextPart>().Where(p => !p.IsAttachment).ToList();
        var (html, plain) = (parts.Find(p => p.IsHtml), parts.Find(p => p.IsPlain));
        if (html is null && plain is null)
            throw new UnreadableException("It holds no text.");
        var asPlain = plain is null ? null : PlainFile.Read(TextOf(plain, out var one), one, whole);
        if (html is null)
            return asPlain!;
        // Of a mail that says the same twice, HTML knows its paragraphs; some hold it as an empty shell.
        var body = HtmlBlocks.Parse(TextOf(html, out var other)).Body;
        var lines = body is null ? [] : HtmlBlocks.Of(body);
        return asPlain is not null && lines.Sum(l => Words.Count(l.Text)) * 2 < asPlain.Lines.Sum(l => Words.Count(l.Text))
            ? asPlain
            : new Extract
            {
                Reader = Version,
                Encoding = other,
                Lines = lines,
            };
    }

    private static string TextOf(TextPart part, out string encoding)
    {
        var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        (var text, encoding) = Encodings.Read(bytes.ToArray(), part.ContentType.Charset);
        return text;
    }

    private static bool IsEncrypted(MimeEntity body) =>
        body.ContentType.IsMimeType("multipart", "encrypted") || body.ContentType.IsMimeType("application", "pkcs7-mime");
}
