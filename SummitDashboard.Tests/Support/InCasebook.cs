namespace SummitDashboard.Tests.Support;

/// <summary>
/// Asks in the casebook that the base address names, whether or not an address begins with a slash: as <see cref="SiteAddress"/> has it.
/// </summary>
public sealed class InCasebook(Uri root, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>A client of a site; who follows no redirects sees where they lead.</summary>
    public static HttpClient Client(SiteAddress site, bool redirects = true, bool cookies = true) =>
        Client(site, new HttpClientHandler { AllowAutoRedirect = redirects, UseCookies = cookies });

    public static HttpClient Client(SiteAddress site, HttpMessageHandler inner) =>
        new(new InCasebook(new(site), inner)) { BaseAddress = new(site) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } asked && !asked.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal))
            request.RequestUri = new(root, asked.PathAndQuery.TrimStart('/') + asked.Fragment);
        return base.SendAsync(request, cancellationToken);
    }
}
