using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Formats.References;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// The sources that are there, and the rows before: by address, by DOI, by title and date. The scheme of an address, <c>www</c>, a slash at
/// its end and what only follows readers around make no difference.
/// </summary>
internal sealed class KnownWorks
{
    private readonly Dictionary<string, string> addresses = [];
    private readonly Dictionary<string, string> dois = [];
    private readonly Dictionary<string, List<(string? Day, string Who)>> titles = [];

    public KnownWorks(IEnumerable<Source> sources)
    {
        foreach (var source in sources)
            Add(source, Doi.In(source.Url?.Value) ?? Doi.In(source.Note), $"{source.Siglum}, {source.Name}");
    }

    public void Add(Source source, string? doi, string who)
    {
        foreach (var address in new[] { source.Url, source.ArchivedUrl }.OfType<Fact>())
            if (KeyOf(address.Value) is { } key)
                addresses.TryAdd(key, who);
        if (doi is not null)
            dois.TryAdd(doi, who);
        if (TitleOf(source) is { Length: > 0 } title)
        {
            if (!titles.TryGetValue(title, out var same))
                titles[title] = same = [];
            same.Add((source.Published?.Value, who));
        }
    }

    /// <summary>The one that seems to be the same work, and why; null where none does.</summary>
    public string? LikeOf(Source source, string? doi)
    {
        if (KeyOf(source.Url?.Value) is { } key && addresses.TryGetValue(key, out var where))
            return $"The same address as {where}.";
        if (doi is not null && dois.TryGetValue(doi, out var named))
            return $"The same DOI as {named}.";
        if (!titles.TryGetValue(TitleOf(source), out var titled))
            return null;
        var day = source.Published?.Value;
        return titled.Find(t => t.Day is not null && t.Day == day) is { Who: { } same } ? $"The same title and date as {same}."
            : titled.Find(t => t.Day is null || day is null) is { Who: { } undated }
                ? $"The same title as {undated}; one of the two has no date by which they could be told apart."
            : null;
    }

    private static string TitleOf(Source source) => Folding.Of(source.Title?.Value ?? "");

    private static string? KeyOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var host = uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
        var query = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{host}:{(uri.IsDefaultPort ? 0 : uri.Port)}{uri.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}"
        );
    }
}
