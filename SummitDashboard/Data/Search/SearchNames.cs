using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Search;

/// <summary>By what a query names something of one casebook (<c>source:Br</c>), and the tag by which that is found.</summary>
public sealed record SearchName(string Field, string Value, string Tag)
{
    /// <summary>Not typed: a form by which texts name a person, as a whole word.</summary>
    public const string Form = "form";

    /// <summary>The same of one that stands also as the beginning of a word.</summary>
    public const string Beginning = "beginning";
}

/// <summary>What the names in a query mean, in one casebook.</summary>
public interface ISearchNames
{
    /// <summary>The tags of what a field’s value names; none where it names nothing here.</summary>
    IReadOnlyList<string> TagsOf(string field, string value);

    /// <summary>The forms by which texts name the person of a tag, those first of which the beginning of a word will do.</summary>
    IReadOnlyList<NameForm> FormsOf(string tag);
}

/// <summary>The names of a casebook that is open. Its index keeps the same, so that it can be asked in its place.</summary>
public sealed class SearchNames(Casebook casebook) : ISearchNames
{
    /// <inheritdoc/>
    public IReadOnlyList<string> TagsOf(string field, string value)
    {
        var names = field switch
        {
            "source" => casebook.Sources.SelectMany(Of),
            "claim" => casebook.Claims.SelectMany(Of),
            "actor" => casebook.Actors.SelectMany(Of),
            _ => casebook.Head.Themes.SelectMany(Of),
        };
        var folded = Folding.Of(value);
        return [.. names.Where(n => n.Field == field && Folding.Of(n.Value) == folded).Select(n => n.Tag).Distinct()];
    }

    /// <inheritdoc/>
    public IReadOnlyList<NameForm> FormsOf(string tag) =>
        Forms(casebook.Actors.Where(a => SearchTags.Actor(a.Id.Value) == tag).SelectMany(Of));

    /// <summary>The forms among some names, each once: one that may begin a word is not asked for as a word besides.</summary>
    public static IReadOnlyList<NameForm> Forms(IEnumerable<SearchName> names) =>
        [
            .. names
                .Where(n => n.Field is SearchName.Form or SearchName.Beginning)
                .Select(n => new NameForm(n.Value, n.Field == SearchName.Beginning))
                .OrderByDescending(f => f.IsPrefix)
                .DistinctBy(f => string.Join(' ', SearchWords.Of(f.Form))),
        ];

    public static SearchName[] Of(Source source) =>
        Named("source", SearchTags.Source(source.Id.Value), [source.Siglum, source.Slug, source.Name]);

    public static SearchName[] Of(Claim claim) => Named("claim", SearchTags.Claim(claim.Id.Value), [claim.Slug]);

    public static SearchName[] Of(Theme theme) => Named("theme", SearchTags.Theme(theme.Key), [theme.Key, theme.Label]);

    public static SearchName[] Of(Actor actor)
    {
        var tag = SearchTags.Actor(actor.Id.Value);
        return
        [
            .. Named("actor", tag, [actor.Slug, actor.Name, .. actor.Slug.Split('-')]),
            .. Named(SearchName.Form, tag, Written(actor.Names.Where(n => !n.Sought.IsPrefix).Select(n => n.Form).Prepend(actor.Name))),
            .. Named(SearchName.Beginning, tag, Written(actor.Names.Where(n => n.Sought.IsPrefix).Select(n => n.Form))),
        ];
    }

    private static string[] Written(IEnumerable<string> forms) => [.. forms.Where(f => SearchWords.Of(f).Any()).Select(Folding.Of)];

    private static SearchName[] Named(string field, string tag, string[] values) =>
        [.. values.Distinct().Select(v => new SearchName(field, v, tag))];
}
