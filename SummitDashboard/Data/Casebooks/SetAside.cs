using System.Collections.Frozen;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>An item whose record cannot be read. It stays in the database as it is; nothing is written over it.</summary>
/// <param name="Why">What is wrong with it.</param>
/// <param name="Shown">The revision whose record is shown in its place; null where it is left out.</param>
internal sealed record SetAside(string Id, ItemKind Kind, string Slug, string Why, long? Shown = null)
{
    /// <summary>What people know it by: claim “agreement”.</summary>
    public string Name => $"{Kinds.Find(Kind)?.Word ?? "item of an unknown kind"} “{Slug}”";

    public override string ToString() =>
        $"{Name} ({Id}): {Why}; {(Shown is { } revision ? $"what revision {revision} left of it is shown" : "it is left out")}.";
}

/// <summary>The items set aside, as a guard before every write.</summary>
internal sealed class SetAsides(IEnumerable<SetAside> items)
{
    private readonly FrozenDictionary<string, SetAside> byId = items.ToFrozenDictionary(i => i.Id);

    public static readonly SetAsides None = new([]);

    public IReadOnlyCollection<SetAside> All => byId.Values;

    public bool Has(string id) => byId.ContainsKey(id);

    /// <summary>Why these changes may not be written, in sentences; none where they may.</summary>
    public IReadOnlyList<string> Refusals(IReadOnlyList<ItemChange> changes) =>
        byId.Count == 0
            ? []
            :
            [
                .. changes
                    .Where(c => byId.ContainsKey(c.Id))
                    .Select(c =>
                        $"The record of {byId[c.Id].Name} in the database cannot be read, and is not written over. An owner sees what "
                        + "to do under “Server”."
                    ),
                .. changes
                    .Where(c => c.After is { } after && byId.Values.Any(a => a.Kind == c.Kind && a.Slug == after.Slug && a.Id != c.Id))
                    .Select(c =>
                        $"There is already {Kinds.Of(c.Kind).Word} “{c.After!.Slug}”, whose record cannot be read; choose another short "
                        + "name."
                    ),
            ];

    /// <summary>What waits to be mended, for owners.</summary>
    public string Words(string file) =>
        $"{(byId.Count == 1 ? "One record" : $"{byId.Count} records")} of the casebook in {file} cannot be read. The rest is "
        + "served; these are left as they are, cannot be edited, and keep the casebook from being exported. "
        + "Restore a backup from before the damage (stop the server, then “restore "
        + $"<file>”).\n{string.Join('\n', byId.Values.OrderBy(i => i.Kind).ThenBy(i => i.Slug, StringComparer.Ordinal).Take(100))}";
}
