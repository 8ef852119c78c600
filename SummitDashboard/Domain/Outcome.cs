namespace SummitDashboard.Domain;

/// <summary>What became of a change that somebody asked for. What is not <see cref="Done"/> has changed nothing.</summary>
public abstract record Outcome
{
    /// <summary>It is on the disk, and whoever shows it was told.</summary>
    public record Done : Outcome;

    /// <summary>The casebook is as was asked.</summary>
    /// <param name="Revision">The revision that now is; the old one where nothing had to change.</param>
    /// <param name="Changed">False where everything was already as asked.</param>
    /// <param name="Note">What came out otherwise than asked, in sentences; null where nothing did.</param>
    public sealed record Committed(long Revision, bool Changed = true, string? Note = null) : Done;

    /// <summary>Somebody else changed the same part first. Nothing was written; both versions are at hand.</summary>
    /// <param name="Current">The part as it stands: a <see cref="Framing"/>, an item …; null where it was removed.</param>
    /// <param name="By">Who changed it.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Revision">With which revision.</param>
    /// <param name="AccountId">The account of who changed it; null where the program did.</param>
    public sealed record Conflict(object? Current, string By, DateTime At, long Revision, string? AccountId = null) : Outcome;

    /// <summary>It breaks rules of the codebook, or what stands here does not allow it; in sentences. Nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : Outcome;

    /// <summary>The author may not do this (any more). Nothing was written.</summary>
    public sealed record Forbidden(Right Needed) : Outcome;

    /// <summary>The database could not be written; in a sentence. Nothing was written.</summary>
    public sealed record Failed(string Why) : Outcome;
}
