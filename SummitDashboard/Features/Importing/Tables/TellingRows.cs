using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>The rows of one claim and source as its telling.</summary>
internal sealed class TellingRows(
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
    private const string NotSaid = "(not said)";
    private const string NotYetCoded = "(not yet coded)";

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
        Wrong(rows[0], key, $"“{word}” is no stance. Write one of {Stances}.");
        return null;
    }

    private DateOnly? DayIn(string key)
    {
        if (One(key) is not { Length: > 0 } text)
            return null;
        if (new RowDates([]).Of(text) is var (iso, _) && DateOnly.TryParseExact(iso, "yyyy-MM-dd", out var day))
            return day;
        Wrong(rows[0], key, $"“{text}” is no day. Write it as 2026-12-31.");
        return null;
    }

    private IEnumerable<NewsFrame> Frames()
    {
        foreach (var word in List(One("frames")))
            if (Vocabulary.TryRead<NewsFrame>(Folding.Of(word).Replace(' ', '-'), out var frame))
                yield return frame;
            else
                Wrong(rows[0], "frames", $"“{word}” is no frame. Write some of {FrameWords}.");
    }

    private static string FrameWords => string.Join("; ", Vocabulary.All<NewsFrame>().Select(f => f.Replace('-', ' ')));

    private static List<string> List(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private IEnumerable<Quotation> Quotations(ArticleText? text)
    {
        foreach (var row in rows)
        {
            var fields = FieldsOf(row);
            if (fields.Exact.Length == 0)
            {
                if (fields.LacksWords)
                    Wrong(row, "quotation", "The quotation’s words are missing, and something is said of them. Fill them in.");
                continue;
            }
            var hindered = problems.Count;
            Place(row, fields, text);
            var reader = new FieldReader(casebook);
            var quotation = Kept(fields.Read(reader, "q"));
            foreach (var problem in reader.Problems)
                Wrong(row, ColumnOf(problem.Field), problem.Words);
            if (problems.Count == hindered)
                foreach (
                    var finding in CodebookRules.Of(quotation, source).Concat(text is null ? [] : ArticleRules.Of(quotation, text)).ToList()
                )
                    Wrong(row, "quotation", Reading.Prose.Sentence(finding.Message));
            yield return quotation;
        }
    }

    private static string? ColumnOf(string? field) =>
        field?.Split('.', 2)[^1] switch
        {
            "paragraph" => "paragraph",
            "occurrence" => "occurrence",
            "cites" => "cites",
            "translation.on" => "translated-on",
            _ => "quotation",
        };

    private QuotationFields FieldsOf(SheetRow row)
    {
        string Of(string key) => table.Of(row, key);
        var people = PersonChoice.Named(Of("cites"), casebook).ToList();
        if (people.Count > 1)
            remarks.Add(
                new(
                    row.Number,
                    table.ColumnOf("cites"),
                    $"{people.Count} people are called “{Of("cites")}”; it is kept as words, and names none."
                )
            );
        Stance? stance = null;
        if (Of("quotation-stance") is { Length: > 0 } word && (stance = CodingRows.StanceOf(word)) is null)
            Wrong(row, "quotation-stance", $"“{word}” is no stance. Write one of {Stances}, or nothing.");
        return new()
        {
            Exact = Of("quotation"),
            Paragraph = Of("paragraph").TrimStart('¶', '§').Trim(),
            Occurrence = Of("occurrence"),
            Stance = stance,
            CitesActor = people.Count == 1 ? people[0].RawId : "",
            Cites = people.Count == 1 ? "" : Of("cites"),
            Hedges = List(Of("hedges")),
            Loaded = List(Of("loaded")),
            Translation = TranslationOf(row),
        };
    }

    private TranslationFields TranslationOf(SheetRow row)
    {
        string Of(string key) => table.Of(row, key);
        var method = TranslationMethod.Own;
        if (Of("translation").Length > 0 && !Vocabulary.TryRead(Folding.Of(Of("translation-method")), out method))
        {
            if (Of("translation-method") is { Length: > 0 } word)
                Wrong(
                    row,
                    "translation-method",
                    $"“{word}” is no way of translating. Write one of {string.Join(", ", Vocabulary.All<TranslationMethod>())}."
                );
            else
                remarks.Add(
                    new(row.Number, table.ColumnOf("translation"), "How it was translated is not said; it counts as the coder’s own.")
                );
        }
        return new()
        {
            Text = Of("translation"),
            Method = method,
            By = Of("translated-by"),
            On = Of("translated-on") is { Length: > 0 } on && new RowDates([]).Of(on) is var (iso, _) ? iso : Of("translated-on"),
            Hedges = List(Of("translation-hedges")),
            Loaded = List(Of("translation-loaded")),
            For = Of("translation-of"),
        };
    }

    // Held against the text, as what is typed into a form.
    private void Place(SheetRow row, QuotationFields fields, ArticleText? text)
    {
        if (text is null)
        {
            fields.Unverified = true;
            if (fields.Paragraph.Length == 0)
                Wrong(row, "paragraph", "The article is not at hand, so say in which paragraph the words stand.");
            return;
        }
        var (typed, paragraph, occurrence) = (fields.Exact, fields.Paragraph, fields.Occurrence);
        if (QuotationPlace.Find(fields, text) is not { } found)
        {
            var near = FragmentSearch.Nearest(text.Paragraphs, typed);
            Wrong(
                row,
                "quotation",
                $"“{typed}” does not stand in the article"
                    + (
                        near is null
                            ? ". Compare it with the text."
                            : $"; ¶ {near.Paragraph} has “{near.Span.In(text.Paragraphs[near.Paragraph - 1])}”. "
                                + "Mend the words, or leave the row out."
                    )
            );
            return;
        }
        if (!found.IsExact)
            remarks.Add(new(row.Number, table.ColumnOf("quotation"), $"Taken as the article prints it: “{fields.Exact}”."));
        if (paragraph.Length > 0 && paragraph != fields.Paragraph)
            remarks.Add(
                new(
                    row.Number,
                    table.ColumnOf("paragraph"),
                    $"The words stand in ¶ {fields.Paragraph}, not in ¶ {paragraph}; that is taken."
                )
            );
        var count = TextSpan.CountOf(text.Paragraphs[found.Paragraph - 1], fields.Exact);
        if (occurrence.Length == 0 && count > 1)
            remarks.Add(
                new(
                    row.Number,
                    table.ColumnOf("quotation"),
                    $"The words stand {count} times in ¶ {fields.Paragraph}; taken is number "
                        + $"{(fields.Occurrence.Length == 0 ? "1" : fields.Occurrence)}."
                )
            );
    }

    // Where the same words are quoted already, what no column says of them stays.
    private Quotation Kept(Quotation read) =>
        current?.Quotations.FirstOrDefault(q =>
            q.Exact == read.Exact && q.Paragraph == read.Paragraph && (!table.Has("occurrence") || q.Occurrence == read.Occurrence)
        )
            is not { } known
            ? read
            : read with
            {
                Occurrence = known.Occurrence,
                Position = known.Position,
                Unverified = known.Unverified && read.Unverified,
            };

    // Each slot by its key: from the two columns that hold all of them, and from columns of their own.
    private (List<AspectValue> Filled, List<string> Empty) Slots()
    {
        var (terms, words) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        Take("slot-terms", "; ", terms);
        Take("slots", " | ", words);
        foreach (var (column, meaning) in table.Meanings.Index().Where(m => Meanings.MayRepeat(m.Item)))
            TakeColumn(column, meaning == Meanings.SlotTerm ? terms : words);
        var (filled, empty) = (new List<AspectValue>(), new List<string>());
        foreach (var key in claim.Aspects.Select(a => a.Key))
        {
            var (term, said) = (terms.GetValueOrDefault(key, ""), words.GetValueOrDefault(key, ""));
            if (term == NotYetCoded || said == NotYetCoded)
                continue;
            if (term == NotSaid || said == NotSaid)
                empty.Add(key);
            else if (term.Length > 0 || said.Length > 0)
                filled.Add(
                    new(
                        key,
                        term.Length > 0 ? Folding.Composed(term) : claim.TermOfWords(key, said, than: source.Id) ?? Terms.Of(said),
                        said.Length > 0 ? said : term.Replace('-', ' ')
                    )
                );
        }
        return (InOrder(filled, a => a.Key, current?.Aspects.Select(a => a.Key)), InOrder(empty, k => k, current?.Empty));
    }

    // What was there keeps its place.
    private static List<T> InOrder<T>(List<T> all, Func<T, string> key, IEnumerable<string>? before)
    {
        var places = (before ?? []).ToList();
        return [.. all.OrderBy(a => places.IndexOf(key(a)) is >= 0 and var place ? place : int.MaxValue)];
    }

    private string? SlotNamed(string name) =>
        claim
            .Aspects.FirstOrDefault(a => a.Key == name || Folding.Of(a.Label) == Folding.Of(name) || Folding.Of(a.Key) == Folding.Of(name))
            ?.Key;

    private void Take(string key, string between, Dictionary<string, string> slots)
    {
        string? at = null;
        foreach (var piece in One(key).Split(between))
            if (piece.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && SlotNamed(piece[..colon]) is { } slot)
                slots[at = slot] = piece[(colon + 2)..].Trim();
            else if (at is not null) // a part of what fills the slot before
                slots[at] += between + piece;
            else if (piece.Trim().Length > 0)
            {
                Wrong(rows[0], key, $"“{piece}” names no slot of this claim. {HasSlots}");
                return;
            }
    }

    private void TakeColumn(int column, Dictionary<string, string> slots)
    {
        if (rows.Find(r => r.Cells[column].Trim().Length > 0) is not { } row)
            return;
        var name = Meanings.SlotOf(table.Sheet.Columns[column]);
        if (SlotNamed(name) is { } key)
            slots[key] = row.Cells[column].Trim();
        else
            problems.Add(new(row.Number, column, $"This claim has no slot “{name}”. {HasSlots}"));
    }

    private string HasSlots => $"It has {string.Join(", ", claim.Aspects.Select(a => a.Key))}, each written with a colon behind it.";
}
