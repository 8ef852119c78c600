using Microsoft.AspNetCore.Identity;

namespace SummitDashboard.Data.Accounts;

/// <summary>Somebody who can sign in. <see cref="IdentityUser{TKey}.UserName"/> is what is typed to do so.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name that stands beside what the person does.</summary>
    public required string Name { get; set; }

    /// <summary>
    /// An owner of the server, and so of every casebook on it. What others may do is said by casebook (<see cref="MemberRow"/>).
    /// </summary>
    public bool IsOwner { get; set; }

    /// <summary>A disabled person cannot sign in, and what was open is ended; what he did stays his.</summary>
    public bool Disabled { get; set; }

    public string? InvitedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Since { get; set; }
}
