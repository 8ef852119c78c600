using SummitDashboard.Commands;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Features;
using SummitDashboard.Features.Accounts;
using SummitDashboard.Features.Importing;
using SummitDashboard.Features.Library;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Search;
using SummitDashboard.Features.Tables;
using SummitDashboard.Shell;
using SummitDashboard.Shell.Casebooks;

if (CommandLine.Handles(args))
    return Startup.Guarded(() => CommandLine.Run(args));

return Startup.Guarded(() =>
{
    var builder = Startup.CreateBuilder(args);
    builder.Services.AddServer();
    builder.Services.AddShell();
    builder.Services.AddPages();
    builder.Services.AddSignInLimits();
    builder.Services.AddAccounts();
    builder.Services.AddCasebooks(
        new(
            services =>
            {
                services.AddCasebook();
                services.AddCasebookPages();
                services.AddAccounts();
                services.AddPresenting();
                services.AddImporting();
                services.AddTables();
            },
            casebook =>
            {
                casebook.UseRouting();
                casebook.UseAuthorization();
                casebook.UseLimits();
                casebook.UseAntiforgery();
                casebook.UseEndpoints(routes =>
                {
                    routes.MapFeatures();
                    routes.MapShell(isCasebook: true);
                });
            }
        )
    );

    var app = builder.Build();
    app.Services.GetRequiredService<ServerLock>().Take();
    app.OpenFirst(() =>
    {
        app.Services.GetRequiredService<ServerDatabase>().Prepare();
        app.Services.GetRequiredService<CasebookLibrary>().Open();
        app.Services.GetRequiredService<OpenCasebooks>().OpenFirst(DataOptions.From(app.Configuration));
    });
    app.UseShell();
    app.UseAuthentication();
    app.UseSignInLimits();
    app.UseCasebooks();
    app.UseRouting();
    app.UseServerGate();
    app.UseAuthorization();
    app.UseLimits();
    app.UseAntiforgery();
    app.MapAccounts();
    app.MapLibrary();
    app.MapLibrarySearch();
    app.MapShell(isCasebook: false);
    app.AnnounceAddress();
    app.Run();
    return 0;
});

/// <summary>Named so that tests can start the real host.</summary>
public partial class Program;
