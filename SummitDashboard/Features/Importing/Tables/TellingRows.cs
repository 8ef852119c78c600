using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>The rows of one claim and source as its telling.</summary>
internal sealed partial class TellingRows(
    MatchedTable table,
    Casebook casebook,
    List<SheetRow> rows,
    Claim claim,
    Source source,
    Framing? current,
    string signer,
    List<Remark> problems,
    List<Remark> remarks
)
{
    /// <summary>The telling; null where its stance is not said.</summary>
    /// <param name="text">The article, where it is at hand: then every quotation is held against it.</param>
    public Framing? Read(ArticleText? text)
    {
        if (StanceIn("stance") is not { } stance)
        {
            if (One("stance").Length == 0)
                Wrong(rows[0], "stance", $"The stance is missing. Write one of {Stances}.");
            return null;
        }
        var note = table.Has("note") ? Optional(One("note")) : current?.Note;
        var framing =
            stance == Stance.Silent
                ? new Framing
                {
                    Source = source.Id,
                    Stance = stance,
                    ReadBy = Optional(One("read-by")),
                    ReadOn = DayIn("read-on"),
                    Quotations = [.. Quotations(text)],
                    Frames = [.. Frames()],
                    Gloss = Optional(One("gloss")),
                    Coder = Optional(One("coder")),
                    Note = note,
                }
                : Told(stance, text, note);
        var found = CodebookRules.Of(framing, claim).Concat(CodebookRules.Unseen([claim], [claim with { Framings = [framing] }]));
        foreach (var finding in found)
            Wrong(
                rows[0],
                KeyOf(finding),
                finding.Message.StartsWith("has ", StringComparison.Ordinal)
                    ? $"The telling {finding.Message}"
                    : Reading.Prose.Sentence(finding.Message)
            );
        return framing;
    }

    private Framing Told(Stance stance, ArticleText? text, string? note)
    {
        var (filled, empty) = Slots();
        var keepsSlots = !table.Meanings.Any(m => m is "slots" or "slot-terms" or Meanings.SlotWords or Meanings.SlotTerm);
        return new Framing
        {
            Source = source.Id,
            Stance = stance,
            Also = table.Has("also") ? StanceIn("also") : current?.Also,
            Coder = Optional(One("coder")) ?? current?.Coder ?? signer,
            ReadBy = Optional(One("read-by")),
            ReadOn = DayIn("read-on"),
            Quotations = table.Has("quotation") ? [.. Quotations(text)] : current?.Quotations ?? [],
            Aspects = keepsSlots ? current?.Aspects ?? [] : filled,
            Empty = keepsSlots ? current?.Empty ?? [] : empty,
            Frames = table.Has("frames") ? [.. Frames()] : current?.Frames ?? [],
            Gloss = table.Has("gloss") ? Optional(One("gloss")) : current?.Gloss,
            Note = note,
        };
    }

    private static string Stances => string.Join(", ", Vocabulary.All<Stance>());

    private static string? Optional(string text) => FieldReader.Optional(text);

    private void Wrong(SheetRow row, string? key, string says) =>
        problems.Add(new(row.Number, key is null ? null : table.ColumnOf(key), says));

    private static string? KeyOf(Finding finding) =>
        finding.Field
        ?? (
            finding.Message.StartsWith("silent must", StringComparison.Ordinal) ? "read-by"
            : finding.Message.StartsWith("also is", StringComparison.Ordinal) ? "also"
            : finding.Message.StartsWith("has more than two frames", StringComparison.Ordinal) ? "frames"
            : null
        );

    // What belongs to the telling stands in each of its rows, or in one of them.
    private string One(string key)
    {
        SheetRow? first = null;
        foreach (var row in rows.Where(r => table.Of(r, key).Length > 0))
            if (first is null)
                first = row;
            else if (table.Of(row, key) != table.Of(first, key))
            {
                Wrong(
                    row,
                    key,
                    $"Row {first.Number} says otherwise of the same claim and source. Write the same in both, or leave one empty."
                );
                break;
            }
        return first is null ? "" : Folding.Composed(table.Of(first, key));
    }

    private Stance? StanceIn(string key)
    {
        if (One(key) is not { Length: > 0 } word)
            return null;
        if (CodingRows.StanceOf(word) is { } stance)
            return stance;
        Wrong(rows[0], key, $"{Remark.Quoted(word)} is no stance. Write one of {Stances}.");
        return null;
    }

    private DateOnly? DayIn(string key)
    {
        if (One(key) is not { Length: > 0 } text)
            return null;
        if (new RowDates([]).Of(text) is var (iso, _) && DateOnly.TryParseExact(iso, "yyyy-MM-dd", out var day))
            return day;
        Wrong(rows[0], key, $"{Remark.Quoted(text)} is no day. Write it as 2026-12-31.");
        return null;
    }

    private IEnumerable<NewsFrame> Frames()
    {
        foreach (var word in List(One("frames")))
            if (Vocabulary.TryRead<NewsFrame>(Folding.Of(word).Replace(' ', '-'), out var frame))
                yield return frame;
            else
                Wrong(rows[0], "frames", $"{Remark.Quoted(word)} is no frame. Write some of {FrameWords}.");
    }

    private static string FrameWords => string.Join("; ", Vocabulary.All<NewsFrame>().Select(f => f.Replace('-', ' ')));

    private static List<string> List(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
