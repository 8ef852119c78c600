using SummitDashboard.Data.Library;

namespace SummitDashboard.Features.Importing;

/// <summary>Articles from files: they are brought, read in the background, looked at, and become sources.</summary>
public static class ImportingServices
{
    public static void AddImporting(this IServiceCollection services)
    {
        services.AddSingleton<FileReading>();
        services.AddHostedService(provider => provider.GetRequiredService<FileReading>());
        services.AddSingleton<IHoldsCasebook>(provider => provider.GetRequiredService<FileReading>());
    }

    public static void MapImporting(this IEndpointRouteBuilder routes) => routes.MapImports();
}
