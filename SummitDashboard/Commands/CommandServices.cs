using System.CommandLine;
using Microsoft.Extensions.Options;
using SummitDashboard.Data;
using SummitDashboard.Data.Library;

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

    /// <summary>A casebook by its address. Throws <see cref="StartupException"/>, naming those that there are.</summary>
    public static CasebookRow Casebook(string slug)
    {
        var file = ServerFolder.From(Configuration()).DatabaseFile;
        IReadOnlyList<CasebookRow> all = File.Exists(file) ? [.. CasebookRows.Read(file).Where(c => c.Deleted is null)] : [];
        return all.FirstOrDefault(c => c.Slug == slug)
            ?? throw new StartupException(
                all.Count == 0
                    ? "There is no casebook yet; start the dashboard once."
                    : $"There is no casebook “{slug}”; there is {string.Join(", ", all.Select(c => c.Slug))}."
            );
    }

    /// <summary>Which casebook a verb is about.</summary>
    public static Option<string?> CasebookOption() =>
        new("--casebook") { Description = "The casebook, by its address (“list” shows them); without it the one that the settings name." };

    /// <param name="casebook">The casebook, by its address; null for the one that the settings name.</param>
    public static ServiceProvider Create(string? casebook = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration());
        if (casebook is not null)
        {
            var row = Casebook(casebook);
            services.AddSingleton(new ThisCasebook(row.Id));
            services.AddSingleton(provider => provider.GetRequiredService<CasebookLibrary>().PlaceOf(row));
        }
        services.AddLogging();
        services.AddServer();
        services.AddPeople();
        services.AddCasebook();
        return services.BuildServiceProvider();
    }
}
