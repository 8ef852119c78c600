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
public sealed class People(ServerDb db, UserManager<Account> users, Sessions sessions, ServerDoor door, TimeProvider clock)
{
    /// <summary>Stands for whoever has the machine’s shell, and so the database itself.</summary>
    public const string Shell = ServerDoor.Shell;

    /// <summary>How long an invitation or a password link is good.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

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

    /// <summary>The links into a casebook that are still good, newest first; where none is named, all of the server.</summary>
    public async Task<IReadOnlyList<OneTimeLinkRow>> OpenLinks(string? casebookId = null)
    {
        var now = Now;
        return await Reads.Aside(() =>
            db
                .OneTimeLinks.AsNoTracking()
                .Where(l =>
                    l.Used == null
                    && l.Purpose != OneTimeLinks.Owner
                    && (l.Expires == null || l.Expires > now)
                    && (casebookId == null || l.CasebookId == casebookId)
                )
                .OrderByDescending(l => l.At)
                .ToList()
        );
    }

    /// <summary>What a link’s secret is good for, or null where it is unknown, used or expired.</summary>
    public async Task<OneTimeLinkRow?> Find(string secret)
    {
        var (hash, now) = (OneTimeLinks.Hash(secret), Now);
        return await Reads.Aside(() =>
            db.OneTimeLinks.AsNoTracking().SingleOrDefault(l => l.Hash == hash && l.Used == null && (l.Expires == null || l.Expires > now))
        );
    }

    /// <summary>
    /// A link with which one person can make an account with this role in a casebook, or take the role with the account that he has.
    /// Where no casebook is named, <see cref="AccountRole.Owner"/> is an owner of the server.
    /// </summary>
    public Task<Outcome> Invite(string? by, string name, AccountRole role, string? casebookId) => Managing(by, casebookId, async entry =>
        {
            if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > AccountRules.MaxName)
                return No($"Give the person’s name, at most {AccountRules.MaxName} characters.");
            return await NewLink(OneTimeLinks.Invite, entry.Author, name.Trim(), role, null, casebookId);
        });

    /// <summary>A link with which this person can set a new password; for owners of the server.</summary>
    public Task<Outcome> PasswordLink(string? by, string accountId) =>
        Managing(by, null, async entry =>
            await db.Users.FindAsync(accountId) is { } account
                ? await NewLink(OneTimeLinks.Password, entry.Author, account.Name, null, account.Id, null)
                : Gone
        );

    /// <summary>Makes a link useless.</summary>
    public Task<Outcome> Revoke(string? by, string hash, string? casebookId) =>
        Managing(by, casebookId, async entry =>
            await db
                .OneTimeLinks.Where(l => l.Hash == hash && l.Used == null && (casebookId == null || l.CasebookId == casebookId))
                .ExecuteDeleteAsync() > 0
                ? new PeopleDone()
                : No("This link is not open any more.")
        );

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
    /// Uses a link: makes the account that it invites, or sets the password of the one it names. Of two at once, one succeeds.
    /// </summary>
    /// <param name="userName">What will be typed to sign in; not asked for where only a password is set.</param>
    public Task<Outcome> Accept(string secret, string userName, string name, string password) => Using(secret, async (link, entry) =>
        {
            if (AccountRules.PasswordProblem(password, userName) is { } weak)
                return No(weak);
            if (link.Purpose == OneTimeLinks.Password)
            {
                if (await users.FindByIdAsync(link.AccountId!) is not { Disabled: false } known)
                    return Gone;
                known.PasswordHash = users.PasswordHasher.HashPassword(known, password);
                known.LockoutEnd = null;
                known.AccessFailedCount = 0;
                return await Save(known, entry.Then);
            }
            if (AccountRules.NameProblem(userName, name) is { } wrong)
                return No(wrong);
            var account = NewAccount(userName, name, link.By, IsOfServer(link));
            if (await users.CreateAsync(account, password) is { Succeeded: false } refused)
                return No(AccountRules.Words(refused));
            if (link is { CasebookId: { } casebookId, Role: { } role })
                await Give(account, casebookId, role, new(link.ById, link.By));
            return new PeopleDone(account);
        });

    /// <summary>Uses an invitation with an account that is there: it gets the role, unless it has a higher one already.</summary>
    public Task<Outcome> Join(string secret, string accountId) => Using(secret, async (link, entry) =>
        {
            if (link.Purpose == OneTimeLinks.Password || await db.Users.FindAsync(accountId) is not { Disabled: false } account)
                return No("This link is not good for somebody who is signed in. Sign out, and open it again.");
            if (IsOfServer(link))
            {
                account.IsOwner = true;
                return await Save(account, entry.Then);
            }
            if (link is { CasebookId: { } casebookId, Role: { } role } && !account.IsOwner)
            {
                var held = (await db.Members.FindAsync(casebookId, accountId))?.Role;
                if (held is null || held < role)
                    await Give(account, casebookId, role, new(link.ById, link.By));
            }
            entry.Then(sessions.Look);
            return new PeopleDone(account);
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

    // Of two at once, one succeeds: the link is found inside the turn, and used up in the same transaction.
    private Task<Outcome> Using(string secret, Func<OneTimeLinkRow, Entry<ServerDb>, Task<Outcome>> use) =>
        door.Enter(db, new Author(null, "a link"), "link", async entry =>
        {
            if (await Find(secret) is not { } link)
                return No("This link was used or has expired. Ask an owner for a new one.");
            if (link.Purpose == OneTimeLinks.Owner && await db.Users.AnyAsync(a => a.IsOwner))
                return No("There is an owner already; this link is no longer good.");
            if (link.ById is { } maker && Roles.AuthorIn(db, maker, link.CasebookId, Right.ManagePeople) is null)
                return No("Who made this link may not invite people any more. Ask an owner for a new one.");
            if (link.CasebookId is { } to && !await db.Casebooks.AnyAsync(c => c.Id == to && c.Deleted == null))
                return No("The casebook that this link leads to is not there any more.");
            var outcome = await use(link, entry);
            if (outcome is not PeopleDone)
                return outcome;
            await db.OneTimeLinks.Where(l => l.Hash == link.Hash).ExecuteUpdateAsync(l => l.SetProperty(r => r.Used, Now));
            if (link.Purpose == OneTimeLinks.Owner)
                await db.OneTimeLinks.Where(l => l.Purpose == OneTimeLinks.Owner && l.Used == null).ExecuteDeleteAsync();
            return outcome;
        });

    private static bool IsOfServer(OneTimeLinkRow link) =>
        link.Purpose == OneTimeLinks.Owner || link is { Purpose: OneTimeLinks.Invite, CasebookId: null, Role: AccountRole.Owner };

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

    // A link lives by the right of who made it: it ends with that, and with the account it is for.
    private async Task EndLinks(Account account)
    {
        foreach (var link in await db.OneTimeLinks.Where(l => l.Used == null && l.Purpose != OneTimeLinks.Owner).ToListAsync())
            if (
                account.Disabled && link.AccountId == account.Id
                || (link.ById == account.Id || link.ById is null && link.By == account.Name)
                    && Roles.AuthorIn(db, account.Id, link.CasebookId, Right.ManagePeople) is null
            )
                db.OneTimeLinks.Remove(link);
        await db.SaveChangesAsync();
    }

    private async Task<PeopleDone> NewLink(
        string purpose,
        Author by,
        string? name,
        AccountRole? role,
        string? accountId,
        string? casebookId
    )
    {
        var secret = OneTimeLinks.NewSecret();
        db.OneTimeLinks.Add(
            new()
            {
                Hash = OneTimeLinks.Hash(secret),
                Purpose = purpose,
                Name = name,
                Role = role,
                AccountId = accountId,
                CasebookId = casebookId,
                At = Now,
                By = by.Name,
                ById = by.AccountId,
                Expires = Now + LinkLife,
            }
        );
        await db.SaveChangesAsync();
        return new(null, secret);
    }

    private async Task<bool> IsLastOwner(Account account) =>
        account is { IsOwner: true, Disabled: false } && !await db.Users.AnyAsync(a => a.Id != account.Id && a.IsOwner && !a.Disabled);
}
