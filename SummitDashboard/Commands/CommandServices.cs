using Microsoft.Extensions.Options;
using SummitDashboard.Data;

namespace SummitDashboard.Commands;

/// <summary>What the verbs need of the program, without the server.</summary>
internal static class CommandServices
{
    /// <summary>The settings as the server would read them.</summary>
    public static IConfiguration Configuration() =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();

    /// <summary>Runs a verb; what its user can mend is said in a sentence, and the exit code is 1.</summary>
    public static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is OptionsValidationException or StartupException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    public static ServiceProvider Create()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration());
        services.AddLogging();
        services.AddCasebook();
        return services.BuildServiceProvider();
    }
}
