using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Sources;

/// <summary>The sources, in writing order where no other is chosen.</summary>
public partial class SourcesPage : SourceRoom
{
    /// <summary>How many sources stand on one page.</summary>
    public const int Size = 40;

    private Paging page;
    private ShownSources shown = null!;
    private ColumnChoice choice = null!;
    private IReadOnlyList<SourceColumn> all = [],
        rows = [];
    private HashSet<SourceId> heads = []; // the first source of each group on the page

    private SourceIndex Index { get; set; } = null!;

    protected override bool Shows(ItemChange change) => change.Kind != ItemKind.Talk;

    protected override void Read()
    {
        shown = ShownSources.Read(Casebook, Address);
        choice = ColumnChoice.Read(Casebook, Address);
        all = SourceColumns.Of(Casebook, shown.Sources, choice);
        page = Address.Page(all.Count, Size);
        rows = page.On(all);
        heads = [.. rows.Where(r => r.Group is not null).DistinctBy(r => r.Group!.Key).Select(r => r.Sources[0].Id)];
        Index = SourceIndex.Of(Casebook);
    }

    private static string UrlOf(int page, string? sources, ColumnChoice choice) =>
        Urls.With(Urls.Sources, [("sources", sources), .. choice.Fields(), ("page", Paging.Value(page))]);

    private string Order =>
        choice.Order switch
        {
            null or ColumnOrder.Writing => " in the order in which they were written, as far as that can be told.",
            ColumnOrder.Name => ", by name.",
            ColumnOrder.Similarity => $", those first that tell most alike to {Prose.Name(choice.Like?.Siglum ?? "")}.",
            _ => $", by their stance on “{choice.On?.Question}”",
        };

    private static string DateOf(Fact fact) => Edtf.TryParse(fact.Value, out var date, out _) ? date.Describe() : fact.Value;

    private static string Said(StanceTally tally) =>
        string.Join(
            " · ",
            new[]
            {
                $"tells {tally.Told}",
                $"silent on {tally["silent"]}",
                Part(tally, "written before", "wrote before {0}"),
                Part(tally, "cannot tell", "cannot tell {0}"),
                Part(tally, "uncoded", "uncoded {0}"),
            }.OfType<string>()
        );

    private static string? Part(StanceTally tally, string word, string words) =>
        tally[word] is > 0 and var count ? string.Format(System.Globalization.CultureInfo.InvariantCulture, words, count) : null;

    private string Supplied(Source source) =>
        Texts.Read(source) is not null ? "supplied here"
        : Texts.IsWithheld(source) ? "supplied, not shown to you"
        : "not supplied";
}
