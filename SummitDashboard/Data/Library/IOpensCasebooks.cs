namespace SummitDashboard.Data.Library;

/// <summary>Opens casebooks for who is in none: one at a time, and lets them go as all are that nobody is in.</summary>
public interface IOpensCasebooks
{
    /// <summary>
    /// Asks the services of a casebook, which stays open meanwhile. Throws <see cref="StartupException"/> where it cannot be opened.
    /// </summary>
    Task<T> In<T>(string id, Func<IServiceProvider, Task<T>> ask);
}
