using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MudBlazor.Services;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Ui;

namespace SummitDashboard.Shell;

/// <summary>The frame around every page: components, compression, headers, error pages.</summary>
public static class ShellServices
{
    public static void AddShell(this IServiceCollection services)
    {
        services.AddSettings<Limits>("Limits");
        services.AddSettings<AccessOptions>("Access");
        services.AddSettings<SuggestionOptions>("Suggestions");
        services.AddSingleton<Translator>();
        services.AddProxies();
        services.AddSingleton<HeavyReads>();
        services.AddSingleton<CircuitTurns>();
        services.AddScoped<CircuitHandler, CircuitMessages>();
        services.AddSingleton<NotesAccess>();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(o => o.DisconnectedCircuitMaxRetained = 50)
            .AddHubOptions(o => o.MaximumReceiveMessageSize = Limits.Message);
        services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = Limits.Form);
        services.Configure<FormOptions>(o => o.ValueLengthLimit = 4 * (int)TextLibrary.MaxBytes); // the whole body is limited above
        services.AddMudServices(mud =>
        {
            var messages = mud.SnackbarConfiguration;
            (messages.PositionClass, messages.HideIcon, messages.MaximumOpacity) = (
                MudBlazor.Defaults.Classes.Position.BottomStart,
                true,
                100
            );
        });
        services.AddDataProtection().SetApplicationName("SummitDashboard");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<DataOptions, ILoggerFactory>(
                (keys, data, log) => keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(data.KeysFolder), log)
            );
        // Logged; what we run in the background tries again (PeriodicTask).
        services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services
            .AddOptions<AntiforgeryOptions>()
            .Configure<ServerId>(
                (o, id) =>
                {
                    o.Cookie.Name = id.Cookie("summit-form");
                    o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                }
            );
        services.AddSingleton<MarkdownRenderer>();
        services.AddScoped<TextAccess>();
        services.AddPageVisitor();
        services.AddHttpContextAccessor();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            // Brotli saves a tenth of a page and takes megabytes for each; files are compressed with it when they are built.
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestChecks>(); // before all that asks for the host
        app.UseMiddleware<RelativeRedirects>();
        app.UseMiddleware<CleanAddress>();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseMiddleware<DatabaseFailures>();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(
            async (context, next) =>
            {
                // The page that says what went wrong is read, whatever was sent; an endpoint for what was sent has been looked for already.
                if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null && !HttpMethods.IsGet(context.Request.Method))
                {
                    context.Request.Method = HttpMethods.Get;
                    context.SetEndpoint(null);
                }
                await next(context);
                // A form that is refused has no words of its own, only their type.
                if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null } refused)
                    refused.ContentType = null;
            }
        );
        app.UseResponseCompression();
        app.UseRouting(); // here, so that what stands above has its say before an endpoint is chosen
    }

    /// <summary>After it is known who asks: what one visitor may hold of the server.</summary>
    public static void UseLimits(this WebApplication app)
    {
        app.Use(Arrival.Note);
        app.UseMiddleware<CircuitGate>();
        app.Use(app.Services.GetRequiredService<HeavyReads>().Admit);
        app.Use(
            (context, next) =>
            {
                if (
                    HttpMethods.IsGet(context.Request.Method)
                    || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size
                    || !(context.Request.ContentLength > size.MaxRequestBodySize)
                )
                    return next(context);
                // Said on a page; what still comes is thrown away, so that the browser gets as far as to read it.
                size.MaxRequestBodySize = null;
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }
        );
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
