using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Reading.Search;

/// <summary>Searches for whoever makes a request, where no page is drawn.</summary>
public static class RequestSearch
{
    /// <summary>Seconds after which a file may be asked for again whose search waits for the index.</summary>
    public const int Pause = 5;

    public static CasebookSearch Of(HttpContext context)
    {
        var (services, visitor) = (context.RequestServices, new Visitor(() => context.User));
        return new(
            services.GetRequiredService<SearchIndexing>(),
            new(services.GetRequiredService<AccessOptions>(), services.GetRequiredService<TextLibrary>(), visitor),
            services.GetRequiredService<NotesAccess>(),
            visitor
        );
    }

    /// <summary>The same in every casebook.</summary>
    public static LibrarySearch OfLibrary(HttpContext context) =>
        ActivatorUtilities.CreateInstance<LibrarySearch>(context.RequestServices, new Visitor(() => context.User));

    /// <summary>The query of a request, with what is found of the searches that it names.</summary>
    public static async Task<QueryReader> Read(Casebook casebook, HttpRequest request, ICollection<string> notices)
    {
        var address = new QueryReader(request, notices);
        return new(request, notices) { Looked = await Of(request.HttpContext).Look(casebook, address) };
    }

    /// <summary>
    /// What a file has to be refused for. A page says what it did not understand and shows its default; a file has no place for that, and
    /// would be taken for what was asked. Where a search was mended, it holds what the page shows.
    /// </summary>
    public static IReadOnlyList<string> Refused(QueryReader address, IEnumerable<string> notices) =>
        [.. notices.Except(address.Looked.SelectMany(l => l.Mended))];

    /// <summary>The answer where not everything can be found yet: a file would be taken for the whole. Null where it can.</summary>
    public static IResult? Behind(QueryReader address, HttpResponse response)
    {
        if (address.Looked.FirstOrDefault(l => l.IsPending) is not { } pending)
            return null;
        response.Headers.RetryAfter = Pause.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return NoFile(pending.Notices, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The answer where no file is made: why, as the page at the same address says it of what it shows instead.</summary>
    public static IResult NoFile(IEnumerable<string> why, int status = StatusCodes.Status400BadRequest) =>
        Results.Text(
            "No file was made. The page with the same choices says:\n" + string.Join('\n', why),
            "text/plain",
            System.Text.Encoding.UTF8,
            status
        );
}
