using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;

namespace SummitDashboard.Tests.Support;

/// <summary>Options as the program reads them from its settings.</summary>
internal static class SettingsOf
{
    public static T Read<T>(string section, params (string Key, string? Value)[] settings)
        where T : class
    {
        var services = new ServiceCollection().AddSingleton(Configuration(settings));
        services.AddSettings<T>(section);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<T>();
    }

    public static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
}
