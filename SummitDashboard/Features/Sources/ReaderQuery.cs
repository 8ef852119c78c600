using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Ui;

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

/// <summary>The reader's state in the address: <c>?show=claims,hedges&amp;claim=…&amp;at=p4-claim-…&amp;paragraph=…&amp;page=…</c>.</summary>
/// <param name="Show">What is drawn; everything where the address says nothing.</param>
/// <param name="Claim">Only what was coded for this claim; null for all.</param>
/// <param name="At">The note that is picked out together with its words, by its name; a name that no note has picks out none.</param>
/// <param name="Page">From 1, as far as the text goes, or the notes beside the one paragraph.</param>
/// <param name="Paragraph">One paragraph alone, with every note beside it a page at a time; null for the text.</param>
public sealed record ReaderQuery(ReaderMarks Show, Claim? Claim, string? At, int Page, int? Paragraph = null)
{
    private static readonly (ReaderMarks Mark, string Word)[] Vocabulary =
    [
        (ReaderMarks.Claims, "claims"),
        (ReaderMarks.Events, "events"),
        (ReaderMarks.People, "people"),
        (ReaderMarks.Hedges, "hedges"),
        (ReaderMarks.Loaded, "loaded"),
    ];

    /// <summary>
    /// Reads the address; what it holds that cannot be followed is said in <paramref name="notices"/>. How many <paramref name="pages"/> there
    /// are follows from the rest of the query.
    /// </summary>
    public static ReaderQuery Read(
        Casebook casebook,
        int paragraphs,
        Func<ReaderQuery, int> pages,
        string? show,
        string? claim,
        string? at,
        string? paragraph,
        string? page,
        ICollection<string> notices
    )
    {
        Claim? chosen = null;
        if (!string.IsNullOrEmpty(claim) && !casebook.Claims.TryGetBySlug(claim, out chosen))
            notices.Add($"There is no claim “{Shortened(claim)}” here; all claims are shown.");
        int? alone = null;
        if (int.TryParse(paragraph, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= paragraphs)
            alone = number;
        else if (!string.IsNullOrEmpty(paragraph))
            notices.Add($"There is no paragraph “{Shortened(paragraph)}” here; the whole text is shown.");
        var query = new ReaderQuery(Marks(show, notices), chosen, string.IsNullOrEmpty(at) ? null : at, 1, alone);
        return query with { Page = Paging.Read(page, pages(query), notices) };
    }

    /// <summary>The address of this state.</summary>
    public string ToUrl(Source source) =>
        Urls.With(
            Urls.Reader(source),
            ("show", ShowValue),
            ("claim", Claim?.Slug),
            ("at", At),
            ("paragraph", Paragraph?.ToString(CultureInfo.InvariantCulture)),
            ("page", Paging.Value(Page))
        );

    /// <summary>The address with a note and its words picked out, at one of them.</summary>
    public string ToUrl(Source source, string note, string anchor) => (this with { At = note }).ToUrl(source) + "#" + anchor;

    /// <summary>With one kind shown or hidden. Showing all of a kind ends the look at one claim.</summary>
    public ReaderQuery Toggled(ReaderMarks mark) =>
        this with
        {
            Show = Show ^ mark,
            At = null,
            Page = Paragraph is null ? Page : 1,
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

    private static ReaderMarks Marks(string? show, ICollection<string> notices)
    {
        if (string.IsNullOrWhiteSpace(show))
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
            notices.Add($"The reader cannot show “{Shortened(unknown[0])}”; it shows claims, events, people, hedges and loaded words.");
        return marks == ReaderMarks.None ? ReaderMarks.All : marks;
    }

    /// <summary>A value from the address as a sentence can repeat it.</summary>
    public static string Shortened(string value) => value.Length > 60 ? string.Concat(value.AsSpan(0, 60), "…") : value;
}

/// <summary>Page numbers in addresses.</summary>
public static class Paging
{
    /// <summary>How many pages a number of things takes; at least one.</summary>
    public static int Pages(int count, int size) => Math.Max(1, (int)(((long)count + size - 1) / size));

    /// <summary>A page number from 1 to <paramref name="pages"/>; what is none, or too high, is said and becomes the nearest.</summary>
    public static int Read(string? value, int pages, ICollection<string> notices)
    {
        if (string.IsNullOrEmpty(value))
            return 1;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 && page <= pages)
            return page;
        notices.Add(pages == 1 ? "There is only one page here." : $"There are {pages} pages here, numbered from 1.");
        return page > pages ? pages : 1;
    }

    /// <summary>The value for the address; null for the first.</summary>
    public static string? Value(int page) => page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;
}
