using Microsoft.AspNetCore.DataProtection;
using SummitDashboard.Data;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Suggestions;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>Lets whoever starts the server say how a casebook’s services differ, after they were registered: the tests.</summary>
public delegate void ConfigureCasebook(IServiceCollection services);

/// <summary>The services that there are once on a server and that every open casebook shares.</summary>
internal static class ServerServices
{
    /// <summary>Handed in as they are: who closes a casebook does not end them.</summary>
    public static readonly Type[] Shared =
    [
        typeof(ILoggerFactory),
        typeof(IConfiguration),
        typeof(IWebHostEnvironment),
        typeof(IHostEnvironment),
        typeof(IHostApplicationLifetime),
        typeof(System.Diagnostics.DiagnosticListener),
        typeof(System.Diagnostics.DiagnosticSource),
        typeof(IDataProtectionProvider),
        .. DataServices.OfServer,
        typeof(Limits),
        typeof(AccessOptions),
        typeof(ProxyOptions),
        typeof(SuggestionOptions),
        typeof(LanguageModel),
        typeof(EmbeddingModel),
        typeof(Translator),
        typeof(CellDrafter),
        typeof(HeavyReads),
        typeof(CircuitTurns),
        typeof(CircuitGate),
        typeof(CasebookAccess),
        typeof(KnownDevices),
    ];
}
