using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Mails, and pages that a browser saved as one file, which are built as mails are (MIME, RFC 2045 and 2557).</summary>
internal static partial class MailFile
{
    private const int ShortestOwnWord = 4;
    private const int LongestSignature = 8;

    private static readonly string Version = $"MimeKit {typeof(MimeMessage).Assembly.GetName().Version?.ToString(3)}";

    public static Extract ReadMail(byte[] bytes, bool whole)
    {
        var mail = MimeMessage.Load(new MemoryStream(bytes, writable: false));
        if (mail.Body is null || IsEncrypted(mail.Body))
            throw new UnreadableException("It is encrypted, or its text is missing. Save it again from the mail program as plain text.");
        var extract = OfBody(mail, whole);
        Forwarded(extract);
        Signature(extract);
        extract.Says(About.Title, Prefixes().Replace(mail.Subject ?? "", ""), "mail header Subject");
        if (mail.From.Mailboxes.FirstOrDefault() is { } from)
        {
            // A paper is no author: whom a list of readers gets its mail from published it.
            var name = Tidy.Line(from.Name ?? "");
            if (name.Length > 0)
                extract.Says(IsOrganisation(name, from) ? About.Publisher : About.Byline, name, "mail header From");
            else if (!IsOfNobody(from.Address))
                extract.Says(About.Byline, from.Address, "mail header From");
        }
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

    // By its name, or where no person writes from an address that is called as the name is.
    private static bool IsOrganisation(string name, MailboxAddress from)
    {
        var domain = from.Domain.Replace("-", "", StringComparison.Ordinal);
        return IsOrganisation(name)
            || IsOfNobody(from.Address)
                && Slugs
                    .Of(name)
                    .Split('-')
                    .Any(w => w.Length >= ShortestOwnWord && domain.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOrganisation(string name) => PaperNames.Is(name) || Furniture.PaperOf(name) is not null || Agencies.Is(name);

    // Under two strokes (RFC 3676, 4.3) stands the sender’s signature; where more follows the strokes part something else.
    private static void Signature(Extract extract)
    {
        var begins = extract.Lines.FindLastIndex(l => l.Text == "--");
        if (begins < 0)
            return;
        var isLast = extract.Lines.Count - begins <= LongestSignature;
        for (var n = 0; n < extract.Lines.Count; n++)
            if (extract.Lines[n].Text == "--" || isLast && n > begins)
                extract.Lines[n] = extract.Lines[n] with { Kind = ParagraphKind.Boilerplate };
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

    // Of what was passed on, who wrote it and when stands in the text; whoever passed it on wrote what stands above that, if anything.
    private static void Forwarded(Extract extract)
    {
        var begins = extract.Lines.FindIndex(l => ForwardedPattern().IsMatch(l.Text));
        if (begins < 0)
            return;
        var end = begins + 1;
        for (; end < extract.Lines.Count && HeaderPattern().Match(extract.Lines[end].Text) is { Success: true } header; end++)
            if (header.Groups["date"].Success)
                extract.Says(About.Published, header.Groups["value"].Value, "the forwarded mail’s Date");
            else if (header.Groups["from"].Success)
            {
                var from = Tidy.Line(AddressPattern().Replace(header.Groups["value"].Value, ""));
                extract.Says(IsOrganisation(from) ? About.Publisher : About.Byline, from, "the forwarded mail’s From");
            }
        for (var n = 0; n < end; n++)
            extract.Lines[n] = extract.Lines[n] with { Kind = ParagraphKind.Boilerplate };
        extract.Notices.Add("It was forwarded: what stands above the forwarded mail is taken for no part of the article.");
    }

    [GeneratedRegex(
        @"^[-\s>*]*(?:(?:begin )?forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|"
            + @"mensaje reenviado|messaggio inoltrato|пересылаемое сообщение|전달된 메시지|الرسالة المحولة)\s*:?[-\s*]*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ForwardedPattern();

    [GeneratedRegex(
        @"^[>\s*]*(?:(?<from>from|von|de|da|от|보낸\s?사람|من)|(?<date>date|sent|datum|gesendet|envoyé|fecha|data|дата|날짜|تاريخ)|"
            + @"(?:to|cc|subject|an|betreff|à|objet|para|asunto|a|oggetto|кому|тема|받는\s?사람|제목|إلى|الموضوع))\s?\*?:\*?\s*(?<value>.*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HeaderPattern();

    [GeneratedRegex(@"[<\[(][^<>\[\]()]*@[^<>\[\]()]*[>\])]?|^[""“]|[""”]$")]
    private static partial Regex AddressPattern();

    // No address is longer (RFC 5321).
    private static bool IsOfNobody(string address) => address.Length <= 320 && OfNobody().IsMatch(address);

    // Of an address that no person writes from, what stands before the @.
    [GeneratedRegex(
        @"^(?:[\w.+-]*[._+-])?(?:news-?letters?|no-?reply|do-?not-?reply|noreply|mailing|mailer|news|info|contact|kontakt|contacto|"
            + @"redaktion|redaction|redaccion|redazione|redactie|redakcja|editors?|editorial|newsroom|newsdesk|briefings?|alerts?|updates?|"
            + @"hello|team|abo|abonnements?|abonnes|subscriptions?|subscribers|members|service|support|digest|morning|boletin|rassylka|"
            + @"press|presse|desk)"
            + @"(?:[._+-][\w.+-]*)?@",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfNobody();

    [GeneratedRegex(@"^(?:(?:fwd?|wg|re|aw|tr|rv|vs|sv)\s*:\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixes();

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
