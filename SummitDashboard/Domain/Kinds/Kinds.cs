using System.Collections.Frozen;

namespace SummitDashboard.Domain;

/// <summary>
/// The kinds of item, each with what is said of it. A new kind gets its number in <see cref="ItemKind"/>, its file beside this one, and
/// its line here; the tests name what further layers need of it.
/// </summary>
public static class Kinds
{
    /// <summary>Every kind, in the order in which items are listed and read.</summary>
    public static readonly IReadOnlyList<Kind> All =
    [
        HeadKind.Instance,
        SourceKind.Instance,
        ActorKind.Instance,
        EventKind.Instance,
        ClaimKind.Instance,
        TalkKind.Instance,
        SetKind.Instance,
        GradeKind.Instance,
    ];

    private static readonly FrozenDictionary<ItemKind, Kind> ByNumber = All.ToFrozenDictionary(k => k.Number);
    private static readonly FrozenDictionary<Type, Kind> ByType = All.ToFrozenDictionary(k => k.Type);

    /// <summary>The kind of an item. Throws <see cref="ArgumentException"/> for a type that is none of the casebook’s.</summary>
    public static Kind Of(Item item) =>
        ByType.TryGetValue(item.GetType(), out var kind)
            ? kind
            : throw new ArgumentException($"{item.GetType().Name} is no item of a casebook.");

    /// <summary>The kind whose items are of a type. Throws <see cref="KeyNotFoundException"/> for any other.</summary>
    internal static Kind Of(Type type) => ByType[type];

    /// <summary>The kind of a number. Throws <see cref="ArgumentException"/> for one that no kind has.</summary>
    public static Kind Of(ItemKind number) => Find(number) ?? throw new ArgumentException($"There is no kind of item {number}.");

    /// <summary>The kind that is called so; null where none is.</summary>
    public static Kind? Named(string? word) => All.FirstOrDefault(k => k.Word == word);

    /// <summary>The kind of a number; null for one that no kind has, as in a record of a newer version.</summary>
    public static Kind? Find(ItemKind number) => ByNumber.GetValueOrDefault(number);
}
