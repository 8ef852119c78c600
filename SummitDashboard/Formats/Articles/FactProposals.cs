using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// What a file says of its article, as facts with their evidence: the paragraph that prints it, and where in the file it stands. What it
/// does not say stays unknown.
/// </summary>
public static partial class FactProposals
{
    // A date line stands at the head of an article or at its foot.
    private const int NearHead = 8;
    private const int NearFoot = 4;
    private const int LongestLine = 160;
    private const int LongestPlace = 60;
    private const StringComparison Exact = StringComparison.Ordinal;

    internal static FoundFacts Of(IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        var wire = Wire(paragraphs);
        var published = Published(paragraphs, extract) ?? (wire is var (at, dated) ? Dated(dated, at, paragraphs, extract) : null);
        var said = First(extract, About.Publisher) is { } of ? PublisherOf(of, paragraphs) : Publisher(paragraphs, extract);
        if (said is null && Owner(paragraphs) is { } owner && owner.Value != wire?.Line.Agency)
            said = owner;
        // A paper that prints an agency’s report is not its author; where no paper is named it is the agency’s.
        var agency =
            wire is var (n, line) && line.Agency is { } sender
                ? new Fact(sender, Basis.Given, n, sender, "The dateline names the agency.")
                : null;
        var byline = Byline(paragraphs, extract) ?? (said is not null && said.Value != agency?.Value ? agency : null);
        return new(
            Title(paragraphs, extract),
            byline,
            said ?? agency,
            published,
            Language(paragraphs, extract),
            First(extract, About.Url, IsAddress) is { } url ? new(url.Value, Basis.Given, InFile: url.Where) : null,
            Written(published, extract),
            First(extract, About.Maker) is { } maker && byline?.Value != maker.Value
                ? new(maker.Value, Basis.Inferred, InFile: maker.Where)
                : null
        );
    }

    /// <summary>The likeliest of what a file says about something.</summary>
    internal static Said? First(Extract extract, About about, Func<string, bool>? isOne = null) =>
        extract.Said.FirstOrDefault(s => s.About == about && (isOne is null || isOne(s.Value)));

    /// <summary>The name in a byline: “By Ada Lovelace” is by Ada Lovelace.</summary>
    public static string NameIn(string byline) => Bylines.NameOf(byline) ?? BareName(byline);

    private static string BareName(string byline) => Tidy.Line(ByPattern().Replace(byline, "")) is { Length: > 0 } name ? name : byline;

    private static Fact? Title(IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        // The headline that the text prints comes before what a tag says of it.
        var headlines = paragraphs.Index().Where(p => p.Item is { Kind: ParagraphKind.Headline, Boilerplate: null }).ToList();
        // Of several the one that is set largest: a section’s name may stand above it.
        var printed = headlines.Where(p => p.Index < NearHead).OrderByDescending(p => extract.SizeOf(p.Index)).FirstOrDefault();
        var said = extract.Said.FirstOrDefault(s =>
            s.About == About.Title
            && paragraphs.Any(p => p.Boilerplate is null or "repeated headline" && Folding.Of(p.Text) == Folding.Of(s.Value))
        );
        if (said is not null)
            return Given(said, paragraphs);
        return printed.Item is { } headline && printed.Index < NearHead
                ? new(headline.Text, Basis.Given, printed.Index + 1, Note: "The line that stands as the headline.")
            : First(extract, About.Title, v => !Furniture.IsNavigation(v)) is { } tag ? Given(tag, paragraphs)
            : null;
    }

    private static Fact? Byline(IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        var line = paragraphs.Index().FirstOrDefault(p => p.Item.Kind == ParagraphKind.Byline);
        // Who wrote the article is printed above it; a mail’s sender may be whoever passed it on. Who made a document is no evidence, but
        // where the text has the same name for its author.
        var said = First(extract, About.Byline)
            ?? (
                First(extract, About.Maker) is { } maker && line.Item is { } named && ParagraphKinds.IsName(named.Text, maker.Value)
                    ? maker
                    : null
            );
        if (said is not null && (line.Item is null || Folding.Of(line.Item.Text).Contains(Folding.Of(NameIn(said.Value)), Exact)))
            return NoPerson(Given(said with { Value = NameIn(said.Value) }, paragraphs));
        if (line.Item is not { } byline)
            return Opening(paragraphs);
        var (name, words) = AuthorIn(byline.Text);
        return NoPerson(new(name, Basis.Given, line.Index + 1, words));
    }

    // “Von unserem Korrespondenten” is said whole: what follows its first word is no name.
    private static (string Name, string Words) AuthorIn(string line)
    {
        var words = SignedLine.Of(line)?.Author ?? line;
        var name = Bylines.NameOf(words) ?? Bylines.NameAlone(words) ?? NameIn(words);
        return (Desks.Is(words) && char.IsLower(name[0]) ? words : name, words);
    }

    /// <summary>What a paragraph says that somebody names a byline or a date line; null where it says nothing of that.</summary>
    public static (string? Byline, string? Published, string? Publisher) OfLine(FoundParagraph line) =>
        (line with { Text = Oddities.Without(line.Text) }) switch
        {
            { Kind: ParagraphKind.Byline, Text: var text } => (AuthorIn(text).Name, DayLabels.Of(text)?.Edtf, PaperInByline(text)),
            { Boilerplate: ParagraphKinds.DateLine, Text: var text } => (
                Bylines.InBrackets(text)?.Name,
                DayLabels.Of(text)?.Edtf,
                PaperNames.Beside(text) is { } paper ? PaperNames.InTitleCase(paper) : null
            ),
            _ => default,
        };

    // Who signs at the beginning of the report itself.
    private static Fact? Opening(IReadOnlyList<FoundParagraph> paragraphs)
    {
        foreach (var (n, paragraph) in paragraphs.Take(NearHead).Index())
            if (paragraph.Boilerplate is null && Bylines.Opening(paragraph.Text) is var (name, words))
                return new(name, Basis.Given, n + 1, words, "The report begins with it.");
            else if (
                paragraph.Boilerplate is null or ParagraphKinds.DateLine
                && Bylines.InBrackets(paragraph.Text) is var (own, called, at)
            )
                if (at <= LongestPlace)
                    return new(own, Basis.Given, n + 1, called, "It stands in brackets at the beginning.");
        return null;
    }

    private static Fact NoPerson(Fact byline) => Desks.Is(byline.Value) ? byline with { Note = "It names a desk, and no person." } : byline;

    private static Fact? Language(IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        var guess = LanguageGuess.Of(string.Join('\n', paragraphs.Where(p => p.Boilerplate is null).Select(p => p.Text)));
        var said = First(extract, About.Language, LanguageTag.IsWellFormed);
        if (said is not null && (guess is null || LanguageTag.AreAlike(said.Value, guess.Tag)))
            return new(said.Value, Basis.Given, InFile: said.Where);
        if (guess is null)
            return null;
        return new(
            guess.Tag,
            Basis.Inferred,
            Note: guess.Evidence
                + (said is null ? " No line says so." : $" The file says {said.Value} ({said.Where}), which is taken for a default.")
        );
    }

    /// <summary>When a source was written, as far as it follows from when it was published; null where nothing does.</summary>
    public static Written? WrittenBy(Fact? published) =>
        published is not null && Edtf.TryParse(published.Value, out var day, out _)
            ? new(
                day,
                Basis.Inferred,
                published.Paragraph,
                published.Words,
                "Only the day of publication is given; it is taken as the day of writing too.",
                null,
                null
            )
            : null;

    /// <summary>What is published is written: no later than the last day that the date may mean.</summary>
    public static Written? WrittenUntil(string? published) =>
        Edtf.TryParse(published?.Trim(), out var date, out _) && date.LatestDay is { } day
            ? new(
                Edtf.Parse($"[..{Edtf.FormatIso(day)}]"),
                Basis.Inferred,
                null,
                null,
                $"It was published on {date.Text}, and so written by then.",
                null,
                null
            )
            : null;

    private static Written? Written(Fact? published, Extract extract)
    {
        if (WrittenBy(published) is { } written)
            return written;
        return
            First(extract, About.Made, v => Dates.Of(v) is not null) is { } made
            && Edtf.TryParse($"[..{Dates.Of(made.Value)}]", out var latest, out _)
            ? new(latest, Basis.Inferred, null, null, $"The file was made then ({made.Where}), and the text is no younger.", null, null)
            : null;
    }

    private static Fact Given(Said said, IReadOnlyList<FoundParagraph> paragraphs)
    {
        var at = PlaceOf(said.Value, paragraphs);
        return new(
            said.Value,
            Basis.Given,
            at,
            at is { } n && paragraphs[n - 1].Text != said.Value ? said.Value : null,
            InFile: said.Where
        );
    }

    /// <summary>
    /// The first paragraph that prints these words, from 1, to the eye at least (<see cref="Oddities.Without"/>); null where none does.
    /// </summary>
    public static int? PlaceOf(string words, IReadOnlyList<FoundParagraph> paragraphs)
    {
        for (var n = 0; n < paragraphs.Count; n++)
            if (Prints(paragraphs[n], words) || Oddities.Without(paragraphs[n].Text).Contains(words, StringComparison.Ordinal))
                return n + 1;
        return null;
    }

    /// <summary>Whether a paragraph has these words as they are.</summary>
    public static bool Prints(FoundParagraph paragraph, string words) => paragraph.Text.Contains(words, StringComparison.Ordinal);

    private static bool IsAddress(string value) => CodebookRules.IsWebAddress(value);

    [GeneratedRegex(
        @"^(?:(?:written |reported )?by|von|par|por|di|door|af|автор:?|text:|autor(?:in)?:?|بقلم:?|كتبت?:?|تقرير:?)\s+|"
            + @"\s+기자(?:\s+\S+@\S+)?\W*$|^"
            + KoreanPaper
            + @"\s+(?=\p{L}{2,4}\s+기자\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ByPattern();

    // A paper before its reporter: 남평일보 김서윤 기자.
    [GeneratedRegex("^(" + KoreanPaper + @")\s+\p{L}{2,4}\s+기자\b", RegexOptions.IgnoreCase)]
    private static partial Regex PaperPattern();

    // Of one word or two, by what papers and stations end with.
    internal const string KoreanPaper =
        @"(?:\p{L}+\s+)?\p{L}*(?:일보|신문|뉴스|방송|통신|경제|저널|타임스|데일리|투데이|미디어|포스트|타임즈|TV)";
}
