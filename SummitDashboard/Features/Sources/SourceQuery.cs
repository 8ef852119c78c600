using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Sources;

/// <summary>
/// The state of a source's page in the address: the one list that is shown in full, and its page. <c>?list=silent&amp;page=2</c>.
/// </summary>
/// <param name="List">A stance's word or a mode's, as in files, with <c>-</c> for blanks; null where every list is shown in short.</param>
public sealed record SourceQuery(string? List)
{
    /// <summary>Lists up to this length are shown whole.</summary>
    public const int Whole = 24;

    /// <summary>How many items a longer list shows in short, and in full on each page.</summary>
    public const int Short = 12;
    public const int Full = 50;

    /// <summary>Every list there can be.</summary>
    public static IEnumerable<string> Lists => Cell.AllWords.Select(Key).Concat(Vocabulary.All<MentionMode>());

    /// <summary>Reads the address; an unknown list becomes none.</summary>
    public static SourceQuery Read(QueryReader query) =>
        new(query.OneOf("list", Lists, list => $"There is no list “{list}” on this page; every list is shown in short."));

    /// <summary>The address of a page of a list, at that list; of the source's page with every list in short where it is null.</summary>
    public static string UrlOf(Source source, string? list, int page = 1) =>
        Urls.With(Urls.Source(source), ("list", list), ("page", Paging.Value(page))) + (list is null ? "" : "#" + list);

    /// <summary>The word of a list as the address has it.</summary>
    public static string Key(string word) => word.Replace(' ', '-');

    /// <summary>The part of a list that is shown, with where it lies; of the items no more are looked at than that takes.</summary>
    public Part<T> Of<T>(string list, IEnumerable<T> items, int total, QueryReader query)
    {
        if (List != list)
            return new(list, [.. items.Take(total <= Whole ? total : Short)], total, default);
        var page = query.Page(total, Full);
        return new(list, page.On(items), total, page);
    }
}

/// <summary>What is shown of a list; <paramref name="Page"/> has no pages where it is shown in short.</summary>
public sealed record Part<T>(string List, IReadOnlyList<T> Items, int Total, Paging Page);
