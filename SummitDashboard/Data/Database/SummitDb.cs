using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Live;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Database;

/// <summary>The database: the casebook's items as documents, and every change to them. Nothing outside <c>Data/</c> knows which database it is.</summary>
public sealed class SummitDb(DbContextOptions<SummitDb> options) : IdentityUserContext<Account>(options)
{
    public DbSet<ItemRow> Items => Set<ItemRow>();
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<SeedRow> Seeds => Set<SeedRow>();
    public DbSet<SeedLoadRow> SeedLoads => Set<SeedLoadRow>();
    public DbSet<SlugAliasRow> SlugAliases => Set<SlugAliasRow>();
    public DbSet<TextRow> Texts => Set<TextRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<OneTimeLinkRow> OneTimeLinks => Set<OneTimeLinkRow>();
    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<LiveSessionRow> LiveSessions => Set<LiveSessionRow>();
    public DbSet<GuessRow> Guesses => Set<GuessRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Account>().ToTable("Account").Property(a => a.Role).HasConversion<string>();
        model.Entity<IdentityUserClaim<string>>().ToTable("AccountClaim");
        model.Entity<IdentityUserLogin<string>>().ToTable("AccountLogin");
        model.Entity<IdentityUserToken<string>>().ToTable("AccountToken");
        model.Entity<SlugAliasRow>().ToTable("SlugAlias").HasKey(a => new { a.Kind, a.Slug });
        model.Entity<TextRow>().ToTable("Text").HasKey(t => t.Sha256);
        model.Entity<DraftRow>().ToTable("Draft").HasKey(d => new { d.AccountId, d.Key });
        model.Entity<OneTimeLinkRow>().ToTable("OneTimeLink").HasKey(l => l.Hash);
        model.Entity<SignInRow>().ToTable("SignIn").HasKey(s => s.Hash);
        model.Entity<LiveSessionRow>().ToTable("LiveSession").HasIndex(s => s.Code);
        model
            .Entity<GuessRow>()
            .ToTable("Guess")
            .HasKey(g => new
            {
                g.SessionId,
                g.Stop,
                g.Wording,
                g.Token,
            });
        model.Entity<ItemRow>(item =>
        {
            item.ToTable("Item").HasKey(i => i.Id);
            item.HasIndex(i => new { i.Kind, i.Slug }).IsUnique();
        });
        model.Entity<RevisionRow>(revision =>
        {
            revision.ToTable("Revision").HasKey(r => r.Number);
            revision.Property(r => r.Number).ValueGeneratedNever();
        });
        model.Entity<ChangeRow>(change =>
        {
            change.ToTable("Change").HasKey(c => new { c.Revision, c.ItemId });
            change.HasIndex(c => c.ItemId);
            change.HasOne<RevisionRow>().WithMany().HasForeignKey(c => c.Revision);
        });
        model.Entity<SeedRow>().ToTable("SeedBase").HasKey(s => s.ItemId);
        model.Entity<SeedLoadRow>(load =>
        {
            load.ToTable("SeedLoad").HasKey(l => l.Id);
            load.Property(l => l.Id).ValueGeneratedNever();
        });
    }
}

/// <summary>One item as it now stands: a JSON document, and how often it was changed.</summary>
public sealed class ItemRow
{
    public required string Id { get; set; }
    public required ItemKind Kind { get; set; }
    public required string Slug { get; set; }
    public required int Version { get; set; }
    public required string Json { get; set; }
}

/// <summary>One recorded change of the casebook; the highest number is the casebook's revision.</summary>
public sealed class RevisionRow
{
    public required long Number { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }

    public required string By { get; set; }
    public string? Reason { get; set; }

    /// <summary>The account of who made it; null where the program did.</summary>
    public string? AccountId { get; set; }

    /// <summary>The verb that made it: <c>load</c>, <c>framing</c> …</summary>
    public required string Command { get; set; }

    /// <summary>The revision that this one takes back.</summary>
    public long? Undoes { get; set; }
}

/// <summary>What one revision did to one item: the documents before (null: it was new) and after (null: it was removed).</summary>
public sealed class ChangeRow
{
    public required long Revision { get; set; }
    public required string ItemId { get; set; }
    public required ItemKind Kind { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>The documents' schema; older ones are read through upcasters.</summary>
    public required int Schema { get; set; }
}

/// <summary>What the casebook folder said of an item when it was last loaded: the base of a three-way merge.</summary>
public sealed class SeedRow
{
    public required string ItemId { get; set; }
    public required ItemKind Kind { get; set; }
    public required string Json { get; set; }

    /// <summary>What the folder says now and nobody has decided on, because the item was changed here too; "" where the folder removed
    /// it, null where nothing is open.</summary>
    public string? Offered { get; set; }
}

/// <summary>The one row that says which casebook folder, in which state, was last loaded, and by which build of the program.</summary>
public sealed class SeedLoadRow
{
    public int Id { get; set; } = 1;
    public required string Fingerprint { get; set; }
}

/// <summary>A name that an item had before; old links lead on.</summary>
public sealed class SlugAliasRow
{
    public required ItemKind Kind { get; set; }
    public required string Slug { get; set; }
    public required string ItemId { get; set; }
}

/// <summary>An article that was uploaded or pasted, known by its hash.</summary>
public sealed class TextRow
{
    public required string Sha256 { get; set; }
    public required string Content { get; set; }
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>What somebody has typed and not yet saved.</summary>
public sealed class DraftRow
{
    public required string AccountId { get; set; }

    /// <summary>What it is a draft of: <c>framing/claim/source</c>, by ids.</summary>
    public required string Key { get; set; }

    /// <summary>The fields as the page keeps them, and what they were started from.</summary>
    public required string Json { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>A link that is good once: to become the first owner, to accept an invitation, to set a new password.</summary>
public sealed class OneTimeLinkRow
{
    /// <summary>SHA-256, lower-case hexadecimal, of the secret in the link; the secret itself is never stored.</summary>
    public required string Hash { get; set; }

    /// <summary><c>owner</c>, <c>invite</c> or <c>password</c>.</summary>
    public required string Purpose { get; set; }

    /// <summary>The role that an invitation gives.</summary>
    public AccountRole? Role { get; set; }

    /// <summary>The name that was invited, or the account whose password is to be set.</summary>
    public string? Name { get; set; }
    public string? AccountId { get; set; }

    /// <summary>UTC; null where it stays good until it is used.</summary>
    public DateTime? Expires { get; set; }
    public DateTime? Used { get; set; }
    public required DateTime At { get; set; }
    public required string By { get; set; }
}
