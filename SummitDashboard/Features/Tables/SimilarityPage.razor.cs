using System.Globalization;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Tables;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Tables;

/// <summary>How alike the sources are, pair by pair: in what they tell, and in the wording of their articles.</summary>
public partial class SimilarityPage : TablesRoom
{
    private const string Wording = SharedWordingTable.Kind;
    private const string Place = "#" + TablesQuery.Opened;
    private const int MostRuns = 20;

    // What takes longer is said to be worked out: a page does not wait for it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private SharedWordingTable? wordings;
    private IReadOnlyList<SharedRun> runs = [];
    private bool isAtWork;
    private bool isTooMuch;

    private SimilarityTable table = null!;
    private ColumnWindow window = null!;
    private Paging page;
    private Paging part;
    private RowOrder order = new();
    private Source? like;
    private (Source One, Source Other)? pair;
    private PairLikeness likeness;
    private SharedWording? shared;
    private IReadOnlyList<CrossColumn> columns = [];
    private IReadOnlyList<CrossRow> rows = [];
    private IReadOnlyList<PairedTelling>? both;
    private IReadOnlyList<PairedTelling> listed = [];

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    [Inject]
    private TextLibrary Library { get; set; } = null!;

    [Inject]
    private SharedWordingWork Work { get; set; } = null!;

    // The figures of a pair, as an address names them and as buttons call them; the first where it names none.
    private static readonly (string? Kind, string Label, string Caption)[] Measures =
    [
        (null, "Likeness", "The mean of the share told with the same stance and the share of aspects with the same term"),
        ("stance", "Same stance", "Share of claims told with the same stance"),
        ("terms", "Same terms", "Share of aspects, compared in what both tell, with the same term"),
        ("wholly", "Wholly alike", "Share of claims told with the same stance and no aspect that differs"),
        (Wording, "Shared wording", "Which share of the row’s wording stands in the column’s article"),
    ];

    protected override string[] Kinds => SimilarityTable.Kinds;

    private Func<PairLikeness, double?> Figure => SimilarityTable.FigureOf(Query.Kind);

    private bool OfWording => Query.Kind == Wording;

    // Why no shared wording is shown; null where it is.
    private string? Unsaid =>
        !Texts.Granted
            ? "Shared wording is worked out from the articles, and says something of their text. You may not read them here, so it "
                + "is not shown."
        : isTooMuch ? "There are too many articles, or articles too long, to be compared just now."
        : isAtWork ? "Which wording the articles share is being worked out."
        : wordings is null || Scope.Sources.Count(s => wordings.Of(s, s) is not null) < 2
            ? "Fewer than two of the sources shown have an article here, so there is no wording to compare."
        : null;

    private string Caption =>
        Measures.First(m => m.Kind == Query.Kind).Caption + (OfWording ? "" : $"; n is how many of {Claims} both tell");

    private string Claims => Labels.Count(Scope.Claims.Count, "claim");

    public override void Dispose()
    {
        Work.Done -= Redraw;
        Library.Changed -= Redraw;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void Listen()
    {
        Work.Done += Redraw;
        Library.Changed += Redraw;
    }

    protected override async Task Fetch(Casebook casebook)
    {
        var (wordings, isAtWork, isTooMuch) = ((SharedWordingTable?)null, false, false);
        var query = TablesQuery.Read(casebook, Address, Kinds);
        IReadOnlyList<SharedRun> runs = [];
        if (Texts.Granted && (query.Kind == Wording || query.IsOpen))
        {
            var work = Work.Of(casebook);
            isTooMuch = work is null;
            if (work is not null)
            {
                await Task.WhenAny(work, Task.Delay(Patience));
                isAtWork = !work.IsCompletedSuccessfully;
                wordings = isAtWork ? null : await work;
            }
            if (PairOf(casebook, query) is var (one, other) && Texts.Read(one) is { } text && Texts.Read(other) is { } otherText)
                runs = await Reads.Aside(() => Runs(one, text, other, otherText));
        }
        (this.wordings, this.isAtWork, this.isTooMuch, this.runs) = (wordings, isAtWork, isTooMuch, runs);
    }

    protected override void Show()
    {
        table = SimilarityTable.Of(Scope);
        order = OrderOf(table.Has, name => $"“{name}” is not among the sources shown");
        like = Scope.Sources.FirstOrDefault(s => s.Siglum == order.By);
        var sources = table.Rows(order, Query.Kind, wordings);
        page = PageOf(sources.Count, Rows, Query.Page, "sources");
        window = ColumnWindow.At(Query.Cols, Scope.Sources, 3 * Math.Min(Rows, sources.Count) + 5);
        var beside = window.On(Scope.Sources);
        columns = [.. beside.Select(s => new CrossColumn($"{s.Siglum}, {s.Name}", s.Siglum, s))];
        rows = [.. page.On(sources).Select(s => new CrossRow(s, [.. beside.Select(other => Cell(s, other))]))];
        Open();
    }

    private void Open()
    {
        (both, shared, listed) = (null, null, []);
        pair = PairOf(Casebook, Query);
        if (pair is null && Query.IsOpen)
            Notices.Add("A cell is of two different sources; no cell is open.");
        if (pair is not var (one, other))
            return;
        both = SimilarityTable.Both(Scope, one, other);
        if (Scope.Sources.Any(s => s.Id == one.Id) && Scope.Sources.Any(s => s.Id == other.Id))
            likeness = table.Of(one, other);
        else
        {
            (both, pair) = (null, null);
            Notices.Add("The sources of the open cell are not both among those shown; no cell is open.");
            return;
        }
        shared = wordings?.Of(one, other);
        part = PageOf(both.Count, Parts, Query.Part, "claims");
        listed = part.On(both);
    }

    private static (Source One, Source Other)? PairOf(Casebook casebook, TablesQuery query) =>
        query is { In: { } one, Of: { } siglum }
        && casebook.Sources.FirstOrDefault(s => s.Siglum.Equals(siglum, StringComparison.OrdinalIgnoreCase)) is { } other
        && other.Id != one.Id
            ? (one, other)
            : null;

    private static List<SharedRun> Runs(Source one, ArticleText text, Source other, ArticleText otherText) =>
        [
            .. SharedWording
                .Runs(SharedWordingTable.Prose(one, text), SharedWordingTable.Prose(other, otherText))
                .OrderByDescending(r => r.Words)
                .Take(MostRuns),
        ];

    private CrossCell Cell(Source row, Source column)
    {
        if (row.Id == column.Id)
            return new("–", IsNone: true);
        var url = Query.CellUrl(Urls.SimilarityTable, row, column.Siglum);
        var isOpen = Query.In?.Id == row.Id && column.Siglum.Equals(Query.Of, StringComparison.OrdinalIgnoreCase);
        if (OfWording)
            return wordings?.Of(row, column) is { } wording
                ? new(wording.OfThis.ToString("P0", CultureInfo.InvariantCulture), url, null, isOpen)
                : new("–", IsNone: true);
        var of = table.Of(row, column);
        return new(Share(Figure(of)), url, $"n {of.Both:N0}", isOpen, of.IsFew);
    }

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string Sentence(PairLikeness of) =>
        (
            of.Both == 0
                ? "There is no claim that both tell."
                : $"Of {Labels.Count(of.Both, "claim")} that both tell, {of.SameStance:N0} are told with the same stance "
                    + $"({Share(of.Stances)}); "
                    + $"of {Labels.Count(of.Slots, "aspect")} compared, {of.SameTerms:N0} have the same term ({Share(of.Terms)}). "
                    + $"Likeness: {Share(of.Score)}. Wholly alike: {of.Alike:N0}."
        ) + $" Left out: {of.Uncoded:N0} uncoded for one, {of.CouldNot:N0} that one could not tell, {of.Silent:N0} on which one is silent.";

    private static string Named(IReadOnlyList<Aspect> aspects) =>
        aspects.Count == 0 ? "–" : string.Join(", ", aspects.Select(a => a.Label));

    private static string HeadUrl(Claim claim, Source one, Source other) =>
        Urls.With(Urls.Claim(claim), ("sources", $"{one.Siglum},{other.Siglum}"), ("view", "head"));

    private string SortUrl(RowOrder by) => Query.Sorted(by).ToUrl(Urls.SimilarityTable);

    private string KindUrl(string? kind) => (Query with { Kind = kind, Page = 1, Cols = null }).Closed.ToUrl(Urls.SimilarityTable);
}
