using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Presenting;

/// <summary>A talk as an address asks for it.</summary>
/// <param name="Query">What its other addresses carry on, with the question mark, or "".</param>
public sealed record FoundTalk(Casebook Casebook, Talk Talk, TalkScript Script, LiveSign? Live, string Query);

/// <summary>Finds the talk that an address names: one of the casebook, an improvised one, or the one that a live session froze.</summary>
public sealed class Talks(CasebookStore store, TalkScripts scripts, SlugAliases aliases)
{
    /// <summary>The talk; null where there is none, or it has no stop to stand at.</summary>
    public async Task<FoundTalk?> Find(string slug, HttpRequest request)
    {
        var casebook = store.Current;
        string? stops = request.Query["stops"], sources = request.Query["sources"];
        var isImprovised = slug == Talk.Improvised;
        if ((isImprovised ? Improvised.Read(casebook, stops, sources) : casebook.Talks.TryGetBySlug(slug, out var named) ? named : null) is not { Stops.Count: > 0 } talk) return null;
        var query = isImprovised ? Urls.With("", ("stops", stops), ("sources", sources)) : "";
        return new(casebook, talk, await scripts.Of(casebook, talk), null, query);
    }

    /// <summary>The answer where there is no such talk: the page of its new name, or not found.</summary>
    public IResult Missing(string slug, HttpRequest request) => aliases.NowOf(ItemKind.Talk, slug) is { } now
        ? Results.LocalRedirect(request.Path.Value!.Replace($"/{slug}/", $"/{now}/", StringComparison.Ordinal) + request.QueryString)
        : Results.NotFound();
}
