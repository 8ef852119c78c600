using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>The head of an article as papers print it: masthead, section, headline, who wrote it for whom, and when.</summary>
public sealed partial class ArticleFileTests
{
    [Theory]
    [InlineData("By ILSE MARROW and TOMAS QUILL, Courier Staff Writers", "ILSE MARROW and TOMAS QUILL")]
    [InlineData("By Ilse Marrow, Tomas Quill and Ana Vey, Courier Staff Writers", "Ilse Marrow, Tomas Quill and Ana Vey")]
    [InlineData("By Ilse Marrow and Tomas Quill\nCourier Staff Writers", "Ilse Marrow and Tomas Quill")]
    [InlineData("By Ilse Marrow, Courier staff writer", "Ilse Marrow")]
    [InlineData("By Ilse Marrow, Fog Gazette staff writer", "Ilse Marrow")]
    [InlineData("By ILSE MARROW, Special to The Courier", "ILSE MARROW")]
    [InlineData("By Ilse Marrow, Courier Staff Writer, and Tomas Quill, Herald Reporter", "Ilse Marrow and Tomas Quill")]
    [InlineData("Ilse Marrow, Courier Staff Writer", "Ilse Marrow")]
    [InlineData("ILSE MARROW, Courier Political Editor", "ILSE MARROW")]
    [InlineData("Ilse Marrow and Tomas Quill, Staff Writers", "Ilse Marrow and Tomas Quill")]
    [InlineData("Ilse Marrow, Staff Writer, Oct. 4, 2023", "Ilse Marrow")]
    [InlineData("By Ilse Marrow, Courier Staff Writer, Oct. 4, 2023", "Ilse Marrow")]
    public void Byline_WithTheDeskOfAPaper_IsThePersonAndTheMastheadIsThePublisher(string lines, string name)
    {
        string[] headline = ["Stone falls through ferry hall"];
        ArticleReading Of(params string[] head) =>
            Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', [.. head, .. headline, lines, .. MadeFiles.Prose])));
        var under = Of("THE CALAMO COURIER", "Wednesday, October 4, 2023");
        Assert.Equal((name, "The Calamo Courier"), (under.Facts.Byline?.Value, under.Facts.Publisher?.Value));
        Assert.Equal((1, null), (under.Facts.Publisher!.Paragraph, under.Facts.Byline!.Note));
        Assert.All(lines.Split('\n'), line => Assert.Equal("byline", Boilerplate(under, line)));
        var alone = Of().Facts;
        Assert.Equal(name, alone.Byline?.Value);
        Assert.Equal(lines.Contains("Fog", StringComparison.Ordinal) ? "Fog Gazette" : null, alone.Publisher?.Value);
    }

    [Theory]
    [InlineData("Updated Oct. 12, 2023 at 9:15 a.m. EDT | Published Oct. 11, 2023", "Oct. 11, 2023")]
    [InlineData("Published: Oct. 11, 2023 | Updated 9:15 a.m.", "Oct. 11, 2023")]
    [InlineData("Oct 11, 2023 | Updated 9:15 a.m.", "Oct 11, 2023")]
    [InlineData("Oct. 11, 2023, 8 p.m. | Updated Oct. 12, 2023, 9 a.m.", "Oct. 11, 2023")]
    [InlineData("Updated at 9:15 a.m. | Wednesday, October 11, 2023", "October 11, 2023")]
    [InlineData("Updated 9:15 a.m.\nPublished 11 October 2023, 8:02 p.m.", "11 October 2023")]
    [InlineData("Last updated: 2023-10-12 09:15\nFirst published: 2023-10-11", "2023-10-11")]
    [InlineData("Aktualisiert am 12. Oktober 2023, 9:15 Uhr | Veröffentlicht am 11. Oktober 2023", "11. Oktober 2023")]
    [InlineData("Mis à jour le 12 octobre 2023 à 9h15 – Publié le 11 octobre 2023", "11 octobre 2023")]
    [InlineData("Actualizado: 12 de octubre de 2023 · Publicado: 11 de octubre de 2023", "11 de octubre de 2023")]
    [InlineData("Atualizado em 12/10/2023 | Publicado em 11 de outubro de 2023", "11 de outubro de 2023")]
    [InlineData("Aggiornato il 12 ottobre 2023, pubblicato il 11 ottobre 2023", "11 ottobre 2023")]
    [InlineData("Обновлено 12 октября 2023 г. | Опубликовано 11 октября 2023 г.", "11 октября 2023")]
    [InlineData("Bijgewerkt: 12 oktober 2023 | Gepubliceerd: 11 oktober 2023", "11 oktober 2023")]
    [InlineData("Ενημερώθηκε: 12 Οκτωβρίου 2023 | Δημοσιεύτηκε: 11 Οκτωβρίου 2023", "11 Οκτωβρίου 2023")]
    [InlineData("Güncelleme: 12.10.2023 | Yayınlanma: 11.10.2023", "11.10.2023")]
    [InlineData("수정 2023.10.12 09:15 | 입력 2023.10.11 20:02", "2023.10.11")]
    [InlineData("2023年10月12日 更新 2023年10月11日 公開", "2023年10月11日")]
    [InlineData("آخر تحديث: 12 أكتوبر 2023 | نشر في: 11 أكتوبر 2023", "11 أكتوبر 2023")]
    [InlineData("Updated Oct. 12, 2023 | By Petra Ngo | Published Oct. 11, 2023", "Oct. 11, 2023", "Petra Ngo")]
    public void Day_OfAnArticle_IsThatOfItsPublicationAndNotOfItsUpdate(string lines, string words, string? byline = null)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"Porter sues the harbour\n{lines}\n{string.Join('\n', MadeFiles.Prose)}"));
        Assert.Equal(("2023-10-11", words), (read.Facts.Published?.Value, read.Facts.Published?.Words));
        Assert.DoesNotContain("update", read.Facts.Published!.Note ?? "", StringComparison.Ordinal);
        Assert.All(lines.Split('\n'), line => Assert.Equal(byline is null ? "date line" : "byline", Boilerplate(read, line)));
        Assert.Equal(byline, read.Facts.Byline?.Value);
    }

    [Theory]
    [InlineData("Updated Oct. 12, 2023 at 9:15 a.m."), InlineData("Zuletzt aktualisiert: 12. Oktober 2023")]
    [InlineData("Обновлено: 12.10.2023"), InlineData("12 October 2023 (updated)"), InlineData("2023年10月12日 更新")]
    public void Day_OfAnUpdateAlone_IsProposedAndSaysSo(string line)
    {
        var facts = Read("a.txt", Encoding.UTF8.GetBytes($"Porter sues the harbour\n{line}\n{string.Join('\n', MadeFiles.Prose)}")).Facts;
        Assert.Equal(("2023-10-12", 2), Placed(facts.Published));
        Assert.Contains("day of the update", facts.Published!.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It sailed on 4 October 2023 at 9:15 a.m.")]
    [InlineData("The list was updated 4 October 2023 at 9:15 a.m.")]
    public void Sentence_ThatEndsWithAClock_IsNoDateLine(string line) => Line_AroundAnArticle_IsNamedAndProseIsNot(line, null);

    [Theory]
    [InlineData("FRONT PAGE"), InlineData("WORLD"), InlineData("Opinion"), InlineData("SPORTS / LOCAL"), InlineData("World | 7")]
    [InlineData("Arts & Culture"), InlineData("Titelseite"), InlineData("Sport und Lokales"), InlineData("PORTADA")]
    [InlineData("Πρώτη σελίδα"), InlineData("Первая полоса"), InlineData("Harbourside"), InlineData("1면"), InlineData("FRONT PAGE, A1")]
    public void Section_AboveTheHeadline_IsAKickerWhereverItStandsInTheHead(string section)
    {
        const string Headline = "STONE FROM THE SKY FALLS THROUGH FERRY HALL";
        string[][] heads =
        [
            [section],
            ["THE CALAMO COURIER", section],
            ["THE CALAMO COURIER", "Wednesday, October 4, 2023", section],
        ];
        foreach (var head in heads)
        {
            var read = Read(
                "a.txt",
                Encoding.UTF8.GetBytes(
                    string.Join('\n', [.. head, Headline, "Harbour master ships it out before dawn", "By Ann Lee", .. MadeFiles.Prose])
                )
            );
            Assert.Equal("kicker", Boilerplate(read, section));
            Assert.Equal((Headline, head.Length + 1), Placed(read.Facts.Title));
            Assert.Equal("Ann Lee", read.Facts.Byline?.Value);
        }
    }

    [Theory, InlineData("Wednesday, October 4, 2023"), InlineData("By Tom Vale")]
    public void Section_WithTheDayOrTheAuthorBetweenItAndTheHeadline_IsAKicker(string between)
    {
        string[] lines = ["FRONT PAGE", between, "Stone falls through ferry hall", "By Ann Lee", .. MadeFiles.Prose];
        var read = Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Equal(("kicker", lines[2]), (Boilerplate(read, lines[0]), read.Facts.Title?.Value));
    }

    [Theory]
    [InlineData("World leaders meet"), InlineData("Sports and the ferry"), InlineData("Front page of 1931 found")]
    public void Headline_ThatBeginsAsASectionIsCalled_IsTheHeadline(string headline)
    {
        var text = $"THE CALAMO COURIER\n{headline}\nHarbour master ships it out\nBy Ann Lee\n{string.Join('\n', MadeFiles.Prose)}";
        Assert.Equal((headline, 2), Placed(Read("a.txt", Encoding.UTF8.GetBytes(text)).Facts.Title));
    }

    [Theory]
    [InlineData("RODRIGO ECHENIQUE, corresponsal en Puerto Cálamo", "RODRIGO ECHENIQUE")]
    [InlineData("Luc Martin, envoyé spécial à Oosterveld", "Luc Martin")]
    [InlineData("JÖRG WETZLAR, Korrespondent in Den Haag", "JÖRG WETZLAR")]
    [InlineData("Του ανταποκριτή μας Π. Λαζαρίδη", "Π. Λαζαρίδη")]
    [InlineData("Von unserem Korrespondenten Jörg Wetzlar", "Jörg Wetzlar")]
    [InlineData("De notre correspondante à Oosterveld, Anne Dubois", "Anne Dubois")]
    [InlineData("От нашего корреспондента И. Петрова", "И. Петрова")]
    [InlineData("From our own correspondent Ann Lee", "Ann Lee")]
    [InlineData("Αθήνα, 6 Οκτωβρίου 2023 (του ανταποκριτή μας Π. Λαζαρίδη)", "Π. Λαζαρίδη")]
    [InlineData("Oosterveld, 6. Oktober 2023 (von unserer Korrespondentin Eva Brand)", "Eva Brand")]
    [InlineData("NIKOS VARELAS, harbour master of the port", null), InlineData("Port Calamo, reporter", null)]
    public void Name_WithItsCalling_IsTheByline(string line, string? name)
    {
        string[] lines = ["Ferry sails again", "The mayor went aboard and would not say why he did, nor when he will be back home", line];
        var read = Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', [.. lines, .. MadeFiles.Prose])));
        Assert.Equal((name, null), (read.Facts.Byline?.Value, read.Facts.Publisher?.Value));
        if (name is not null)
            Assert.Equal((name, 3), Placed(read.Facts.Byline));
    }

    [Theory]
    [InlineData("ΑΠΕ-ΜΠΕ <p.lazaridis@ape.example>", "ΑΠΕ-ΜΠΕ"), InlineData("Reuters <r1@wire.example>", "Reuters")]
    [InlineData("AFP <ventes@wire.example>", "AFP"), InlineData("dpa <basis@wire.example>", "dpa")]
    [InlineData("Αιγαιακό Πρακτορείο Ειδήσεων <desk@apn.example>", "Αιγαιακό Πρακτορείο Ειδήσεων")]
    [InlineData("Agence de presse du Levant <x@levant.example>", "Agence de presse du Levant")]
    [InlineData("Norfolk News Agency <n@nna.example>", "Norfolk News Agency")]
    public void Mail_FromAnAgency_HasItForItsPublisher(string from, string agency)
    {
        var facts = Read("a.eml", Mail(from, MadeFiles.Prose[0], MadeFiles.Prose[1])).Facts;
        Assert.Equal((null, agency), (facts.Byline?.Value, facts.Publisher?.Value));
    }

    [Theory, InlineData("Efe <efe@paper.example>", "Efe"), InlineData("Petra Ngo <news@paper.example>", "Petra Ngo")]
    public void Mail_FromAPersonWhoIsCalledLikeAnAgency_HasHerForItsAuthor(string from, string author)
    {
        var facts = Read("a.eml", Mail(from, MadeFiles.Prose[0], MadeFiles.Prose[1])).Facts;
        Assert.Equal((author, null), (facts.Byline?.Value, facts.Publisher?.Value));
    }

    [Fact]
    public void Mail_OfAnAgency_HasItsPrintedAuthorAndNoSignature()
    {
        string[] lines =
        [
            "ΑΙΓΑΙΑΚΟ ΠΡΑΚΤΟΡΕΙΟ ΕΙΔΗΣΕΩΝ",
            "Αθήνα, 6 Οκτωβρίου 2023 (του ανταποκριτή μας Π. Λαζαρίδη)",
            MadeFiles.Prose[0],
            MadeFiles.Prose[1],
            "-- ",
            "Λαμβάνετε αυτό το μήνυμα επειδή είστε συνδρομητής.",
        ];
        var read = Read("a.eml", Mail("Αιγαιακό Πρακτορείο Ειδήσεων <desk@apn.example>", lines));
        Assert.Equal(("Π. Λαζαρίδη", "Αιγαιακό Πρακτορείο Ειδήσεων"), (read.Facts.Byline?.Value, read.Facts.Publisher?.Value));
        Assert.Equal(MadeFiles.Prose[..2], read.Paragraphs.Where(p => p.Boilerplate is null).Select(p => p.Text));
    }

    [Theory]
    [InlineData("Εφημερίδα «Ο Φάρος του Θύμου»", "Ο Φάρος του Θύμου"), InlineData("Zeitung „Hafenbote“", "Hafenbote")]
    [InlineData("Газета «Морской листок»", "Морской листок"), InlineData("газета «Заря»", "Заря"), InlineData("『港湾』新聞", "港湾")]
    [InlineData("Journal « Le Phare »", "Le Phare"), InlineData("Periódico “El Faro”", "El Faro"), InlineData("صحيفة «الميناء»", "الميناء")]
    public void Paper_InQuotationMarks_IsCalledAsTheyHoldIt(string printed, string paper)
    {
        ArticleReading Of(string line) =>
            Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\nBy Ann Lee\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}"));
        foreach (var line in new[] { printed, $"{printed} — 5.10.2023", $"{printed}, 5 October 2023" })
        {
            var read = Of(line);
            Assert.Equal((paper, 2), Placed(read.Facts.Publisher));
            Assert.NotNull(Boilerplate(read, line));
        }
    }
}
