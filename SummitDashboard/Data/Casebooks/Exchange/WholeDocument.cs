using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Exchange;

/// <summary>
/// Whether a document from outside holds all that it may not be without: JSON leaves out, or says null, what the types do not allow.
/// </summary>
internal static class WholeDocument
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, bool Needed)[]> Members = [];

    /// <summary>The first member that is null and may not be; null where the document is whole.</summary>
    public static string? Lacks(object part) =>
        part is IEnumerable list and not string
            ? First(list.Cast<object?>().Select(entry => entry is null ? "entry of a list" : Lacks(entry)))
            : First(Members.GetOrAdd(part.GetType(), MembersOf).Select(m => Lacks(m.Property.GetValue(part), m.Property.Name, m.Needed)));

    private static string? Lacks(object? value, string name, bool needed) =>
        value is not null && !IsUnsetId(value) ? Lacks(value)
        : needed ? name
        : null;

    // A struct cannot be null, but hold it.
    private static bool IsUnsetId(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Id<>) && value.ToString() is null;

    private static string? First(IEnumerable<string?> lacks) => lacks.FirstOrDefault(lack => lack is not null);

    private static (PropertyInfo, bool)[] MembersOf(Type type) =>
        type.IsClass && type.Namespace == typeof(Item).Namespace && type != typeof(Edtf)
            ?
            [
                .. type.GetProperties()
                    .Where(p => p.CanWrite)
                    .Select(p => (p, new NullabilityInfoContext().Create(p).ReadState == NullabilityState.NotNull)),
            ]
            : [];
}
