using System.Globalization;
using CsvHelper;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Reading.Tables;

/// <summary>
/// The cross-tables as CSV, for programs or for spreadsheets (<see cref="CsvFile"/>): of every row and column, on whichever page. Sources
/// stand in the order given, as on the page.
/// </summary>
public static class TablesCsv
{
    private static readonly string[] OfSource = ["source", "source name"];

    // So that nothing counted is told from nothing read.
    private static readonly string[] OfCells = ["cells coded", "cells"];

    /// <summary>A row for each source, a column for each party that is cited.</summary>
    public static void Citations(CsvWriter csv, CitationTable table, RowOrder order)
    {
        Row(csv, [.. OfSource, "all", .. table.Cited.Select(p => p.Name), .. OfCells, "revision"]);
        foreach (var source in table.Rows(order))
            Row(
                csv,
                [
                    .. Cells(source),
                    Count(table.Total(source), table.IsUnread(source)),
                    .. table.Cited.Select(p => Count(table.Count(source, p), table.IsUnread(source))),
                    .. CellsOf(table.Scope, source),
                    Revision(table.Scope),
                ]
            );
    }

    /// <summary>A row for each passage and party that it cites.</summary>
    public static void CitingPassages(CsvWriter csv, CitationTable table, RowOrder order)
    {
        Row(csv, [.. OfSource, "cited", "kind", "paragraph", "passage", "stances", "claims", "events", "people", "revision"]);
        foreach (var citing in table.Rows(order).SelectMany(s => table.In(s, null)))
            Row(
                csv,
                [
                    .. Cells(citing.Passage.Source),
                    citing.Who.Name,
                    citing.Who.Kind,
                    Text(citing.Passage.Paragraph),
                    citing.Passage.Exact,
                    List(citing.Stances.Select(Vocabulary.Of)),
                    .. Coded(citing.Citing),
                    Revision(table.Scope),
                ]
            );
    }

    /// <summary>A row for each source with its figures.</summary>
    public static void Words(CsvWriter csv, WordTable table, CsvFile file, RowOrder order)
    {
        var marked = Enum.GetValues<WordKind>().Select(k => $"{NameOf(k)} marked in a translation alone");
        Row(csv, [.. OfSource, .. WordTable.Columns.Select(c => c.Label), .. marked, .. OfCells, "revision"]);
        foreach (var source in table.Rows(order))
            Row(
                csv,
                [
                    .. Cells(source),
                    .. WordTable.Columns.Select(c =>
                        c.Figure(table, source) is var figure && figure == 0 && table.IsUnread(source) ? "" : Figure(figure, file)
                    ),
                    .. Enum.GetValues<WordKind>().Select(k => Count(table.Of(source, k).InTranslation, table.IsUnread(source))),
                    .. CellsOf(table.Scope, source),
                    Revision(table.Scope),
                ]
            );
    }

    /// <summary>A row for each marked word and passage.</summary>
    public static void WordPassages(CsvWriter csv, WordTable table, RowOrder order)
    {
        Row(
            csv,
            [
                .. OfSource,
                "kind",
                "word",
                "marked in",
                "paragraph",
                "passage",
                "quoted for a claim",
                "claims",
                "events",
                "people",
                "revision",
            ]
        );
        foreach (var source in table.Rows(order))
        foreach (var place in Enum.GetValues<WordKind>().SelectMany(k => table.In(source, k, null)))
            Row(
                csv,
                [
                    .. Cells(source),
                    NameOf(place.Kind),
                    place.Word,
                    place.IsTranslated ? "translation" : "original",
                    Text(place.Passage.Paragraph),
                    place.Passage.Exact,
                    place.IsInTelling ? "yes" : "no",
                    .. Coded(place.Passage.Coded),
                    Revision(table.Scope),
                ]
            );
    }

    /// <summary>A row for each claim and source, with what the source makes of it and how many others tell it.</summary>
    public static void Silence(CsvWriter csv, SilenceTable table, RowOrder order)
    {
        var places = table.Rows(order).Index().ToDictionary(s => s.Item.Id, s => s.Index);
        Row(csv, ["claim", "question", "theme", .. OfSource, "word", "told by", "told by others", "silent", "uncoded", "revision"]);
        foreach (var claim in table.Claims)
        foreach (
            var (source, word) in SilenceTable.Words.SelectMany(w => claim.Under(w.Key).OrderBy(s => places[s.Id]), (w, s) => (s, w.Label))
        )
            Row(
                csv,
                [
                    claim.Claim.Slug,
                    claim.Claim.Question,
                    table.Scope.Casebook.ThemeLabel(claim.Claim.Theme),
                    .. Cells(source),
                    word,
                    List(claim.Tellers.Select(s => s.Siglum)),
                    Text(claim.Tellers.Count(s => s.Id != source.Id)),
                    Text(claim.Silent.Count),
                    Text(claim.Uncoded.Count),
                    Revision(table.Scope),
                ]
            );
    }

    /// <summary>A row for each pair of sources, either way once.</summary>
    /// <param name="sources">In the order of its rows.</param>
    /// <param name="wording">Null where the visitor may not know it: the columns are not there then.</param>
    public static void Similarity(
        CsvWriter csv,
        SimilarityTable table,
        IReadOnlyList<Source> sources,
        SharedWordingTable? wording,
        CsvFile file
    )
    {
        string[] shared = wording is null ? [] : ["share of the source’s wording in the other", "share of the other’s wording in it"];
        Row(
            csv,
            [
                .. OfSource,
                "other",
                "other name",
                "told by both",
                "likeness",
                "same stance",
                "share with the same stance",
                "aspects compared",
                "same term",
                "share with the same term",
                "told wholly alike",
                "left out: uncoded",
                "left out: could not tell",
                "left out: silent",
                .. shared,
                "revision",
            ]
        );
        for (var i = 0; i < sources.Count; i++)
        for (var j = i + 1; j < sources.Count; j++)
        {
            var pair = table.Of(sources[i], sources[j]);
            var both = wording?.Of(sources[i], sources[j]);
            Row(
                csv,
                [
                    .. Cells(sources[i]),
                    .. Cells(sources[j]),
                    Text(pair.Both),
                    Figure(pair.Score, file),
                    Text(pair.SameStance),
                    Figure(pair.Stances, file),
                    Text(pair.Slots),
                    Text(pair.SameTerms),
                    Figure(pair.Terms, file),
                    Text(pair.Alike),
                    Text(pair.Uncoded),
                    Text(pair.CouldNot),
                    Text(pair.Silent),
                    .. wording is null ? Array.Empty<string>() : [Figure(both?.OfThis, file), Figure(both?.OfOther, file)],
                    Revision(table.Scope),
                ]
            );
        }
    }

    /// <summary>The words for what a marked word does.</summary>
    public static string NameOf(WordKind kind) => kind == WordKind.Hedges ? "hedges" : "loaded words";

    private static string[] Cells(Source source) => [source.Siglum, source.Name];

    private static string[] CellsOf(TableScope scope, Source source) => [Text(scope.Coded(source)), Text(scope.Claims.Count)];

    private static IEnumerable<string> Coded(IEnumerable<Annotation> annotations) =>
        Enum.GetValues<AnnotationKind>().Select(kind => List(annotations.Where(a => a.Kind == kind).Select(a => a.Slug).Distinct()));

    // Nothing counted where nobody looked is no zero: a mean over the column would take it for one.
    private static string Count(int number, bool isUnread) => isUnread && number == 0 ? "" : Text(number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Figure(double? figure, CsvFile file) =>
        figure is not { } some ? ""
        : some == Math.Floor(some) ? some.ToString("0", CultureInfo.InvariantCulture)
        : file.Share(some);

    private static string List(IEnumerable<string> words) => string.Join("; ", words);

    private static string Revision(TableScope scope) => scope.Casebook.Revision.ToString(CultureInfo.InvariantCulture);

    private static void Row(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
