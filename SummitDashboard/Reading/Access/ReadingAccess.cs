using SummitDashboard.Data;

namespace SummitDashboard.Reading.Access;

/// <summary>Who may read: the setting <c>Access:Reading</c>.</summary>
public static class ReadingAccess
{
    /// <summary>
    /// True for <c>signed-in</c>, false for <c>open</c> (the default). Throws <see cref="StartupException"/> for any other word.
    /// </summary>
    public static bool IsClosed(IConfiguration configuration) =>
        configuration["Access:Reading"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "open" => false,
            "signed-in" => true,
            var other => throw new StartupException($"Access:Reading is “{other}”; it is open or signed-in."),
        };
}
