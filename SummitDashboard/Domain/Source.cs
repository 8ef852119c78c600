namespace SummitDashboard.Domain;

/// <summary>One article: what is known about it, when it was written, and its paragraphs.</summary>
public sealed record Source : Item<Source>
{
    /// <summary>Of its id alone: equal ones have the same, and the whole of it is long.</summary>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Two to four letters, as textual scholars name their witnesses.</summary>
    public required string Siglum { get; init; }

    public required string Name { get; init; }

    /// <summary>Place in the order of writing; may tie.</summary>
    public required int Order { get; init; }

    /// <summary>
    /// Its colour, 1 to <see cref="SourceColours.Count"/>, or <see cref="SourceColours.Neutral"/>; null of a source that was written before
    /// colours were kept, until the casebook is opened.
    /// </summary>
    public int? Colour { get; init; }

    public required Article Article { get; init; }

    /// <summary>Null facts are unknown, and shown as that.</summary>
    public Fact? Title { get; init; }
    public Fact? Byline { get; init; }
    public Fact? Publisher { get; init; }
    public Fact? Published { get; init; }
    public Fact? Language { get; init; }
    public Fact? Url { get; init; }
    public Fact? ArchivedUrl { get; init; }
    public Fact? Retrieved { get; init; }
    public Written? Written { get; init; }

    /// <summary>Words by which sources are chosen and gathered (<see cref="Domain.Tags"/>); null where there are none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<ParagraphNote> Paragraphs { get; init; } = [];

    /// <summary>True for a line that is not the author's prose: it is dimmed and never counted.</summary>
    public bool IsBoilerplate(int paragraph) =>
        paragraph >= 1 && paragraph <= Paragraphs.Count && Paragraphs[paragraph - 1].Boilerplate is not null;
}

/// <summary>Which text was coded: its file's name for people, its SHA-256 for the program, its size.</summary>
public sealed record Article(string File, string Sha256, int Words, int Paragraphs)
{
    /// <summary>Of a source whose text nobody has supplied yet.</summary>
    public static readonly Article Unknown = new("", "", 0, 0);

    /// <summary>False until the text that is to be coded is known.</summary>
    public bool IsKnown => Sha256.Length > 0;
}

/// <summary>A fact about a source and what it rests on.</summary>
/// <param name="InFile">
/// Where the file that the source was read from says it, outside of its text: <c>meta og:title</c>, <c>mail header Subject</c>. Only who
/// reads a file writes it; for what a person codes the paragraph is the place.
/// </param>
public sealed record Fact(
    string Value,
    Basis Basis,
    int? Paragraph = null,
    string? Words = null,
    string? Note = null,
    string? InFile = null
);

/// <summary>When a source was written; <paramref name="Before"/> and <paramref name="After"/> are ids of events that its own
/// words treat as still to come, or as past.</summary>
public sealed record Written(Edtf Date, Basis Basis, int? Paragraph, string? Words, string? Note, EventId? Before, EventId? After);

/// <summary>What a paragraph is and does: <paramref name="Gist"/> is one line of the coder's, "" until somebody wrote it;
/// <paramref name="Boilerplate"/> says what a line is that is not the author's prose.</summary>
public sealed record ParagraphNote(int Number, ParagraphKind Kind, string Gist = "", string? Boilerplate = null);
