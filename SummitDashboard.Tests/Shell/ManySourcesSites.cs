using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>The casebooks of <see cref="ManySourcesTests"/>, each served once.</summary>
public sealed class ManySourcesSites : IDisposable
{
    private readonly Dictionary<int, TestApp> sites = [];

    /// <summary>A casebook with so many sources, served; the largest has as many claims.</summary>
    public TestApp With(int sources)
    {
        lock (sites)
        {
            if (!sites.TryGetValue(sources, out var site))
            {
                var claims = sources == 200 ? 200 : 12;
                sites[sources] = site = new SyntheticCasebook(sources, claims, sources * claims, 60).Serve();
            }
            return site;
        }
    }

    public void Dispose()
    {
        foreach (var site in sites.Values)
            site.Dispose();
    }
}
