using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Data.Live;

namespace SummitDashboard.Data;

/// <summary>Registration of the casebook, its database and the articles.</summary>
public static class DataServices
{
    public static IServiceCollection AddCasebook(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DataOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSettings<DatabaseOptions>("Data");
        services.AddSingleton<ServerId>();
        services.AddSingleton<IDbContextFactory<SummitDb>, SummitDbFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<SummitDb>>().CreateDbContext());
        services.AddSingleton<Troubles>();
        services.AddSingleton<Writer>();
        services.AddSingleton<Door>();
        services.AddSingleton<CasebookStore>();
        services.AddHostedService<HeadWatch>();
        services.AddSingleton<History>();
        services.AddSingleton<CasebookExport>();
        services.AddSingleton<ServerLock>();
        services.AddSettings<BackupOptions>("Backup");
        services.AddSingleton<NightlyBackup>();
        services.AddHostedService(provider => provider.GetRequiredService<NightlyBackup>());
        services.AddTransient<Restore>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<LiveStore>();
        services.AddSingleton<SlugAliases>();
        services.AddSingleton<FolderOffers>();
        services.AddSingleton<EligibleGraders>();
        services.AddSingleton<TextLibrary>();
        services.AddSettings<ImportOptions>("Import");
        services.AddSingleton<Imports>();
        services.AddSingleton<WatchedFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchedFolder>());
        AddPeople(services);
        return services;
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddScoped<People>();
        services
            .AddIdentityCore<Account>(o =>
            {
                o.Password = new()
                {
                    RequiredLength = 12,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 5,
                };
                o.Lockout = new()
                {
                    MaxFailedAccessAttempts = 5,
                    DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5),
                    AllowedForNewUsers = true,
                };
                o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@";
                o.SignIn.RequireConfirmedAccount = true; // asks NotDisabled
            })
            .AddEntityFrameworkStores<SummitDb>();
        services.AddScoped<IUserConfirmation<Account>, NotDisabled>();
    }

    private sealed class NotDisabled : IUserConfirmation<Account>
    {
        public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(!user.Disabled);
    }
}
