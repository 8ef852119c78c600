namespace SummitDashboard.Domain;

/// <summary>What the rules need to know that look beyond one item.</summary>
/// <param name="Head">Null where it could not be read.</param>
/// <param name="Source">The source with an id; null where there is none.</param>
/// <param name="Event">The event with an id; null where there is none.</param>
/// <param name="Actors">Everybody on the panel.</param>
/// <param name="Text">The article of a source; null where it is not at hand.</param>
public sealed record CheckContext(
    CasebookHead? Head,
    Func<SourceId, Source?> Source,
    Func<EventId, Event?> Event,
    IEnumerable<Actor> Actors,
    Func<Source, ArticleText?> Text
)
{
    public CheckContext(Casebook casebook, Func<Source, ArticleText?>? text = null)
        : this(
            casebook.Head,
            id => casebook.Sources.TryGet(id, out var source) ? source : null,
            id => casebook.Events.TryGet(id, out var happening) ? happening : null,
            casebook.Actors,
            text ?? (_ => null)
        ) { }
}

/// <summary>
/// What <c>check</c> holds besides the codebook's rules: times that cannot both be right, and words and counts as against the articles. A
/// folder or an older revision may hold what breaks one: it is loaded, and named. No edit may bring one in. What is only unfinished (a cell
/// that is not yet coded) is none of these.
/// </summary>
public static class CheckRules
{
    /// <summary>Everything that breaks one in an item.</summary>
    public static IEnumerable<Finding> Of(Item item, CheckContext context) => Of(null, item, context);

    /// <summary>What an item breaks and did not before; where it is new, <paramref name="before"/> is null.</summary>
    public static IReadOnlyList<Finding> Brought(Item? before, Item after, CheckContext was, CheckContext now)
    {
        List<Finding> found = [.. Of(before, after, now)];
        if (found.Count == 0 || before is null)
            return found;
        var known = Of(null, before, was).Select(f => f.Message).ToHashSet();
        return [.. found.Where(f => !known.Contains(f.Message))];
    }

    // Parts that stood there before are not looked at again: a claim may have hundreds.
    private static IEnumerable<Finding> Of(Item? before, Item item, CheckContext context)
    {
        var kind = Kinds.Of(item);
        foreach (var finding in kind.ChecksOf(before, item, context))
            yield return finding;
        var known = new HashSet<object>(
            before is null ? [] : kind.QuotationsOf(before).Select(q => q.Quotation),
            ReferenceEqualityComparer.Instance
        );
        foreach (var (id, quotation) in kind.QuotationsOf(item).Where(q => !known.Contains(q.Quotation)))
            if (context.Source(id) is { } source && context.Text(source) is { } text)
                foreach (var finding in ArticleRules.Of(quotation, text))
                    yield return finding;
    }
}
