using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>What each line of an article seems to be, for an editor to confirm: prose, or what stands around it.</summary>
internal static partial class ParagraphKinds
{
    // A line of the page’s furniture is short.
    private const int LongestFurniture = 14;
    private const int LongestFurnitureEastAsia = 28;
    private const int ShortestSentenceEastAsia = 12;
    private const int LongestShare = 8;
    private const int ShortestTitle = 3;
    private const int LongestKicker = 3;
    private const int NearHead = 8;
    private const int NearTop = 3;

    private const int MostBesideADay = 6;
    private const int MostDays = 3;
    private const int MostWithAPaper = 10;
    private const int MostListed = 15;
    private const int LongestListed = 18;
    private const int LongestListedEastAsia = 45;

    internal const string Subscription = "subscription note";
    internal const string Related = "related posts";

    /// <summary>The word for a line with the day.</summary>
    internal const string DateLine = "date line";

    /// <summary>The word for what is no part of the article, and none of the kinds that have a word of their own.</summary>
    internal const string Other = "other boilerplate";

    /// <summary>
    /// The lines with their kinds; <paramref name="title"/> and <paramref name="byline"/> as the file gives them, the name of whoever
    /// made it, which is a byline where it stands alone, and who the file says published it.
    /// </summary>
    public static List<FoundParagraph> Of(
        IReadOnlyList<Line> lines,
        string? title,
        string? byline,
        string? maker = null,
        string? publisher = null
    )
    {
        var found = new List<FoundParagraph>();
        var (headlines, hasLead) = (new HashSet<string>(), false);
        List<Line>? list = null; // what stands under a head such as “Most read”, as far as it goes
        var hasTitle = lines.Take(NearHead).Any(l => IsTitle(l.Text, title));
        var largest = lines.Take(NearHead).Where(l => !Furniture.IsNavigation(l.Text)).Select(l => l.Size).DefaultIfEmpty().Max();
        foreach (var (n, line) in lines.Index())
        {
            // A lead may stand above the byline.
            var hasBody = found.Exists(f => f.Boilerplate is null && f.Kind == ParagraphKind.Body);
            if (
                IsMasthead(lines, n, headlines.Count > 0)
                || n < NearHead && !hasBody && headlines.Count > 0 && line.Kind is null && Furniture.IsPaperAlone(line.Text)
                || publisher is not null && (n < NearHead && !hasBody || n >= lines.Count - NearHead) && IsSame(line.Text, publisher)
            )
            {
                found.Add(new(line.Text, ParagraphKind.Boilerplate, Other));
                continue;
            }
            if (
                n < NearHead
                && headlines.Count == 0
                && IsKicker(lines, n, title, hasTitle, found.TrueForAll(f => f.Boilerplate is not null))
            )
            {
                found.Add(new(line.Text, ParagraphKind.Boilerplate, "kicker"));
                continue;
            }
            var paragraph =
                n < NearHead && maker is not null && IsName(line.Text, maker) ? new(line.Text, ParagraphKind.Byline, "byline")
                : found is [.., { Boilerplate: Subscription }] && Furniture.IsBlurb(line.Text)
                    ? new(line.Text, ParagraphKind.Boilerplate, Subscription)
                : n >= lines.Count - NearHead && ClosingLines.IsAuthorBlurb(line.Text, found)
                    ? new(line.Text, ParagraphKind.Boilerplate, ClosingLines.AuthorBlurb)
                : Of(line, byline)
                    ?? (
                        (n < NearHead || n >= lines.Count - NearTop) && headlines.Count > 0 && Desks.Is(line.Text)
                        || n < NearHead && headlines.Count > 0 && !hasBody && line.Kind is null && Bylines.NameAlone(line.Text) is not null
                        || n < NearHead && (headlines.Count > 0 || title is not null) && IsCalled(line)
                            ? new(line.Text, ParagraphKind.Byline, "byline")
                            : new(line.Text, line.Kind ?? ParagraphKind.Body)
                    );
            if (paragraph.Kind == ParagraphKind.Byline && Desks.IsRole(line.Text) && found is [.., { Kind: ParagraphKind.Body } above])
                if (IsPersonAlone(above.Text))
                    found[^1] = new(above.Text, ParagraphKind.Byline, "byline");
            if (paragraph.Boilerplate == Related)
                list = IsHeadAlone(line.Text) && (hasTitle || headlines.Count > 0) ? [] : null;
            else if (list is not null && paragraph.Boilerplate is null)
                if (IsListed(line, list) && !IsTitle(line.Text, title))
                {
                    list.Add(line);
                    paragraph = new(line.Text, ParagraphKind.Boilerplate, Related);
                }
                else
                    list = null;
            var isHeadline =
                paragraph.Boilerplate is null
                && (
                    paragraph.Kind == ParagraphKind.Headline
                    || IsTitle(line.Text, title)
                    || !hasTitle
                        && line.Size >= largest
                        && found.TrueForAll(f => f.Boilerplate is not null)
                        && LooksLikeHeadline(line.Text, lines.Count - n)
                );
            if (isHeadline)
                paragraph = headlines.Add(Folding.Of(line.Text))
                    ? paragraph with
                    {
                        Kind = ParagraphKind.Headline,
                    }
                    : paragraph with
                    {
                        Kind = ParagraphKind.Headline,
                        Boilerplate = "repeated headline",
                    };
            else if (paragraph is { Boilerplate: null, Kind: ParagraphKind.Body } && !hasLead && IsProse(line.Text))
                (paragraph, hasLead) = (paragraph with { Kind = ParagraphKind.Lead }, true);
            found.Add(paragraph);
        }
        return found;
    }

    private static bool IsCalled(Line line) => line.Kind is null or ParagraphKind.Body && Bylines.NameWithCalling(line.Text) is not null;

    // “Most read”, and not “Read more: …”, which has its one item with it.
    private static bool IsHeadAlone(string line) =>
        Furniture.IsHeadOfList(line)
        || RelatedPattern().Match(line) is { Success: true } head && !line[head.Length..].Any(char.IsLetterOrDigit);

    // A headline of another article: short and without a full stop, numbered or marked as those before it are. The article goes on with a
    // sentence, or with a heading that leads nowhere.
    private static bool IsListed(Line line, List<Line> before) =>
        before.Count < MostListed
        && (
            line.IsLinks
            || line.Kind is null or ParagraphKind.Body or ParagraphKind.Bullet
                && !SentenceEnd().IsMatch(line.Text)
                && Words.Count(line.Text) <= LongestListed
                && Script.OfEastAsia(line.Text) <= LongestListedEastAsia
                && (Rank().IsMatch(line.Text) || before.TrueForAll(b => IsAlike(b, line)))
        );

    private static bool IsAlike(Line one, Line other) =>
        Rank().IsMatch(one.Text) || one.Kind == other.Kind && Numbered().IsMatch(one.Text) == Numbered().IsMatch(other.Text);

    // Two to four words with large letters, as a name stands above “Staff Writer”.
    internal static bool IsPersonAlone(string line) =>
        line.Split(' ') is { Length: >= 2 and <= 4 } words && Array.TrueForAll(words, w => char.IsUpper(w[0]) && !w.Any(char.IsDigit));

    // A sentence in Korean, Chinese or Japanese has few words, or blanks: its characters are counted, and its end tells it.
    private static bool IsProse(string line) =>
        Words.Count(line) > LongestFurniture
        || Script.OfEastAsia(line) is >= ShortestSentenceEastAsia and var characters
            && characters * 2 > line.Count(char.IsLetter)
            && (characters > LongestFurnitureEastAsia || FullStop().IsMatch(line));

    // Pages put their own name before or behind it.
    private static bool IsTitle(string line, string? title) =>
        title is not null
        && (Folding.Of(line), Folding.Of(title)) is var (own, whole)
        && (own == whole || Words.Count(line) > ShortestTitle && (Ends(whole, own) || Begins(whole, own)));

    private static bool Ends(string whole, string own) => whole.EndsWith(" " + own, StringComparison.Ordinal);

    private static bool Begins(string whole, string own) => whole.StartsWith(own + " ", StringComparison.Ordinal);

    private static FoundParagraph? Of(Line line, string? byline)
    {
        var text = line.Text;
        FoundParagraph Around(string what, ParagraphKind kind = ParagraphKind.Boilerplate) => new(text, kind, what);

        if (line.Kind == ParagraphKind.Boilerplate)
            return Around(SubscribePattern().IsMatch(text) ? Subscription : Other);
        // An agency in brackets behind a name is no caption’s.
        if (line.Kind is null or ParagraphKind.Body && text.Length <= 200 && Bylines.Is(text))
            return Around("byline", ParagraphKind.Byline);
        if (line.Kind == ParagraphKind.Caption || CaptionPattern().IsMatch(text) && text.Length < 400)
            return Around("photo caption", ParagraphKind.Caption);
        if (text.Length <= 300 && Invitation().IsMatch(text))
            return Around(Subscription);
        if (ClosingLines.KindOf(text) is { } what)
            return Around(what);
        if (text.Length > 200 || Words.Count(WithoutDays(text)) is var words && words > LongestFurniture)
            return null;
        if (ReadingTime().IsMatch(text))
            return Around("reading time");
        if (words <= LongestShare && SharePattern().IsMatch(text) && Words.Of(SharePattern().Replace(text, " ")).Count() <= 1)
            return Around("share buttons");
        if (Furniture.IsOfNetworks(text, SharePattern().Replace(text, " ")))
            return Around("share buttons");
        if (CommentPattern().IsMatch(text))
            return Around("comment header");
        if (RelatedPattern().IsMatch(text) || Furniture.IsHeadOfList(text))
            return Around(Related);
        if (SubscribePattern().IsMatch(text))
            return Around(Subscription);
        if (CopyrightPattern().IsMatch(text))
            return Around("copyright line");
        if (
            byline is not null
                && (Desks.Is(byline) ? Desks.Is(text) : Folding.Of(text).Contains(Folding.Of(byline), StringComparison.Ordinal))
            || BylinePattern().IsMatch(text)
            || Desks.Is(text) && FactProposals.NameIn(text) != text
            || SignedLine.Of(text) is not null
        )
            return Around("byline", ParagraphKind.Byline);
        if (Furniture.IsNavigation(text))
            return Around(Other);
        if (AdvertPattern().IsMatch(text) || AddressPattern().IsMatch(text) || line is { IsLinks: true, Kind: not ParagraphKind.Headline })
            return Around(Other);
        if (ClockPattern().IsMatch(text) || DayLabels.IsOfAClock(text, WithoutDays(text)))
            return Around(DateLine);
        return
            Dates.Find(text) is not null
            && Words.Of(DayLabels.Without(WithoutDays(text))).Count() <= (PaperNames.Beside(text) is null ? MostBesideADay : MostWithAPaper)
            && !EndsAsASentence(text)
            ? Around(DateLine)
            : null;
    }

    // “Oct 12, 2023 | Updated 9:15 a.m.” ends as a clock does.
    private static bool EndsAsASentence(string text) =>
        FullStop().IsMatch(YearSign().Replace(text, ""))
        && !(ClockEnd().IsMatch(text) && (DayLabels.IsOnly(WithoutDays(text)) || PaperNames.Beside(text) is not null));

    // “Published October 3, 2023, 6:42 p.m. CDT | Updated October 4, 2023”.
    private static string WithoutDays(string text)
    {
        for (var n = 0; n < MostDays && Dates.Find(text) is var (_, date); n++)
            text = text.Replace(date, " | ", StringComparison.Ordinal);
        return Clock().Replace(Bylines.WithoutBrackets(text), " ");
    }

    /// <summary>Whether a line says who wrote an article, when, or for which paper, and no more: it is no part of the prose.</summary>
    internal static bool IsAround(string line) =>
        Furniture.IsPaperAlone(line) || Of(new Line(line), null) is { Boilerplate: "byline" or DateLine or "copyright line" };

    /// <summary>Whether a line is this name, with a “By” before it or a day behind it, and no more.</summary>
    internal static bool IsName(string line, string name)
    {
        var bare = SignedLine.Of(line)?.Author
            ?? (Dates.Find(line) is var (_, day) ? line.Replace(day, " ", StringComparison.Ordinal) : line);
        return Words.Of(FactProposals.NameIn(bare)).SequenceEqual(Words.Of(name), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a line says whose an article is, and no more.</summary>
    internal static bool IsByline(string line) => BylinePattern().IsMatch(line) || Bylines.Is(line) || Desks.Is(line);
}
