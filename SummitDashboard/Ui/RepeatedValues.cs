using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace SummitDashboard.Ui;

/// <summary>Query values that stand in an address several times though the page reads one of them.</summary>
public static class RepeatedValues
{
    private static readonly ConcurrentDictionary<Type, string[]> Single = [];

    /// <summary>A sentence for each such name; the same value twice is no matter. A name that <paramref name="page"/> does not read is passed over.</summary>
    public static IEnumerable<string> Notices(Type page, string uri)
    {
        var mark = uri.IndexOf('?');
        if (mark < 0)
            return [];
        var query = QueryHelpers.ParseQuery(uri[mark..].Split('#')[0]);
        return Single
            .GetOrAdd(page, Names)
            .Where(name => query.TryGetValue(name, out var values) && values.Distinct().Count() > 1)
            .Select(name => $"“{name}” stands in the address more than once; the first is shown.");
    }

    // A page takes a list where it means one. Private properties are those of the class that declares them.
    private static string[] Names(Type page)
    {
        var names = new List<string>();
        for (var type = page; type is not null; type = type.BaseType)
            foreach (
                var property in type.GetProperties(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
                if (property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } from && !property.PropertyType.IsArray)
                    names.Add(from.Name ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        return [.. names];
    }
}
