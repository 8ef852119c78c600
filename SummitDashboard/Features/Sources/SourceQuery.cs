using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Sources;

/// <summary>The state of a source's page in the address: the one list that is shown in full, and its page. <c>?list=silent&amp;page=2</c>.</summary>
/// <param name="List">A stance's word or a mode's, as in files, with <c>-</c> for blanks; null where every list is shown in short.</param>
/// <param name="Page">From 1; held to the list's length by the page.</param>
public sealed record SourceQuery(string? List, string? Page)
{
    /// <summary>Lists up to this length are shown whole.</summary>
    public const int Whole = 24;

    /// <summary>How many items a longer list shows in short, and in full on each page.</summary>
    public const int Short = 12;
    public const int Full = 50;

    /// <summary>Every list there can be.</summary>
    public static IEnumerable<string> Lists => Cell.AllWords.Select(Key).Concat(Words.All<MentionMode>());

    /// <summary>Reads the address; an unknown list is said in <paramref name="notices"/> and becomes none.</summary>
    public static SourceQuery Read(string? list, string? page, ICollection<string> notices)
    {
        if (string.IsNullOrEmpty(list))
            return new(null, null);
        if (Lists.Contains(list))
            return new(list, page);
        notices.Add($"There is no list “{(list.Length > 60 ? list[..60] + "…" : list)}” on this page; every list is shown in short.");
        return new(null, null);
    }

    /// <summary>The address of this state, at its list.</summary>
    public string ToUrl(Source source) => Urls.With(Urls.Source(source), ("list", List), ("page", Page)) + (List is null ? "" : "#" + List);

    /// <summary>The word of a list as the address has it.</summary>
    public static string Key(string word) => word.Replace(' ', '-');

    /// <summary>The part of a list that is shown, with where it lies; of the items no more are looked at than that takes.</summary>
    public Part<T> Of<T>(string list, IEnumerable<T> items, int total, ICollection<string> notices)
    {
        if (List != list)
            return new(list, [.. items.Take(total <= Whole ? total : Short)], total, 0, 0);
        var pages = Paging.Pages(total, Full);
        var page = Paging.Read(Page, pages, notices);
        return new(list, [.. items.Take(page * Full).Skip((page - 1) * Full)], total, page, pages);
    }
}

/// <summary>What is shown of a list; <paramref name="Page"/> is 0 where it is shown in short.</summary>
public sealed record Part<T>(string List, IReadOnlyList<T> Items, int Total, int Page, int Pages);
