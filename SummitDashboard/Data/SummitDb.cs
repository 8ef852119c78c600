using Microsoft.EntityFrameworkCore;

namespace SummitDashboard.Data;

/// <summary>The database: the casebook's items as documents, and every change to them. Nothing outside <c>Data/</c> knows which database it is.</summary>
public sealed class SummitDb(DbContextOptions<SummitDb> options) : DbContext(options)
{
    public DbSet<ItemRow> Items => Set<ItemRow>();
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<SeedRow> Seeds => Set<SeedRow>();
    public DbSet<SeedLoadRow> SeedLoads => Set<SeedLoadRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
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

    /// <summary>The verb that made it: <c>load</c>.</summary>
    public required string Command { get; set; }
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
    public required string Json { get; set; }
}

/// <summary>The one row that says which casebook folder, in which state, was last loaded, and by which build of the program.</summary>
public sealed class SeedLoadRow
{
    public int Id { get; set; } = 1;
    public required string Fingerprint { get; set; }
}
