using System.Globalization;
using System.IO.Compression;
using System.Text;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Exchange;

/// <summary>
/// The casebook as a download: what <c>export</c> writes, in one file. Whoever may read may have it; the articles go along for owners only.
/// </summary>
public static class ExchangeEndpoints
{
    public static void MapExchange(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.CasebookZip, Zip).WithMetadata(new HeavyReadAttribute());
        routes.MapGet(Urls.WholeZip, Whole).RequireAuthorization(nameof(Right.ManageCasebook)).WithMetadata(new HeavyReadAttribute());
    }

    private static Task<IResult> Zip(CasebookExport export, NotesAccess access, HttpContext context, CancellationToken left) =>
        Pack(export, access, context, "", _ => [], left);

    // With the articles and the files that they were read from, with which nobody but its owners may take it away.
    private static Task<IResult> Whole(
        CasebookExport export,
        TextLibrary texts,
        OriginalFiles originals,
        NotesAccess access,
        HttpContext context,
        CancellationToken left
    ) => Pack(export, access, context, "-whole", casebook => Texts(casebook, texts).Concat(originals.Of(casebook)), left);

    private static IEnumerable<CaseFile> Texts(Casebook casebook, TextLibrary texts) =>
        from source in casebook.Sources
        let text = texts.Of(source)
        where text is not null
        select new CaseFile($"texts/{source.Slug}.txt", stream => stream.Write(Encoding.UTF8.GetBytes(text.Whole)));

    private static async Task<IResult> Pack(
        CasebookExport export,
        NotesAccess access,
        HttpContext context,
        string called,
        Func<Casebook, IEnumerable<CaseFile>> beside,
        CancellationToken left
    )
    {
        var notes = access.Allows(SignIn.RoleOf(context.User));
        var revision = 0L;
        try
        {
            return await HeavyReads.File(
                stream =>
                {
                    revision = Write(export, stream, notes, beside, left);
                    return Task.CompletedTask;
                },
                "application/zip",
                () =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{context.Features.Get<CasebookPath>()?.Slug ?? "casebook"}{called}-r{revision}.zip"
                    ),
                left
            );
        }
        catch (StartupException)
        {
            // Why is for whoever runs the server.
            return Results.Text(
                "The casebook cannot be downloaded just now: a record of it cannot be read, and the download would be incomplete. An "
                    + "owner sees what to do under “Server”.",
                "text/plain; charset=utf-8",
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }
    }

    private static long Write(
        CasebookExport export,
        Stream stream,
        bool notes,
        Func<Casebook, IEnumerable<CaseFile>> beside,
        CancellationToken left
    ) =>
        export.Read(
            history: true,
            (casebook, files) =>
            {
                using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
                foreach (var file in files.Concat(beside(casebook)))
                {
                    left.ThrowIfCancellationRequested();
                    using var entry = zip.CreateEntry(file.Path).Open();
                    file.WriteTo(entry);
                }
                return casebook.Revision;
            },
            notes
        );
}
