using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;

namespace SummitDashboard.Features.Sources;

/// <summary>What the reader draws.</summary>
[Flags]
public enum ReaderMarks
{
    None = 0,
    Claims = 1,
    Events = 2,
    People = 4,
    Hedges = 8,
    Loaded = 16,
    All = 31,
}

/// <summary>
/// The reader's state in the address:
/// <c>?sources=Br,No&amp;show=claims,hedges&amp;claim=…&amp;at=p4-claim-…&amp;paragraph=…&amp;page=…</c>.
/// </summary>
/// <param name="Show">What is drawn; everything where the address says nothing.</param>
/// <param name="Claim">Only what was coded for this claim; null for all.</param>
/// <param name="At">The note that is picked out together with its words, by its name; a name that no note has picks out none.</param>
/// <param name="Paging">The page of the text, or of the notes beside the one paragraph.</param>
/// <param name="Paragraph">One paragraph alone, with every note beside it a page at a time; null for the text.</param>
public sealed record ReaderQuery(ReaderMarks Show, Claim? Claim, string? At, Paging Paging, int? Paragraph = null)
{
    /// <summary>The sources whose tellings stand in the margin beside its own; null for all.</summary>
    public ShownSources? Shown { get; init; }

    private static readonly (ReaderMarks Mark, string Word)[] Vocabulary =
    [
        (ReaderMarks.Claims, "claims"),
        (ReaderMarks.Events, "events"),
        (ReaderMarks.People, "people"),
        (ReaderMarks.Hedges, "hedges"),
        (ReaderMarks.Loaded, "loaded"),
    ];

    /// <summary>
    /// Reads the address; what cannot be followed is left out. How many <paramref name="items"/> there are, and how many of them stand on a
    /// page, follows from the rest of the query.
    /// </summary>
    public static ReaderQuery Read(Casebook casebook, int paragraphs, Func<ReaderQuery, (int Items, int Size)> items, QueryReader query)
    {
        var read = new ReaderQuery(
            Marks(query),
            query.Item("claim", casebook.Claims, slug => $"There is no claim “{slug}” here; all claims are shown."),
            query.Text("at"),
            default,
            query.Number("paragraph", paragraphs, number => $"There is no paragraph “{number}” here; the whole text is shown.")
        )
        {
            Shown = ShownSources.Read(casebook, query) is { Value: not null } chosen ? chosen : null,
        };
        var (count, size) = items(read);
        return read with { Paging = query.Page(count, size) };
    }

    /// <summary>The address of this state.</summary>
    public string ToUrl(Source source) => ToUrl(source, Shown?.Value);

    /// <summary>The same with other sources in the margin; null is all.</summary>
    public string ToUrl(Source source, string? sources) =>
        Urls.With(Urls.Reader(source), [("sources", sources), .. WithoutSources(), ("page", Paging.Value(Paging.Page))]);

    /// <summary>What a form that chooses sources leaves as it is.</summary>
    public IEnumerable<(string Name, string? Value)> WithoutSources() =>
        [("show", ShowValue), ("claim", Claim?.Slug), ("at", At), ("paragraph", Paragraph?.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The address with a note and its words picked out, at one of them.</summary>
    public string ToUrl(Source source, string note, string anchor) => (this with { At = note }).ToUrl(source) + "#" + anchor;

    /// <summary>With one kind shown or hidden. Showing all of a kind ends the look at one claim.</summary>
    public ReaderQuery Toggled(ReaderMarks mark) =>
        this with
        {
            Show = Show ^ mark,
            At = null,
            Paging = Paragraph is null ? Paging : Paging with { Page = 1 },
            Claim = mark is ReaderMarks.Hedges or ReaderMarks.Loaded ? Claim : null,
        };

    /// <summary>Whether an annotation is drawn.</summary>
    public bool Draws(Annotation annotation) =>
        Claim is not null
            ? annotation is ClaimAnnotation words && words.Claim.Id == Claim.Id
            : Show.HasFlag(
                annotation.Kind switch
                {
                    AnnotationKind.Claim => ReaderMarks.Claims,
                    AnnotationKind.Event => ReaderMarks.Events,
                    _ => ReaderMarks.People,
                }
            );

    /// <summary>The value of <c>show</c>; null where everything is shown.</summary>
    public string? ShowValue =>
        Show switch
        {
            ReaderMarks.All => null,
            ReaderMarks.None => "none",
            _ => string.Join(',', Vocabulary.Where(v => Show.HasFlag(v.Mark)).Select(v => v.Word)),
        };

    private static ReaderMarks Marks(QueryReader query)
    {
        if (query.Text("show") is not { } show || string.IsNullOrWhiteSpace(show))
            return ReaderMarks.All;
        if (show == "none")
            return ReaderMarks.None;
        var marks = ReaderMarks.None;
        var unknown = new List<string>();
        foreach (var word in show.Split(',', 50, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Array.Find(Vocabulary, v => v.Word == word) is { Word: not null } known)
                marks |= known.Mark;
            else
                unknown.Add(word);
        if (unknown.Count > 0)
            query.Notices.Add(
                $"The reader cannot show “{QueryReader.Short(unknown[0])}”; it shows claims, events, people, hedges and loaded words."
            );
        return marks == ReaderMarks.None ? ReaderMarks.All : marks;
    }
}
