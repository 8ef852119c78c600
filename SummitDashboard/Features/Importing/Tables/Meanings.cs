using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>What the rows of a table are. The words stand in addresses.</summary>
public enum RowsOf
{
    /// <summary>A row is a source.</summary>
    Sources,

    /// <summary>A row is one source’s telling of a claim, or one quotation of it.</summary>
    Codings,

    /// <summary>A row is a claim, which nobody has coded yet.</summary>
    Claims,
}

/// <summary>What a column may hold: its word in addresses, its label, and the heads by which it is known besides these.</summary>
public sealed record Meaning(string Key, string Label, params string[] Heads);

/// <summary>What columns may hold, and what their heads let expect.</summary>
public static partial class Meanings
{
    /// <summary>The words of a slot, or its term; the column’s own head names the slot.</summary>
    public const string SlotWords = "slot";
    public const string SlotTerm = "slot-term";

    /// <summary>What stands behind a slot’s name over the column of its terms, here and in the exports.</summary>
    public const string ComparedAs = " (compared as)";

    /// <summary>The label of one aspect of a claim; several columns may hold one each.</summary>
    public const string OneAspect = "aspect";

    private static readonly Meaning[] OfSources =
    [
        new("title", "Title", "headline", "article title", "titel", "titre", "título", "заголовок", "제목"),
        new("name", "Short name", "short", "source name", "source", "kurzname"),
        new("siglum", "Siglum", "sigla", "code", "abbreviation", "sigle"),
        new("byline", "Byline", "author", "authors", "by", "creator", "autor", "auteur", "автор"),
        new(
            "publisher",
            "Where it was published",
            "publisher",
            "published in",
            "publication",
            "publication title",
            "outlet",
            "journal",
            "newspaper",
            "site",
            "website",
            "container title",
            "medium",
            "verlag"
        ),
        new(
            "published",
            "Published",
            "date",
            "published on",
            "publication date",
            "date published",
            "pub date",
            "day",
            "datum",
            "fecha",
            "дата",
            "year",
            "issued"
        ),
        new("written", "When it was written", "written", "written on", "date written"),
        new("language", "Language", "lang", "sprache", "langue", "idioma", "язык"),
        new("url", "Address", "url", "link", "web address", "uri", "href", "webpage"),
        new("doi", "DOI"),
        new("archived", "Archived address", "archive", "archived url", "archive url", "archived"),
        new("retrieved", "Retrieved", "accessed", "access date", "retrieved on", "date accessed", "date added"),
        new("tags", "Tags", "tag", "keywords", "manual tags", "schlagwörter"),
        new("note", "Note", "notes", "comment", "comments", "remark", "remarks", "notiz"),
    ];

    private static readonly Meaning[] OfCodings =
    [
        new("claim", "Claim", "claim slug", "claim id"),
        new("source", "Source", "siglum", "source siglum"),
        new("stance", "Stance", "position", "code"),
        new("also", "Second stance", "second stance"),
        new("quotation", "Quotation", "quote", "words", "its words", "fragment", "exact", "text", "excerpt"),
        new("paragraph", "Paragraph", "¶", "par", "para"),
        new("occurrence", "Which one in the paragraph", "occurrence"),
        new("quotation-stance", "Quotation’s own stance", "quotation stance"),
        new("cites", "Whose word", "cites", "cited", "speaker", "attributed to"),
        new("hedges", "Hedging words", "hedges", "hedge"),
        new("loaded", "Loaded words", "loaded"),
        new("translation", "Translation"),
        new("translation-method", "How it was translated", "translation method"),
        new("translated-by", "Translated by", "translator"),
        new("translated-on", "Translated on"),
        new("translation-of", "Words that were translated", "translation of"),
        new("translation-hedges", "Hedging words in the translation", "hedging words in translation"),
        new("translation-loaded", "Loaded words in the translation", "loaded words in translation"),
        new("slot-terms", "All slots, as terms", "aspects (compared as)"),
        new("slots", "All slots, in words", "aspects"),
        new(SlotWords, "One slot, in words (named by the head)"),
        new(SlotTerm, "One slot, as a term (named by the head)"),
        new("frames", "Frames", "frame", "news frames"),
        new("gloss", "Our reading", "gloss", "reading"),
        new("note", "Note on the telling", "note", "notes", "comment"),
        new("coder", "Coder", "coded by", "annotator"),
        new("read-by", "Read whole by", "read by", "reader"),
        new("read-on", "Read whole on", "read on"),
    ];

    // A head that may be several things is the first of them that no other column is.
    private static readonly Meaning[] OfClaims =
    [
        new(
            "question",
            "Question",
            "claim",
            "claims",
            "claim question",
            "questions",
            "research question",
            "frage",
            "pregunta",
            "вопрос",
            "질문",
            "问题",
            "質問",
            "سؤال"
        ),
        new(
            "statement",
            "Neutral statement",
            "statement",
            "statements",
            "claim",
            "proposition",
            "wording",
            "assertion",
            "sentence",
            "aussage",
            "these",
            "énoncé"
        ),
        new("theme", "Theme", "topic", "category", "group", "thema", "thème", "tema", "тема", "주제"),
        new("event", "The event it hangs on", "event slug", "ereignis", "événement", "событие", "사건"),
        new("aspects", "All aspects (semicolons between)", "slots", "aspekte", "dimensions"),
        new(OneAspect, "One aspect"),
        new("note", "Note", "notes", "comment", "comments", "remark", "remarks", "notiz"),
        new("slug", "Short name in addresses", "short name", "claim", "claim slug", "claim id", "id"),
    ];

    // What exports have besides, and the rows say already: nothing is lost where it is left out.
    private static readonly HashSet<string> Besides =
    [
        "question",
        "theme",
        "source name",
        "language",
        "quotation number",
        "contested: stances",
        "contested: aspects",
        "contested: mean",
        "revision",
    ];

    /// <summary>True where every column is matched that says something of its own.</summary>
    public static bool IsAllMatched(Sheet sheet, RowsOf kind, IReadOnlyList<string> meanings) =>
        sheet.Columns.Index().All(c => meanings[c.Index].Length > 0 || (kind == RowsOf.Codings && Besides.Contains(Folding.Of(c.Item))));

    /// <summary>What the columns of such rows may hold.</summary>
    public static IReadOnlyList<Meaning> Of(RowsOf kind) =>
        kind switch
        {
            RowsOf.Sources => OfSources,
            RowsOf.Claims => OfClaims,
            _ => OfCodings,
        };

    /// <summary>What a column holds, by its word; null where it is left out.</summary>
    public static Meaning? Named(RowsOf kind, string? key) => Of(kind).FirstOrDefault(m => m.Key == key);

    /// <summary>True for what several columns may hold at once.</summary>
    public static bool MayRepeat(string key) => key is SlotWords or SlotTerm or OneAspect;

    /// <summary>Whether a sheet is the matrix as it is exported, to be read: it has one quotation of each cell.</summary>
    public static bool IsOfMatrix(Sheet sheet) => sheet.Columns.Contains(ClaimCsv.OfMatrixAlone);

    /// <summary>What the rows seem to be: codings name a claim and say of which source, claims ask something and name no source.</summary>
    public static RowsOf KindOf(Sheet sheet)
    {
        var heads = sheet.Columns.Select(Folded).ToHashSet();
        var isOfASource = heads.Contains("source") || heads.Contains("siglum") || heads.Contains("stance");
        return isOfASource
            ? heads.Contains("claim")
                ? RowsOf.Codings
                : RowsOf.Sources
            : heads.Overlaps(OfClaims.Take(2).SelectMany(m => m.Heads.Append(m.Label)).Select(Folded))
                ? RowsOf.Claims
                : RowsOf.Sources;
    }

    /// <summary>What each column seems to hold, by its head; “” where that says nothing.</summary>
    public static string[] Proposed(Sheet sheet, RowsOf kind, Casebook casebook)
    {
        var (found, taken) = (new string[sheet.Columns.Count], new HashSet<string>());
        // A label counts before a word that is only like one: “Short name” and “Source” may stand side by side.
        foreach (var reading in new Func<Meaning, IEnumerable<string>>[] { m => [m.Label, m.Key], m => m.Heads })
        foreach (var (n, head) in sheet.Columns.Index())
            if (
                found[n] is null
                && Of(kind).FirstOrDefault(m => !taken.Contains(m.Key) && reading(m).Any(w => Folded(w) == Folded(head))) is { } meaning
            )
            {
                found[n] = meaning.Key;
                taken.Add(meaning.Key);
            }
        if (kind == RowsOf.Codings)
        {
            var slots = casebook.Claims.SelectMany(c => c.Aspects).SelectMany(a => new[] { a.Label, a.Key }).Select(Folded).ToHashSet();
            foreach (var (n, head) in sheet.Columns.Index())
                if (found[n] is null && slots.Contains(Folded(SlotOf(head))))
                    found[n] = SlotOf(head) == head ? SlotWords : SlotTerm;
        }
        if (kind == RowsOf.Claims)
            foreach (var (n, head) in sheet.Columns.Index())
                if ((found[n] is null || found[n] == OneAspect) && AspectPattern().IsMatch(Folded(head)))
                    found[n] = OneAspect;
        return [.. found.Select(f => f ?? "")];
    }

    /// <summary>The slot that a head names.</summary>
    public static string SlotOf(string head) =>
        head.EndsWith(ComparedAs, StringComparison.OrdinalIgnoreCase) ? head[..^ComparedAs.Length] : head;

    [GeneratedRegex(@"^(aspect|slot|aspekt|aspecto|аспект|측면)( ?\p{Nd}{1,2})?$")]
    private static partial Regex AspectPattern();

    private static string Folded(string head) => Folding.Of(head.Replace('_', ' ').Replace('-', ' ')).Trim(' ', ':', '*');
}
