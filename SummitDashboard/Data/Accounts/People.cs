using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Accounts;

/// <summary>
/// The accounts and the one-time links: the only place that changes them, through the <see cref="Door"/>, so that somebody who was demoted
/// a moment ago no longer can.
/// </summary>
public sealed class People(SummitDb db, UserManager<Account> users, Sessions sessions, Door door, TimeProvider clock)
{
    /// <summary>Stands for whoever has the machine's shell, and so the database itself.</summary>
    public const string Shell = Door.Shell;

    /// <summary>How long an invitation or a password link is good.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    /// <summary>Everybody, owners first, then by name.</summary>
    public async Task<IReadOnlyList<Account>> List() =>
        [
            .. (await Reads.Aside(() => db.Users.AsNoTracking().ToList()))
                .OrderByDescending(a => a.Role)
                .ThenBy(a => a.Name, Collation.Of(null)),
        ];

    /// <summary>The links that are still good, newest first.</summary>
    public async Task<IReadOnlyList<OneTimeLinkRow>> OpenLinks()
    {
        var now = Now;
        return await Reads.Aside(() =>
            db
                .OneTimeLinks.AsNoTracking()
                .Where(l => l.Used == null && l.Purpose != OneTimeLinks.Owner && (l.Expires == null || l.Expires > now))
                .OrderByDescending(l => l.At)
                .ToList()
        );
    }

    /// <summary>What a link's secret is good for, or null where it is unknown, used or expired.</summary>
    public async Task<OneTimeLinkRow?> Find(string secret)
    {
        var (hash, now) = (OneTimeLinks.Hash(secret), Now);
        return await Reads.Aside(() =>
            db.OneTimeLinks.AsNoTracking().SingleOrDefault(l => l.Hash == hash && l.Used == null && (l.Expires == null || l.Expires > now))
        );
    }

    /// <summary>A link with which one person can make an account with this role.</summary>
    public Task<Outcome> Invite(string? by, string name, AccountRole role) => Managing(by, async entry =>
        {
            if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxName)
                return No($"Give the person’s name, at most {MaxName} characters.");
            return await NewLink(OneTimeLinks.Invite, entry.Author, name.Trim(), role, null);
        });

    /// <summary>A link with which this person can set a new password.</summary>
    public Task<Outcome> PasswordLink(string? by, string accountId) =>
        Managing(by, async entry =>
            await db.Users.FindAsync(accountId) is { } account
                ? await NewLink(OneTimeLinks.Password, entry.Author, account.Name, null, account.Id)
                : Gone
        );

    /// <summary>Makes a link useless.</summary>
    public Task<Outcome> Revoke(string? by, string hash) =>
        Managing(by, async entry =>
            await db.OneTimeLinks.Where(l => l.Hash == hash && l.Used == null).ExecuteDeleteAsync() > 0
                ? new PeopleDone()
                : No("This link is not open any more.")
        );

    /// <summary>
    /// Gives a person another role. The last owner who can sign in stays one; of who is none any more, the open links end.
    /// </summary>
    public Task<Outcome> SetRole(string? by, string accountId, AccountRole role) => Managing(by, async entry =>
        {
            if (await db.Users.FindAsync(accountId) is not { } account)
                return Gone;
            if (account.Role == role)
                return new PeopleDone();
            if (await IsLastOwner(account))
                return LastOwner;
            account.Role = role;
            await EndLinks(account);
            return await Save(account, entry.Then);
        });

    /// <summary>
    /// Disables a person, or enables one again. Disabling ends what is open in that person's browsers at once, and the links that they
    /// made.
    /// </summary>
    public Task<Outcome> SetDisabled(string? by, string accountId, bool disabled) => Managing(by, async entry =>
        {
            if (await db.Users.FindAsync(accountId) is not { } account)
                return Gone;
            if (disabled && await IsLastOwner(account))
                return LastOwner;
            account.Disabled = disabled;
            await EndLinks(account);
            return await Save(account, entry.Then);
        });

    /// <summary>
    /// Uses a link: makes the account that it invites, or sets the password of the one it names. Of two at once, one succeeds.
    /// </summary>
    /// <param name="userName">What will be typed to sign in; not asked for where only a password is set.</param>
    public Task<Outcome> Accept(string secret, string userName, string name, string password) =>
        door.Enter(db, new Author(null, "a link"), "link", async entry =>
        {
            if (await Find(secret) is not { } link)
                return No("This link was used or has expired. Ask an owner for a new one.");
            if (link.Purpose == OneTimeLinks.Owner && await AnyOwner())
                return No("There is an owner already; this link is no longer good.");
            if (link.ById is { } maker && !await db.Users.AnyAsync(u => u.Id == maker && !u.Disabled && u.Role == AccountRole.Owner))
                return No("Who made this link may not invite people any more. Ask an owner for a new one.");
            if (PasswordProblem(password, userName) is { } weak)
                return No(weak);

            Account? account;
            if (link.Purpose == OneTimeLinks.Password)
            {
                account = await users.FindByIdAsync(link.AccountId!);
                if (account is not { Disabled: false })
                    return Gone;
                account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
                account.LockoutEnd = null;
                account.AccessFailedCount = 0;
                if (await Save(account, entry.Then) is not Outcome.Done and var failed)
                    return failed;
            }
            else
            {
                if (NameProblem(userName, name) is { } wrong)
                    return No(wrong);
                account = new()
                {
                    UserName = userName.Trim(),
                    Name = name.Trim(),
                    Role = link.Purpose == OneTimeLinks.Owner ? AccountRole.Owner : link.Role!.Value,
                    InvitedBy = link.By,
                    Since = Now,
                };
                if (await users.CreateAsync(account, password) is { Succeeded: false } refused)
                    return No(Words(refused));
            }
            await db.OneTimeLinks.Where(l => l.Hash == link.Hash).ExecuteUpdateAsync(l => l.SetProperty(r => r.Used, Now));
            if (link.Purpose == OneTimeLinks.Owner)
                await db.OneTimeLinks.Where(l => l.Purpose == OneTimeLinks.Owner && l.Used == null).ExecuteDeleteAsync();
            return new PeopleDone(account);
        });

    /// <summary>Makes an account at once, with a link to set its password: for the shell.</summary>
    public Task<Outcome> Add(string? by, string userName, string name, AccountRole role) => Managing(by, async entry =>
        {
            if (NameProblem(userName, name) is { } wrong)
                return No(wrong);
            var account = new Account
            {
                UserName = userName.Trim(),
                Name = name.Trim(),
                Role = role,
                InvitedBy = entry.Author.Name,
                Since = Now,
            };
            if (await users.CreateAsync(account) is { Succeeded: false } refused)
                return No(Words(refused));
            return await NewLink(OneTimeLinks.Password, entry.Author, account.Name, null, account.Id) with { Account = account };
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
            if (PasswordProblem(password, account.UserName!) is { } weak)
                return No(weak);
            var changed = await users.ChangePasswordAsync(account, old, password);
            if (!changed.Succeeded)
                return No(Words(changed));
            sessions.Look();
            return new PeopleDone(account);
        });

    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 80;

    private static readonly Outcome Gone = No("There is no such person.");
    private static readonly Outcome LastOwner = No("This is the last owner who can sign in; make somebody else an owner first.");
    private static readonly string[] Common =
    [
        "password",
        "passwort",
        "123456789012",
        "qwertyuiop",
        "letmein",
        "iloveyou",
        "administrator",
        "summitdashboard",
    ];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static Outcome.Invalid No(string why) => new([why]);

    private Task<Outcome> Managing(string? by, Func<Entry, Task<Outcome>> act) => door.Enter(db, by, Right.ManagePeople, "people", act);

    // A new stamp makes every cookie of the account worthless; what is open is ended once this is on the disk.
    private async Task<Outcome> Save(Account account, Action<Action> then)
    {
        var saved = await users.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
            return No(Words(saved));
        then(sessions.Look);
        return new PeopleDone();
    }

    // A link lives by the right of who made it: it ends with that, and with the account it is for.
    private async Task EndLinks(Account account)
    {
        var open = db.OneTimeLinks.Where(l => l.Used == null);
        if (account.Disabled)
            await open.Where(l => l.AccountId == account.Id).ExecuteDeleteAsync();
        if (account.Disabled || !Rights.Allows(account.Role, Right.ManagePeople))
            await open.Where(l => l.ById == account.Id || l.ById == null && l.By == account.Name).ExecuteDeleteAsync();
    }

    private async Task<PeopleDone> NewLink(string purpose, Author by, string? name, AccountRole? role, string? accountId)
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
                At = Now,
                By = by.Name,
                ById = by.AccountId,
                Expires = Now + LinkLife,
            }
        );
        await db.SaveChangesAsync();
        return new(null, secret);
    }

    private Task<bool> AnyOwner() => db.Users.AnyAsync(a => a.Role == AccountRole.Owner);

    private async Task<bool> IsLastOwner(Account account) =>
        account is { Role: AccountRole.Owner, Disabled: false }
        && !await db.Users.AnyAsync(a => a.Id != account.Id && a.Role == AccountRole.Owner && !a.Disabled);

    private static string? NameProblem(string userName, string name) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxName || name.Any(char.IsControl)
            ? $"Give your name, at most {MaxName} characters; it stands beside what you do."
        : userName.Trim().Length is < 2 or > MaxName ? "The name to sign in with has 2 to 80 letters, digits, or any of . _ - @"
        : null;

    private static string? PasswordProblem(string password, string userName) =>
        password.Length < 12 ? "The password needs at least 12 characters; a few words are good."
        : password.Length > 500 ? "The password is longer than 500 characters."
        : password.Distinct().Count() < 5
        || Common.Any(c => password.Contains(c, StringComparison.OrdinalIgnoreCase))
        || (userName.Trim().Length > 2 && password.Contains(userName.Trim(), StringComparison.OrdinalIgnoreCase))
            ? "This password is too easy to guess; choose another."
        : null;

    private static string Words(IdentityResult result) =>
        string.Join(
            ' ',
            result.Errors.Select(e =>
                e.Code switch
                {
                    "DuplicateUserName" => "This sign-in name is taken; choose another.",
                    "InvalidUserName" => "The name to sign in with has letters a–z, digits, or any of . _ - @",
                    _ => e.Description,
                }
            )
        );
}
