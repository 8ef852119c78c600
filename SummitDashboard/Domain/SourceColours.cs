namespace SummitDashboard.Domain;

/// <summary>
/// The colours by which sources are told apart, numbered as in the style sheet (<c>--s1</c> to <c>--s8</c>). Each belongs to one source for
/// as long as that exists; past the last one siglum and name alone carry a source, and it is drawn neutral.
/// </summary>
public static class SourceColours
{
    /// <summary>How many can be told apart, by colour-blind readers too.</summary>
    public const int Count = 8;

    /// <summary>The number of a source without a colour of its own.</summary>
    public const int Neutral = 0;

    /// <summary>The numbers that none of these sources has, lowest first.</summary>
    public static IEnumerable<int> Free(IEnumerable<Source> taken)
    {
        var numbers = taken.Select(s => s.Colour).ToHashSet();
        return Enumerable.Range(1, Count).Where(n => !numbers.Contains(n));
    }

    /// <summary>What a new source gets: the lowest free number, or <see cref="Neutral"/>.</summary>
    public static int Next(IEnumerable<Source> taken) => Free(taken).FirstOrDefault(Neutral);

    /// <summary>Gives each of these that has none yet the lowest free one, in the order of writing; the others stay as they are.</summary>
    /// <param name="besides">Sources that keep theirs and are not asked about.</param>
    public static IReadOnlyList<Source> Given(IReadOnlyCollection<Source> sources, IEnumerable<Source> besides)
    {
        var free = new Queue<int>(Free(sources.Concat(besides)));
        var given = sources
            .Where(s => s.Colour is null)
            .OrderBy(s => s, SourceKind.Order)
            .ToDictionary(s => s.Id, s => s with { Colour = free.TryDequeue(out var next) ? next : Neutral });
        return [.. sources.Select(s => given.GetValueOrDefault(s.Id, s))];
    }
}
