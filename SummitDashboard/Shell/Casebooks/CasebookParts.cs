namespace SummitDashboard.Shell.Casebooks;

/// <summary>What the program is made of inside a casebook: given once, and built for each that is opened.</summary>
/// <param name="Services">Registers its services.</param>
/// <param name="Pipeline">What a request goes through in it.</param>
public sealed record CasebookParts(Action<IServiceCollection> Services, Action<IApplicationBuilder> Pipeline);
