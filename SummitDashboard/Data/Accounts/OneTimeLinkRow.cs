using SummitDashboard.Domain;

namespace SummitDashboard.Data.Accounts;

/// <summary>A link that is good once: to become the first owner, to accept an invitation, to set a new password.</summary>
public sealed class OneTimeLinkRow
{
    /// <summary>SHA-256, lower-case hexadecimal, of the secret in the link; the secret itself is never stored.</summary>
    public required string Hash { get; set; }

    /// <summary><c>owner</c>, <c>invite</c> or <c>password</c>.</summary>
    public required string Purpose { get; set; }

    /// <summary>The role that an invitation gives, and in which casebook.</summary>
    public AccountRole? Role { get; set; }
    public string? CasebookId { get; set; }

    /// <summary>The name that was invited, or the account whose password is to be set.</summary>
    public string? Name { get; set; }
    public string? AccountId { get; set; }

    /// <summary>UTC; null where it stays good until it is used.</summary>
    public DateTime? Expires { get; set; }
    public DateTime? Used { get; set; }
    public required DateTime At { get; set; }
    public required string By { get; set; }

    /// <summary>
    /// The account that made it, whose right it lives by; null where the machine’s shell or the first start did, or an older version of
    /// the program, which kept the name only.
    /// </summary>
    public string? ById { get; set; }
}
