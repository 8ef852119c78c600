using SummitDashboard.Data;
using SummitDashboard.Data.Library;
using SummitDashboard.Features.Presenting.Live;

namespace SummitDashboard.Features.Presenting;

/// <summary>Talks, their stage and desk, and the live sessions in which an audience follows.</summary>
public static class PresentingServices
{
    public static void AddPresenting(this IServiceCollection services)
    {
        services.AddSingleton<TalkScripts>();
        services.AddSingleton<AudienceTokens>();
        services.AddSettings<LiveOptions>("Live");
        services.AddSingleton<LiveSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveSessions>());
        services.AddSingleton<IHoldsCasebook>(provider => provider.GetRequiredService<LiveSessions>());
        services.AddScoped<Talks>();
    }

    public static void MapPresenting(this IEndpointRouteBuilder routes)
    {
        routes.MapStage();
        routes.MapAudience();
        routes.MapWheel();
    }
}
