using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Search;

/// <summary>By what a query names something of one casebook (<c>source:Br</c>), and the tag by which that is found.</summary>
public sealed record SearchName(string Field, string Value, string Tag)
{
    /// <summary>Not typed: a form by which texts name a person, as <see cref="SearchWords"/> folds it.</summary>
    public const string Form = "form";
}

/// <summary>What the names in a query mean, in one casebook.</summary>
public interface ISearchNames
{
    /// <summary>The tags of what a field’s value names; none where it names nothing here.</summary>
    IReadOnlyList<string> TagsOf(string field, string value);

    /// <summary>The forms by which texts name the person of a tag, in folded words with spaces between them.</summary>
    IReadOnlyList<string> FormsOf(string tag);
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
    public IReadOnlyList<string> FormsOf(string tag) =>
        [
            .. casebook
                .Actors.Where(a => SearchTags.Actor(a.Id.Value) == tag)
                .SelectMany(Of)
                .Where(n => n.Field == SearchName.Form)
                .Select(n => n.Value)
                .Distinct(),
        ];

    public static SearchName[] Of(Source source) =>
        Named("source", SearchTags.Source(source.Id.Value), [source.Siglum, source.Slug, source.Name]);

    public static SearchName[] Of(Claim claim) => Named("claim", SearchTags.Claim(claim.Id.Value), [claim.Slug]);

    public static SearchName[] Of(Theme theme) => Named("theme", SearchTags.Theme(theme.Key), [theme.Key, theme.Label]);

    public static SearchName[] Of(Actor actor)
    {
        var tag = SearchTags.Actor(actor.Id.Value);
        var forms = actor.Names.Select(n => n.Form).Prepend(actor.Name).Select(f => string.Join(' ', SearchWords.Of(f)));
        return
        [
            .. Named("actor", tag, [actor.Slug, actor.Name, .. actor.Slug.Split('-')]),
            .. Named(SearchName.Form, tag, [.. forms.Where(f => f.Length > 0)]),
        ];
    }

    private static SearchName[] Named(string field, string tag, string[] values) =>
        [.. values.Distinct().Select(v => new SearchName(field, v, tag))];
}
