#!/usr/bin/env python3
"""Makes the files of this folder anew from texts/*.txt: with LibreOffice, pandoc, Python's email and Chromium (through playwright-core).

A text's lines: title, byline, day, then paragraphs; "## " begins a heading, "- " a point of a list.
"""
import email.policy, html, subprocess, tempfile
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
COUNTRY = {"en": "GB", "de": "DE", "ru": "RU", "ko": "KR", "ar": "SA"}


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def article(language):
    title, byline, day, *lines = (HERE / "texts" / f"{language}.txt").read_text(encoding="utf-8").strip().split("\n")
    return title, byline, day, lines


def blocks(lines):
    """The paragraphs as HTML."""
    out, in_list = [], False
    for line in lines:
        if in_list != line.startswith("- "):
            in_list = not in_list
            out.append("<ul>" if in_list else "</ul>")
        text = html.escape(line.removeprefix("## ").removeprefix("- "), quote=False)
        tag = "h2" if line.startswith("## ") else "li" if in_list else "p"
        out.append(f"<{tag}>{text}</{tag}>")
    return "\n".join(out + ["</ul>"] * in_list)


def page(language):
    title, byline, day, lines = article(language)
    return f"""<!doctype html><html lang="{language}" dir="{'rtl' if language == 'ar' else 'ltr'}"><head><meta charset="utf-8">
<title>{title}</title></head><body><article><h1>{title}</h1><p>{byline}</p><p>{day}</p>
{blocks(lines)}</article></body></html>"""


def writer(language):
    """A flat OpenDocument text with a running head, page numbers, two columns and hyphens at line ends."""
    title, byline, day, lines = article(language)

    def size(points):
        return "".join(f' {part}="{points}pt"' for part in ("fo:font-size", "style:font-size-asian", "style:font-size-complex"))

    body = []
    for line in lines:
        text = html.escape(line.removeprefix("## ").removeprefix("- "), quote=False)
        body.append(
            f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{text}</text:h>' if line.startswith("## ")
            else f'<text:list><text:list-item><text:p text:style-name="Body">{text}</text:p></text:list-item></text:list>'
            if line.startswith("- ") else f'<text:p text:style-name="Body">{text}</text:p>'
        )
    way = "rl-tb" if language == "ar" else "lr-tb"
    right = ' style:writing-mode="rl-tb" fo:text-align="end"' if language == "ar" else ""
    kind = {"ar": "-complex", "ko": "-asian"}.get(language, "")
    tags = f'fo:language="{language}" fo:country="{COUNTRY[language]}"' if not kind else (
        f'fo:language="en" fo:country="GB" style:language{kind}="{language}" style:country{kind}="{COUNTRY[language]}"')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:meta><dc:title>{title}</dc:title><meta:initial-creator>Marrow Bay Press</meta:initial-creator>
<dc:language>{language}-{COUNTRY[language]}</dc:language></office:meta>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties{right}/>
<style:text-properties {size(12)} {tags}/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties{right}/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties{size(22)}/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties{size(16)}/></style:style>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-indent="0.5cm"/>
<style:text-properties fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="a5">
<style:page-layout-properties fo:page-width="14.8cm" fo:page-height="12cm" fo:margin="1.5cm" style:writing-mode="{way}"/>
<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
<style:style style:name="two" style:family="section">
<style:section-properties style:writing-mode="{way}"><style:columns fo:column-count="2" fo:column-gap="0.8cm"/>
</style:section-properties></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a5">
<style:header><text:p>The Marrow Bay Courier</text:p></style:header>
<style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="Title">{title}</text:p><text:p>{byline}</text:p><text:p>{day}</text:p>
<text:section text:name="columns" text:style-name="two">{''.join(body)}</text:section></office:text></office:body></office:document>"""


def mail(subject, plain, rich, language, encoding):
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = "Oona Farrell <oona@courier.example>", "desk@press.example", subject
    message["Date"], message["Message-ID"] = "Sun, 14 Mar 2032 18:30:00 +0100", f"<{language}@courier.example>"
    message["Content-Language"] = language
    message.set_content(plain, cte=encoding)
    message.add_alternative(rich, subtype="html", cte=encoding)
    return message


def newsletter():
    """A newsletter as mail programs send it, forwarded by a reader: tables for layout, and what was forwarded said in the text."""
    title, byline, day, lines = article("en")
    cells = "".join(f'<tr><td style="padding:8px">{block}</td></tr>' for block in blocks(lines).replace("<ul>\n", "<ul>").split("\n"))
    said = [
        "---------- Forwarded message ---------", "From: The Marrow Bay Courier <news@courier.example>",
        "Date: Sun, Mar 14, 2032 at 6:30 PM",
        f"Subject: {title}", "To: <reader@press.example>",
    ]
    rich = f"""<div dir="ltr">Worth reading.<br><br><div class="gmail_quote">
<div dir="ltr" class="gmail_attr">{"<br>".join(map(html.escape, said))}</div>
<div style="display:none;max-height:0">Several hundred people stood still at noon</div>
<table width="100%"><tr><td><table width="600"><tr><td><a href="https://courier.example/m">View this email in your browser</a></td></tr>
<tr><td><h1>{title}</h1></td></tr><tr><td>{byline}</td></tr><tr><td>{day}</td></tr>{cells}
<tr><td><a href="https://courier.example/u">Unsubscribe</a> from this list ·
<a href="https://courier.example/p">Update your preferences</a></td></tr>
<tr><td>© 2032 The Marrow Bay Courier. All rights reserved.</td></tr></table></td></tr></table></div></div>"""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = "Ben Reader <ben@press.example>", "desk@press.example", f"Fwd: {title}"
    message["Date"] = "Mon, 15 Mar 2032 08:10:00 +0100"
    message.set_content("Worth reading.\n\n" + "\n".join(said) + "\n\n" + title + "\n\n" + byline + "\n\n" + "\n\n".join(lines) + "\n")
    message.add_alternative(rich, subtype="html")
    return message


for language in COUNTRY:
    title, byline, day, lines = article(language)
    with tempfile.TemporaryDirectory() as folder:
        flat, marked = Path(folder, f"{language}.writer.fodt"), Path(folder, "text.md")
        flat.write_text(writer(language), encoding="utf-8")
        for kind in ("odt", "docx", "pdf"):
            run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir", HERE, flat)
        points = "\n\n".join(lines).replace("\n\n- ", "\n- ").replace(":\n- ", ":\n\n- ")
        name = byline.removesuffix(" 기자")
        for by in ("By ", "Von ", "Автор: ", "بقلم "):
            name = name.removeprefix(by)
        marked.write_text(
            f"---\ntitle: \"{title}\"\nauthor: \"{name}\"\ndate: 2032-03-14\nlang: {language}\n---\n\n{points}\n", encoding="utf-8")
        for kind in ("docx", "odt", "epub", "html"):
            run("pandoc", "--standalone", marked, "-o", HERE / f"{language}.pandoc.{kind}")
    Path(HERE, f"{language}.snapshot.html").write_text(page(language), encoding="utf-8")
    plain = "\n\n".join([byline, day, *lines]) + "\n"
    encoding = "base64" if language in ("ko", "ar") else "quoted-printable"
    (HERE / f"{language}.eml").write_bytes(bytes(mail(title, plain, page(language), language, encoding)))
(HERE / "en.forwarded.eml").write_bytes(bytes(newsletter()))
run("node", HERE / "snapshot.mjs", *(HERE / f"{language}.snapshot.html" for language in COUNTRY))
run("node", HERE / "narrow.mjs")
for language in COUNTRY:
    (HERE / f"{language}.snapshot.html").unlink()
