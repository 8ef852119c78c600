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

    /// <summary>What it does to this casebook. Pure; called by one writer at a time.</summary>
    internal abstract Plan Plan(Casebook casebook, WriteContext context);
}

/// <summary>What an edit would do, or why it cannot.</summary>
internal abstract record Plan
{
    /// <summary>These items change; none where everything already is as asked.</summary>
    public sealed record Changes(IReadOnlyList<ItemChange> Items) : Plan;

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

/// <summary>What became of an edit.</summary>
public abstract record Outcome
{
    /// <summary>It is on the disk, and every page shows it.</summary>
    /// <param name="Revision">The revision that now is; the old one where nothing had to change.</param>
    /// <param name="Changed">False where everything was already as asked.</param>
    public sealed record Committed(long Revision, bool Changed = true) : Outcome;

    /// <summary>Somebody else changed the same part first. Nothing was written; both versions are at hand.</summary>
    /// <param name="Current">The part as it stands: a <see cref="Framing"/>, an item …; null where it was removed.</param>
    /// <param name="By">Who changed it.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Revision">With which revision.</param>
    public sealed record Conflict(object? Current, string By, DateTime At, long Revision) : Outcome;

    /// <summary>It breaks rules of the codebook, or the casebook does not allow it; in sentences. Nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : Outcome;

    /// <summary>The author may not do this (any more). Nothing was written.</summary>
    public sealed record Forbidden(Right Needed) : Outcome;

    /// <summary>The database could not be written; in a sentence. Nothing was written.</summary>
    public sealed record Failed(string Why) : Outcome;
}
