using SummitDashboard.Data;

namespace SummitDashboard.Commands;

/// <summary>What the verbs need of the program, without the server.</summary>
internal static class CommandServices
{
    /// <summary>The settings as the server would read them.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables().Build();

    public static ServiceProvider Create()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration());
        services.AddLogging();
        services.AddCasebook();
        return services.BuildServiceProvider();
    }
}
