using SummitDashboard.Domain;

namespace SummitDashboard.Formats.Articles;

/// <summary>What a reader made of a file: proposals, each with its evidence, for an editor to confirm or correct.</summary>
public sealed record ArticleReading
{
    /// <summary>What the file is, whatever its name says: <c>HTML</c>, <c>PDF</c> …</summary>
    public required string Format { get; init; }

    /// <summary>Which reader, with its version, so that a better one can be told from it later.</summary>
    public required string Reader { get; init; }

    /// <summary>The encoding in which the text was found, and how it is known; null where the format has its own.</summary>
    public string? Encoding { get; init; }

    /// <summary>None of a reference, which names a work and does not hold it.</summary>
    public required IReadOnlyList<FoundParagraph> Paragraphs { get; init; }
    public required FoundFacts Facts { get; init; }

    /// <summary>What an editor should know before it counts, in sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Lines of the file that are not in the text: menus, running heads, footnotes.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Line ends at which a blank was put though a word may go on there, for an editor to close.</summary>
    public IReadOnlyList<WordSeam> Seams { get; init; } = [];

    /// <summary>True where there is another reading: everything as it stands, nothing left out and no lines joined.</summary>
    public bool HasWhole { get; init; }

    /// <summary>The text as it is kept: a paragraph a line.</summary>
    public string Text => string.Join('\n', Paragraphs.Select(p => p.Text));
}

/// <summary>
/// A paragraph, with what it seems to be; <paramref name="Boilerplate"/> says what a line is that is not the author’s prose.
/// </summary>
public sealed record FoundParagraph(string Text, ParagraphKind Kind, string? Boilerplate = null);

/// <summary>What a file says of itself; null where it does not.</summary>
/// <param name="Maker">
/// Whose program made the file, where no line of the text has that name for its author: no evidence of who wrote it, and offered alone.
/// </param>
public sealed record FoundFacts(
    Fact? Title,
    Fact? Byline,
    Fact? Publisher,
    Fact? Published,
    Fact? Language,
    Fact? Url,
    Written? Written,
    Fact? Maker = null
);

/// <summary>A file that cannot be read, with why and how to mend it, in sentences.</summary>
public sealed class UnreadableException(string why) : Exception(why);
