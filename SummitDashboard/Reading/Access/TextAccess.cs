using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Whether this visitor may read the supplied articles (<see cref="AccessOptions.Texts"/>). Decided for a page from its request, and for a
/// circuit from its connection.
/// </summary>
public sealed class TextAccess(AccessOptions access, TextLibrary library, Visitor visitor)
{
    public bool Granted => Grants(access, visitor.Role, visitor.IsLocal);

    /// <summary>The same in any casebook, for somebody with this role there (null: none).</summary>
    public static bool Grants(AccessOptions access, AccountRole? role, bool isLocal) =>
        access.Texts switch
        {
            "all" => true,
            "none" => false,
            "signed-in" => role is not null,
            _ => role is not null || isLocal,
        };

    /// <summary>The text of a source, if it was supplied and this visitor may read it.</summary>
    public ArticleText? Read(Source source) => Granted ? library.Of(source) : null;

    /// <summary>True where a text was supplied that this visitor may not read.</summary>
    public bool IsWithheld(Source source) => !Granted && library.Of(source) is not null;

    /// <summary>Whom the articles are for, as a sentence goes on after “the article is supplied, but”.</summary>
    public string Reserved =>
        access.Texts switch
        {
            "none" => "this server shows the articles to nobody",
            "signed-in" => "the articles are for the casebook’s people, signed in",
            _ => "the articles are for the casebook’s people, signed in, and on the machine itself",
        };

    // What a proxy leaves in a request that it passes on; the last are what the forwarding middleware makes of the first.
    private static readonly string[] Passed =
    [
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Forwarded-Server",
        "X-Forwarded-Prefix",
        "X-Real-IP",
        "Forwarded",
        "Via",
        "X-Original-For",
        "X-Original-Host",
        "X-Original-Proto",
        "X-Original-Prefix",
    ];

    /// <summary>
    /// Whether a request comes from the machine itself: a loopback connection that asks for a loopback host and was not passed on by a
    /// proxy: so neither a rebound host name nor a reverse proxy that says what it is opens the articles to the web. A connection
    /// without an address (a Unix socket, as proxies use them) is not known to be the machine's own visitor, and is refused.
    /// </summary>
    public static bool IsLocal(HttpContext context, ProxyOptions proxies)
    {
        var request = context.Request;
        // Where the settings say that a proxy stands before it, one that leaves no trace is not taken for the machine's own visitor.
        return !proxies.IsNamed()
            && context.Connection.RemoteIpAddress is { } remote
            && System.Net.IPAddress.IsLoopback(remote)
            && !Passed.Any(request.Headers.ContainsKey)
            && request.Host.Host is ("localhost" or "127.0.0.1" or "[::1]");
    }
}
