using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Library;

namespace SummitDashboard.Features.Importing;

/// <summary>Articles from files: they are brought, read in the background, looked at, and become sources.</summary>
public static class ImportingServices
{
    public static void AddImporting(this IServiceCollection services)
    {
        services.AddSingleton<FileReading>();
        services.AddSingleton<TakenTables>();
        services.AddHostedService(provider => provider.GetRequiredService<FileReading>());
        services.AddSingleton<IHoldsCasebook>(provider => provider.GetRequiredService<FileReading>());
        services.AddSingleton<IHoldsCasebook, HeldByWatching>();
    }

    public static void MapImporting(this IEndpointRouteBuilder routes) => routes.MapImports();
}

/// <summary>A casebook whose folder is watched stays open: files appear in it while nobody looks.</summary>
public sealed class HeldByWatching(WatchedFolder watched) : IHoldsCasebook
{
    public bool IsBusy => watched.State is not null;
}
