using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Options;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Shell;

/// <summary>Starting and failing: where settings are found, which address is printed, and what is said when it cannot start.</summary>
public static class Startup
{
    /// <summary>
    /// The content root is the program's own folder, where <c>appsettings.json</c> is copied to, so that it is found from any working
    /// directory; static files come from the build's manifest where nothing is published beside the binary.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // What goes wrong at the start is said in a sentence (Guarded), not in a trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        ListenSomewhere(builder, args);
        if (!Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")))
            StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        return builder;
    }

    private static void ListenSomewhere(WebApplicationBuilder builder, string[] args)
    {
        var nearer = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        if (Addresses.ToListen(nearer, builder.Configuration) is { } urls)
            builder.WebHost.UseUrls(urls);
    }

    /// <summary>Runs the server or a verb; a reason that the user can mend is printed as a sentence, and the exit code is 1.</summary>
    public static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (StartupException e)
        {
            Console.Error.WriteLine(e.Message);
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
                Console.Error.WriteLine(failure);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine(
                $"{e.Message.TrimEnd('.')}. Another program (or another copy of this one) is using it: stop that one, or choose "
                    + "another address, as in --Urls http://localhost:5090."
            );
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine(
                $"{Path.Combine(AppContext.BaseDirectory, "appsettings.json")} cannot be read: "
                    + $"{e.InnerException?.InnerException?.Message ?? e.InnerException?.Message ?? e.Message}"
            );
        }
        catch (Exception e)
            when (e
                    is FormatException
                        or (InvalidOperationException and not ObjectDisposedException)
                        or ArgumentException
                        or IOException
                        or System.Net.Sockets.SocketException
            )
        {
            Console.Error.WriteLine(
                $"SummitDashboard cannot start: {e.Message} Look at the settings (Urls, Kestrel, Logging) in appsettings.json, in the "
                    + "environment and after the command."
            );
        }
        return 1;
    }

    /// <summary>
    /// Begins to open what every page needs, beside the building of the pipeline, and waits for it before the server listens: the outermost
    /// part of a pipeline is built last. What opening throws is thrown there, and nothing is served.
    /// </summary>
    public static void OpenFirst(this WebApplication app, Action open)
    {
        var opening = Task.Run(open);
        app.Use(next =>
        {
            opening.GetAwaiter().GetResult();
            return next;
        });
    }

    /// <summary>Prints the one line that people need: where to look.</summary>
    public static void AnnounceAddress(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = Addresses.ToOpen(
                app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [],
                app.Services.GetRequiredService<ProxyOptions>().PathBase,
                app.Configuration["Live:PublicUrl"]
            );
            Console.WriteLine($"SummitDashboard is at {string.Join(" and ", addresses)} (Ctrl+C stops it)");
            string? secret = null;
            try
            {
                secret = OneTimeLinks.FirstOwner(
                    app.Services.GetRequiredService<ServerFolder>(),
                    app.Services.GetRequiredService<TimeProvider>()
                );
            }
            catch (Exception e) when (DatabaseUnavailableException.Of(e) is { } unavailable)
            {
                Console.Error.WriteLine(
                    $"The link with which the first owner’s account is made could not be written: {unavailable.Why} Start again to get one."
                );
            }
            if (secret is not null)
                Console.WriteLine(
                    $"Nobody owns it yet. Make the owner’s account, once, at {addresses[0].TrimEnd('/')}/{Urls.Welcome(secret)}"
                );
        });
}
