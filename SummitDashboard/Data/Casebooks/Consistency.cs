using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>Whether a casebook still holds together after some changes; as much is looked at as changed.</summary>
internal static class Consistency
{
    /// <summary>What must hold before the next snapshot can be built: names are free, and every reference leads somewhere.</summary>
    public static IReadOnlyList<string> Problems(Casebook casebook, IReadOnlyList<ItemChange> changes)
    {
        var problems = new List<string>();
        if (changes.Any(c => c.Kind == ItemKind.Casebook && (c.Before is null || c.After is null)))
            problems.Add("A casebook has one head; it can be changed, not added or removed.");
        var changed = changes.Select(c => (c.Kind, c.Id)).ToHashSet();
        var fresh = changes
            .Where(c => c.After is { } after && !NamesOf(after).SequenceEqual(NamesOf(c.Before)))
            .Select(c => c.After!)
            .ToHashSet();
        var twice = CodebookRules.Twice(fresh, kind =>
            kind.In(casebook)
                .Where(i => !changed.Contains((kind.Number, i.RawId)))
                .Concat(changes.Where(c => c.Kind == kind.Number && c.After is not null && !fresh.Contains(c.After)).Select(c => c.After!))
        );
        return [.. problems, .. twice.Select(t => Sentence(t.Finding.Message)), .. Dangling(casebook, changes).Distinct()];
    }

    private static IEnumerable<string> NamesOf(Item? item) => item is null ? [] : Kinds.Of(item).NamesOf(item).Select(n => n.Key);

    private static IEnumerable<string> Dangling(Casebook casebook, IReadOnlyList<ItemChange> changes)
    {
        var changed = changes.ToDictionary(c => (c.Kind, c.Id), c => c.After);
        foreach (var item in changes.Select(c => c.After).OfType<Item>())
        foreach (
            var (kind, id) in Kinds
                .Of(item)
                .ReferencesOf(item)
                .Where(r => (changed.TryGetValue(r, out var after) ? after : casebook.Find(r.Kind, r.Id)) is null)
        )
            yield return $"{Sentence(Kinds.Of(item).Word)} {item.Slug} names {Kinds.Of(kind).Word} "
                + $"{(casebook.Find(kind, id)?.Slug is { } slug ? $"“{slug}”, which" : "one that")} is not there any more.";
        if (changed.Values.All(after => after is not null))
            yield break;
        foreach (var item in casebook.Items().Where(i => !changed.ContainsKey((Kinds.Of(i).Number, i.RawId))))
        foreach (var (kind, id) in Kinds.Of(item).ReferencesOf(item).Where(r => changed.TryGetValue(r, out var after) && after is null))
            yield return $"{Sentence(Kinds.Of(item).Word)} {item.Slug} still names {Kinds.Of(kind).Word} "
                + $"“{casebook.Find(kind, id)?.Slug}”, which would be gone.";
    }

    /// <summary>What must hold in the next snapshot: the codebook’s rules for what changed, and for what that bears on.</summary>
    public static IReadOnlyList<string> Rules(Casebook next, IReadOnlyList<ItemChange> changes)
    {
        var context = new RuleContext(next);
        var changed = changes.Select(c => (c.Kind, c.Id)).ToHashSet();
        var staying = next.Items().Where(i => !changed.Contains((Kinds.Of(i).Number, i.RawId)));
        return
        [
            .. changes
                .Where(c => c.After is not null)
                .SelectMany(c => CodebookRules.Of(c.After!, context).Concat(Kinds.Of(c.After!).BrokenBy(c.Before, c.After!, staying)))
                .Select(finding => Sentence(finding.Message))
                .Distinct(),
        ];
    }

    /// <summary>Characters that nobody can see and that these changes would bring in.</summary>
    public static IReadOnlyList<string> Unseen(IReadOnlyList<ItemChange> changes) =>
        [
            .. CodebookRules
                .Unseen(changes.Select(c => c.Before).OfType<Item>(), changes.Select(c => c.After).OfType<Item>())
                .Select(finding => Sentence(finding.Message))
                .Distinct(),
        ];

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
