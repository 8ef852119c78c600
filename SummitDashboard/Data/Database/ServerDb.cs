using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;

namespace SummitDashboard.Data.Database;

/// <summary>
/// The server’s database: people, which casebooks there are, and who may do what in which. What a casebook holds is in a database of its
/// own (<see cref="SummitDb"/>).
/// </summary>
public sealed class ServerDb(DbContextOptions<ServerDb> options) : IdentityUserContext<Account>(options)
{
    public DbSet<CasebookRow> Casebooks => Set<CasebookRow>();
    public DbSet<MemberRow> Members => Set<MemberRow>();
    public DbSet<OneTimeLinkRow> OneTimeLinks => Set<OneTimeLinkRow>();
    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Account>().ToTable("Account");
        model.Entity<IdentityUserClaim<string>>().ToTable("AccountClaim");
        model.Entity<IdentityUserLogin<string>>().ToTable("AccountLogin");
        model.Entity<IdentityUserToken<string>>().ToTable("AccountToken");
        model.Entity<OneTimeLinkRow>(link =>
        {
            link.ToTable("OneTimeLink").HasKey(l => l.Hash);
            link.Property(l => l.Role).HasConversion<string>();
        });
        model.Entity<SignInRow>().ToTable("SignIn").HasKey(s => s.Hash);
        model.Entity<CasebookRow>(casebook =>
        {
            casebook.ToTable("Casebook").HasKey(c => c.Id);
            casebook.HasIndex(c => c.Slug).IsUnique();
            casebook.Property(c => c.Readers).HasConversion<string>();
        });
        model.Entity<MemberRow>(member =>
        {
            member.ToTable("Member").HasKey(m => new { m.CasebookId, m.AccountId });
            member.HasIndex(m => m.AccountId);
            member.Property(m => m.Role).HasConversion<string>();
            member.HasOne<CasebookRow>().WithMany().HasForeignKey(m => m.CasebookId);
            member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        });
    }
}
