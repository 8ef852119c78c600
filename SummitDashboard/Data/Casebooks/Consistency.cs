using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Whether a casebook still holds together after some changes; as much is looked at as changed.</summary>
internal static class Consistency
{
    /// <summary>
    /// What must hold before the next snapshot can be built: names are free, nothing is twice, and every reference leads somewhere.
    /// </summary>
    public static IReadOnlyList<string> Problems(Casebook casebook, IReadOnlyList<ItemChange> changes)
    {
        var problems = new List<string>();
        var left = changes.Where(c => c.Before is not null).Select(c => (c.Kind, Slug: c.Before!.Slug)).ToHashSet();
        var taken = new HashSet<(ItemKind, string)>();
        if (changes.Any(c => c.Kind == ItemKind.Casebook && (c.Before is null || c.After is null)))
            problems.Add("A casebook has one head; it can be changed, not added or removed.");
        foreach (var item in changes.Select(c => c.After).OfType<Item>())
        {
            var key = (Kinds.Of(item), item.Slug);
            if (!taken.Add(key) || (!left.Contains(key) && BySlug(casebook, item) is { } other && other.Id != item.Id))
                problems.Add($"There is already {Kinds.Word(key.Item1)} “{item.Slug}”; choose another short name.");
        }
        return [.. problems, .. Dangling(casebook, changes).Distinct()];
    }

    private static IEnumerable<string> Dangling(Casebook casebook, IReadOnlyList<ItemChange> changes)
    {
        var changed = changes.ToDictionary(c => (c.Kind, c.Id), c => c.After);
        foreach (var item in changes.Select(c => c.After).OfType<Item>())
        foreach (
            var (kind, id) in References
                .Of(item)
                .Where(r => (changed.TryGetValue(r, out var after) ? after : casebook.Find(r.Kind, r.Id)) is null)
        )
            yield return $"{Sentence(Kinds.Word(Kinds.Of(item)))} {item.Slug} names {Kinds.Word(kind)} "
                + $"{(casebook.Find(kind, id)?.Slug is { } slug ? $"“{slug}”, which" : "one that")} is not there any more.";
        if (changed.Values.All(after => after is not null))
            yield break;
        foreach (var item in casebook.Items().Where(i => !changed.ContainsKey((Kinds.Of(i), i.Id))))
        foreach (var (kind, id) in References.Of(item).Where(r => changed.TryGetValue(r, out var after) && after is null))
            yield return $"{Sentence(Kinds.Word(Kinds.Of(item)))} {item.Slug} still names {Kinds.Word(kind)} "
                + $"“{casebook.Find(kind, id)?.Slug}”, which would be gone.";
    }

    /// <summary>What must hold in the next snapshot: the codebook's rules for what changed.</summary>
    public static IReadOnlyList<string> Problems(Casebook next, Casebook was, IReadOnlyList<ItemChange> changes)
    {
        var problems = new List<string>();
        var context = new RuleContext(next);
        foreach (var item in changes.Select(c => c.After).OfType<Item>())
        {
            foreach (var finding in CodebookRules.Missing(item).Concat(CodebookRules.Of(item, context)))
                problems.Add(Sentence(finding.Message));
            if (item is Source source)
                problems.AddRange(Of(source, next, context, was));
            if (item is CasebookHead head)
                problems.AddRange(Of(head, next));
        }
        return [.. problems.Distinct()];
    }

    private static IEnumerable<string> Of(Source source, Casebook next, RuleContext context, Casebook was)
    {
        foreach (var other in next.Sources.Where(s => s.Id != source.Id))
        {
            if (other.Siglum.Equals(source.Siglum, StringComparison.OrdinalIgnoreCase))
                yield return $"Siglum {source.Siglum} is that of {other.Name}; each source has its own.";
            if (source.Article.IsKnown && other.Article.Sha256 == source.Article.Sha256)
                yield return $"This article is already coded as {other.Name}.";
        }
        if (!was.Sources.TryGet(source.Id, out var before) || before.Article == source.Article)
            yield break;
        foreach (
            var quotation in next.FramingsBySource[source.Id]
                .SelectMany(t => t.Framing.Quotations)
                .Concat(next.MentionsBySource[source.Id].Select(m => m.Mention.Quotation))
        )
        foreach (var finding in CodebookRules.Of(quotation, source))
            yield return $"“{quotation.Exact}”: {finding.Message}";
    }

    private static IEnumerable<string> Of(CasebookHead head, Casebook next)
    {
        var known = head.Themes.Select(t => t.Key).ToHashSet();
        foreach (var claim in next.Claims.Where(c => !known.Contains(c.Theme)))
            yield return $"Claim {claim.Slug} stands under the theme “{claim.Theme}”, which would be gone.";
        foreach (var happening in next.Events)
        foreach (var theme in happening.Themes.Where(t => !known.Contains(t)))
            yield return $"Event {happening.Slug} stands under the theme “{theme}”, which would be gone.";
        foreach (var twice in head.Themes.GroupBy(t => t.Key).Where(g => g.Count() > 1))
            yield return $"The theme “{twice.Key}” stands twice.";
    }

    private static Item? BySlug(Casebook casebook, Item like) =>
        like switch
        {
            Source => casebook.Sources.TryGetBySlug(like.Slug, out var source) ? source : null,
            Actor => casebook.Actors.TryGetBySlug(like.Slug, out var actor) ? actor : null,
            Event => casebook.Events.TryGetBySlug(like.Slug, out var happening) ? happening : null,
            Claim => casebook.Claims.TryGetBySlug(like.Slug, out var claim) ? claim : null,
            Talk => casebook.Talks.TryGetBySlug(like.Slug, out var talk) ? talk : null,
            _ => null,
        };

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
