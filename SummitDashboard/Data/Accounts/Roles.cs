using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Accounts;

/// <summary>
/// What an account may do now: in a casebook by its membership, on the server (no casebook) as one of its owners, who own every casebook.
/// Asked with every request and before every write.
/// </summary>
public sealed class Roles(ServerFolder folder)
{
    /// <summary>The role in a casebook, or on the server where none is named; null for who has none, or is disabled.</summary>
    public AccountRole? Of(string accountId, string? casebookId) => Find(accountId, casebookId)?.Role;

    /// <summary>The role in a casebook, and whether it is had as an owner of the server.</summary>
    public (AccountRole? Role, bool IsAbove) Place(string accountId, string? casebookId) =>
        Find(accountId, casebookId) is { } found ? (found.Role, found.IsAbove) : (null, false);

    /// <summary>The author that an account is in a casebook, if it has this right there; null where it has not.</summary>
    public Author? Author(string accountId, string? casebookId, Right right) =>
        Find(accountId, casebookId) is { } found && Rights.Allows(found.Role, right) ? new(accountId, found.Name) : null;

    /// <summary>Everybody who may do this in a casebook, by id and name.</summary>
    public List<(string Id, string Name)> Who(string casebookId, Right right)
    {
        using var connection = Engine.Open(folder.DatabaseFile);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "Id", "Name", CASE WHEN "IsOwner" THEN 'Owner' ELSE "Role" END
            FROM "Account" LEFT JOIN "Member" ON "AccountId" = "Id" AND "CasebookId" = @casebook WHERE NOT "Disabled"
            """;
        command.Add("@casebook", casebookId);
        using var rows = command.ExecuteReader();
        var who = new List<(string, string)>();
        while (rows.Read())
            if (Read(rows[2]) is { } role && Rights.Allows(role, right))
                who.Add((rows.GetString(0), rows.GetString(1)));
        return who;
    }

    /// <summary>The names of those who change each casebook, by its id: its editors and owners.</summary>
    public ILookup<string, string> WhoWorks()
    {
        using var connection = Engine.Open(folder.DatabaseFile);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "CasebookId", "Name" FROM "Member" JOIN "Account" ON "Id" = "AccountId"
            WHERE NOT "Disabled" AND "Role" IN ('Editor', 'Owner') ORDER BY "Role" DESC, "Name"
            """;
        using var rows = command.ExecuteReader();
        var works = new List<(string Casebook, string Name)>();
        while (rows.Read())
            works.Add((rows.GetString(0), rows.GetString(1)));
        return works.ToLookup(w => w.Casebook, w => w.Name);
    }

    /// <summary>The role of an account in each casebook, asked once for all.</summary>
    public Func<string, AccountRole?> Held(string accountId)
    {
        if (Of(accountId, null) is { } above)
            return _ => above;
        using var connection = Engine.Open(folder.DatabaseFile);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "CasebookId", "Role" FROM "Member" JOIN "Account" ON "Id" = "AccountId" WHERE "AccountId" = @id AND NOT "Disabled"
            """;
        command.Add("@id", accountId);
        using var rows = command.ExecuteReader();
        var held = new Dictionary<string, AccountRole?>();
        while (rows.Read())
            held[rows.GetString(0)] = Read(rows[1]);
        return id => held.GetValueOrDefault(id);
    }

    /// <summary>The same as <see cref="Author"/> inside a transaction of the server’s database.</summary>
    internal static Author? AuthorIn(ServerDb db, string accountId, string? casebookId, Right right)
    {
        if (db.Users.AsNoTracking().SingleOrDefault(a => a.Id == accountId) is not { Disabled: false } account)
            return null;
        AccountRole? role = account.IsOwner
            ? AccountRole.Owner
            : db.Members.AsNoTracking().SingleOrDefault(m => m.AccountId == accountId && m.CasebookId == casebookId)?.Role;
        return Rights.Allows(role, right) ? new(account.Id, account.Name) : null;
    }

    private (string Name, AccountRole? Role, bool IsAbove)? Find(string accountId, string? casebookId)
    {
        using var connection = Engine.Open(folder.DatabaseFile);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "Name", CASE WHEN "IsOwner" THEN 'Owner' ELSE "Role" END, "IsOwner"
            FROM "Account" LEFT JOIN "Member" ON "AccountId" = "Id" AND "CasebookId" = @casebook WHERE "Id" = @id AND NOT "Disabled"
            """;
        command.Add("@id", accountId);
        command.Add("@casebook", casebookId ?? "");
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetString(0), Read(rows[1]), rows.GetBoolean(2)) : null;
    }

    internal static AccountRole? Read(object? value) => Enum.TryParse<AccountRole>(value as string, out var role) ? role : null;
}
