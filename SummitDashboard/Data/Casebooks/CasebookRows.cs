using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>One item as it now stands: a JSON document, and how often it was changed.</summary>
public sealed class ItemRow
{
    public required string Id { get; set; }
    public required ItemKind Kind { get; set; }
    public required string Slug { get; set; }
    public required int Version { get; set; }
    public required string Json { get; set; }
}

/// <summary>One recorded change of the casebook; the highest number is the casebook's revision.</summary>
public sealed class RevisionRow
{
    public required long Number { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }

    public required string By { get; set; }
    public string? Reason { get; set; }

    /// <summary>The account of who made it; null where the program did.</summary>
    public string? AccountId { get; set; }

    /// <summary>The verb that made it: <c>load</c>, <c>framing</c> …</summary>
    public required string Command { get; set; }

    /// <summary>The revision that this one takes back.</summary>
    public long? Undoes { get; set; }
}

/// <summary>What one revision did to one item: the documents before (null: it was new) and after (null: it was removed).</summary>
public sealed class ChangeRow
{
    public required long Revision { get; set; }
    public required string ItemId { get; set; }
    public required ItemKind Kind { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>The documents' schema; older ones are read through upcasters.</summary>
    public required int Schema { get; set; }
}

/// <summary>What the casebook folder said of an item when it was last loaded: the base of a three-way merge.</summary>
public sealed class SeedRow
{
    public required string ItemId { get; set; }
    public required ItemKind Kind { get; set; }
    public required string Json { get; set; }

    /// <summary>What the folder says now and nobody has decided on, because the item was changed here too; "" where the folder removed
    /// it, null where nothing is open.</summary>
    public string? Offered { get; set; }
}

/// <summary>The one row that says which casebook folder, in which state, was last loaded, and by which build of the program.</summary>
public sealed class SeedLoadRow
{
    public int Id { get; set; } = 1;
    public required string Fingerprint { get; set; }
}

/// <summary>A name that an item had before; old links lead on.</summary>
public sealed class SlugAliasRow
{
    public required ItemKind Kind { get; set; }
    public required string Slug { get; set; }
    public required string ItemId { get; set; }
}

/// <summary>What somebody has typed and not yet saved.</summary>
public sealed class DraftRow
{
    public required string AccountId { get; set; }

    /// <summary>What it is a draft of: <c>framing/claim/source</c>, by ids.</summary>
    public required string Key { get; set; }

    /// <summary>The fields as the page keeps them, and what they were started from.</summary>
    public required string Json { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
