using SummitDashboard.Domain;

namespace SummitDashboard.Data.Accounts;

/// <summary>Something was done to people.</summary>
/// <param name="Account">Whom it made, or whose password it set.</param>
/// <param name="Secret">The secret of a new one-time link; shown once and stored only as a hash.</param>
public sealed record PeopleDone(Account? Account = null, string? Secret = null) : Outcome.Done;

/// <summary>What became of something asked of people, in words.</summary>
public static class PeopleWords
{
    /// <summary>Why it was not done; null where it was.</summary>
    public static string? Problem(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Done => null,
            Outcome.Invalid invalid => string.Join(' ', invalid.Problems),
            Outcome.Failed failed => failed.Why,
            _ => "Only an owner manages people.",
        };
}
