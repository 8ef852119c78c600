using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>A day that a line prints, and what the line says of it.</summary>
/// <param name="Edtf">The day.</param>
/// <param name="Words">As it is printed.</param>
/// <param name="IsPublished">Whether the line says that it was published then.</param>
/// <param name="IsUpdate">Whether the line says that it was changed then.</param>
internal sealed record LabelledDay(string Edtf, string Words, bool IsPublished, bool IsUpdate);

/// <summary>
/// Which of the days in a line is that of publication: “Updated Oct. 12, 2023 at 9:15 a.m. | Published Oct. 11, 2023”. The lists are short,
/// and made by hand to be added to.
/// </summary>
internal static partial class DayLabels
{
    // What says of several days which is which is a line, and no paragraph.
    private const int Longest = 300;

    private const string Updates =
        @"(?<!\p{L})(?:updated?|modified|revised|amended|corrected|aktualisiert|aktualisierung|geändert|update vom|mise? à jour|màj|maj|"
        + @"actualisée?|modifiée?|actualizad[oa]|actualización|modificad[oa]|aggiornat[oa]|aggiornamento|modificat[oa]|atualizad[oa]|"
        + @"atualização|bijgewerkt|gewijzigd|opdateret|uppdaterad|oppdatert|zaktualizowano|aktualizacja|обновлен[оа]?|обновлён|обновление|"
        + @"изменено|оновлено|оновлення|ενημερώθηκε|ενημέρωση|güncelleme|güncellendi|güncellenme|(?:آخر )?تحديث|محدث|حُدّث)(?!\p{L})|"
        + "(?:최종\\s?)?수정|업데이트|最終更新|更新|修改";

    private const string Publications =
        @"(?<!\p{L})(?:published|posted|publication date|veröffentlicht|erschienen|publiziert|erstellt|publiée?|parue?|créée?|publicad[oa]|"
        + @"publicación|publicação|pubblicat[oa]|pubblicazione|gepubliceerd|geplaatst|verschenen|udgivet|offentliggjort|publicerad|"
        + @"publisert|opublikowano|publikacja|опубликован[оа]?|публикация|дата публикации|опубліковано|δημοσιεύτηκε|δημοσιεύθηκε|"
        + @"δημοσίευση|yayınlanma|yayımlanma|yayınlandı|yayımlandı|giriş|نُ?شرت?|تاريخ النشر)(?!\p{L})|"
        + "기사입력|입력|등록|게재|발행|승인|公開|掲載|配信|发布|發布|发表|發表|刊登";

    // What may stand between a label and its day, or its clock.
    private static readonly HashSet<string> Between =
    [
        .. "at um uhr à a às alle alla ora ore klo kl godz saat ώρα στις στις в о last first zuletzt zuerst".Split(' '),
        .. "erstmals dernière première última ultimo último primera laatst eerst последнее tarihi τελευταία".Split(' '),
        .. "date fecha data дата ημερομηνία".Split(' '),
    ];

    /// <summary>The days that a line prints, in their order.</summary>
    public static IReadOnlyList<LabelledDay> In(string line)
    {
        if (line.Length > Longest)
            return Dates.Find(line) is var (edtf, words) ? [new(edtf, words, false, false)] : [];
        var days = Dates.All(line);
        if (days.Count == 0)
            return [];
        var labels = Label()
            .Matches(line)
            .Where(l => !days.Any(d => l.Index < d.At + d.Words.Length && d.At < l.Index + l.Length))
            .ToList();
        var of = new Match?[days.Count];
        // “10月11日 公開 10月12日 更新”: where a day begins the line and a label ends it, labels follow.
        var follow =
            labels.Count > 0 && labels[0].Index > days[0].At && !line[(labels[^1].Index + labels[^1].Length)..].Any(char.IsLetterOrDigit);
        foreach (var label in labels)
        {
            var next = days.FindIndex(d => d.At > label.Index);
            var before = (next < 0 ? days.Count : next) - 1;
            var end = label.Index + label.Length;
            if (!follow && next >= 0 && !Parting().IsMatch(line[end..days[next].At]))
                of[next] ??= label;
            else if (
                before >= 0
                && !Parting().IsMatch(line[(days[before].At + days[before].Words.Length)..label.Index])
                && !Clocked(line[end..])
            )
                of[before] ??= label;
        }
        return
        [
            .. days.Select(
                (d, n) =>
                    new LabelledDay(d.Edtf, d.Words, of[n]?.Groups["published"].Success == true, of[n]?.Groups["update"].Success == true)
            ),
        ];
    }

    /// <summary>The day in a line that is likeliest when its article was published; null where it prints none.</summary>
    public static LabelledDay? Of(string line) =>
        In(line)
            .OrderBy(d =>
                d.IsPublished ? 0
                : d.IsUpdate ? 2
                : 1
            )
            .FirstOrDefault();

    /// <summary>What should be known of a day that was taken for that of publication.</summary>
    public static string? NoteOn(LabelledDay day) =>
        Dates.Doubt(day.Words) is var doubt && !day.IsUpdate ? doubt
        : doubt is null ? "It is the day of the update; no line says when it was published."
        : $"It is the day of the update; no line says when it was published. {doubt}";

    /// <summary>A line without its days and clocks, without the labels that begin or end what stands between them.</summary>
    public static string Without(string bare)
    {
        var left = AtAnEdge().Replace(bare, "|");
        return left == bare ? bare : AtAnEdge().Replace(left, "|");
    }

    /// <summary>Whether nothing is left of a line without its days and clocks, but for labels and what joins them to a day.</summary>
    public static bool IsOnly(string bare) =>
        Words.Of(Without(bare)).All(w => Between.Contains(w.ToLowerInvariant()) || PaperNames.BelongsToADay(w));

    /// <summary>Whether a line says when in a day it was changed, and no more: “Updated 9:15 a.m.”.</summary>
    public static bool IsOfAClock(string line, string bare) => bare != line && Label().IsMatch(line) && IsOnly(bare);

    /// <summary>Whether a line or a part of one is a label and no more.</summary>
    public static bool IsLabel(string part) => Label().IsMatch(part) && IsOnly(part);

    // “Oct 12, 2023 Updated 9:15 a.m.”: the label is of a clock.
    private static bool Clocked(string behind) => ClockBehind().IsMatch(behind);

    [GeneratedRegex("(?<update>" + Updates + ")|(?<published>" + Publications + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"[|｜;；·•/／–—、]|\s-\s")]
    private static partial Regex Parting();

    [GeneratedRegex(@"^[^|｜;；·•]{0,12}?[0-9]{1,2}[:.h時시][0-9]{2}")]
    private static partial Regex ClockBehind();

    [GeneratedRegex(
        @"(?:^|[|｜;；·•/／–—、,(-])[\s|]*(?:(?:last|first|zuletzt|dernière|última|laatst|τελευταία|son)\s+)?(?:"
            + Updates
            + "|"
            + Publications
            + @")|(?:"
            + Updates
            + "|"
            + Publications
            + @")\s*(?:$|(?=[|｜;；·•/／–—、)]))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AtAnEdge();
}
