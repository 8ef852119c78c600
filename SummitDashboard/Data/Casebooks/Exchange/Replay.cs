using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Exchange;

/// <summary>
/// A history carried out revision by revision, looking only at what each changes: every revision must begin where the one before ended, and
/// leave a casebook in which every reference and every name holds.
/// </summary>
internal sealed class Replay
{
    private readonly Dictionary<(ItemKind Kind, string Id), int> named = [];
    private readonly Dictionary<(ItemKind Kind, string Slug), string> slugs = [];

    /// <summary>The items as they now stand, by id, and how often each was changed.</summary>
    public Dictionary<string, (Item Item, int Version)> Items { get; } = [];

    /// <summary>Names that items had before, and whose they were last.</summary>
    public Dictionary<(ItemKind Kind, string Slug), string> Aliases { get; } = [];

    /// <summary>Carries one revision out. Throws <see cref="HistoryException"/> where it cannot follow on what was.</summary>
    public void Apply(RecordedRevision revision)
    {
        void Refuse(string why) => throw new HistoryException(revision.Row.Number, why);

        foreach (var change in revision.Changes)
        {
            var what = $"{Kinds.Of(change.Kind).Word} {(change.After ?? change.Before)!.Slug}";
            if (!Documents.Same(Items.GetValueOrDefault(change.Id).Item, change.Before))
                Refuse($"changes {what} from what it was not at that time.");
            if (change.After is { } after && !CodebookRules.IsSlug(after.Slug))
                Refuse($"{what} cannot be so named.");
            if (change.Before is { } before)
                Take(before, -1);
        }
        foreach (var change in revision.Changes)
            Put(change, Refuse);
        foreach (var change in revision.Changes)
        {
            if (change.After is null && named.GetValueOrDefault((change.Kind, change.Id)) > 0)
                Refuse($"removes {Kinds.Of(change.Kind).Word} {change.Before!.Slug}, which something still names.");
            if (change.After is { } after && Kinds.Of(after).ReferencesOf(after).FirstOrDefault(r => !Holds(r)) is { Id: { } lost })
                Refuse($"{Kinds.Of(change.Kind).Word} {after.Slug} names “{lost}”, which is not there.");
        }
        if (
            Items.Values.Count(i => Kinds.Of(i.Item).Number == ItemKind.Casebook) != 1
            && (revision.Row.Number == 1 || revision.Changes.Any(c => c.Kind == ItemKind.Casebook))
        )
            Refuse("leaves no casebook head, or more than one.");
    }

    private void Put(ItemChange change, Action<string> refuse)
    {
        if (change is { Before: { } was, After: var now } && was.Slug != now?.Slug)
            Aliases[(change.Kind, was.Slug)] = change.Id;
        if (change.After is null)
        {
            Items.Remove(change.Id);
            return;
        }
        Items[change.Id] = (change.After, Items.GetValueOrDefault(change.Id).Version + 1);
        if (!slugs.TryAdd((change.Kind, change.After.Slug), change.Id))
            refuse($"there are two of the name {Kinds.Of(change.Kind).Word} {change.After.Slug}.");
        Take(change.After, 1);
    }

    // Counts, or discounts, what an item names; its own name is free once it is taken out.
    private void Take(Item item, int by)
    {
        if (by < 0)
            slugs.Remove((Kinds.Of(item).Number, item.Slug));
        foreach (var reference in Kinds.Of(item).ReferencesOf(item))
            named[reference] = named.GetValueOrDefault(reference) + by;
    }

    private bool Holds((ItemKind Kind, string Id) reference) =>
        Items.TryGetValue(reference.Id, out var found) && Kinds.Of(found.Item).Number == reference.Kind;
}
