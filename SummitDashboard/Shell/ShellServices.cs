using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
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
using SummitDashboard.Data.Library;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Search;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Ui;

namespace SummitDashboard.Shell;

/// <summary>The frame around every page: components, compression, headers, error pages.</summary>
public static class ShellServices
{
    /// <summary>What there is once on a server: settings, limits, keys.</summary>
    public static void AddShell(this IServiceCollection services)
    {
        services.AddSettings<Limits>("Limits");
        services.AddSettings<AccessOptions>("Access");
        services.AddSettings<SuggestionOptions>("Suggestions");
        services.AddSingleton<LanguageModel>();
        services.AddSingleton<EmbeddingModel>();
        services.AddSingleton<Translator>();
        services.AddSingleton<CellDrafter>();
        services.AddProxies();
        services.AddSingleton<HeavyReads>();
        services.AddSingleton<CircuitTurns>();
        services.AddSingleton<CircuitGate>();
        services.AddSingleton<CasebookAccess>();
        services.Configure<KestrelServerOptions>(o =>
            // A search of 2,000 characters in any script has its place in an address.
            (o.Limits.MaxRequestBodySize, o.Limits.MaxRequestLineSize) = (Limits.Form, 32 * 1024)
        );
        services.AddDataProtection().SetApplicationName("SummitDashboard");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<ServerFolder, ILoggerFactory>(
                (keys, folder, log) => keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), log)
            );
        // Logged; what we run in the background tries again (PeriodicTask).
        services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            // Brotli saves a tenth of a page and takes megabytes for each; files are compressed with it when they are built.
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
    }

    /// <summary>What pages need: those of the server, and those of each casebook with services of its own.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddMudServices(mud =>
        {
            var messages = mud.SnackbarConfiguration;
            (messages.PositionClass, messages.HideIcon, messages.MaximumOpacity) = (
                MudBlazor.Defaults.Classes.Position.BottomStart,
                true,
                100
            );
        });
        // The whole body is limited by Kestrel, to what each page says.
        services.Configure<FormOptions>(o =>
            (o.ValueLengthLimit, o.MultipartBodyLengthLimit) = (4 * (int)TextLibrary.MaxBytes, CasebookZip.MaxZip)
        );
        services
            .AddOptions<AntiforgeryOptions>()
            .Configure<ServerId, IServiceProvider>(
                (o, id, provider) =>
                {
                    // Their path is that of the casebook: one name for all would be sent twice.
                    o.Cookie.Name =
                        id.Cookie("summit-form") + (provider.GetService<ThisCasebook>() is { } casebook ? "-" + casebook.Id : "");
                    o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                }
            );
        services.AddPageVisitor();
        services.AddHttpContextAccessor();
    }

    /// <summary>What the pages of a casebook need besides: circuits, and what may be read in them.</summary>
    public static void AddCasebookPages(this IServiceCollection services)
    {
        services.AddPages();
        services.AddScoped<CircuitHandler, CircuitMessages>();
        services.AddScoped<BrowserConnection>();
        services.AddScoped<CircuitHandler, CircuitLine>();
        services.AddSingleton<HeldByCircuits>();
        services.AddSingleton<IHoldsCasebook>(provider => provider.GetRequiredService<HeldByCircuits>());
        services.AddScoped<CircuitHandler, HeldByCircuits.Handler>();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(o => o.DisconnectedCircuitMaxRetained = 50)
            .AddHubOptions(o => o.MaximumReceiveMessageSize = Limits.Message);
        services.AddSingleton<ClosedReading>();
        services.AddSingleton<NotesAccess>();
        services.AddSingleton<MarkdownRenderer>();
        services.AddScoped<TextAccess>();
        services.AddScoped<ProposalSwitch>();

        services.AddScoped<CasebookSearch>();
        services.AddScoped<MySearches>();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseProxies();
        app.Use(CasebookAddress.Split);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestChecks>(); // before all that asks for the host
        app.UseMiddleware<RelativeRedirects>();
        app.Use(CasebookAddress.Slash);
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
                // What turned out to be too large only as it came is told apart from a form that is out of date.
                if (
                    context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }
                    && context.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException
                        is Microsoft.AspNetCore.Http.BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                )
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                // A form that is refused has no words of its own, only their type.
                if (
                    context.Response is
                    {
                        StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge,
                        HasStarted: false,
                        ContentLength: null
                    } refused
                )
                    refused.ContentType = null;
            }
        );
        app.UseResponseCompression();
    }

    /// <summary>After it is known what answers: what one visitor may hold of the server.</summary>
    public static void UseLimits(this IApplicationBuilder app)
    {
        app.Use(app.ApplicationServices.GetRequiredService<CircuitGate>().Admit);
        app.Use(app.ApplicationServices.GetRequiredService<HeavyReads>().Admit);
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

    /// <summary>The pages of a casebook, or those of the server, of all that there are.</summary>
    public static void MapShell(this IEndpointRouteBuilder routes, bool isCasebook)
    {
        routes.MapStaticAssets();
        var pages = routes.MapRazorComponents<App>();
        if (isCasebook)
            pages.AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        pages.Add(page =>
        {
            var component = page.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;
            var side = component?.GetCustomAttribute<StandsInAttribute>()?.Side ?? Side.Casebook;
            if (component is not null && side != Side.Both && side == Side.Casebook != isCasebook)
                page.Metadata.Add(new SuppressMatchingMetadata());
        });
    }
}
