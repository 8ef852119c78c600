using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;
using Counted = (string Text, int PerWord, bool Begins);

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// What <c>check</c> holds beyond what loading needs: every cell coded, at most a quarter of each source quoted, and, where the
/// articles are there, every hash, fragment and count.
/// </summary>
public static partial class TextRules
{
    /// <summary>All fragments of a source together cover at most this share of its words.</summary>
    public const double MaxShare = 0.25;

    /// <summary>Adds the problems found to the folder's.</summary>
    public static void Check(CaseFolderContents contents, IReadOnlyDictionary<string, ArticleText> textsByHash)
    {
        foreach (var claim in contents.Claims)
        foreach (var source in contents.Sources)
            if (claim.Of(source.Id) is not { } framing)
                contents.Complain(
                    claim,
                    claim,
                    $"is not coded for {source.Slug}; add a framing, silent and signed if the source does not make the claim."
                );
            else
                foreach (var open in Incomplete.Of(framing, claim))
                    contents.Complain(claim, open.Part, $"{source.Slug}: {open.Message}");

        foreach (var item in contents.Items())
        {
            Note(contents, item);
            foreach (var finding in CodebookRules.Unseen(item))
                contents.Complain(item, finding);
        }
        var quotations = contents
            .Items()
            .SelectMany(i => Kinds.Of(i).QuotationsOf(i), (i, q) => (Item: i, q.Source, q.Quotation))
            .ToLookup(q => q.Source);
        foreach (var source in contents.Sources)
        {
            var text = textsByHash.GetValueOrDefault(source.Article.Sha256);
            Share(contents, source, text, [.. quotations[source.Id].Select(q => q.Quotation), .. FactWords(source)]);
            if (text is null)
                continue;
            Sizes(contents, source, text);
            foreach (var (item, _, quotation) in quotations[source.Id])
                Exact(contents, item, quotation, text);
            Ledger(contents, source, text);
        }
    }

    private static void Note(CaseFolderContents contents, Item item)
    {
        try
        {
            Markdig.Markdown.Parse(item.Note);
        }
        catch (ArgumentException)
        {
            contents.Complain(item, item, "its note is nested too deep to be shown; take some of its >, -, * or [ away.");
        }
    }

    private static void Share(CaseFolderContents contents, Source source, ArticleText? text, List<Quotation> quotations)
    {
        var words = text is null
            ? quotations.GroupBy(q => q.Paragraph).Sum(g => Joined(g.Select(q => q.Exact)))
            : quotations.GroupBy(q => q.Paragraph).Sum(g => g.Key < 1 || g.Key > text.Paragraphs.Count ? 0 : Covered(text, g));
        if (words > source.Article.Words * MaxShare)
            contents.Complain(
                source,
                source,
                $"its fragments cover {words} of {source.Article.Words} words; at most a quarter may be quoted. Shorten some, or "
                    + "quote the same fragment twice."
            );
    }

    // The words that a fact rests on are quoted too.
    private static IEnumerable<Quotation> FactWords(Source s) =>
        new[] { s.Title, s.Byline, s.Publisher, s.Published, s.Language }
            .OfType<Fact>()
            .Select(f => (f.Words, f.Paragraph))
            .Append((s.Written?.Words, s.Written?.Paragraph))
            .Where(w => w is { Words: not null, Paragraph: not null })
            .Select(w => new Quotation { Exact = w.Words!, Paragraph = w.Paragraph!.Value });

    // Without the text: fragments that stand inside another, or begin with the words in which another ends, count once.
    private static int Joined(IEnumerable<string> fragments)
    {
        var runs = fragments
            .Distinct()
            .Select(f => Words.Counted(f).Select(w => (Text: w.Span.In(f), w.PerWord, w.Begins)).ToArray())
            .OrderByDescending(r => r.Length)
            .ToList();
        for (var i = 0; i < runs.Count; i++)
        for (var j = runs.Count - 1; j > i; j--)
            if (Join(runs[i], runs[j]) is { } joined)
            {
                runs[i] = joined;
                runs.RemoveAt(j);
                j = runs.Count;
            }
        return runs.Sum(r => Words.Count(r.Select(w => new CountedWord(default, w.PerWord, w.Begins))));
    }

    private static Counted[]? Join(Counted[] longer, Counted[] shorter)
    {
        for (var at = 0; at + shorter.Length <= longer.Length; at++)
            if (Same(longer.AsSpan(at, shorter.Length), shorter))
                return longer;
        for (var overlap = shorter.Length - 1; overlap > 0; overlap--)
        {
            if (Same(longer.AsSpan(longer.Length - overlap), shorter.AsSpan(0, overlap)))
                return [.. longer, .. shorter[overlap..]];
            if (Same(longer.AsSpan(0, overlap), shorter.AsSpan(shorter.Length - overlap)))
                return [.. shorter, .. longer[overlap..]];
        }
        return null;

        static bool Same(ReadOnlySpan<Counted> a, ReadOnlySpan<Counted> b)
        {
            for (var i = 0; i < a.Length; i++)
                if (a[i].Text != b[i].Text)
                    return false;
            return true;
        }
    }

    private static int Covered(ArticleText text, IEnumerable<Quotation> quotations)
    {
        var spans = quotations.Select(text.Find).OfType<TextSpan>().ToList();
        return Words.Count(
            Words
                .Counted(text.Paragraphs[quotations.First().Paragraph - 1])
                .Where(w => spans.Any(s => w.Span.Start < s.End && w.Span.End > s.Start))
        );
    }

    private static void Sizes(CaseFolderContents contents, Source source, ArticleText text)
    {
        if (text.Paragraphs.Count != source.Article.Paragraphs)
            contents.Complain(
                source,
                source,
                $"article.paragraphs says {source.Article.Paragraphs}, the text has {text.Paragraphs.Count}.",
                "article"
            );
        if (text.WordCount != source.Article.Words)
            contents.Complain(source, source, $"article.words says {source.Article.Words}, the text has {text.WordCount}.", "article");
        foreach (var fact in new[] { source.Title, source.Byline, source.Publisher, source.Published }.OfType<Fact>())
            if (fact is { Words: { } words, Paragraph: { } p } && !Stands(text, words, p))
                contents.Complain(source, fact, $"“{words}” does not stand in paragraph {p}.");
        if (source.Written is { Words: { } w, Paragraph: { } n } && !Stands(text, w, n))
            contents.Complain(source, source.Written, $"“{w}” does not stand in paragraph {n}.");
    }

    private static bool Stands(ArticleText text, string words, int paragraph) =>
        text.Find(new Quotation { Exact = words, Paragraph = paragraph }) is not null;

    private static void Exact(CaseFolderContents contents, Item item, Quotation q, ArticleText text)
    {
        void Complain(string message) => contents.Complain(item, q, message);

        if (q.Paragraph < 1 || q.Paragraph > text.Paragraphs.Count)
            return;
        var paragraph = text.Paragraphs[q.Paragraph - 1];
        if (text.Find(q) is not { } span)
        {
            var elsewhere = Enumerable
                .Range(1, text.Paragraphs.Count)
                .Where(n => text.Paragraphs[n - 1].Contains(q.Exact, StringComparison.Ordinal))
                .ToList();
            Complain(
                $"“{q.Exact}” does not stand in paragraph {q.Paragraph}"
                    + (q.Occurrence > 1 ? $" {q.Occurrence} times" : "")
                    + (
                        elsewhere.Count > 0
                            ? $"; it stands in {string.Join(", ", elsewhere)}."
                            : "; compare spelling, quotes and hyphens with the text."
                    )
            );
            return;
        }
        if (q.Position is { } position && position != text.PositionOf(q.Paragraph, span))
            Complain($"“{q.Exact}” stands at {text.PositionOf(q.Paragraph, span)}, not at {position}.");
        if (!Characters.IsWhole(paragraph, span))
            Complain($"“{q.Exact}” cuts a character in two: what a reader takes for one begins before it, or ends behind it.");
        else if (Words.IsCutAt(paragraph, span.Start) || Words.IsCutAt(paragraph, span.End))
            Complain($"“{q.Exact}” cuts a word in two.");
        foreach (var sentence in SentencePattern().Split(paragraph))
            if (Words.Count(sentence) > 4 && sentence.Trim().TrimEnd(SentenceEnds) == q.Exact.Trim().TrimEnd(SentenceEnds))
                Complain("is a whole sentence of the article; quote a part of it.");
    }

    private static readonly char[] SentenceEnds = [.. ".!?”\"؟۔।。！？」』"];

    private static void Ledger(CaseFolderContents contents, Source source, ArticleText text)
    {
        var names = contents
            .Actors.SelectMany(a => a.Names.Where(n => n.Source == source.Id && n.Form.Length > 0), (a, n) => (Actor: a, Name: n))
            .ToList();
        if (names.Count == 0)
            return;
        var prose = new Dictionary<NameForm, int>();
        var boilerplate = new Dictionary<NameForm, int>();
        var forms = names.Select(n => n.Name.Sought).Distinct().ToList();
        for (var i = 0; i < text.Paragraphs.Count; i++)
        {
            var counts = source.IsBoilerplate(i + 1) ? boilerplate : prose;
            foreach (var (form, count) in NameForms.Count(text.Paragraphs[i], forms))
                counts[form] = counts.GetValueOrDefault(form) + count;
        }
        foreach (var (actor, name) in names)
        {
            var (inProse, dimmed) = (prose.GetValueOrDefault(name.Sought), boilerplate.GetValueOrDefault(name.Sought));
            if ((inProse, dimmed) != (name.Count, name.Boilerplate))
                contents.Complain(
                    actor,
                    name,
                    $"“{name.Form}” is counted {name.Count} + {name.Boilerplate} (prose + boilerplate) in {source.Slug}; the text has "
                        + $"{inProse} + {dimmed}{(name.Match == NameMatch.Prefix ? " words that begin with it" : "")}."
                );
        }
    }

    [GeneratedRegex(@"(?<=[.!?؟۔।][”""]?)\s+|(?<=[。！？][」』”]?)")]
    private static partial Regex SentencePattern();
}
