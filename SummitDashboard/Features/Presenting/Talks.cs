using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;

namespace SummitDashboard.Features.Presenting;

/// <summary>A talk as an address asks for it.</summary>
/// <param name="Talk">The talk as it is now; null where a live session goes on with one that is gone or was improvised.</param>
/// <param name="Live">The session that it is shown in; null in a private run.</param>
/// <param name="Query">What its other addresses carry on, with the question mark, or "".</param>
public sealed record FoundTalk(Casebook Casebook, Talk? Talk, TalkScript Script, LiveSign? Live, string Query);

/// <summary>Finds the talk that an address names: one of the casebook, an improvised one, or the one that a live session froze.</summary>
public sealed class Talks(CasebookStore store, TalkScripts scripts, SlugAliases aliases, LiveSessions sessions, LiveOptions options)
{
    /// <summary>The talk as <c>?live=K7PQ</c> has it for who may present, else as it is stored.</summary>
    public async Task<FoundTalk?> Find(string slug, HttpRequest request)
    {
        if (
            !Rights.Allows(SignIn.RoleOf(request.HttpContext.User), Right.Present)
            || await sessions.Find(request.Query["live"]) is not { IsEnded: false } session
            || session.Script.Slug != slug
        )
            return await Stored(slug, request);
        var casebook = store.Current;
        return new(
            casebook,
            session.Script.TalkId is { } id && casebook.Talks.TryGet(new TalkId(id), out var talk) ? talk : null,
            session.Script,
            Sign(session.Code, request),
            Urls.With("", ("live", session.Code))
        );
    }

    /// <summary>
    /// The talk as it is stored, or as the address spells it out; null where there is none, or it has no stop to stand at.
    /// </summary>
    public async Task<FoundTalk?> Stored(string slug, HttpRequest request)
    {
        var casebook = store.Current;
        string? stops = request.Query["stops"],
            sources = request.Query["sources"];
        var isImprovised = slug == Talk.Improvised;
        if (
            (
                isImprovised ? Improvised.Read(casebook, stops, sources)
                : casebook.Talks.TryGetBySlug(slug, out var named) ? named
                : null
            )
            is not { Stops.Count: > 0 } talk
        )
            return null;
        return new(
            casebook,
            talk,
            await scripts.Of(casebook, talk),
            null,
            isImprovised ? Urls.With("", ("stops", stops), ("sources", sources)) : ""
        );
    }

    /// <summary>The answer where there is no such talk: the page of its new name, or not found.</summary>
    public async Task<IResult> Missing(string slug, HttpRequest request) =>
        await aliases.NowOf(ItemKind.Talk, slug) is { } now
            ? Urls.Redirect(request.Path.Value![1..].Replace($"/{slug}/", $"/{now}/", StringComparison.Ordinal) + request.QueryString)
        // It has no stop to stand at, and its page says so.
        : store.Current.Talks.TryGetBySlug(slug, out var empty) ? Urls.Redirect(Urls.Talk(empty))
        : Results.NotFound();

    // “Every address of this machine” is one to listen on, and leads to nobody.
    private static bool LeadsNowhere(Uri uri) =>
        uri.IsLoopback
        || System.Net.IPAddress.TryParse(uri.DnsSafeHost, out var ip)
            && (ip.Equals(System.Net.IPAddress.Any) || ip.Equals(System.Net.IPAddress.IPv6Any));

    // The address by which the presenter came is the one by which others can, but on the machine itself.
    private LiveSign Sign(string code, HttpRequest request)
    {
        var root = options.PublicUrl is { Length: > 0 } url
            ? url.TrimEnd('/') + "/" + Urls.CasebookPart(request)
            : Urls.Absolute(request, "");
        var address = root + Urls.Live(code);
        return new(
            code,
            address,
            address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..],
            QrCode.Svg(address),
            Uri.TryCreate(root, UriKind.Absolute, out var uri) && LeadsNowhere(uri)
        );
    }
}
