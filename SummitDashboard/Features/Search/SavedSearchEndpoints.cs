using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;

namespace SummitDashboard.Features.Search;

/// <summary>Where searches are kept and changed: plain forms, which lead back to a page that says what became of it.</summary>
public static class SavedSearchEndpoints
{
    /// <summary>What a form does to a search.</summary>
    public const string Rename = "rename";
    public const string Delete = "delete";
    public const string Restore = "restore";
    public const string Tell = "tell";
    public const string Quiet = "quiet";
    public const string Seen = "seen";

    private const string Done = "saved";

    // A name that is refused goes along in the address.
    private const int MostShown = 2 * SavedSearches.MostName;

    // So long a form waits for what was changed just now to be found.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static void MapSavedSearches(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Urls.SaveSearch, Save).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost(Urls.SavedSearch("{id}"), Change).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task<IResult> Save(HttpContext context, SavedSearches searches) => Asked(context, async (account, form) =>
        {
            var (words, name) = (form["words"].ToString().Trim(), form["name"].ToString());
            if (SearchParser.Read(words, new(context.RequestServices.GetRequiredService<CasebookStore>().Current), []) is null)
                return Back(words, SavedProblem.NoWords, name);
            var isTold = form["tell"].Count > 0;
            var seen = isTold ? await SourcesOf(context, words) : null;
            var change = isTold && seen is null ? new(null, SavedProblem.NoIndex) : await searches.Save(account, name, words, seen);
            return Back(words, change.Problem, name);
        });

    private static Task<IResult> Change(string id, HttpContext context, SavedSearches searches) => Asked(context, async (account, form) =>
        {
            var (what, name) = (form["what"].ToString(), form["name"].ToString());
            var saved = (await searches.Of(account)).FirstOrDefault(s => s.Id == id);
            var words = saved?.Words;
            var seen = words is not null && what is Tell or Seen ? await SourcesOf(context, words!) : null;
            // What has come in since the page was sent, nobody has seen.
            if (what == Seen && seen is not null && form["shown"] is { Count: > 0 } shown)
                seen = seen.Intersect(saved!.Seen.Concat(shown.ToString().Split(' '))).ToHashSet();
            var change = what switch
            {
                Rename => await searches.Rename(account, id, name),
                Delete => await searches.Delete(account, id),
                Restore => await searches.Restore(account, id),
                Quiet => await searches.Tell(account, id, null),
                _ when words is null => new(null, SavedProblem.Gone),
                _ when seen is null => new(null, SavedProblem.NoIndex),
                Tell => await searches.Tell(account, id, seen),
                _ => await searches.See(account, id, seen),
            };
            return form["at"] == Urls.Search && words is not null
                ? Back(words, change.Problem, null)
                : Urls.With(
                    Urls.Searches,
                    ("gone", what == Delete && change.Problem is null ? id : null),
                    ("kept", what != Delete && change.Problem is null ? id : null),
                    ("done", change.Problem is null ? what : null),
                    ("problem", Word(change.Problem)),
                    ("name", change.Problem is null ? null : Short(name))
                );
        });

    private static string Back(string words, SavedProblem? problem, string? name) =>
        Urls.With(
            Urls.Search,
            ("q", words.Length > SavedSearches.MostWords ? words[..SavedSearches.MostWords] : words),
            ("done", problem is null ? Done : null),
            ("problem", Word(problem)),
            ("name", problem is null || name is null ? null : Short(name))
        );

    private static string? Word(SavedProblem? problem) => problem is { } why ? Vocabulary.Of(why) : null;

    private static string Short(string name) => SavedSearches.Tidy(name) is var tidy && tidy.Length > MostShown ? tidy[..MostShown] : tidy;

    // The sources in which words are found now, for who asks; null where that cannot be known yet.
    private static async Task<IReadOnlySet<string>?> SourcesOf(HttpContext context, string words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await context.RequestServices.GetRequiredService<SearchIndexing>().WhenWhole(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        var casebook = context.RequestServices.GetRequiredService<CasebookStore>().Current;
        var found = await RequestSearch.Of(context).Among(casebook, new(FoundSearch.Sources, words));
        return found.IsPending ? null : found.Ids ?? new HashSet<string>();
    }

    private static async Task<IResult> Asked(HttpContext context, Func<string, IFormCollection, Task<string>> change)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } account)
            return Urls.Redirect(Urls.SignInFor(Urls.Searches));
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Results.BadRequest();
        return Urls.Redirect(await change(account, await context.Request.ReadFormAsync(context.RequestAborted)));
    }
}
