namespace SummitDashboard.Domain;

/// <summary>A text of an item, as the rules for texts know it. What no rule is to see must not be a text.</summary>
/// <param name="Part">The part of the item in which it stands, or the item itself.</param>
/// <param name="Name">What people call it, as in “the question is missing”.</param>
/// <param name="Value">What it says; null where it is not there.</param>
/// <param name="Need">Whether it may be left out.</param>
/// <param name="Most">Most characters.</param>
/// <param name="Field">The field of <paramref name="Part"/> in its file, for the line on which it stands.</param>
public sealed record ItemText(object Part, string Name, string? Value, Need Need, int Most, string? Field)
{
    /// <summary>Longest title, question, label or name, in characters: what stands in one line of a page.</summary>
    public const int Line = 300;

    /// <summary>Longest statement, lede or gloss, in characters.</summary>
    public const int Passage = 2_000;

    /// <summary>One that an item cannot be without.</summary>
    public static ItemText Needed(object part, string name, string? value, int most = int.MaxValue, string? field = null) =>
        new(part, name, value, Need.Needed, most, field);

    /// <summary>One that is there and says something, or is left out.</summary>
    public static ItemText Optional(object part, string name, string? value, int most = int.MaxValue, string? field = null) =>
        new(part, name, value, Need.Optional, most, field);

    /// <summary>One that may be empty, or of which another rule says more.</summary>
    public static ItemText Free(object part, string name, string? value, int most = int.MaxValue, string? field = null) =>
        new(part, name, value, Need.Free, most, field);
}

/// <summary>Whether a text may be left out.</summary>
public enum Need
{
    /// <summary>It must say something.</summary>
    Needed,

    /// <summary>It may be left out, but not be blank: no file could say that.</summary>
    Optional,

    /// <summary>It may be empty.</summary>
    Free,
}

/// <summary>A name that only one item of a kind may have.</summary>
/// <param name="Key">What may not be twice.</param>
/// <param name="Says">What is wrong where another item has it, which is named.</param>
/// <param name="Field">The field of the item in its file.</param>
public sealed record UniqueName(string Key, Func<Item, string> Says, string? Field = null);
