using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>
/// One change that somebody asks for: which right it needs, what it would do to the casebook as it now stands, and how it is told in the
/// history. <see cref="CasebookStore.Write"/> is the only one who carries it out.
/// </summary>
public abstract record Edit
{
    /// <summary>The right that its author must have at the moment of writing.</summary>
    public abstract Right Right { get; }

    /// <summary>The verb in the history: <c>framing</c>, <c>claim</c>, <c>grade</c>, <c>undo</c> …</summary>
    public abstract string Verb { get; }

    /// <summary>The revision that it takes back; null where it is no undoing.</summary>
    internal virtual long? Undoes => null;

    /// <summary>False where its texts were kept before: by an older revision, or the casebook folder.</summary>
    internal virtual bool BringsTexts => true;

    /// <summary>What it does to this casebook. Pure; called by one writer at a time.</summary>
    internal abstract Plan Plan(Casebook casebook, WriteContext context);

    /// <summary>
    /// Writes what belongs to it beside the items, in the same transaction; called once its plan stands, whether or not an item changes.
    /// Returns why it cannot, in sentences.
    /// </summary>
    internal virtual IReadOnlyList<string> WriteBeside(Entry entry) => [];
}

/// <summary>What an edit would do, or why it cannot.</summary>
internal abstract record Plan
{
    /// <summary>These items change; none where everything already is as asked.</summary>
    /// <param name="Note">What came out otherwise than asked, in sentences; null where nothing did.</param>
    public sealed record Changes(IReadOnlyList<ItemChange> Items, string? Note = null) : Plan;

    /// <summary>
    /// Somebody changed the same part since; <paramref name="Current"/> is how it stands (null: removed), and <paramref name="IsOfPart"/>
    /// tells the item's changes of that part from those of others (null: any).
    /// </summary>
    public sealed record Clash(string ItemId, object? Current, Func<ItemChange, bool>? IsOfPart = null) : Plan;

    /// <summary>It cannot be done, for these reasons.</summary>
    public sealed record Impossible(IReadOnlyList<string> Why) : Plan;

    public static Plan Of(params IReadOnlyList<ItemChange> items) => new Changes(items);

    public static Plan No(params IReadOnlyList<string> why) => new Impossible(why);
}
