using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>A cell that rows would code; claim, source and telling are null where the rows do not say them.</summary>
/// <param name="Base">What stands there; null where nothing does.</param>
public sealed record ProposedCell(Claim? Claim, Source? Source, Framing? Base, Framing? Next) : Proposed;

/// <summary>
/// Rows as codings: those of one claim and source are one telling, whose quotations they are. What its table has no column for stays as it
/// stands.
/// </summary>
public sealed class CodingRows
{
    // What the exports say where there is no telling, and where there is none yet.
    private static readonly string[] Nothing = ["uncoded", "not yet written"];
    private static readonly string[] Silences = ["written before", "cannot tell"];

    private readonly MatchedTable table;
    private readonly Casebook casebook;
    private readonly Func<Source, ArticleText?> textOf;
    private readonly string signer;
    private readonly ILookup<string, Claim> claims;
    private readonly ILookup<string, Source> sources;

    private CodingRows(MatchedTable table, Casebook casebook, Func<Source, ArticleText?> textOf, string signer)
    {
        (this.table, this.casebook, this.textOf, this.signer) = (table, casebook, textOf, signer);
        claims = Named(casebook.Claims, c => [c.Slug, c.Question]);
        sources = Named(casebook.Sources, s => [s.Siglum, s.Slug, s.Name, s.Title?.Value ?? ""]);
    }

    /// <summary>What the rows would code, a cell each, and how many rows say that nobody has coded theirs.</summary>
    /// <param name="table">The rows, with their columns matched.</param>
    /// <param name="casebook">As it stands.</param>
    /// <param name="textOf">The article of a source, where it is at hand.</param>
    /// <param name="signer">Who codes, where no column says it.</param>
    public static (IReadOnlyList<ProposedCell> Cells, int Uncoded) Of(
        MatchedTable table,
        Casebook casebook,
        Func<Source, ArticleText?> textOf,
        string signer
    )
    {
        var rows = new CodingRows(table, casebook, textOf, signer);
        var (cells, uncoded) = (new List<ProposedCell>(), 0);
        foreach (var group in table.Sheet.Rows.GroupBy(r => (Claim: Key(table.Of(r, "claim")), Source: Key(table.Of(r, "source")))))
            if (group.All(r => Nothing.Contains(Key(table.Of(r, "stance"))) && table.Of(r, "quotation").Length == 0))
                uncoded += group.Count();
            else
                cells.Add(rows.Read([.. group]));
        return (rows.Twice(cells), uncoded);
    }

    private static string Key(string text) => Folding.Of(text);

    private static ILookup<string, T> Named<T>(IEnumerable<T> items, Func<T, string[]> names)
        where T : Item =>
        items
            .SelectMany(i => names(i).Where(n => n.Length > 0).Select(Key).Distinct(), (item, name) => (item, name))
            .ToLookup(n => n.name, n => n.item);

    // A claim that is named here by its question and there by its short name is one claim.
    private List<ProposedCell> Twice(List<ProposedCell> cells)
    {
        var seen = new Dictionary<(ClaimId, SourceId), int>();
        return cells.ConvertAll(c =>
            c is not { Claim: { } claim, Source: { } source } || seen.TryAdd((claim.Id, source.Id), c.Row)
                ? c
                : c with
                {
                    Problems =
                    [
                        .. c.Problems,
                        new(
                            c.Row,
                            table.ColumnOf("claim"),
                            $"Row {seen[(claim.Id, source.Id)]} codes the same cell under another name. Name both alike."
                        ),
                    ],
                }
        );
    }

    private ProposedCell Read(List<SheetRow> rows)
    {
        var (problems, remarks) = (new List<Remark>(), rows.SelectMany(table.Noted).ToList());
        var claim = One(claims, "claim", rows[0], problems, "its short name or its question");
        var source = One(sources, "source", rows[0], problems, "its siglum or its short name");
        if (claim is null || source is null)
            return new(claim, source, null, null)
            {
                Rows = [.. rows.Select(r => r.Number)],
                Problems = problems,
                Remarks = remarks,
            };
        var current = claim.Of(source.Id);
        var next = new TellingRows(table, casebook, rows, claim, source, current, signer, problems, remarks).Read(textOf(source));
        var isThere = next is not null && current is not null && Same(current, next);
        return new(claim, source, current, next)
        {
            Rows = [.. rows.Select(r => r.Number)],
            Problems = isThere ? [] : [.. problems.Distinct()],
            Remarks = remarks,
            IsThere = isThere,
            LeftOut =
                isThere ? "Coded just so already."
                : current is null ? null
                : $"Already coded: {Vocabulary.Of(current.Stance)}, {Reading.Labels.Count(current.Quotations.Count, "quotation")}"
                    + (current.Coder is { } coder ? $", by {coder}" : "")
                    + ". Choose it to put these rows in its place.",
        };
    }

    private T? One<T>(ILookup<string, T> named, string key, SheetRow row, List<Remark> problems, string names)
        where T : Item
    {
        var said = table.Of(row, key);
        var found = named[Key(said)].Distinct().ToList();
        if (found.Count == 1)
            return found[0];
        problems.Add(
            new(
                row.Number,
                table.ColumnOf(key),
                said.Length == 0 ? $"No {key} is named. Fill it in, or match the column that holds it."
                    : found.Count > 1 ? $"{found.Count} {key}s are called {Remark.Quoted(said)}. Name the one by {names}."
                    : $"There is no {key} {Remark.Quoted(said)} in this casebook. Name it by {names}, or make it first."
            )
        );
        return null;
    }

    // Where words stand is worked out anew from the text, and lists keep their order only for the eye.
    private static bool Same(Framing a, Framing b) => Data.Casebooks.Edits.Parts.Same(Bare(a), Bare(b));

    private static Framing Bare(Framing f) =>
        f with
        {
            Quotations = [.. f.Quotations.Select(q => q with { Position = null, Unverified = false })],
            Aspects = [.. f.Aspects.OrderBy(a => a.Key, StringComparer.Ordinal)],
            Empty = [.. f.Empty.Order(StringComparer.Ordinal)],
            Frames = [.. f.Frames.Order()],
        };

    /// <summary>The stance of a cell’s word; null where it is none.</summary>
    internal static Stance? StanceOf(string word) =>
        Silences.Contains(Key(word)) ? Stance.Silent
        : Vocabulary.TryRead<Stance>(Key(word), out var stance) ? stance
        : null;
}
