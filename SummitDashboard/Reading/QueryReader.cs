using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>
/// Reads the query of an address, of a page or an endpoint: a value is understood, or left out with a notice that says so. Never throws.
/// Where a name that one value is read of stands there with several, the first is read, and that is said too.
/// </summary>
public sealed class QueryReader
{
    private const int Longest = 40;

    private readonly Dictionary<string, StringValues> values;
    private readonly HashSet<string> repeated = [];

    /// <param name="uri">An address or the part of it from its <c>?</c> on; what follows <c>#</c> does not count.</param>
    /// <param name="notices">Takes the sentences.</param>
    public QueryReader(string uri, ICollection<string> notices)
    {
        var mark = uri.IndexOf('?');
        values = mark < 0 ? [] : QueryHelpers.ParseQuery(uri[mark..].Split('#')[0]);
        Notices = notices;
    }

    /// <summary>Reads the query of a request.</summary>
    public QueryReader(HttpRequest request, ICollection<string> notices)
        : this(request.QueryString.Value ?? "", notices) { }

    /// <summary>What was not understood, in sentences; for readers of values that are of one room only.</summary>
    public ICollection<string> Notices { get; }

    /// <summary>What was found of the searches that the address names; none where nobody has looked.</summary>
    public IReadOnlyList<FoundSearch> Looked { get; init; } = [];

    /// <summary>The search that a value names, with what was found of it where somebody has looked; null where it names none.</summary>
    public FoundSearch? Found(string name) =>
        List(name) is { } list && FoundSearch.Split(list).Query is { } query
            ? Looked.FirstOrDefault(f => f.Name == name && f.Query == query) ?? new(name, query)
            : null;

    /// <summary>The value as it came; null where it is absent or empty.</summary>
    public string? Text(string name)
    {
        var all = All(name);
        if (all.Distinct().Count() > 1 && repeated.Add(name))
            Notices.Add($"“{name}” stands in the address more than once; the first is shown.");
        return all is [{ Length: > 0 } first, ..] ? first : null;
    }

    /// <summary>
    /// Every value of a name that means a list, with commas between them; null where it is absent or empty. A search comes last, since it
    /// is everything that follows.
    /// </summary>
    public string? List(string name) =>
        string.Join(',', All(name).OrderBy(v => FoundSearch.Split(v).Query is not null)) is { Length: > 0 } list ? list : null;

    /// <summary>The first value that is not blank, of a name that a form has two fields for; null where there is none.</summary>
    public string? Filled(string name) => All(name).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>One of the words of an enum.</summary>
    /// <param name="otherwise">The notice, made of the value as a sentence can repeat it.</param>
    public T? Term<T>(string name, Func<string, string> otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        if (Vocabulary.TryRead<T>(text, out var value))
            return value;
        Notices.Add(otherwise(Short(text)));
        return null;
    }

    /// <summary>One of some words.</summary>
    public string? OneOf(string name, IEnumerable<string> words, Func<string, string> otherwise)
    {
        if (Text(name) is not { } text || words.Contains(text))
            return Text(name);
        Notices.Add(otherwise(Short(text)));
        return null;
    }

    /// <summary>A theme of the casebook, by its key.</summary>
    public string? Theme(string name, Casebook casebook, Func<string, string> otherwise) =>
        OneOf(name, casebook.Head.Themes.Select(t => t.Key), otherwise);

    /// <summary>An item, by its slug.</summary>
    public T? Item<T>(string name, Shelf<T> shelf, Func<string, string> otherwise)
        where T : Item<T>
    {
        if (Text(name) is not { } slug)
            return null;
        if (shelf.TryGetBySlug(slug, out var item))
            return item;
        Notices.Add(otherwise(Short(slug)));
        return null;
    }

    /// <summary>A number from 1 to <paramref name="most"/>, in digits.</summary>
    public int? Number(string name, int most, Func<string, string> otherwise)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        Notices.Add(otherwise(Short(text)));
        return null;
    }

    /// <summary>A page of so many items; what is none is said and becomes the first, and what is too high the last.</summary>
    public Paging Page(int items, int size, string name = "page")
    {
        var pages = Paging.Count(items, size);
        var page = Number(name, pages, _ =>
            pages == 1 ? "There is only one page here." : $"There are {pages} pages here, numbered from 1."
        );
        var tooHigh =
            page is null && int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > pages;
        return Paging.Of(tooHigh ? pages : page ?? 1, items, size);
    }

    /// <summary><c>on</c> or <c>off</c>.</summary>
    /// <param name="otherwise">What holds where the address says nothing.</param>
    public bool Switch(string name, bool otherwise) =>
        OneOf(name, ["on", "off"], text => $"“{name}” can be on or off, not “{text}”.") is { } word ? word == "on" : otherwise;

    /// <summary>A value from an address as a sentence can repeat it.</summary>
    public static string Short(string value) => value.Length <= Longest ? value : value[..Longest] + "…";

    private string[] All(string name) => values.TryGetValue(name, out var all) ? [.. all.OfType<string>()] : [];
}
