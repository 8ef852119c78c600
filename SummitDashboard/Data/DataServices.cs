using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SummitDashboard.Data;

/// <summary>Registration of the casebook, its database and the articles.</summary>
public static class DataServices
{
    public static IServiceCollection AddCasebook(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DataOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddDbContextFactory<SummitDb>((provider, db) => db.UseSqlite(
            Database.ConnectionString(provider.GetRequiredService<DataOptions>().DatabaseFile)));
        services.AddLogging(log => log.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)); // what goes wrong is said in a sentence
        services.AddSingleton<CasebookStore>();
        services.AddSingleton<History>();
        services.AddSingleton<TextLibrary>();
        return services;
    }
}
