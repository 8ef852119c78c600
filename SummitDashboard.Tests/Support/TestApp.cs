using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// The real program on a free port of the loopback address, with a database of its own. Settings override <c>appsettings.json</c>; by
/// default the shipped casebook is served, without articles.
/// </summary>
public class TestApp : WebApplicationFactory<Program>
{
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, string> settings;
    private readonly int port;

    public TestApp()
        : this([]) { }

    public TestApp(Dictionary<string, string> settings, int port = 0)
    {
        this.settings = settings;
        this.port = port;
        // Without its port: the factory would set it beside the program as that starts, and sometimes after. "Urls" is there from the
        // beginning.
        UseKestrel();
    }

    /// <summary>The address of the casebook that the settings name.</summary>
    public SiteAddress Address { get; private set; } = new("");

    /// <summary>The address of the server, outside of every casebook.</summary>
    public SiteAddress Site { get; private set; } = new("");

    /// <summary>What the casebook’s address adds to the server’s: <c>/c/slug</c>.</summary>
    public string Path => Address.Root[Site.Root.Length..];

    /// <summary>The services of that casebook.</summary>
    public override IServiceProvider Services => OfServer.GetRequiredService<OpenCasebooks>().First.Services;

    /// <summary>The server’s own services.</summary>
    public IServiceProvider OfServer => base.Services;

    public Casebook Casebook => Services.GetRequiredService<CasebookStore>().Current;

    /// <summary>An app with this casebook folder and, where given, these articles.</summary>
    public static TestApp With(string? seeds = null, string? texts = null) =>
        new TestApp(
            new Dictionary<string, string> { ["Casebook:Folder"] = seeds ?? Repo.Seeds, ["Casebook:Texts"] = texts ?? "no-texts" }
        ).Started();

    /// <summary>
    /// An app that keeps its data in this folder, at this port (0: a free one), so that another can go on where it stopped.
    /// </summary>
    public static TestApp At(string data, int port = 0) =>
        new TestApp(new Dictionary<string, string> { ["Data:Folder"] = data }, port).Started();

    /// <summary>Starts the server, once.</summary>
    public TestApp Started()
    {
        if (Address.Root.Length > 0)
            return this;
        StartServer();
        Site = new(ClientOptions.BaseAddress.ToString().TrimEnd('/'));
        var first = OfServer.GetRequiredService<CasebookLibrary>().First
            ?? throw new InvalidOperationException("The server did not start: why is on its error output.");
        Address = new(Site + Urls.Casebook(first.Slug).TrimEnd('/'));
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Folder", folder.Sub("data"));
        builder.UseSetting("Casebook:Folder", Repo.Seeds);
        builder.UseSetting("Casebook:Texts", "no-texts");
        builder.UseSetting("Urls", $"http://127.0.0.1:{port}");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        if (!settings.ContainsKey("Data:Folder") && settings.GetValueOrDefault("Casebook:Folder", Repo.Seeds) == Repo.Seeds)
            ShippedDatabase.CopyTo(folder.Sub("data"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            folder.Dispose();
    }
}
