using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Sources;

/// <summary>
/// A source paragraph by paragraph: its text where it was supplied and may be read, else what each paragraph does; the margin beside it.
/// </summary>
public partial class ReaderPage : OneSourceRoom
{
    private const int MostChoices = 120;

    private static readonly (ReaderMarks Mark, string Word)[] Kinds =
    [
        (ReaderMarks.Claims, "claims"),
        (ReaderMarks.Events, "events"),
        (ReaderMarks.People, "people"),
        (ReaderMarks.Hedges, "hedges"),
        (ReaderMarks.Loaded, "loaded words"),
    ];

    private ArticleText? text;
    private bool withheld;
    private string target = "";
    private ReaderQuery query = null!;
    private AnnotatedText reading = null!;
    private List<Claim> choices = [];
    private ShownSources shown = null!;
    private int beside;

    // In-page links carry the page's own address.
    private string Here { get; set; } = "";

    private string Colour => SourceKey.NumberOf(Source!) is > 0 and var n ? $"--s{n}" : "--ink-3";

    // Where the text runs from the right, its numbers stand there, and the margin at the other side.
    private string? Way => Quoted.Way(Source!) is "rtl" ? "rtl" : null;

    private bool IsDescribed => Source!.Paragraphs.Any(p => p.Gist.Length > 0);

    private string Css =>
        "paras"
        + (text is null ? " gists" : "")
        + (query.Show.HasFlag(ReaderMarks.Hedges) ? "" : " no-hedges")
        + (query.Show.HasFlag(ReaderMarks.Loaded) ? "" : " no-loaded");

    // How any other source tells a claim stands in the margin; who read it for it does not.
    protected override bool Shows(ItemChange change) =>
        base.Shows(change)
        || change is { Before: Claim before, After: Claim after }
            && (
                before.Framings.Count != after.Framings.Count
                || before
                    .Framings.Zip(after.Framings)
                    .Any(f =>
                        !ReferenceEquals(f.First, f.Second)
                        && f.First with { ReadBy = f.Second.ReadBy, ReadOn = f.Second.ReadOn } != f.Second
                    )
            );

    // The whole text again, at this paragraph.
    private string Alone(int paragraph) =>
        (
            query with
            {
                Paragraph = null,
                At = null,
                Paging = query.Paging with { Page = (paragraph - 1) / Urls.ReaderParagraphs + 1 },
            }
        ).ToUrl(Source!) + $"#p{paragraph}";

    protected override void Read(Source source)
    {
        text = Texts.Read(source);
        withheld = Texts.IsWithheld(source);
        var count = AnnotatedText.CountOf(source, text);
        query = ReaderQuery.Read(Casebook, count, q => AnnotatedText.PagedOf(Casebook, source, text, q), Address);
        shown = query.Shown ?? ShownSources.Default(Casebook);
        beside = shown.Sources.Count(s => s.Id != source.Id);
        reading = AnnotatedText.Of(Casebook, source, text, query);
        if (query.At is { } at && !reading.Paragraphs.Any(p => p.Notes.Any(n => n.Id == at)))
            Notices.Add($"There is no note “{QueryReader.Short(at)}” here.");
        choices =
        [
            .. SourceIndex
                .Of(Casebook)
                .Tellings(source)
                .Where(t => t.Framing.Quotations.Count > 0)
                .Take(MostChoices + 1)
                .Select(t => t.Claim),
        ];
        if (choices.Count > MostChoices)
            choices = [];

        // The browser sets :target when it loads a page or moves inside it, but not when a circuit brings the page in.
        var address = new Uri(Navigation.Uri);
        Here = Navigation.Here();
        target = address.Fragment.TrimStart('#');
    }
}
