using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Importing;

/// <summary>A source as it is proposed from a file: the six fields that are looked at, and what is folded away.</summary>
public sealed class ImportFields : ItemFields
{
    public string Title { get; set; } = "";
    public string Name { get; set; } = "";
    public string Siglum { get; set; } = "";
    public string Language { get; set; } = "";
    public string Published { get; set; } = "";
    public string Publisher { get; set; } = "";
    public string Byline { get; set; } = "";
    public string Url { get; set; } = "";

    /// <summary>When it was written, as EDTF.</summary>
    public string Written { get; set; } = "";

    /// <summary>What each paragraph is, in the words of <see cref="ParagraphChoice"/>.</summary>
    public List<string> Paragraphs { get; set; } = [];

    /// <summary>The paragraphs as an editor corrected them; none where they are as they were read.</summary>
    public List<string> Texts { get; set; } = [];
}

/// <summary>What a paragraph may be, as one choice: a kind of prose, or of what stands around it.</summary>
public sealed record ParagraphChoice(string Word, ParagraphKind Kind, string? Boilerplate)
{
    /// <summary>What an editor leaves out of the text.</summary>
    public static readonly ParagraphChoice LeftOut = new("left out", ParagraphKind.Boilerplate, null);

    public static readonly IReadOnlyList<ParagraphChoice> All =
    [
        Prose(ParagraphKind.Headline),
        Prose(ParagraphKind.Lead),
        Prose(ParagraphKind.Body),
        Prose(ParagraphKind.Quotation),
        Prose(ParagraphKind.Bullet),
        LeftOut,
        new("photo caption", ParagraphKind.Caption, "photo caption"),
        new("byline", ParagraphKind.Byline, "byline"),
        new("repeated headline", ParagraphKind.Headline, "repeated headline"),
        .. new[]
        {
            "kicker",
            "share buttons",
            "reading time",
            "date line",
            "author blurb",
            "comment header",
            "related posts",
            "subscription note",
            "copyright line",
            "other boilerplate",
        }.Select(what => new ParagraphChoice(what, ParagraphKind.Boilerplate, what)),
    ];

    /// <summary>True for a paragraph that will not be in the text.</summary>
    public bool IsLeftOut => Word == LeftOut.Word;

    /// <summary>The choice of a kind and a word for boilerplate; a word that is not among them is other boilerplate.</summary>
    public static ParagraphChoice Of(ParagraphKind kind, string? boilerplate) =>
        All.FirstOrDefault(c => c.Boilerplate == boilerplate && (boilerplate is not null || c.Kind == kind)) ?? All[^1];

    /// <summary>The choice of a word; prose where it is none.</summary>
    public static ParagraphChoice Named(string word) => All.FirstOrDefault(c => c.Word == word) ?? Prose(ParagraphKind.Body);

    private static ParagraphChoice Prose(ParagraphKind kind) => new(Vocabulary.Of(kind), kind, null);
}
