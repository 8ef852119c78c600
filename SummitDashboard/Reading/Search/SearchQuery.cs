using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Search;

/// <summary>
/// What the search page shows, as its address says it: <c>q</c>, and what was chosen beside it of kinds (<c>in</c>), sources
/// (<c>source</c>, sigla), states (<c>stance</c>), languages (<c>lang</c>), and whether graded (<c>is</c>).
/// </summary>
public sealed class SearchQuery
{
    private static readonly string[] Facets = ["in", "source", "stance", "lang", "is"];

    // What a telling may have two of, so that counts by it do not add up, and what is no column of the index.
    private static readonly string[] CountedApart = ["stance", "is"];

    private readonly Dictionary<string, (IReadOnlyList<string> Values, SearchExpression Meaning)> chosen;

    private SearchQuery(string text, Dictionary<string, (IReadOnlyList<string> Values, SearchExpression Meaning)> chosen) =>
        (Text, this.chosen) = (text, chosen);

    /// <summary>What was typed.</summary>
    public string Text { get; }

    private string Page { get; init; } = Urls.Search;

    /// <summary>What is searched for; null where nothing is, and there is nothing to show.</summary>
    public SearchExpression? Expression { get; private init; }

    /// <summary>The same without what was chosen beside it: what the choices are counted among.</summary>
    public SearchExpression? Typed { get; private init; }

    /// <summary>Whether cells without a telling are among what is asked for.</summary>
    public bool AsksForCells { get; private init; }

    /// <summary>The values chosen of a facet.</summary>
    public IReadOnlyList<string> Chosen(string facet) => chosen.TryGetValue(facet, out var of) ? of.Values : [];

    /// <summary>Whether anything is chosen beside the words.</summary>
    public bool IsNarrowed => chosen.Count > 0;

    /// <summary>The one kind that is shown, where one is chosen.</summary>
    public SearchKind? OnlyKind => Chosen("in") is [var one] && Vocabulary.TryRead<SearchKind>(one, out var kind) ? kind : null;

    /// <summary>Reads an address.</summary>
    public static SearchQuery Read(Casebook casebook, QueryReader address) => Read(new SearchFields(casebook), address, Urls.Search);

    /// <summary>The same of a page that searches more than one casebook.</summary>
    public static SearchQuery Read(SearchFields fields, QueryReader address, string page)
    {
        var text = address.Text("q")?.Trim() ?? "";
        var typed = text.Length == 0 ? null : SearchParser.Read(text, fields, address.Notices);
        var chosen = new Dictionary<string, (IReadOnlyList<string>, SearchExpression)>();
        var all = new List<SearchExpression>();
        foreach (var facet in Facets)
        {
            // What means nothing was passed over.
            if (address.List(facet) is not { } list || fields.Of(facet, list, address.Notices) is not { } meaning)
                continue;
            all.Add(meaning);
            chosen[facet] = (
                [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()],
                meaning
            );
        }
        if (typed is not null)
            all.Insert(0, typed);
        return new(SearchParser.Shortened(text), chosen)
        {
            Page = page,
            Typed = typed,
            Expression = all.Count == 0 ? null : new SearchExpression.All(all),
            AsksForCells = fields.AsksForCells,
        };
    }

    /// <summary>
    /// How much there is: of what is shown, and of each facet among what the other facets leave. The index is asked once for what was
    /// typed, and again only where a stance or a grade is chosen.
    /// </summary>
    /// <param name="count">Counts in the index what this visitor may find, cells without a telling included.</param>
    /// <param name="casebook">Null for one that is not open: then sources are told apart by the index too.</param>
    public SearchCounts Counted(Func<SearchExpression, IReadOnlyList<FullTextCount>> count, Casebook? casebook = null)
    {
        var sigla = casebook?.Sources.ToDictionary(s => s.Id.Value, s => s.Siglum) ?? [];
        string[] apart = casebook is null ? [.. CountedApart, "source"] : CountedApart;
        var counted = new Dictionary<string, IReadOnlyList<FullTextCount>>();
        return new(Without(null), Facets.ToDictionary(f => f, Without));

        IReadOnlyList<FullTextCount> Without(string? facet)
        {
            var names = apart.Where(f => f != facet && chosen.ContainsKey(f)).ToList();
            var key = string.Join(' ', names);
            if (!counted.TryGetValue(key, out var counts))
                counted[key] = counts = count(
                    new SearchExpression.All([.. Typed is null ? [] : new[] { Typed }, .. names.Select(f => chosen[f].Meaning)])
                );
            bool Has(string name, string value) =>
                name == facet || apart.Contains(name) || Chosen(name) is not { Count: > 0 } values || values.Any(v => IsOf(name, v, value));
            return
            [
                .. counts.Where(c =>
                    // Cells without a telling are shown where a state that they have is chosen.
                    (AsksForCells || facet == "stance" || c.Kind != SearchKind.Cell)
                    && Has("in", Vocabulary.Of(c.Kind))
                    && Has("source", sigla.GetValueOrDefault(c.Source, ""))
                    && Has("lang", c.Language)
                ),
            ];
        }
    }

    private static bool IsOf(string facet, string chosen, string value) =>
        facet == "lang" ? SearchFields.LanguageOf(chosen) == value : chosen.Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address with a value of a facet chosen, or no longer.</summary>
    public string Toggling(string facet, string value) =>
        Url(
            Facets.Select(f =>
                (
                    f,
                    f != facet ? Chosen(f)
                    : Chosen(f).Contains(value) ? [.. Chosen(f).Where(v => v != value)]
                    : [.. Chosen(f), value]
                )
            ),
            Page
        );

    /// <summary>The address with this kind alone, at a page of what is found.</summary>
    public string Only(SearchKind kind, int page = 1) =>
        Url(Facets.Select(f => (f, f == "in" ? [Vocabulary.Of(kind)] : Chosen(f))), Page, page);

    /// <summary>The address with this kind of this source alone.</summary>
    public string Only(SearchKind kind, Source source) =>
        Url(
            Facets.Select(f =>
                (
                    f,
                    f == "in" ? [Vocabulary.Of(kind)]
                    : f == "source" ? [source.Siglum]
                    : Chosen(f)
                )
            ),
            Page
        );

    /// <summary>The address of a page of what is found.</summary>
    public string At(int page) => Url(Facets.Select(f => (f, Chosen(f))), Page, page);

    /// <summary>The same search on another page that searches.</summary>
    /// <param name="kind">With this kind alone; null as it is.</param>
    public string On(string page, SearchKind? kind = null) =>
        Url(Facets.Select(f => (f, f == "in" && kind is { } only ? [Vocabulary.Of(only)] : Chosen(f))), page);

    /// <summary>
    /// All of it as words that one could type, what was chosen beside them as fields: by it a search is named elsewhere, and kept.
    /// </summary>
    public string InWords
    {
        get
        {
            var fields = Facets.Where(f => Chosen(f).Count > 0).Select(f => $"{f}:{Quoted(string.Join(',', Chosen(f)))}").ToList();
            if (fields.Count == 0 || Text.Length == 0)
                return string.Join(' ', fields.Append(Text)).Trim();
            // AND binds more tightly than OR and WITH do.
            var isAny =
                Text.Contains("OR", StringComparison.Ordinal) || Text.Contains('|') || Text.Contains("WITH", StringComparison.Ordinal);
            return string.Join(' ', fields.Append(isAny ? $"({Text})" : Text));
        }
    }

    private static string Quoted(string values) =>
        values.All(c => char.IsLetterOrDigit(c) || c is ',' or '-') ? values : $"\"{values.Replace('"', ' ')}\"";

    /// <summary>The address of the words alone.</summary>
    public string Plain => Urls.With(Page, ("q", Text));

    private string Url(IEnumerable<(string Facet, IReadOnlyList<string> Values)> facets, string path, int page = 1)
    {
        var chosen = facets.Select(f => (f.Facet, (string?)string.Join(',', f.Values)));
        (string, string?)[] values = [("q", Text), .. chosen, ("page", Paging.Value(page))];
        return Urls.With(path, values);
    }
}
