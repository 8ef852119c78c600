using System.Globalization;
using CsvHelper;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>
/// The whole coding in one table in long form, with the same columns for every claim: a row for each claim, source and quotation, and
/// one without a quotation where there is none (its <c>stance</c> says why). What belongs to the telling stands in each of its rows;
/// count tellings where <c>quotation number</c> is empty or 1. The slots differ from claim to claim and so share two columns:
/// <c>aspects (compared as)</c> holds <c>slot: term; slot: term</c>, <c>aspects</c> holds <c>label: words | label: words</c>;
/// <c>(not said)</c> is a slot found empty, <c>(not yet coded)</c> one of which nothing follows.
/// For programs or for spreadsheets (<see cref="CsvFile"/>).
/// </summary>
public static class TellingsCsv
{
    private static readonly string[] Header =
    [
        "claim",
        "question",
        "theme",
        .. ClaimCsv.OfSource,
        "quotation number",
        .. ClaimCsv.OfQuotation,
        "aspects (compared as)",
        "aspects",
        .. ClaimCsv.OfReading,
    ];

    /// <summary>
    /// Writes the rows of every claim listed and every source chosen, one claim at a time: no more than a few rows are in memory.
    /// </summary>
    public static async Task Write(Stream stream, Casebook casebook, ClaimsQuery query, CsvFile file, CancellationToken cancelled)
    {
        await using var csv = file.Writer(stream);
        await Row(csv, Header);
        foreach (var claim in ClaimList.Of(casebook, query).Claims)
        {
            cancelled.ThrowIfCancellationRequested();
            foreach (var telling in Comparison.Tell(casebook, claim, Sources(casebook, claim, query), query.AsOf))
            {
                var framing = telling.IsNotYet ? null : telling.Cell.Framing;
                string?[] before = [claim.Slug, claim.Question, casebook.ThemeLabel(claim.Theme), .. ClaimCsv.Cells(telling, framing)];
                string?[] after = [Terms(claim, framing), InWords(claim, framing), .. ClaimCsv.Cells(casebook, framing)];
                if (framing is null or { Quotations: [] })
                    await Row(csv, [.. before, "", .. ClaimCsv.Cells(casebook, (Quotation?)null), .. after]);
                else
                    foreach (var (n, quotation) in framing.Quotations.Index())
                        await Row(
                            csv,
                            [.. before, (n + 1).ToString(CultureInfo.InvariantCulture), .. ClaimCsv.Cells(casebook, quotation), .. after]
                        );
            }
        }
    }

    private static IEnumerable<Source> Sources(Casebook casebook, Claim claim, ClaimsQuery query) => query.Shown.Of(claim);

    private static string Terms(Claim claim, Framing? framing) =>
        string.Join("; ", Slots(claim, framing, v => v.Value).Select(s => $"{s.Slot.Key}: {s.Says}"));

    private static string InWords(Claim claim, Framing? framing) =>
        string.Join(" | ", Slots(claim, framing, v => v.Text).Select(s => $"{s.Slot.Label}: {s.Says}"));

    private static IEnumerable<(Aspect Slot, string Says)> Slots(Claim claim, Framing? framing, Func<AspectValue, string> filled) =>
        claim.Aspects.Select(a => (a, ClaimLabels.SlotIn(framing, a, filled))).Where(s => s.Item2 is not null).Select(s => (s.a, s.Item2!));

    private static Task Row(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        return csv.NextRecordAsync();
    }
}
