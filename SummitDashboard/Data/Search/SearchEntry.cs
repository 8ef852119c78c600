using SummitDashboard.Domain;

namespace SummitDashboard.Data.Search;

/// <summary>Something that can be found: a text, where it stands, and by what else it is chosen.</summary>
/// <param name="Of">The kind of item that it belongs to.</param>
/// <param name="ItemId">The id of that item.</param>
/// <param name="Source">The id of the source whose telling or words it is; "" where it is of none.</param>
/// <param name="Part">Paragraph of an article or quotation, place of a stop; 0 where there is only one.</param>
/// <param name="State">
/// The stance in the codebook’s word, with a second one behind a space, or <c>uncoded</c>; "" where it has none.
/// </param>
/// <param name="Language">Primary subtag of the language (BCP 47); "" where nobody said.</param>
/// <param name="Tags">By what else it is found, as <see cref="SearchTags"/> makes them.</param>
/// <param name="Names">By what a query names what it is about.</param>
public sealed record SearchEntry(
    SearchKind Kind,
    ItemKind Of,
    string ItemId,
    string Text,
    string Source = "",
    int Part = 0,
    string State = "",
    string Language = "",
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<SearchName>? Names = null
)
{
    /// <summary>The state of a cell where nobody has looked.</summary>
    public const string Uncoded = "uncoded";

    /// <summary>Each of what is said to be the state.</summary>
    public static string[] StatesOf(string state) => state.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// Fields of an entry as words of an index of their own, made of Latin letters and digits alone, so that a field is asked for as a word is.
/// </summary>
public static class SearchTags
{
    /// <summary>What every entry has.</summary>
    public const string All = "all";

    /// <summary>What no entry has.</summary>
    public const string None = "none";

    /// <summary>What is of no source.</summary>
    public const string NoSource = "fn";

    /// <summary>A source, or a telling, that nobody has graded.</summary>
    public const string Unrated = "fu";

    /// <summary>One that somebody has.</summary>
    public const string Rated = "fr";

    /// <summary>A line that is not the author’s prose.</summary>
    public const string Boilerplate = "fb";

    /// <summary>Whether most of what can be found in a large casebook may have it.</summary>
    public static bool IsBroad(string tag) => tag == All || tag == Kind(SearchKind.Article) || tag[0] == 'l';

    public static string Kind(SearchKind kind) => Of('k', Vocabulary.Of(kind));

    public static string Source(string id) => Of('s', id);

    public static string Claim(string id) => Of('c', id);

    /// <summary>A person who is cited, speaks, or is spoken of.</summary>
    public static string Actor(string id) => Of('a', id);

    public static string State(string state) => Of('t', state);

    public static string Language(string subtag) => Of('l', subtag);

    public static string Theme(string key) => Of('h', key);

    private static string Of(char field, string value) =>
        value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            ? field + value
            : field + "x" + Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(value));
}
