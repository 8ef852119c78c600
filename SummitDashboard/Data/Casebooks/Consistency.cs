using SummitDashboard.Domain;
using SummitDashboard.Text;

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
        var hasSource = changes.Any(c => c.Kind == ItemKind.Source);
        var staying = next.Items().Where(i => !changed.Contains((Kinds.Of(i).Number, i.RawId)));
        return
        [
            .. changes
                .Where(c => c.After is not null)
                .SelectMany(c =>
                    CodebookRules
                        .Of(c.After!, context, hasSource ? null : c.Before)
                        .Concat(Kinds.Of(c.After!).BrokenBy(c.Before, c.After!, staying))
                )
                .Select(finding => Sentence(finding.Message))
                .Distinct(),
        ];
    }

    /// <summary>
    /// What these changes would bring in and <c>check</c> would name (<see cref="CheckRules"/>), in what changed and in what hangs on it;
    /// and more of an article than may be quoted.
    /// </summary>
    public static IReadOnlyList<string> Brought(
        Casebook casebook,
        Casebook next,
        IReadOnlyList<ItemChange> changes,
        Func<Source, ArticleText?> textOf
    )
    {
        var (was, now) = (new CheckContext(casebook, textOf), new CheckContext(next, textOf));
        var changed = changes.Where(c => c.After is not null).ToList();
        var texts = changed.ConvertAll(c => (Change: c, Texts: Kinds.Of(c.After!).TextsOf(c.After!).ToList()));
        return
        [
            .. texts
                .SelectMany(t => NoteDepth.Of(t.Texts, t.Change.Before))
                .Concat(changed.SelectMany(c => CheckRules.Brought(c.Before, c.After!, was, now)))
                .Select(finding => Sentence(finding.Message))
                .Concat(
                    from item in HangingOn(next, changes)
                    from finding in CheckRules.Brought(item, item, was, now)
                    select $"{Sentence(Kinds.Of(item).Word)} {item.Slug}: {finding.Message}"
                )
                .Concat(TooLarge(texts.Where(t => MayBeLarge(t.Texts, t.Change.After!)).Select(t => t.Change)))
                .Concat(
                    from source in QuotedMore(casebook, next, changes, textOf)
                    select $"{WritingDirection.Isolated(source.Source.Name)}: {source.Share.TooMuch}"
                )
                .Distinct(),
        ];
    }

    // What no file of a folder could hold. A document is about as long as its file; some room is left. Few items come near it.
    private static IEnumerable<string> TooLarge(IEnumerable<ItemChange> changed) =>
        from change in changed
        let size = Size(change.After)
        where size > MostKiB && size > Size(change.Before)
        select $"{Sentence(Kinds.Of(change.Kind).Word)} {change.After!.Slug} would have {size} KiB, and a file of a casebook at most "
            + $"{MostKiB}. Shorten its texts, or split it.";

    private const int MostKiB = CaseFolder.FrontMatter.MaxBytes / 1024 * 7 / 8;

    private static bool MayBeLarge(IEnumerable<ItemText> texts, Item item) =>
        texts.Sum(t => (t.Value?.Length ?? 0) + 40L) + Kinds.Of(item).QuotationsOf(item).Sum(q => q.Quotation.Exact.Length + 200L)
        > MostKiB * 1024L / 3;

    private static int Size(Item? item) => item is null ? 0 : System.Text.Encoding.UTF8.GetByteCount(Documents.Write(item)) / 1024;

    // When a source was written hangs on events, and in which phase an event lies on the days of the visit.
    private static IEnumerable<Item> HangingOn(Casebook next, IReadOnlyList<ItemChange> changes)
    {
        var (changed, events) = (changes.Select(c => (c.Kind, c.Id)).ToHashSet(), changes.Where(c => c.Kind == ItemKind.Event));
        var dated = events.Where(c => c is { Before: not null, After: not null }).Select(c => new EventId(c.Id)).ToHashSet();
        IEnumerable<Item> sources = dated.Count == 0 ? [] : next.Sources.Where(s => s.Written is { } w && (Has(w.Before) || Has(w.After)));
        IEnumerable<Item> story = changes.Any(c => c.Kind == ItemKind.Casebook) ? next.Events : [];
        return sources.Concat(story).Where(i => !changed.Contains((Kinds.Of(i).Number, i.RawId)));

        bool Has(EventId? id) => id is { } known && dated.Contains(known);
    }

    private static IEnumerable<(Source Source, QuotedShare Share)> QuotedMore(
        Casebook casebook,
        Casebook next,
        IReadOnlyList<ItemChange> changes,
        Func<Source, ArticleText?> textOf
    )
    {
        foreach (var source in changes.SelectMany(c => Quoted(c.After).Except(Quoted(c.Before))).Select(q => q.Source).Distinct())
            if (next.Sources.TryGet(source, out var of) && Share(next, of) is { IsOver: true } share)
                if (!casebook.Sources.TryGet(source, out _) || share.Quoted > Share(casebook, of).Quoted)
                    yield return (of, share);

        IEnumerable<(SourceId Source, string Exact, int Paragraph)> Quoted(Item? item) =>
            item is null ? [] : Kinds.Of(item).QuotedOf(item).Select(q => (q.Source, q.Quotation.Exact, q.Quotation.Paragraph));

        QuotedShare Share(Casebook of, Source source) => QuotedShare.In(source, textOf(source), QuotedShare.Quotations(of, source));
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
