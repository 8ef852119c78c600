using System.Globalization;
using CsvHelper;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>The side-by-side and the matrix as CSV, for programs or for spreadsheets (<see cref="CsvFile"/>).</summary>
public static class ClaimCsv
{
    /// <summary>The columns of a quotation, named the same in every file.</summary>
    internal static readonly string[] OfQuotation =
    [
        "quotation",
        "paragraph",
        "occurrence",
        "quotation stance",
        "cites",
        "hedging words",
        "loaded words",
        "translation",
        .. OfTranslation,
        "hedging words in translation",
        "loaded words in translation",
    ];

    /// <summary>The columns on where a translation comes from.</summary>
    private static string[] OfTranslation => ["translation method", "translated by", "translated on", "translation of"];

    /// <summary>The columns with which a row of one claim and source begins, named the same in every file.</summary>
    internal static readonly string[] OfSource = ["source", "source name", "language", "stance", "also"];

    /// <summary>The columns of how a telling was read, named the same in every file.</summary>
    internal static readonly string[] OfReading = ["frames", "our reading", "coder", "read by", "read on", "revision"];

    /// <summary>A column by which a table of the matrix, with one quotation of each cell, is known.</summary>
    public const string OfMatrixAlone = "contested: stances";

    /// <summary>One row per source and quotation; a source that does not tell the claim has one row that says why.</summary>
    public static byte[] OfClaim(Comparison comparison, ClaimsQuery query, CsvFile file)
    {
        var (casebook, claim) = (comparison.Casebook, comparison.Claim);
        var aspects = comparison.Visible(query.OnlyDifferences).Where(r => r.Aspect is not null).Select(r => r.Aspect!).ToList();
        return file.Write(csv =>
        {
            string[] before = ["claim", "question", .. OfSource, .. OfQuotation];
            Row(csv, [.. before, .. aspects.SelectMany(a => new[] { a.Label, $"{a.Label} (compared as)" }), .. OfReading]);
            foreach (var telling in comparison.Tellings)
            {
                var framing = telling.IsNotYet ? null : telling.Cell.Framing;
                foreach (var quotation in framing?.Quotations.Cast<Quotation?>().DefaultIfEmpty() ?? [null])
                    Row(
                        csv,
                        [
                            claim.Slug,
                            claim.Question,
                            .. Cells(telling, framing),
                            .. Cells(casebook, quotation),
                            .. aspects.SelectMany(a =>
                                new[] { ClaimLabels.SlotIn(framing, a, v => v.Text), ClaimLabels.SlotIn(framing, a, v => v.Value) }
                            ),
                            .. Cells(casebook, framing),
                        ]
                    );
            }
        });
    }

    /// <summary>
    /// One row per claim and source, for every claim listed, on whichever page, with the quotation that carries the telling. Row by row: of
    /// many sources it is long.
    /// </summary>
    public static void OfMatrix(CsvWriter csv, Casebook casebook, ClaimsQuery query, CsvFile file, CancellationToken cancelled = default)
    {
        Row(
            csv,
            ["claim", "question", "theme", .. OfSource, .. OfQuotation, OfMatrixAlone, "contested: aspects", "contested: mean", "revision"]
        );
        var revision = casebook.Revision.ToString(CultureInfo.InvariantCulture);
        foreach (var claim in ClaimList.Of(casebook, query).Claims)
        {
            cancelled.ThrowIfCancellationRequested();
            var contested = ScopedContestedness.Of(casebook, claim, query).Contested;
            string[] figures = [file.Share(contested.Stances), file.Share(contested.Aspects), file.Share(contested.Score), revision];
            foreach (
                var telling in Comparison.Tell(casebook, claim, query.Shown.Sources.Where(s => query.Shown.Shows(s, claim)), query.AsOf)
            )
            {
                var carrying = telling.Told is { } told ? ContentWords.KeyQuotation(claim, told) : null;
                Row(
                    csv,
                    [
                        claim.Slug,
                        claim.Question,
                        casebook.ThemeLabel(claim.Theme),
                        .. Cells(telling, telling.Told),
                        .. Cells(casebook, carrying),
                        .. figures,
                    ]
                );
            }
        }
    }

    /// <summary>The cells under <see cref="OfSource"/>.</summary>
    internal static IEnumerable<string?> Cells(Telling telling, Framing? framing) =>
        [
            telling.Source.Siglum,
            telling.Source.Name,
            telling.Source.Language?.Value,
            telling.Word,
            framing?.Also is { } also ? Vocabulary.Of(also) : "",
        ];

    /// <summary>The cells under <see cref="OfQuotation"/>.</summary>
    internal static IEnumerable<string?> Cells(Casebook casebook, Quotation? quotation) =>
        [
            quotation?.Exact,
            quotation?.Paragraph.ToString(CultureInfo.InvariantCulture),
            quotation?.Occurrence.ToString(CultureInfo.InvariantCulture),
            quotation?.Stance is { } stance ? Vocabulary.Of(stance) : "",
            quotation?.Cites is { } cited ? casebook.NameOf(cited) : "",
            List(quotation?.Hedges),
            List(quotation?.Loaded),
            quotation?.Translation?.Text,
            .. Cells(quotation?.Translation),
            List(quotation?.Translation?.Hedges),
            List(quotation?.Translation?.Loaded),
        ];

    // “translation of” holds the words it was made of where the quotation has others by now: it is out of date.
    private static IEnumerable<string?> Cells(Translation? translation) =>
        [
            translation is { } t ? Vocabulary.Of(t.Method) : "",
            translation?.By,
            translation?.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            translation?.Of,
        ];

    /// <summary>The cells under <see cref="OfReading"/>.</summary>
    internal static IEnumerable<string?> Cells(Casebook casebook, Framing? framing) =>
        [
            List(framing?.Frames.Select(Comparison.NameOf)),
            framing?.Gloss,
            framing?.Coder,
            framing?.ReadBy,
            framing?.ReadOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            casebook.Revision.ToString(CultureInfo.InvariantCulture),
        ];

    private static string List(IEnumerable<string>? words) => string.Join("; ", words ?? []);

    private static void Row(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
