using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Accounts;

/// <summary>One-time links: who is invited by them, and what becomes of them.</summary>
public sealed partial class People
{
    /// <summary>How long an invitation or a password link is good.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

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
            if (!Characters.Shows(name) || name.Trim().Length > AccountRules.MaxName)
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
}
