using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace SummitDashboard.Reading;

/// <summary>
/// What is worked out from something that never changes (a snapshot of the casebook, a claim of it): once, on first use, and forgotten with
/// it. The one place where such is kept. Safe for many threads at once.
/// </summary>
/// <param name="make">Works it out; it may run twice where two ask at once, and one of the results is kept.</param>
public sealed class Derived<TFrom, T>(Func<TFrom, T> make)
    where TFrom : class
    where T : class
{
    private readonly ConditionalWeakTable<TFrom, T> made = [];

    public T Of(TFrom from) => made.GetValue(from, make.Invoke);
}

/// <summary>
/// What is worked out for a part of an address, of which there can be made up as many as one likes: when there are more than
/// <paramref name="most"/>, it begins anew. Safe for many threads at once.
/// </summary>
public sealed class Kept<T>(int most)
{
    private readonly ConcurrentDictionary<string, Lazy<T>> made = [];

    public T Of(string key, Func<T> make)
    {
        if (made.TryGetValue(key, out var known))
            return known.Value;
        if (made.Count >= most)
            made.Clear();
        return made.GetOrAdd(key, new Lazy<T>(make)).Value;
    }
}
