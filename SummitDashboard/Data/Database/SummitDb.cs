using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Live;
using SummitDashboard.Data.Search;

namespace SummitDashboard.Data.Database;

/// <summary>
/// A casebook’s database: every table of it. What a row means is said where its subsystem is, which alone writes it. People, and which
/// casebooks there are, are in the server’s (<see cref="ServerDb"/>).
/// </summary>
public sealed class SummitDb(DbContextOptions<SummitDb> options) : DbContext(options)
{
    public DbSet<ItemRow> Items => Set<ItemRow>();
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<SeedRow> Seeds => Set<SeedRow>();
    public DbSet<SeedLoadRow> SeedLoads => Set<SeedLoadRow>();
    public DbSet<SlugAliasRow> SlugAliases => Set<SlugAliasRow>();
    public DbSet<TextRow> Texts => Set<TextRow>();
    public DbSet<ImportRow> Imports => Set<ImportRow>();
    public DbSet<LeftImportRow> LeftImports => Set<LeftImportRow>();
    public DbSet<OriginalRow> Originals => Set<OriginalRow>();
    public DbSet<WatchedFolderRow> WatchedFolders => Set<WatchedFolderRow>();
    public DbSet<WatchedFileRow> WatchedFiles => Set<WatchedFileRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<SavedSearchRow> SavedSearches => Set<SavedSearchRow>();
    public DbSet<LiveSessionRow> LiveSessions => Set<LiveSessionRow>();
    public DbSet<GuessRow> Guesses => Set<GuessRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<SlugAliasRow>().ToTable("SlugAlias").HasKey(a => new { a.Kind, a.Slug });
        model.Entity<TextRow>().ToTable("Text").HasKey(t => t.Sha256);
        model.Entity<ImportRow>(import =>
        {
            import.ToTable("Import").HasKey(i => i.Id);
            import.HasQueryFilter(i => !LeftImports.Any(l => l.Id == i.Id));
            import.Property(i => i.State).HasConversion<string>();
            // All that their list says and what is next, without the files, which lie in the same rows.
            import.HasIndex(i => new
            {
                i.At,
                i.Id,
                i.State,
                i.Size,
                i.Name,
                i.By,
                i.Says,
            });
            import.HasIndex(i => new
            {
                i.State,
                i.At,
                i.Id,
                i.Tries,
            });
        });
        model.Entity<LeftImportRow>(left =>
        {
            left.ToTable("LeftImport").HasKey(l => l.Id);
            left.Property(l => l.As).HasConversion<string>();
            left.HasIndex(l => l.At);
        });
        model.Entity<OriginalRow>().ToTable("Original").HasKey(o => new { o.TextSha256, o.Sha256 });
        model.Entity<WatchedFolderRow>(folder =>
        {
            folder.ToTable("WatchedFolder").HasKey(f => f.Id);
            folder.Property(f => f.Id).ValueGeneratedNever();
        });
        model.Entity<WatchedFileRow>(file =>
        {
            file.ToTable("WatchedFile").HasKey(f => f.Path);
            file.HasIndex(f => f.Sha256);
        });
        model.Entity<DraftRow>().ToTable("Draft").HasKey(d => new { d.AccountId, d.Key });
        model.Entity<SavedSearchRow>().ToTable("SavedSearch").HasIndex(s => s.AccountId);
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
