using SummitDashboard.Data;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>
/// Whether this visitor may read the supplied articles (<c>Access:Texts</c>): <c>local</c>, on the machine itself only, or <c>all</c>.
/// Decided from the page's request and carried into its circuit.
/// </summary>
public sealed class TextAccess(IConfiguration configuration, TextLibrary library)
{
    /// <summary>Set once, by the first component of the page.</summary>
    public bool Granted { get; set; }

    /// <summary>The text of a source, if it was supplied and this visitor may read it.</summary>
    public ArticleText? Read(Source source) => Granted ? library.Of(source) : null;

    /// <summary>True where a text was supplied that this visitor may not read.</summary>
    public bool IsWithheld(Source source) => !Granted && library.Of(source) is not null;

    /// <summary>
    /// Grants for a request. “The machine itself” is a loopback connection that asks for a loopback host and was not passed on by a
    /// proxy: so neither a reverse proxy beside the app nor a rebound host name opens the articles to the web.
    /// </summary>
    public bool Grants(HttpContext context) => configuration["Access:Texts"] == "all" || IsLocal(context);

    private static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        var remote = context.Connection.RemoteIpAddress;
        return (remote is null || System.Net.IPAddress.IsLoopback(remote))
            && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded")
            && request.Host.Host is ("localhost" or "127.0.0.1" or "[::1]");
    }
}
