using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Accounts;

/// <summary>Somebody’s place in a casebook.</summary>
/// <param name="IsAbove">An owner of the server, who owns every casebook; the role cannot be taken here.</param>
public sealed record Member(Account Account, AccountRole Role, bool IsAbove);

/// <summary>
/// The accounts, their roles and the one-time links: the only place that changes them, through the <see cref="ServerDoor"/>, so that
/// somebody who was demoted a moment ago no longer can. People belong to the server, roles to a casebook; where none is named, what is
/// done is of the server, and owners of the server alone do it.
/// </summary>
public sealed partial class People(ServerDb db, UserManager<Account> users, Sessions sessions, ServerDoor door, TimeProvider clock)
{
    /// <summary>Stands for whoever has the machine’s shell, and so the database itself.</summary>
    public const string Shell = ServerDoor.Shell;

    /// <summary>Everybody on the server, its owners first, then by name.</summary>
    public async Task<IReadOnlyList<Account>> List() =>
        [
            .. (await Reads.Aside(() => db.Users.AsNoTracking().ToList()))
                .OrderByDescending(a => a.IsOwner)
                .ThenBy(a => a.Name, Collation.Of(null)),
        ];

    /// <summary>Everybody with a role in a casebook, owners first, then by name.</summary>
    public async Task<IReadOnlyList<Member>> Members(string casebookId)
    {
        var (accounts, roles) = await Reads.Aside(() =>
            (
                db.Users.AsNoTracking().ToList(),
                db.Members.AsNoTracking().Where(m => m.CasebookId == casebookId).ToDictionary(m => m.AccountId, m => m.Role)
            )
        );
        return
        [
            .. accounts
                .Where(a => a.IsOwner || roles.ContainsKey(a.Id))
                .Select(a => new Member(a, a.IsOwner ? AccountRole.Owner : roles[a.Id], a.IsOwner))
                .OrderByDescending(m => m.Role)
                .ThenBy(m => m.Account.Name, Collation.Of(null)),
        ];
    }

    /// <summary>
    /// Gives a person another role in a casebook, or none (null). Of who may invite nobody any more, the open links end.
    /// </summary>
    public Task<Outcome> SetRole(string? by, string accountId, string casebookId, AccountRole? role) =>
        Managing(by, casebookId, async entry =>
        {
            if (await db.Users.FindAsync(accountId) is not { } account)
                return Gone;
            if (account.IsOwner)
                return No("An owner of the server owns every casebook on it.");
            await Give(account, casebookId, role, entry.Author);
            await EndLinks(account);
            entry.Then(sessions.Look);
            return new PeopleDone(account);
        });

    /// <summary>Makes a person an owner of the server, or takes that back. The last owner who can sign in stays one.</summary>
    public Task<Outcome> SetOwner(string? by, string accountId, bool isOwner) => Managing(by, null, async entry =>
        {
            if (await db.Users.FindAsync(accountId) is not { } account)
                return Gone;
            if (account.IsOwner == isOwner)
                return new PeopleDone();
            if (!isOwner && await IsLastOwner(account))
                return LastOwner;
            account.IsOwner = isOwner;
            return await Save(account, entry.Then);
        });

    /// <summary>
    /// Disables a person, or enables one again. Disabling ends what is open in that person’s browsers at once, and the links that they
    /// made.
    /// </summary>
    public Task<Outcome> SetDisabled(string? by, string accountId, bool disabled) => Managing(by, null, async entry =>
        {
            if (await db.Users.FindAsync(accountId) is not { } account)
                return Gone;
            if (disabled && await IsLastOwner(account))
                return LastOwner;
            account.Disabled = disabled;
            return await Save(account, entry.Then);
        });

    /// <summary>
    /// Makes an account at once, with a link to set its password: for the shell. Where no casebook is named, an owner is one of the
    /// server, and another role is one in the first casebook.
    /// </summary>
    public Task<Outcome> Add(string? by, string userName, string name, AccountRole role, string? casebookId = null) =>
        Managing(by, null, async entry =>
        {
            if (AccountRules.NameProblem(userName, name) is { } wrong)
                return No(wrong);
            var account = NewAccount(userName, name, entry.Author.Name, casebookId is null && role == AccountRole.Owner);
            if (await users.CreateAsync(account) is { Succeeded: false } refused)
                return No(AccountRules.Words(refused));
            if (!account.IsOwner)
                await Give(account, casebookId ?? ThisCasebook.First, role, entry.Author);
            return await NewLink(OneTimeLinks.Password, entry.Author, account.Name, null, account.Id, null) with { Account = account };
        });

    /// <summary>Changes one's own password; every other browser of the account is signed out.</summary>
    public Task<Outcome> ChangePassword(string accountId, string old, string password) => door.InTurn("password", async () =>
        {
            db.ChangeTracker.Clear();
            if (await users.FindByIdAsync(accountId) is not { Disabled: false } account)
                return Gone;
            if (await users.IsLockedOutAsync(account))
                return No("Too many wrong passwords. Wait a few minutes.");
            if (!await users.CheckPasswordAsync(account, old))
            {
                await users.AccessFailedAsync(account);
                return No("That is not the present password.");
            }
            if (AccountRules.PasswordProblem(password, account.UserName!) is { } weak)
                return No(weak);
            var changed = await users.ChangePasswordAsync(account, old, password);
            if (!changed.Succeeded)
                return No(AccountRules.Words(changed));
            sessions.Look();
            return new PeopleDone(account);
        });

    private static readonly Outcome Gone = No("There is no such person.");
    private static readonly Outcome LastOwner = No("This is the last owner who can sign in; make somebody else an owner first.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static Outcome.Invalid No(string why) => new([why]);

    private Task<Outcome> Managing(string? by, string? casebookId, Func<Entry<ServerDb>, Task<Outcome>> act) =>
        door.Enter(db, by, Right.ManagePeople, casebookId, "people", act);

    private Account NewAccount(string userName, string name, string by, bool isOwner) =>
        new()
        {
            UserName = userName.Trim(),
            Name = name.Trim(),
            IsOwner = isOwner,
            InvitedBy = by,
            Since = Now,
        };

    private async Task Give(Account account, string casebookId, AccountRole? role, Author by)
    {
        var row = await db.Members.FindAsync(casebookId, account.Id);
        if (row is not null)
            db.Members.Remove(row);
        await db.SaveChangesAsync();
        // Somebody may be made before the server ever started, and its first casebook was opened.
        if (role is not null && casebookId == ThisCasebook.First && !await db.Casebooks.AnyAsync(c => c.Id == casebookId))
            db.Casebooks.Add(
                new()
                {
                    Id = casebookId,
                    Slug = "",
                    By = "the settings",
                    At = Now,
                }
            );
        if (role is { } given)
            db.Members.Add(
                new()
                {
                    CasebookId = casebookId,
                    AccountId = account.Id,
                    Role = given,
                    By = by.Name,
                    At = Now,
                }
            );
        await db.SaveChangesAsync();
    }

    // A new stamp makes every cookie of the account worthless; what is open is ended once this is on the disk.
    private async Task<Outcome> Save(Account account, Action<Action> then)
    {
        var saved = await users.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
            return No(AccountRules.Words(saved));
        await EndLinks(account);
        then(sessions.Look);
        return new PeopleDone(account);
    }

    private async Task<bool> IsLastOwner(Account account) =>
        account is { IsOwner: true, Disabled: false } && !await db.Users.AnyAsync(a => a.Id != account.Id && a.IsOwner && !a.Disabled);
}
