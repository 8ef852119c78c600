using SummitDashboard.Commands;
using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Features;
using SummitDashboard.Features.Accounts;
using SummitDashboard.Features.Importing;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Shell;

if (CommandLine.Handles(args))
    return Startup.Guarded(() => CommandLine.Run(args));

return Startup.Guarded(() =>
{
    var builder = Startup.CreateBuilder(args);
    builder.Services.AddCasebook();
    builder.Services.AddShell();
    builder.Services.AddAccounts();
    builder.Services.AddPresenting();
    builder.Services.AddImporting();

    var app = builder.Build();
    app.Services.GetRequiredService<ServerLock>().Take();
    app.OpenFirst(() =>
    {
        app.Services.GetRequiredService<CasebookStore>().Open();
        app.Services.GetRequiredService<TextLibrary>(); // reads the articles, which no page should wait for
    });
    app.UseShell();
    app.UseAccounts();
    app.UseLimits();
    app.UseAntiforgery();
    app.MapFeatures();
    app.MapShell();
    app.AnnounceAddress();
    app.Run();
    return 0;
});

/// <summary>Named so that tests can start the real host.</summary>
public partial class Program;
