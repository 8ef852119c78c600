using System.Security.Claims;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Access;

/// <summary>Who may read which casebook. To everybody else it is as if it did not exist.</summary>
public sealed class CasebookAccess(AccessOptions access, CasebookLibrary library, Roles roles)
{
    /// <summary>Who may read a casebook, by its own word or the server’s setting.</summary>
    public Readers ReadersOf(CasebookRow casebook) => casebook.Readers ?? ByDefault;

    /// <summary>Who may read one of which nothing is said.</summary>
    public Readers ByDefault => access.IsClosed ? Readers.SignedIn : Readers.Open;

    /// <summary>Whether somebody may read it.</summary>
    /// <param name="accountId">Null for nobody who is signed in.</param>
    /// <param name="role">The role there.</param>
    public bool IsOpenTo(CasebookRow casebook, string? accountId, AccountRole? role) =>
        casebook.Deleted is null
        && ReadersOf(casebook) switch
        {
            Readers.Open => true,
            Readers.SignedIn => accountId is not null,
            _ => role is not null,
        };

    /// <summary>Those that whoever has an account may read, without a role there.</summary>
    public IReadOnlyList<CasebookRow> OpenToAnyAccount => [.. library.All.Where(c => IsOpenTo(c, "", null))];

    /// <summary>The casebooks that a visitor may read, by title, each with the role there.</summary>
    public IReadOnlyList<(CasebookRow Casebook, AccountRole? Role)> VisibleTo(ClaimsPrincipal user) =>
        VisibleTo(user.FindFirstValue(ClaimTypes.NameIdentifier));

    /// <inheritdoc cref="VisibleTo(ClaimsPrincipal)"/>
    public IReadOnlyList<(CasebookRow Casebook, AccountRole? Role)> VisibleTo(Visitor visitor) => VisibleTo(visitor.AccountId);

    private List<(CasebookRow Casebook, AccountRole? Role)> VisibleTo(string? id)
    {
        var held = id is null ? (_ => null) : roles.Held(id);
        return [.. library.All.Select(c => (Casebook: c, Role: held(c.Id))).Where(c => IsOpenTo(c.Casebook, id, c.Role))];
    }
}

/// <summary>Whether the casebook that one is in is for some only, as it now stands.</summary>
public sealed class ClosedReading(CasebookAccess access, CasebookLibrary library, ThisCasebook casebook)
{
    public bool IsClosed => library.Get(casebook.Id) is { } row && access.ReadersOf(row) != Readers.Open;
}
