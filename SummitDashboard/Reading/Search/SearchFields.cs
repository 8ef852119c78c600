using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>
/// The fields of a query, and what their values mean in a casebook: <c>source:Br</c>, <c>actor:putin</c>, <c>claim:</c>, <c>theme:</c>,
/// <c>stance:hedges</c>, <c>lang:ar</c>, <c>in:quotation</c>, <c>is:unrated</c>. Several values with commas between them: any of them.
/// </summary>
public sealed class SearchFields(Casebook casebook)
{
    /// <summary>The fields, as a sentence names them.</summary>
    public const string Names = "source:, actor:, claim:, theme:, stance:, lang:, in: and is:";

    private static readonly string[] Known = ["source", "actor", "claim", "theme", "stance", "lang", "in", "is"];

    private static readonly string[] States = [.. Enum.GetValues<Stance>().Select(Vocabulary.Of), SearchEntry.Uncoded];

    /// <summary>Whether a field was asked for that cells without a telling answer to.</summary>
    public bool AsksForCells { get; private set; }

    public bool Knows(string name) => Known.Contains(name.ToLowerInvariant());

    /// <summary>What a field with these values asks for; null, with a notice, where nothing of it means anything.</summary>
    public SearchExpression? Of(string name, string values, ICollection<string> notices)
    {
        var any = new List<SearchExpression>();
        foreach (var value in values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (One(name.ToLowerInvariant(), value) is { } read)
                any.Add(read);
            else
                notices.Add($"{Unknown(name.ToLowerInvariant(), QueryReader.Short(value))} This part was passed over.");
        if (values.Trim(' ', ',').Length == 0)
            notices.Add($"“{name}:” has no value. This part was passed over.");
        return any.Count switch
        {
            0 => null,
            1 => any[0],
            _ => new SearchExpression.Any(any),
        };
    }

    private SearchExpression? One(string name, string value)
    {
        switch (name)
        {
            case "source":
                var sources = casebook.Sources.Where(s => Is(s.Siglum, value) || Is(s.Slug, value) || Is(s.Name, value)).ToList();
                return Tags(sources.Select(s => SearchTags.Source(s.Id.Value)));
            case "claim":
                return casebook.Claims.TryGetBySlug(value, out var claim)
                    ? new SearchExpression.Tag(SearchTags.Claim(claim.Id.Value))
                    : null;
            case "theme":
                var themes = casebook.Head.Themes.Where(t => Is(t.Key, value) || Is(t.Label, value));
                return Tags(themes.Select(t => SearchTags.Theme(t.Key)));
            case "lang":
                return new SearchExpression.Tag(SearchTags.Language(value.Split('-')[0].ToLowerInvariant()));
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
    private SearchExpression? Person(string value)
    {
        var people = casebook.Actors.Where(a =>
            Is(a.Slug, value) || a.Slug.Split('-').Contains(value.ToLowerInvariant()) || Is(a.Name, value)
        );
        var any = new List<SearchExpression>();
        foreach (var actor in people)
        {
            any.Add(new SearchExpression.Tag(SearchTags.Actor(actor.Id.Value)));
            var forms = actor.Names.Select(n => n.Form).Prepend(actor.Name).Select(f => string.Join(' ', SearchWords.Of(f))).Distinct();
            any.AddRange(forms.Where(f => f.Length > 0).Take(20).Select(f => new SearchExpression.Phrase(f.Split(' '))));
        }
        return any.Count == 0 ? null : new SearchExpression.Any(any);
    }

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
            "in" => $"“{value}” is nothing that is searched: {string.Join(", ", Enum.GetValues<SearchKind>().Select(Vocabulary.Of))}.",
            _ => $"“{value}” is nothing that anything is: uncoded, silent, unrated, rated, boilerplate.",
        };

    private static SearchExpression? Tags(IEnumerable<string> tags) =>
        tags.Select(t => new SearchExpression.Tag(t)).ToList() switch
        {
            [] => null,
            [var one] => one,
            var many => new SearchExpression.Any([.. many]),
        };

    private static bool Is(string one, string other) => Folding.Of(one) == Folding.Of(other);
}
