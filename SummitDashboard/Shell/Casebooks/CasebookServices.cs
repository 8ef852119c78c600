using SummitDashboard.Data;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Search;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>Registration of the casebooks of a server, and their place in the pipeline.</summary>
public static class CasebookServices
{
    /// <param name="services">The server’s.</param>
    /// <param name="parts">What each casebook is made of.</param>
    public static void AddCasebooks(this IServiceCollection services, CasebookParts parts)
    {
        services.AddSingleton(parts);
        services.AddSettings<LibraryOptions>("Library");
        services.AddSingleton<OpenCasebooks>();
        services.AddSingleton<IOpensCasebooks>(provider => provider.GetRequiredService<OpenCasebooks>());
        services.AddSingleton<SearchAhead>();
        services.AddScoped<LibrarySearch>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenCasebooks>());
        services.AddHostedService(provider => provider.GetRequiredService<NightlyBackup>());
    }

    /// <summary>Once it is known who asks: what is in a casebook is answered there, and the rest goes on.</summary>
    public static void UseCasebooks(this IApplicationBuilder app)
    {
        app.Use(Arrival.Note);
        app.UseMiddleware<CasebookGate>();
    }

    /// <summary>Once it is known what answers on the server.</summary>
    public static void UseServerGate(this IApplicationBuilder app) => app.UseMiddleware<ServerGate>();
}
