using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Live;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>Registration of the server’s part of the data, of people, and of a casebook with its database and articles.</summary>
public static class DataServices
{
    /// <summary>What <see cref="AddServer"/> registers and casebooks ask for.</summary>
    public static readonly Type[] OfServer =
    [
        typeof(TimeProvider),
        typeof(ServerFolder),
        typeof(ServerId),
        typeof(ServerTroubles),
        typeof(DatabaseOptions),
        typeof(IDbContextFactory<ServerDb>),
        typeof(ServerWriter),
        typeof(ServerDoor),
        typeof(Roles),
        typeof(Sessions),
        typeof(CasebookLibrary),
        typeof(NewCasebooks),
        typeof(LiveCodes),
        typeof(BackupOptions),
    ];

    /// <summary>What there is once on a server, and every casebook shares.</summary>
    public static IServiceCollection AddServer(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ServerFolder.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSettings<DatabaseOptions>("Data");
        services.AddSingleton<ServerLock>();
        services.AddSingleton<ServerId>();
        services.AddSingleton<ServerTroubles>();
        services.AddSingleton<IDbContextFactory<ServerDb>>(provider => new DbFactory<ServerDb>(
            provider.GetRequiredService<ServerFolder>().DatabaseFile,
            provider.GetRequiredService<DatabaseOptions>(),
            options => new(options)
        ));
        services.AddSingleton<ServerDatabase>();
        services.AddSingleton<ServerWriter>();
        services.AddSingleton<ServerDoor>();
        services.AddSingleton<Roles>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<CasebookLibrary>();
        services.AddSingleton<LiveCodes>();
        services.AddSingleton<NewCasebooks>();
        services.AddSettings<BackupOptions>("Backup");
        services.AddSingleton<NightlyBackup>();
        services.AddTransient<Restore>();
        return services;
    }

    /// <summary>A casebook: the one that the settings name, unless its place was registered before.</summary>
    public static IServiceCollection AddCasebook(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => DataOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(new ThisCasebook(CasebookRow.First));
        services.AddSingleton<Troubles>();
        services.TryAddSingleton<IDbContextFactory<SummitDb>>(provider => new DbFactory<SummitDb>(
            provider.GetRequiredService<DataOptions>().DatabaseFile,
            provider.GetRequiredService<DatabaseOptions>(),
            options => new(options)
        ));
        services.AddSingleton<Writer>();
        services.AddSingleton<AuthorOf>(provider =>
        {
            var (roles, casebook) = (provider.GetRequiredService<Roles>(), provider.GetRequiredService<ThisCasebook>());
            return (accountId, right) => roles.Author(accountId, right == Right.NameServerFolder ? null : casebook.Id, right);
        });
        services.AddSingleton<Door>();
        services.AddSingleton<CasebookStore>();
        services.AddHostedService<HeadWatch>();
        services.AddSingleton<History>();
        services.AddSingleton<CasebookExport>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<BegunCells>();
        services.AddSingleton<LiveStore>();
        services.AddSingleton<SlugAliases>();
        services.AddSingleton<FolderOffers>();
        services.AddSingleton<EligibleGraders>();
        services.AddSingleton<TextLibrary>();
        services.AddSingleton(provider => new FullTextIndex(provider.GetRequiredService<DataOptions>().SearchFile));
        services.AddSingleton<SearchIndexing>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchIndexing>());
        services.AddSingleton<IHoldsCasebook>(provider => provider.GetRequiredService<SearchIndexing>());
        services.AddSingleton<SavedSearches>();
        services.AddSettings<ImportOptions>("Import");
        services.AddSingleton<Imports>();
        services.AddSingleton<OriginalFiles>();
        services.AddSingleton<WatchedFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchedFolder>());
        return services;
    }

    /// <summary>People and their accounts, for whoever serves a request.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContext());
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
            .AddEntityFrameworkStores<ServerDb>();
        services.AddScoped<IUserConfirmation<Account>, NotDisabled>();
        return services;
    }

    private sealed class NotDisabled : IUserConfirmation<Account>
    {
        public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(!user.Disabled);
    }
}
