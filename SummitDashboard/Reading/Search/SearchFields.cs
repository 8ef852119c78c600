using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>
/// The fields of a query, and what their values mean in a casebook: <c>source:Br</c>, <c>actor:putin</c>, <c>claim:</c>, <c>theme:</c>,
/// <c>stance:hedges</c>, <c>lang:ar</c>, <c>in:quotation</c>, <c>is:unrated</c>. Several values with commas between them: any of them.
/// </summary>
/// <param name="isElsewhere">
/// Whether other casebooks are asked the same: what one of them does not know is nothing there, rather than passed over.
/// </param>
public sealed class SearchFields(ISearchNames names, bool isElsewhere = false)
{
    public SearchFields(Casebook casebook)
        : this(new SearchNames(casebook)) { }

    /// <summary>The fields, as a sentence names them.</summary>
    public const string Names = "source:, actor:, claim:, theme:, stance:, lang:, in: and is:";

    private static readonly string[] Known = ["source", "actor", "claim", "theme", "stance", "lang", "in", "is"];

    private static readonly string[] OfOneCasebook = ["source", "actor", "claim", "theme"];

    private static readonly string[] States = [.. Enum.GetValues<Stance>().Select(Vocabulary.Of), SearchEntry.Uncoded];

    // Values that mean nothing, of which each is said.
    private const int MostNamed = 3;

    /// <summary>Whether a field was asked for that cells without a telling answer to.</summary>
    public bool AsksForCells { get; private set; }

    public bool Knows(string name) => Known.Contains(name.ToLowerInvariant());

    /// <summary>What a field with these values asks for; null, with a notice, where nothing of it means anything.</summary>
    public SearchExpression? Of(string name, string values, ICollection<string> notices)
    {
        var (any, unknown) = (new List<SearchExpression>(), new List<string>());
        var field = name.ToLowerInvariant();
        foreach (var value in values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (One(field, value) is { } read)
                any.Add(read);
            else
            {
                unknown.Add(QueryReader.Short(value));
                if (isElsewhere && OfOneCasebook.Contains(field))
                    any.Add(new SearchExpression.Tag(SearchTags.None));
            }
        var passed = isElsewhere && OfOneCasebook.Contains(field) ? "" : " This part was passed over.";
        foreach (var value in unknown.Take(MostNamed))
            notices.Add(Unknown(field, value) + passed);
        if (unknown.Count > MostNamed)
            notices.Add($"The same holds of {unknown.Count - MostNamed:N0} more values of “{field}:”.");
        if (values.Trim(' ', ',').Length == 0)
            notices.Add($"“{name}:” has no value. This part was passed over.");
        return any.Count switch
        {
            0 => null,
            1 => any[0],
            _ => new SearchExpression.Any(any),
        };
    }

    /// <summary>The language that a tag or a name means (<c>ko-KR</c>, <c>Korean</c>), as it is kept; null where it is none.</summary>
    public static string? LanguageOf(string value)
    {
        var tag = Languages.TagOf(value)!;
        return LanguageTag.IsWellFormed(tag) && LanguageTag.IsKnown(tag) ? tag.Split('-')[0].ToLowerInvariant() : null;
    }

    private SearchExpression? One(string name, string value)
    {
        switch (name)
        {
            case "source" or "claim" or "theme":
                return Tags(names.TagsOf(name, value).Select(t => new SearchExpression.Tag(t)));
            case "lang":
                return LanguageOf(value) is { } language ? new SearchExpression.Tag(SearchTags.Language(language)) : null;
            case "in":
                return Vocabulary.TryRead<SearchKind>(value.ToLowerInvariant(), out var kind) ? Tag(kind) : null;
            case "stance":
                return States.Contains(value.ToLowerInvariant()) ? State(value.ToLowerInvariant()) : null;
            case "is":
                return value.ToLowerInvariant() switch
                {
                    "uncoded" => State(SearchEntry.Uncoded),
                    "silent" => State(Vocabulary.Of(Stance.Silent)),
                    "unrated" => new SearchExpression.Tag(SearchTags.Unrated),
                    "rated" => new SearchExpression.Tag(SearchTags.Rated),
                    "boilerplate" => new SearchExpression.Tag(SearchTags.Boilerplate),
                    _ => null,
                };
            default:
                return Person(value);
        }
    }

    // Who cites him, has him speak, or names him by a form that the ledger knows.
    private SearchExpression? Person(string value) =>
        Tags(
            from tag in names.TagsOf("actor", value)
            from one in names
                .FormsOf(tag)
                .Take(20)
                .Select(f => (SearchExpression)SearchExpression.Phrase.Of(f))
                .Prepend(new SearchExpression.Tag(tag))
            select one
        );

    private SearchExpression.Tag Tag(SearchKind kind)
    {
        AsksForCells |= kind == SearchKind.Cell;
        return new(SearchTags.Kind(kind));
    }

    private SearchExpression.Tag State(string state)
    {
        AsksForCells |= state == SearchEntry.Uncoded || state == Vocabulary.Of(Stance.Silent);
        return new(SearchTags.State(state));
    }

    private string Unknown(string name, string value) =>
        name switch
        {
            "source" => $"There is no source “{value}”.",
            "actor" => $"There is no person “{value}” on the panel.",
            "claim" => $"There is no claim “{value}”: its name in the address is meant.",
            "theme" => $"There is no theme “{value}”.",
            "stance" => $"“{value}” is no stance: they are {string.Join(", ", States)}.",
            "lang" => $"“{value}” is no language: one is named as ko, or as Korean.",
            "in" => $"“{value}” is nothing that is searched: {string.Join(", ", Enum.GetValues<SearchKind>().Select(Vocabulary.Of))}.",
            _ => $"“{value}” is nothing that anything is: uncoded, silent, unrated, rated, boilerplate.",
        };

    private static SearchExpression? Tags(IEnumerable<SearchExpression> any) =>
        any.ToList() switch
        {
            [] => null,
            [var one] => one,
            var many => new SearchExpression.Any(many),
        };
}
