using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Forms;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>The quotations of these rows, each held against the article where it is at hand.</summary>
internal sealed partial class TellingRows
{
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
                    $"{people.Count} people are called {Remark.Quoted(Of("cites"))}; it is kept as words, and names none."
                )
            );
        Stance? stance = null;
        if (Of("quotation-stance") is { Length: > 0 } word && (stance = CodingRows.StanceOf(word)) is null)
            Wrong(row, "quotation-stance", $"{Remark.Quoted(word)} is no stance. Write one of {Stances}, or nothing.");
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
                    $"{Remark.Quoted(word)} is no way of translating. "
                        + $"Write one of {string.Join(", ", Vocabulary.All<TranslationMethod>())}."
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
                $"{Remark.Quoted(typed)} does not stand in the article"
                    + (
                        near is null
                            ? ". Compare it with the text."
                            : $"; ¶ {near.Paragraph} has {Remark.Quoted(near.Span.In(text.Paragraphs[near.Paragraph - 1]))}. "
                                + "Mend the words, or leave the row out."
                    )
            );
            return;
        }
        if (!found.IsExact)
            remarks.Add(new(row.Number, table.ColumnOf("quotation"), $"Taken as the article prints it: {Remark.Quoted(fields.Exact)}."));
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
}
