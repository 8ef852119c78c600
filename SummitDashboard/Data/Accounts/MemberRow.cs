using SummitDashboard.Domain;

namespace SummitDashboard.Data.Accounts;

/// <summary>What somebody may do in a casebook.</summary>
public sealed class MemberRow
{
    public required string CasebookId { get; set; }
    public required string AccountId { get; set; }
    public required AccountRole Role { get; set; }

    /// <summary>Who gave it, by name.</summary>
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
