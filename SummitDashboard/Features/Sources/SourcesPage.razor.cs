using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Sources;

/// <summary>Every source in writing order.</summary>
public partial class SourcesPage : SourceRoom
{
    /// <summary>How many sources stand on one page.</summary>
    public const int Size = 50;

    private Paging page;

    private IReadOnlyList<Source> Shown { get; set; } = [];
    private SourceIndex Index { get; set; } = null!;

    protected override bool Shows(ItemChange change) => change.Kind != ItemKind.Talk;

    protected override void Read()
    {
        page = Address.Page(Casebook.Sources.Count, Size);
        Shown = page.On((IReadOnlyList<Source>)Casebook.Sources);
        Index = SourceIndex.Of(Casebook);
    }

    private static string UrlOf(int page) => Urls.With(Urls.Sources, ("page", Paging.Value(page)));

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
        : Texts.IsWithheld(source) ? "supplied, kept to its machine"
        : "not supplied";
}
