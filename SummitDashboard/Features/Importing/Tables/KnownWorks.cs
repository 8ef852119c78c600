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
    private readonly Dictionary<string, Known> addresses = [];
    private readonly Dictionary<string, Known> dois = [];
    private readonly Dictionary<string, List<Known>> titles = [];

    public KnownWorks(IEnumerable<Source> sources)
    {
        foreach (var source in sources)
            Add(source, Doi.In(source.Url?.Value) ?? Doi.In(source.Note), new Known(source, $"{source.Siglum}, {source.Name}", true));
    }

    /// <summary>What a row before would bring.</summary>
    public void Add(Source source, string? doi, string who) => Add(source, doi, new Known(source, who, false));

    private void Add(Source source, string? doi, Known who)
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
            same.Add(who);
        }
    }

    /// <summary>Why one seems to be the same work, and which, where the casebook has it; null where none does.</summary>
    public (string Why, Source? There)? LikeOf(Source source, string? doi)
    {
        if (KeyOf(source.Url?.Value) is { } key && addresses.TryGetValue(key, out var where))
            return where.Says("The same address as {0}.");
        if (doi is not null && dois.TryGetValue(doi, out var named))
            return named.Says("The same DOI as {0}.");
        if (!titles.TryGetValue(TitleOf(source), out var titled))
            return null;
        var day = source.Published?.Value;
        return titled.Find(t => t.Day is not null && t.Day == day) is { } same ? same.Says("The same title and date as {0}.")
            : titled.Find(t => MayBeOne(t.Day, day)) is { } either ? either.Says("The same title as {0}, and perhaps the same date.")
            : titled.Find(t => t.Day is null || day is null) is { } undated
                ? undated.Says("The same title as {0}; one of the two has no date by which they could be told apart.")
            : null;
    }

    // One of two days, of which the other is one.
    private static bool MayBeOne(string? one, string? other) => DaysOf(one).Intersect(DaysOf(other)).Any();

    private static string[] DaysOf(string? date) => date?.Trim('[', ']').Split(',') ?? [];

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

    // A source, how it is called, and whether the casebook has it.
    private sealed record Known(Source Source, string Who, bool IsInCasebook)
    {
        public string? Day => Source.Published?.Value;

        public (string Why, Source? There) Says(string words) =>
            (words.Replace("{0}", Who, StringComparison.Ordinal), IsInCasebook ? Source : null);
    }
}
